"""A plan's id stands for its file wherever a plan is named; a file, a folder or a revision of that name comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_report_since import PLAN as OTHER
from tests.compare.cases import edited
from tests.compare.plans import PLAN
from tests.conftest import Run
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
COMMANDS = (
    ["lint", "--as-at", "2013-12-31", "--format", "concise"],
    ["lint", "--as-at", "2013-12-31", "--against", "HEAD"],
    ["lint", "--as-at", "2013-12-31", "--at", "HEAD"],
    ["list", "--as-at", "2013-12-31"],
    ["list", "--as-at", "2013-12-31", "--at", "HEAD"],
    ["status", "--as-at", "2013-12-31"],
    ["returns", "--for", "2013/14"],
    ["report", "--as-at", "2013-12-31", "--format", "markdown"],
    ["history", "--trend", "csv", "--as-at", "2013-12-31"],
    ["schema"],
    ["diff"],
    ["diff", "HEAD"],
    ["diff", "HEAD~1", "HEAD"],
    ["diff", "--since", "HEAD~1"],
)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Two plans, both changed in the last commit and again since."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({PATH: PLAN, "plans/a.yaml": OTHER, "plans/owners.yaml": "owners:\n  Z: {kind: team}\n"})
    made.commit({PATH: edited("outcome"), "plans/a.yaml": OTHER.replace("May 2027", "June 2027")}, on="2026-02-10")
    made.write(PATH, edited("lead", edited("outcome")))
    made.write("plans/a.yaml", OTHER.replace("May 2027", "July 2027"))
    return made


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_id_is_its_plans_file(made: Made, hsplan: Run, command: list[str]) -> None:
    by_file = hsplan(*command, PATH, cwd=made.folder)
    assert by_file.code in (0, 1), by_file.err
    assert by_file.out
    assert hsplan(*command, "example-2013", cwd=made.folder) == by_file


def test_ids_files_and_folders_go_together(made: Made, hsplan: Run) -> None:
    both = hsplan("list", cwd=made.folder)
    assert hsplan("list", "a", "example-2013", cwd=made.folder) == both
    assert hsplan("list", "plans/a.yaml", "example-2013", cwd=made.folder) == both
    (made.folder / "deep").mkdir()
    assert hsplan("list", "a", "example-2013", cwd=made.folder / "deep").out == both.out


def test_two_ids_are_compared_as_two_files_are(made: Made, hsplan: Run) -> None:
    files = hsplan("diff", PATH, "plans/a.yaml", "--format", "concise", cwd=made.folder)
    ids = hsplan("diff", "example-2013", "a", "--format", "concise", cwd=made.folder)
    assert ids.code == 0
    assert ids.out == files.out


def test_a_revision_of_that_name_comes_first_in_diff(made: Made, hsplan: Run) -> None:
    assert hsplan("diff", "example-2013", cwd=made.folder).out.endswith("1 change: 1 attention.\n")
    made.git("tag", "example-2013", "HEAD~1")
    assert hsplan("diff", "example-2013", cwd=made.folder).out == hsplan("diff", "HEAD~1", cwd=made.folder).out.replace(
        "HEAD~1", "example-2013"
    )
    since = hsplan("diff", "--since", "HEAD~1", "example-2013", cwd=made.folder)
    assert since.out.endswith("2 changes: 2 attention.\n")


def test_a_file_or_a_folder_of_that_name_comes_first(made: Made, hsplan: Run) -> None:
    made.write("a/only.yaml", "hsplan: 1\nid: only\ntitle: x\n")
    assert "only" in hsplan("status", "a", cwd=made.folder).out
    made.write("example-2013", "not a plan\n")
    result = hsplan("lint", "example-2013", cwd=made.folder)
    assert (result.code, result.out.startswith("example-2013:1:1: error")) == (1, True)


def test_a_plan_that_is_gone_is_found_where_it_was(made: Made, hsplan: Run) -> None:
    (made.folder / "plans/a.yaml").unlink()
    assert "Build homes" in hsplan("list", "a", "--at", "HEAD", cwd=made.folder).out
    assert hsplan("list", "a", cwd=made.folder).code == 2


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["lint", "exmaple-2013"], 'there is no plan "exmaple-2013". Did you mean "example-2013"?'),
        (["list", "a", "exmaple-2013"], 'there is no plan "exmaple-2013". Did you mean "example-2013"?'),
        (["status", "plnas"], 'there is no plan "plnas". Did you mean "plans"?'),
        (["returns", "zzz", "--for", "2013/14"], 'there is no plan "zzz". Those that there are: a, example-2013.'),
        (["report", "exmaple-2013"], 'there is no plan "exmaple-2013". Did you mean "example-2013"?'),
        (["list", "zzz", "--at", "HEAD"], 'there is no plan "zzz" at HEAD. Those that there are: a, example-2013.'),
        (["diff", "exmaple-2013"], 'there is no revision and no plan "exmaple-2013". Did you mean "example-2013"?'),
        (["diff", "HEAD", "HEAD", "exmaple-2013"], 'file or folder, on either side. Did you mean "example-2013"?'),
        (["diff", "--since", "HEAD", "exmaple-2013"], 'there is no plan "exmaple-2013". Did you mean "example-2013"?'),
    ],
    ids=lambda each: "" if isinstance(each, str) else " ".join(each),
)
def test_an_unknown_id_is_asked_about(made: Made, hsplan: Run, command: list[str], said: str) -> None:
    result = hsplan(*command, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_in_a_folder_of_plans_without_anything_else(tmp_path: Path, hsplan: Run) -> None:
    (tmp_path / "example-2013.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "owners.yaml").write_text("owners:\n  Z: {kind: team}\n", encoding="utf-8")
    assert hsplan("list", "example-2013", cwd=tmp_path) == hsplan("list", "example-2013.yaml", cwd=tmp_path)
    assert "Those that there are: example-2013." in hsplan("list", "zzz", cwd=tmp_path).err
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "example-2013.pdf").write_bytes(b"")
    assert hsplan("list", "example-2013", cwd=empty).err == (
        f'Error: {empty}: there is no plan "example-2013". Name a plan\'s file, or a folder of plans.\n'
    )
