"""`--at REV`: the workspace as git has it, on repositories made with real git."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.compare.cases import edited
from tests.compare.plans import PLAN, replaced
from tests.conftest import Run
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
LATER = """\
hsplan: 1
id: later-2018
title: "The plan after it"
period: {from: 2018-04-01, to: 2023-03-31}
adopted: 2018-04-01
follows: example-2013
actions:
  "1": {title: "Train the advice staff", lead: City, timescale: May 2019, carried_from: [example-2013/A1.2]}
"""
OWNERS = "owners:\n  City: {kind: organisation}\n  Board: {kind: board}\n"
TAG = "beschluß é"
DAY = ("--as-at", "2013-12-31")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A repository whose tagged version lacks the second plan, and whose working tree has other words again."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({PATH: PLAN, "plans/owners.yaml": OWNERS, "k8s/other.yaml": "a: 1\n"})
    made.git("tag", TAG.replace(" ", "-"))
    made.commit({PATH: edited("lead"), "plans/later-2018.yaml": LATER})
    made.write(PATH, edited("renumbered"))
    made.write("plans/owners.yaml", OWNERS.replace("City", "Town"))
    return made


def then(made: Made) -> str:
    return TAG.replace(" ", "-")


COMMANDS = [
    ("lint", "--format", "json"),
    ("lint", "plans", "--format", "concise", "--show-accepted"),
    ("list", "--format", "json"),
    ("list", PATH, "--owner", "City"),
    ("status",),
    ("show", "example-2013/A1.2"),
    ("show", f"{PATH}/A1.1", "--audience", "internal"),
    ("report", "example-2013"),
    ("report", PATH, "--format", "md"),
    ("report", "--template", "portfolio"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_output_is_that_of_a_checkout(made: Made, hsplan: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    checkout = tmp_path / "checkout"
    for revision in (then(made), "HEAD"):
        made.git("worktree", "add", "-q", "--detach", "--force", str(checkout), revision)
        expected = hsplan(*command, *DAY, cwd=checkout)
        found = hsplan(*command, *DAY, "--at", revision, cwd=made.folder)
        assert (found.code, found.out) == (expected.code, expected.out)
        assert found.err.replace(f" --at {revision}", "") == expected.err
        made.git("worktree", "remove", "--force", str(checkout))


def test_nothing_is_written(made: Made, hsplan: Run) -> None:
    before = {str(path): path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    for command in COMMANDS:
        hsplan(*command, *DAY, "--at", then(made), cwd=made.folder)
    assert {str(path): path.read_bytes() for path in made.folder.rglob("*") if path.is_file()} == before


def test_todays_configuration_and_the_known_findings_of_then(made: Made, hsplan: Run) -> None:
    run = ("lint", "--at", "HEAD", "--format", "concise", *DAY)
    assert "lead-missing" not in hsplan(*run, cwd=made.folder).out
    made.write("hsplan.toml", 'plans = "**/later-*.yaml"\nowners = "plans/owners.yaml"\n[lint]\nselect = ["HS2"]\n')
    assert hsplan(*run, cwd=made.folder).out.splitlines()[-1].count(" in 1 plan (1 action) as at ") == 1
    made.write("hsplan.toml", "")
    known = '[example-2013]\n"A2.1".several-leads = 1\n'
    made.write("hsplan-known.toml", known)
    assert "2 warnings and 3 notes in 2 plans (4 actions) as at 2013-12-31. " in hsplan(*run, cwd=made.folder).out
    made.commit({})
    made.write("hsplan-known.toml", "")
    assert (
        "2 errors, 1 warning and 2 notes in 2 plans (4 actions) as at 2013-12-31; 1 known finding not shown."
        in hsplan(*run, cwd=made.folder).out
    )


def test_in_a_subfolder_a_worktree_and_a_folder_that_is_gone(made: Made, hsplan: Run, tmp_path: Path) -> None:
    here = ("list", "example-2013.yaml", "--format", "csv", *DAY, "--at", "HEAD")
    expected = hsplan("list", PATH, *here[2:], cwd=made.folder).out.replace("plans/", "")
    assert hsplan(*here, cwd=made.folder / "plans").out == expected
    other = tmp_path / "a worktree"
    made.git("worktree", "add", "-q", str(other), "-b", "side")
    (other / PATH).unlink()
    assert hsplan(*here, cwd=other / "plans").out == expected
    made.git("rm", "-r", "-q", "-f", "plans")
    assert (
        len(json.loads(hsplan("list", "plans", "--format", "json", "--at", "HEAD", cwd=made.folder).out)["actions"])
        == 4
    )


def test_the_hint_to_lint_names_the_revision(made: Made, hsplan: Run) -> None:
    made.commit({"plans/later-2018.yaml": "\t"})
    result = hsplan("list", "--at", "HEAD", cwd=made.folder)
    assert result.code == 1
    assert result.err == (
        "Warning: plans/later-2018.yaml cannot be read and is left out; "
        '"hsplan lint plans/later-2018.yaml --at HEAD" says why.\n'
    )


WRONG = [
    (["lint", "--at", "beschlus-é"], 'git knows no revision "beschlus-é". Did you mean "beschluß-é"?'),
    (["list", "plans/later-2018.yaml", "--at", "HEAD~1"], "plans/later-2018.yaml: there is no such file or folder at "
     "HEAD~1. It stands there now, so it came later or was called otherwise."),
    (["list", "plans/exampel-2013.yaml", "--at", "HEAD"], "there is no such file or folder at HEAD. Did you mean "
     '"example-2013.yaml"?'),
    (["list", "plans/x.yaml/y.yaml", "--at", "HEAD"], "there is no such file or folder at HEAD."),
    (["report", "later-2018", "--at", "HEAD~1"], 'there is no plan "later-2018" at HEAD~1.'),
    (["report", "plans", "--at", "HEAD"], "plans: is a folder; a report is about one plan."),
    (["lint", "docs", "--at", "HEAD"], 'there is no plan "docs" at HEAD. Those that there are: '),
    (["lint", "--at", "HEAD", "--fix"], "--fix writes to the files as they are now. Leave out --at."),
    (["lint", "--at", "HEAD", "--fix", "--diff"], "--fix writes to the files as they are now. Leave out --at."),
    (["lint", "--at", "HEAD", "--write-known"], "--write-known writes to the files as they are now. Leave out --at."),
    (["lint", "-", "--stdin-filename", PATH, "--at", "HEAD"], '--at does not go with "-". Name the plan\'s file.'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_wrong_usage(made: Made, hsplan: Run, arguments: list[str], message: str) -> None:
    result = hsplan(*arguments, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_where_git_has_nothing(made: Made, hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.git("clone", "-q", "--depth", "1", f"file://{made.folder}", str(tmp_path / "shallow"))
    result = hsplan("status", "--at", "HEAD~1", cwd=tmp_path / "shallow")
    assert (result.code, '"git fetch --unshallow" brings them' in result.err) == (2, True)
    made.git("rm", "-r", "-q", "-f", "plans")
    empty = made.commit({"k8s/other.yaml": "a: 2\n"})
    result = hsplan("status", "--at", empty[:9], cwd=made.folder)
    assert result.err == (
        f"Error: .: no plan matches plans/*.yaml, plans/*.yml at {empty[:9]}. Name a plan or a folder, or set `plans` "
        "in hsplan.toml.\n"
    ).replace("Error: .", f"Error: {made.folder}")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    outside = tmp_path / "outside"
    (outside / "plans").mkdir(parents=True)
    (outside / PATH).write_text(replaced("id: example-2013", "id: example-2013"), encoding="utf-8")
    result = hsplan("status", "--at", "HEAD", cwd=outside)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(
        "is not in a git repository, so there is no earlier version of anything in it. "
        "Leave out --at to read the files as they are.\n"
    )
    fresh = Made.fresh(tmp_path / "fresh", monkeypatch)
    fresh.write(PATH, PLAN)
    assert "nothing has been committed yet" in hsplan("status", "--at", "HEAD", cwd=fresh.folder).err
