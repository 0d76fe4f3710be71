"""A folder of pages on the disk: only its own are ever touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hsplan.errors import HsplanError
from hsplan.workspace.pages import LIST, check_pages, write_pages

PAGES = [("plans/a.html", "a\n"), ("plans/a/1.html", "1 é\n"), ("index.html", "i\n")]
HEAD = "# The pages that hsplan wrote here. It replaces and removes these, and touches no other file.\n"


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_pages(str(tmp_path / "site"), PAGES)
    return tmp_path / "site"


def test_writes_pages_and_a_list_of_them(site: Path) -> None:
    listed = HEAD + "index.html\nplans/a.html\nplans/a/1.html\n"
    assert tree(site) == {**dict(PAGES), LIST: listed}
    assert [path.name for path in site.iterdir() if path.name.startswith(".")] == []


def test_a_second_run_writes_only_what_changed(site: Path) -> None:
    old = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    os.utime(site / "plans" / "a.html", ns=(1, 1))
    assert write_pages(str(site), PAGES).same
    assert (site / "plans" / "a.html").stat().st_mtime_ns == 1
    done = write_pages(str(site), [*PAGES[:2], ("index.html", "j\n")])
    assert (done.total, done.written, done.removed) == (3, ("index.html",), ())
    assert (site / "plans" / "a" / "1.html").stat().st_mtime_ns == old[site / "plans" / "a" / "1.html"]


def test_removes_what_it_wrote_and_nothing_else(site: Path) -> None:
    (site / "plans" / "a" / "mine.html").write_text("mine\n", encoding="utf-8")
    (site / "notes.txt").write_text("mine\n", encoding="utf-8")
    pages = [("plans/b.html", "b\n"), ("index.html", "i\n")]
    done = write_pages(str(site), pages)
    assert done.removed == ("plans/a.html", "plans/a/1.html")
    assert tree(site) == {
        **dict(pages), "plans/a/mine.html": "mine\n", "notes.txt": "mine\n",
        LIST: HEAD + "index.html\nplans/b.html\n",
    }  # fmt: skip
    (site / "plans" / "b.html").unlink()
    assert write_pages(str(site), [PAGES[2]]).removed == ()


def test_an_empty_folder_goes_with_its_pages(site: Path) -> None:
    write_pages(str(site), [PAGES[2]])
    assert sorted(path.name for path in site.iterdir()) == [LIST, "index.html"]


def test_may_keep_what_is_no_longer_made(site: Path) -> None:
    before = tree(site)
    assert write_pages(str(site), [PAGES[2]], remove=False).same
    assert tree(site) == before
    assert write_pages(str(site), [PAGES[2]]).removed == ("plans/a.html", "plans/a/1.html")


@pytest.mark.parametrize("name", ["index.html", "plans/a/1.html"])
def test_refuses_to_replace_what_others_wrote(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine\n", encoding="utf-8")
    with pytest.raises(HsplanError, match="hsplan did not write it; nothing was changed"):
        write_pages(str(folder), PAGES)
    assert tree(folder) == {name: "mine\n"}


def test_a_fault_on_the_way_changes_nothing(site: Path, tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, str]]:
        yield "plans/a.html", "other\n"
        raise HsplanError("a template is at fault")

    before = tree(site)
    for folder in (site, tmp_path / "new"):
        with pytest.raises(HsplanError, match="a template is at fault"):
            write_pages(str(folder), broken())
    assert tree(site) == before
    assert not (tmp_path / "new").exists()


def test_a_list_that_somebody_wrote_harms_nothing(site: Path, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("mine\n", encoding="utf-8")
    (site / "a.txt").write_text("mine\n", encoding="utf-8")
    lines = ["../x.html", "plans/../../x.html", str(tmp_path / "x.html"), "a.txt", "plans", "..", "plans//a.html", ""]
    (site / LIST).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(HsplanError, match="hsplan did not write it"):
        write_pages(str(site), [("index.html", "j\n")])
    assert write_pages(str(site), [("plans/b.html", "b\n")]).removed == ()
    assert (tmp_path / "x.html").exists()
    assert (site / "a.txt").exists()


def test_a_link_that_leads_out_is_not_followed(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (site / "plans").rename(outside)
    (site / "plans").symlink_to(outside)
    before = tree(outside)
    assert write_pages(str(site), [PAGES[2]]).removed == ()
    with pytest.raises(HsplanError, match="leads out of the site's folder"):
        write_pages(str(site), [("plans/c.html", "c\n")])
    assert tree(outside) == before


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine\n", encoding="utf-8")
    with pytest.raises(HsplanError, match="is a file, and a site needs a folder"):
        write_pages(str(tmp_path / "site"), PAGES)


def test_check_says_what_would_change(site: Path, tmp_path: Path) -> None:
    assert check_pages(str(site), PAGES).same
    for path in site.rglob("*.html"):  # as git checks it out on Windows
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check_pages(str(site), PAGES).same
    before = tree(site)
    found = check_pages(str(site), [("plans/a.html", "b\n"), ("plans/a/2.html", "2\n"), ("index.html", "i\n")])
    assert found.written == ("plans/a.html", "plans/a/2.html")
    assert found.removed == ("plans/a/1.html",)
    assert tree(site) == before
    with pytest.raises(HsplanError, match="holds no site"):
        check_pages(str(tmp_path), PAGES)


def test_a_disk_that_tells_no_capitals_apart_keeps_the_new_page(site: Path) -> None:
    """There the old name leads to the file that was just written; a second name for one file stands for that here."""
    os.link(site / "plans" / "a" / "1.html", site / "plans" / "A.html")
    os.link(site / "plans" / "A.html", site / "plans" / "new")
    os.unlink(site / "plans" / "a.html")
    os.rename(site / "plans" / "new", site / "plans" / "a.html")
    (site / LIST).write_text(HEAD + "plans/A.html\nplans/a/1.html\nplans/a.html\nindex.html\n", encoding="utf-8")
    pages = [("plans/a.html", "1 é\n"), ("plans/a/1.html", "1 é\n"), ("index.html", "i\n")]
    assert write_pages(str(site), pages).removed == ()
    assert (site / "plans" / "a.html").exists()
