"""A program is run from a folder that PATH names, never from where the plans lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hsplan.workspace.programs import find_program


def program(path: Path) -> str:
    """An empty program at a path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="programs have endings there")
def test_only_whole_folders_of_path_are_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = program(tmp_path / "here/msedge"), program(tmp_path / "there/msedge")
    monkeypatch.chdir(tmp_path / "here")
    for path in ("", ".", os.pathsep, "../here", f".{os.pathsep}"):
        monkeypatch.setenv("PATH", path)
        assert find_program("msedge") == ""
    monkeypatch.setenv("PATH", os.pathsep.join([".", str(tmp_path / "there"), str(tmp_path / "here")]))
    assert find_program("msedge") == there
    assert find_program("nothing") == ""
    assert find_program("./msedge") == here
    assert find_program("../there/msedge") == there
    assert find_program(here) == here
