"""`hsplan history PLAN --trend`, on repositories made with real git."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from hsplan.schema import schema_folder
from tests.conftest import Run
from tests.git.repositories import Made

PATH = "plans/live-2026.yaml"
HEAD = """\
hsplan: 1
id: live-2026
title: "A plan that is at work"
period: {from: 2026-01-01, to: 2028-12-31}
adopted: 2026-01-15
owners:
  City: {kind: organisation}
  County: {kind: organisation}
actions:
"""
ACTION = '  "{n}": {{title: "Do thing {n}", lead: City, timescale: {due}{more}}}\n'
DONE = ", progress: [{{date: {on}, status: achieved}}]"


def text(*actions: tuple[str, str], head: str = HEAD) -> str:
    """A plan of actions: (timescale, the day on which it was reported achieved or "")."""
    return head + "".join(
        ACTION.format(n=number, due=due, more=DONE.format(on=on) if on else "")
        for number, (due, on) in enumerate(actions, 1)
    )


ONE = (("March 2026", ""), ("July 2026", ""))
TWO = (("March 2026", "2026-03-20"), ("July 2026", ""))
THREE = (*TWO, ("August 2026", ""), ("September 2027", ""))
FOUR = (("March 2026", "2026-03-20"), ("July 2026", "2026-06-10"), *THREE[2:])


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A plan of two, then four actions; renamed in April, broken in May, with one edit that is not committed."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({"plans/draft.yaml": text(*ONE).replace("live-2026", "draft")}, on="2025-12-10")
    made.commit({"plans/draft.yaml": text(*ONE).replace("live-2026", "draft")}, on="2026-01-31")
    made.git("mv", "plans/draft.yaml", PATH)
    made.commit({PATH: text(*TWO)}, on="2026-04-01")
    made.commit({PATH: text(*THREE)}, on="2026-04-30")
    made.commit({PATH: text(*THREE) + "  bad: [\n"}, on="2026-05-20")
    made.commit({PATH: text(*THREE)}, on="2026-06-05")
    made.write(PATH, text(*FOUR))
    return made


BEFORE = """\
hsplan: 1
id: old-2021
title: "The plan before"
period: {from: 2021-01-01, to: 2025-12-31}
adopted: 2021-01-01
closed: 2025-12-31
actions:
  "9":
    title: "Do thing 9"
    timescale: June 2022
    progress: [{date: 2025-12-31, status: carried over, into: [live-2026/1]}]
  "8":
    title: "Do thing 8"
    timescale: June 2022
    progress: [{date: 2022-06-30, status: achieved, into: [live-2026/2]}]
"""


def test_what_was_carried_over_is_counted_by_the_first_date_of_the_plan_where_it_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hsplan: Run
) -> None:
    made = Made.fresh(tmp_path, monkeypatch)
    made.commit({PATH: text(*ONE), "plans/old-2021.yaml": BEFORE}, on="2026-01-20")
    found = hsplan("history", "live-2026", "--trend", "csv", "--as-at", "2026-04-10", cwd=made.folder).out
    assert column(found, "date", "due_by_first_date", "due_by_current_date", "moved") == [
        "2026-01-31 1 0 1",
        "2026-02-28 1 0 1",
        "2026-03-31 1 1 1",
        "2026-04-10 1 1 1",
    ]


def points(result: str) -> list[dict[str, str]]:
    return list(csv.DictReader(result.splitlines()))


def column(result: str, *names: str) -> list[str]:
    return [" ".join(each[name] for name in names) for each in points(result)]


def numbered(result: str, made: Made) -> str:
    for number, name in enumerate(made.git("rev-list", "--reverse", "HEAD").split(), 1):
        result = result.replace(name, f"<commit {number}>")
    return result


def test_each_month_is_judged_by_the_version_of_then(
    made: Made, hsplan: Run, golden: Callable[[str, str], None]
) -> None:
    result = hsplan("history", "live-2026", "--trend", "csv", "--as-at", "2026-06-20", cwd=made.folder)
    assert (result.code, result.err) == (0, "Warning: 1 older version cannot be read and is passed over.\n")
    golden("history/trend.csv", numbered(result.out, made))
    picture = hsplan("history", PATH, "--trend", "svg", "--as-at", "2026-06-20", cwd=made.folder)
    assert picture.code == 0
    golden("history/trend.svg", picture.out)


def test_excel_knows_the_file_by_its_mark(made: Made, hsplan: Run) -> None:
    asked = ("history", "live-2026", "--trend", "csv", "--as-at", "2026-06-20")
    hsplan(*asked, "--output", "trend.csv", cwd=made.folder)
    printed = hsplan(*asked, cwd=made.folder).out
    assert (made.folder / "trend.csv").read_bytes() == b"\xef\xbb\xbf" + printed.encode()


def test_json_keeps_to_its_schema_and_says_what_the_csv_says(made: Made, hsplan: Run) -> None:
    schema = json.loads((schema_folder() / "trend.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    asked = ("history", "live-2026", "--as-at", "2026-06-20", "--trend")
    content = json.loads(hsplan(*asked, "json", cwd=made.folder).out)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(content)
    flat = [{**each, **each["positions"]} for each in content["points"]]
    table = points(hsplan(*asked, "csv", cwd=made.folder).out)
    assert table == [{key: str(value) for key, value in each.items() if key != "positions"} for each in flat]


def test_a_month_end_is_what_had_come_to_the_branch_by_then(made: Made, hsplan: Run) -> None:
    made.git("checkout", "-q", "--", ".")
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: text(*FOUR)}, on="2026-06-12")
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "--no-ff", "-m", "Merged", "side", on="2026-08-03")
    found = hsplan("history", "live-2026", "--trend", "csv", "--as-at", "2026-09-30", cwd=made.folder).out
    assert column(found, "date", "done")[-4:] == ["2026-06-30 1", "2026-07-31 1", "2026-08-31 2", "2026-09-30 2"]


def test_a_closed_plan_ends_when_its_story_does(made: Made, hsplan: Run) -> None:
    closed = HEAD.replace("owners:", "closed: 2026-06-15\nowners:", 1)
    made.commit({PATH: text(*FOUR, head=closed)}, on="2026-06-16")
    asked = ("history", "live-2026", "--trend", "csv", "--as-at", "2026-12-31")
    assert column(hsplan(*asked, cwd=made.folder).out, "date")[-2:] == ["2026-05-31", "2026-06-15"]
    later = text(FOUR[0], ("July 2026", "2026-07-04"), *FOUR[2:], head=closed)
    made.commit({PATH: later}, on="2026-07-05")
    assert column(hsplan(*asked, cwd=made.folder).out, "date", "done")[-2:] == ["2026-06-30 2", "2026-07-04 2"]


def test_a_draft_has_only_today(made: Made, hsplan: Run) -> None:
    made.write(PATH, text(*FOUR).replace("adopted: 2026-01-15\n", ""))
    found = hsplan("history", PATH, "--trend", "csv", "--as-at", "2026-06-20", cwd=made.folder)
    assert column(found.out, "date", "commit") == ["2026-06-20 "]
    chart = hsplan("history", PATH, "--trend", "svg", "--as-at", "2026-06-20", cwd=made.folder)
    assert (chart.code, chart.out) == (2, "")
    assert chart.err == (
        f"Error: {PATH}: a chart needs three points, and this plan has 1 so far. --trend csv has the numbers.\n"
    )


def test_the_owners_list_is_that_of_then_too(tmp_path: Path, hsplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made.fresh(tmp_path / "joint", monkeypatch)
    owners = (
        "owners:\n  City: {kind: organisation}\n  County: {kind: organisation}\n  All: {kind: group, members: [%s]}\n"
    )
    plan = HEAD.replace("owners:\n  City: {kind: organisation}\n  County: {kind: organisation}\n", "") + (
        '  "1": {title: "Do it", each: [All], timescale: March 2026, '
        "progress: [{date: 2026-01-20, by: City, status: achieved}]}\n"
    )
    made.commit({PATH: plan, "plans/owners.yaml": owners % "City"}, on="2026-01-20")
    made.commit({"plans/owners.yaml": owners % "City, County"}, on="2026-02-20")
    found = hsplan("history", "live-2026", "--trend", "csv", "--as-at", "2026-03-10", cwd=made.folder).out
    assert column(found, "date", "done") == ["2026-01-31 1", "2026-02-28 0", "2026-03-10 0"]


def test_a_month_in_which_the_file_was_gone_is_absent(made: Made, hsplan: Run) -> None:
    made.git("rm", "-q", "-f", PATH)
    made.commit({}, on="2026-06-25")
    made.commit({PATH: text(*FOUR)}, on="2026-07-05")
    found = hsplan("history", "live-2026", "--trend", "csv", "--as-at", "2026-08-01", cwd=made.folder).out
    assert column(found, "date")[-3:] == ["2026-05-31", "2026-07-31", "2026-08-01"]


def test_outside_of_git_and_before_the_first_commit(
    tmp_path: Path, hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "live-2026.yaml"
    path.write_text(text(*ONE), encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = hsplan("history", str(path), "--trend", "csv", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "is not in a git repository" in result.err
    made = Made.fresh(tmp_path / "new", monkeypatch)
    made.write(PATH, text(*ONE))
    found = hsplan("history", "live-2026", "--trend", "csv", "--as-at", "2026-03-10", cwd=made.folder).out
    assert column(found, "date", "actions") == ["2026-03-10 2"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--trend", "cvs"], '--trend: "cvs" is none of csv, json, svg. Did you mean "csv"?'),
        (["--trend", "csv", "--authors"], "--authors and --format are for one action's history."),
        (["--trend", "csv", "--format", "json"], "--authors and --format are for one action's history."),
        (
            [],
            '"live-2026" does not name a plan and an action. Name one of its actions, as live-2026/5.1 ("hsplan list" '
            "shows them), or ask for all with --trend csv.",
        ),
    ],
)
def test_wrong_options(made: Made, hsplan: Run, arguments: list[str], message: str) -> None:
    result = hsplan("history", "live-2026", *arguments, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "live-2026/1 --trend csv",
            '"live-2026/1" is not a plan, and --trend is of a whole one. Write live-2026 alone.',
        ),
        ("nope --trend csv", 'there is no plan "nope". Those that there are: live-2026.'),
        (PATH, "Name one of its actions, as live-2026/5.1"),
        ("live-2026/", "Name one of its actions, as live-2026/5.1"),
        ("/5.1", "Name one of its actions, as west-kent-2010/5.1"),
        ("live-2026 --trend csv --as-at 2026-02-30", '--as-at: "2026-02-30" is not a day of the calendar.'),
    ],
)
def test_wrong_names(made: Made, hsplan: Run, name: str, message: str) -> None:
    result = hsplan("history", *name.split(), cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
