"""Results go to a file whole; what is no file is never replaced by one."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from hsplan.errors import HsplanError
from hsplan.workspace import write_output
from hsplan.workspace.output import write_outputs


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    write_output(str(tmp_path / "a.txt"), "after\n")
    assert (tmp_path / "a.txt").read_bytes() == b"after\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_all_files_or_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(HsplanError, match="There is no folder"):
        write_outputs({str(tmp_path / "a.txt"): "after", str(tmp_path / "no" / "b.txt"): "after"})
    assert (tmp_path / "a.txt").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("linking", [True, False])
@pytest.mark.parametrize("error", [PermissionError, KeyboardInterrupt])
def test_where_one_of_several_is_held_open_all_stay_what_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linking: bool, error: type[BaseException]
) -> None:
    names = ("a.txt", "new.txt", "held.csv", "z.txt")
    before = {name: f"{name} before" for name in names if name != "new.txt"}
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "a.txt").chmod(0o640)
    replace = os.replace

    def held(old: str, new: str) -> None:
        if str(new).endswith("held.csv"):
            raise error(13, "Permission denied", old, None, new)
        replace(old, new)

    def unknown(old: str, new: str) -> None:
        raise OSError("no links on this disk")

    monkeypatch.setattr(os, "replace", held)
    if not linking:
        monkeypatch.setattr(os, "link", unknown)
    with pytest.raises(HsplanError if error is PermissionError else error) as stopped:
        write_outputs({str(tmp_path / name): "after" for name in names})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == before
    assert os.name == "nt" or stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640
    if isinstance(stopped.value, HsplanError):
        assert stopped.value.where == str(tmp_path / "held.csv")
        assert stopped.value.mend == "Close it in other programs and see that you may write there."


def test_several_files_are_replaced_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    write_outputs({str(tmp_path / name): name for name in ("a.txt", "b.txt")})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": "a.txt", "b.txt": "b.txt"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_output(str(pipe), "through\n")
    reader.join()
    assert read == ["through\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_output(str(tmp_path / "link.txt"), "after")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "after"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_who_may_read_a_file_may_read_what_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to(path)
    write_outputs({str(link): "new"})
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == ("new", 0o640)
