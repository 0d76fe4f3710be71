"""`-q`: the result, and on stderr only what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.cli.app import COMMANDS
from hsplan.cli.quiet import call, quiet
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


def test_what_stops_a_command_shows_whatever_it_begins_with(hsplan: Run, folder: Path) -> None:
    asked = ("schema", "-q", "--check")
    missing = f"{Path('.hsplan/ids.schema.json')} is not there yet: run hsplan schema --write\n"
    assert hsplan(*asked, cwd=folder) == (1, "", missing)
    assert hsplan("schema", "-q", "--write", cwd=folder) == (0, "", "")
    assert hsplan(*asked, cwd=folder) == (0, "", "")
    (folder / "plans/p.yaml").write_text(PLAN.replace("id: p", "id: q"), encoding="utf-8")
    assert hsplan(*asked, cwd=folder).err == missing.replace("is not there yet", "is out of date")
    (folder / "plans/bad.yaml").write_text(BAD, encoding="utf-8")
    unread = hsplan(*asked, cwd=folder)
    assert (unread.code, unread.err.splitlines()) == (
        1,
        [
            f"{Path('plans/bad.yaml')} cannot be read, so the ids of what stands there are not known.",
            "Nothing is written or compared: run hsplan lint, and mend what it finds first.",
        ],
    )
    known = hsplan("lint", "-q", "--write-known", cwd=folder)
    assert known.err == f"Not taken in: what is found in {Path('plans/bad.yaml')}, which has to be mended first.\n"


def test_one_quiet_run_hushes_no_other() -> None:
    with pytest.raises(ValueError, match="broken"):
        call(_broken, {"quiet": True})
    assert not quiet()


def _broken() -> None:
    assert quiet()
    raise ValueError("broken")
