"""The commit that a report comes from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hsplan.git import Touched, last_touched
from tests.git.repositories import Made

PLAN, OWNERS = "plans/a.yaml", "plans/owners.yaml"


def paths(made: Made) -> list[str]:
    return [str(made.folder / PLAN), str(made.folder / OWNERS)]


def test_the_last_commit_that_changed_any_of_the_files(made: Made) -> None:
    first = made.commit({PLAN: "a\n", OWNERS: "o\n"}, on="2026-01-05")
    assert last_touched(paths(made)) == Touched(first, date(2026, 1, 5), False)
    made.commit({"plans/b.yaml": "b\n"}, on="2026-02-05")
    assert last_touched(paths(made)) == Touched(first, date(2026, 1, 5), False)
    second = made.commit({OWNERS: "p\n"}, on="2026-03-05")
    assert last_touched(paths(made)) == Touched(second, date(2026, 3, 5), False)
    assert last_touched(paths(made), "HEAD~1") == Touched(first, date(2026, 1, 5), False)


def test_what_is_not_committed_yet(made: Made) -> None:
    name = made.commit({PLAN: "a\n", OWNERS: "o\n"}, on="2026-01-05")
    made.write(OWNERS, "p\n")
    assert last_touched(paths(made)) == Touched(name, date(2026, 1, 5), True)
    made.git("add", "-A")
    assert last_touched(paths(made)) == Touched(name, date(2026, 1, 5), True)
    assert last_touched(paths(made), "main") == Touched(name, date(2026, 1, 5), False)


def test_nothing_is_said_of_a_file_that_git_does_not_keep(made: Made, tmp_path: Path) -> None:
    assert last_touched(paths(made)) is None  # nothing there, and no commit
    made.commit({OWNERS: "o\n"})
    made.write(PLAN, "a\n")
    assert last_touched(paths(made)) is None
    made.commit({PLAN: "a\n"})
    made.git("rm", "-q", "--cached", PLAN)
    made.git("commit", "-q", "-m", "Out")
    assert last_touched(paths(made)) is None
    made.write(".gitignore", "a.yaml\n")
    assert last_touched(paths(made)) is None
    (tmp_path / "a.yaml").write_text("a\n", encoding="utf-8")
    assert last_touched([str(tmp_path / "a.yaml")]) is None
    assert last_touched([str(tmp_path / "no" / "a.yaml")]) is None


def test_an_owners_list_that_is_not_committed_is_a_change(made: Made) -> None:
    name = made.commit({PLAN: "a\n"}, on="2026-01-05")
    made.write(OWNERS, "o\n")
    assert last_touched(paths(made)) == Touched(name, date(2026, 1, 5), True)


def test_a_shallow_copy_names_no_commit_that_it_only_seems_to_come_from(made: Made, tmp_path: Path) -> None:
    made.commit({PLAN: "a\n"})
    made.commit({"b.txt": "b\n"})
    made.git("clone", "-q", "--depth", "1", f"file://{made.folder}", str(tmp_path / "copy"))
    assert last_touched([str(tmp_path / "copy" / PLAN)]) is None


def test_names_are_names_and_no_patterns(made: Made) -> None:
    name = made.commit({"[a]*.yaml": "x\n"}, on="2026-01-05")
    made.commit({"aa.yaml": "y\n"}, on="2026-02-05")
    made.write("aa.yaml", "z\n")
    assert last_touched([str(made.folder / "[a]*.yaml")]) == Touched(name, date(2026, 1, 5), False)
