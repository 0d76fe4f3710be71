"""`-q`: the result, and on stderr only what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.cli.app import COMMANDS
from tests.conftest import Build, Run

PLAN = "hsplan: 1\nid: p\ntitle: Plan\nperiod: {from: 2013-04-01, to: 2014-03-31}\n"
BAD = "hsplan: 1\nid: [\n"


@pytest.fixture
def folder(build: Build) -> Path:
    return build({"plans/p.yaml": PLAN})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_it(hsplan: Run, command: str) -> None:
    assert "-q, --quiet" in hsplan(command, "-h").out


def test_lint_says_nothing_where_nothing_is_found(hsplan: Run, folder: Path) -> None:
    assert hsplan("lint", "-q", "--select", "HS501", cwd=folder) == (0, "", "")
    assert hsplan("lint", "-q", "--select", "HS501", "--format", "concise", cwd=folder) == (0, "", "")


def test_lint_prints_its_findings_without_their_count(hsplan: Run, folder: Path) -> None:
    (folder / "plans/p.yaml").write_text(PLAN.replace("title: Plan\n", ""), encoding="utf-8")
    loud = hsplan("lint", "--select", "HS022", "--format", "concise", cwd=folder)
    quiet = hsplan("lint", "-q", "--select", "HS022", "--format", "concise", cwd=folder)
    assert loud.out.splitlines()[:-1] == quiet.out.splitlines() != []
    assert (quiet.code, quiet.err) == (1, "")


def test_a_written_file_is_not_announced(hsplan: Run, folder: Path) -> None:
    assert hsplan("list", "-q", "-o", "list.txt", cwd=folder) == (0, "", "")
    assert hsplan("list", "-o", "list.txt", cwd=folder) == (0, "", "Written: list.txt\n")
    assert (folder / "list.txt").read_text(encoding="utf-8")


def test_warnings_and_errors_show(hsplan: Run, folder: Path) -> None:
    (folder / "plans/bad.yaml").write_text(BAD, encoding="utf-8")
    result = hsplan("list", "-q", cwd=folder)
    assert (result.code, result.err.count("Warning:")) == (1, 1)
    assert (
        hsplan("lint", "-q", "nowhere.yaml", cwd=folder).err
        == "Error: nowhere.yaml: there is no such file or folder.\n"
    )
    assert hsplan("lint", "-q", "--format", "word", cwd=folder).err.startswith('Error: --format: "word" is none of')
