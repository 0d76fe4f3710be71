"""Which folders git need not be asked about. It must never keep git from being asked where it would know one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hsplan.workspace.outside import outside_git


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def known_to_git(folder: Path) -> bool:
    return subprocess.run(["git", "rev-parse", "--git-dir"], cwd=folder, capture_output=True).returncode == 0


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    assert not known_to_git(tmp_path)
    assert outside_git(str(tmp_path))


def test_no_folder_that_git_knows(tmp_path: Path) -> None:
    tree, store, linked = tmp_path / "tree", tmp_path / "store.git", tmp_path / "linked"
    for folder in (tree / "plans" / "2026", store):
        folder.mkdir(parents=True)
    git(tree, "init", "-q")
    git(tree, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "First")
    git(tree, "worktree", "add", "-q", str(linked))
    git(store, "init", "-q", "--bare")
    os.symlink(tree / "plans", tmp_path / "link")
    within = (tree, tree / "plans" / "2026", tree / ".git", tree / ".git" / "refs", store, linked, tmp_path / "link")
    assert all(known_to_git(folder) for folder in within)
    assert [str(folder) for folder in within if outside_git(str(folder))] == []


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"])
def test_a_repository_that_is_named_may_stand_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert not outside_git(str(tmp_path))


def test_the_current_folder_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert outside_git("")
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    assert not outside_git("")
