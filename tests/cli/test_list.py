"""`hsplan list` and `hsplan show`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO

import pytest

from hsplan.exporting.formats import _cell
from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
follows: before-2008
columns:
  x-risk: {title: "Risk"}
  x-politics: {title: "Politics", internal: true}
owners:
  City: {kind: organisation, also: [City Council]}
  County: {kind: organisation}
  Both: {kind: group, members: [City, County]}
themes:
  A:
    title: "One"
    actions:
      A1:
        title: "=An action that begins like a formula"
        lead: City
        timescale: June 2013
        x-risk: "Some"
        x-politics: "Nobody should read this"
        internal_note: "Nor this"
      A2:
        title: "An action for both"
        each: [Both]
        timescale: September 2013
        date_changes:
          - {date: 2013-05-01, timescale: December 2013, reason: "Late", decision: "Board, 4", decided: 2013-05-10}
        progress:
          - {date: 2013-05-31, by: City, status: in progress, note: "Begun"}
  B:
    title: "Two"
    actions:
      B1:
        title: "An action without a date"
        lead: County
        partners: [City]
"""
BEFORE = """\
hsplan: 1
id: before-2008
title: "The one before"
period: {from: 2008-04-01, to: 2013-03-31}
actions:
  "9":
    title: "An old action"
    progress:
      - {date: 2013-03-31, status: carried over, into: [example-2013/A1]}
"""


def ids(hsplan: Run, build: Build, *options: str) -> list[str]:
    folder = build({"example-2013.yaml": PLAN, "before-2008.yaml": BEFORE})
    result = hsplan("list", "example-2013.yaml", "--as-at", "2013-06-15", "--format", "json", *options, cwd=folder)
    assert result.code == 0
    return [action["id"] for action in json.loads(result.out)["actions"]]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["A1", "A2", "B1"]),
        (["--owner", "City"], ["A1", "A2", "B1"]),
        (["--owner", "city council"], ["A1", "A2", "B1"]),
        (["--owner", "County"], ["A2", "B1"]),
        (["--owner", "Both"], ["A2"]),
        (["--theme", "A"], ["A1", "A2"]),
        (["--status", "in progress"], []),
        (["--status", "not reported"], ["A1", "A2", "B1"]),
        (["--position", "due soon"], ["A1"]),
        (["--position", "no date"], ["B1"]),
        (["--due-before", "2013-06-30"], []),
        (["--due-before", "2013-07-01"], ["A1"]),
        (["--due-within", "15d"], ["A1"]),
        (["--due-within", "14"], []),
        (["--due-within", "365d", "--theme", "A"], ["A1", "A2"]),
        (["--organisation", "County"], ["A2", "B1"]),
        (["--organisation", "City"], ["A1", "A2"]),
        (["--overdue"], []),
        (["--due-soon"], ["A1"]),
        (["--moved"], ["A2"]),
        (["--carried"], ["A1"]),
        (["--no-lead"], []),
        (["--no-update"], []),
        (["--sort", "lead"], ["A2", "A1", "B1"]),
        (["--sort", "slippage"], ["A2", "A1", "B1"]),
        (["--sort", "due"], ["A1", "A2", "B1"]),
        (["--sort", "position"], ["A1", "A2", "B1"]),
    ],
)
def test_filters(hsplan: Run, build: Build, options: list[str], found: list[str]) -> None:
    assert ids(hsplan, build, *options) == found


def test_json_says_everything(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN, "before-2008.yaml": BEFORE})
    result = hsplan("list", "example-2013.yaml", "--as-at", "2013-06-15", "--format", "json", cwd=folder)
    first, second, _ = json.loads(result.out)["actions"]
    assert first["carried_from"] == ["before-2008/9"]
    assert second == {
        "plan": "example-2013",
        "id": "A2",
        "title": "An action for both",
        "theme": "A",
        "goal": "",
        "phase": "",
        "lead": ["Both"],
        "partners": [],
        "timescale": "September 2013",
        "kind": "month",
        "start": None,
        "due": "2013-12-31",
        "first_due": "2013-09-30",
        "slippage_days": 92,
        "status": "not reported",
        "position": "within date",
        "rag": "green",
        "carried_from": [],
        "carried_to": [],
        "path": "example-2013.yaml",
        "line": 25,
    }


def test_csv_holds_no_formula(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    result = hsplan("list", ".", "--as-at", "2013-06-15", "--format", "csv", cwd=folder)
    lines = list(csv.DictReader(StringIO(result.out)))
    assert lines[0]["title"] == "'=An action that begins like a formula"
    assert (lines[1]["due"], lines[2]["due"], lines[2]["lead"]) == ("2013-12-31", "", "County")


def test_excel_knows_a_csv_file_by_its_mark_and_a_program_is_given_none(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    asked = ("list", ".", "--as-at", "2013-06-15")
    assert hsplan(*asked, "--output", "late.csv", cwd=folder).code == 0
    printed = hsplan(*asked, "--format", "csv", cwd=folder).out
    assert (folder / "late.csv").read_bytes() == b"\xef\xbb\xbf" + printed.encode()
    assert printed.startswith("plan,id,")
    assert hsplan(*asked, "--format", "csv", "--output", "late", cwd=folder).code == 0
    assert (folder / "late").read_bytes() == (folder / "late.csv").read_bytes()
    hsplan(*asked, "--output", "late.json", cwd=folder)
    assert (folder / "late.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("days", ["60ays", "60 das", "d", "60dd", "-1", "60 weeks", "10000"])
def test_what_is_no_number_of_days_is_refused(hsplan: Run, days: str) -> None:
    assert hsplan("list", f"--due-within={days}") == (
        2,
        "",
        f'Error: --due-within: "{days}" is not a number of days. Write it as 60d.\n',
    )


@pytest.mark.parametrize("days", ["15", "15d", "15 d", " 15 days ", "15days"])
def test_days_may_be_written_out(hsplan: Run, build: Build, days: str) -> None:
    folder = build({"example-2013.yaml": PLAN})
    asked = ("list", "--as-at", "2013-12-16", "--format", "csv", "--due-within")
    assert hsplan(*asked, days, ".", cwd=folder) == hsplan(*asked, "15d", ".", cwd=folder)


def test_table(hsplan: Run, build: Build, golden: Callable[[str, str], None]) -> None:
    folder = build({"example-2013.yaml": PLAN, "before-2008.yaml": BEFORE})
    golden("list.txt", hsplan("list", ".", "--as-at", "2013-06-15", cwd=folder).out)


def test_table_in_groups_fits_80_columns(
    hsplan: Run, build: Build, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    folder = build({"example-2013.yaml": PLAN})
    out = hsplan("list", ".", "--as-at", "2013-06-15", "--group-by", "position", cwd=folder).out
    assert max(len(line) for line in out.splitlines()) <= 80
    golden("list-groups.txt", out)


def test_two_positions_at_once_are_wrong_usage(hsplan: Run) -> None:
    assert hsplan("list", "--overdue", "--due-soon") == (
        2,
        "",
        "Error: an action cannot be overdue and due soon at once. Ask for one position.\n",
    )


def test_an_unreadable_plan_is_left_out_with_a_warning(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN, "bad.yaml": "\t"})
    result = hsplan("list", ".", cwd=folder)
    assert result.code == 1
    assert result.err == 'Warning: bad.yaml cannot be read and is left out; "hsplan lint bad.yaml" says why.\n'
    assert result.out.endswith("3 actions\n")


def test_show(hsplan: Run, build: Build, golden: Callable[[str, str], None]) -> None:
    folder = build({"plans/example-2013.yaml": PLAN, "plans/before-2008.yaml": BEFORE})
    shown = [
        hsplan("show", f"example-2013/{each}", "--as-at", "2013-06-15", cwd=folder).out for each in ("A1", "A2", "B1")
    ]
    golden("show.txt", "\n".join(shown))


def test_show_keeps_what_is_internal_unless_asked(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    public = hsplan("show", "example-2013.yaml/A1", cwd=folder).out
    internal = hsplan("show", "example-2013.yaml/A1", "--audience", "internal", cwd=folder).out
    for text in ("Nobody should read this", "Nor this"):
        assert text not in public
        assert text in internal


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("A1", 'Error: "A1" does not name a plan and an action. Write it as west-kent-2010/5.1.\n'),
        ("exmple-2013/A1", 'Error: FOLDER: there is no plan "exmple-2013". Did you mean "example-2013"?\n'),
        ("example-2013/A11", 'Error: plans/example-2013.yaml: there is no action "A11". Did you mean "A1"?\n'),
    ],
)
def test_show_suggests(hsplan: Run, build: Build, name: str, message: str) -> None:
    folder = build({"plans/example-2013.yaml": PLAN})
    result = hsplan("show", name, cwd=folder)
    assert (result.code, result.err.replace(str(folder), "FOLDER")) == (2, message)


def test_an_owner_by_a_spelling_that_several_share_is_asked_about(hsplan: Run, build: Build) -> None:
    shared = "owners:\n  Ashby: {kind: organisation, also: [ADC]}\n  Alton: {kind: organisation, also: [ADC]}\n"
    folder = build({"plans/example-2013.yaml": PLAN, "plans/owners.yaml": shared})
    for option in ("--owner", "--organisation"):
        message = f'Error: {option}: "adc" may be "Alton" or "Ashby". Write the one that is meant.\n'
        assert hsplan("list", option, "adc", cwd=folder) == (2, "", message)


def test_an_owner_or_theme_that_nobody_knows_is_an_error(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    assert hsplan("list", ".", "--owner", "Cty", cwd=folder) == (
        2,
        "",
        'Error: --owner: no plan knows an owner "Cty". Did you mean "City"?\n',
    )
    assert hsplan("list", ".", "--theme", "C", cwd=folder).code == 2


def test_no_plan_can_send_the_terminal_commands(hsplan: Run, build: Build) -> None:
    title = '"Tr\\x1b[31main \\u202e nobody"'
    folder = build({"example-2013.yaml": PLAN.replace('"An action without a date"', title)})
    for arguments in (["list", "."], ["show", "example-2013.yaml/B1"], ["list", ".", "--format", "csv"]):
        out = hsplan(*arguments, cwd=folder).out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_a_pasted_page_does_not_fill_the_screen(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN.replace("timescale: June 2013", f'timescale: "{"x " * 50_000}"')})
    assert len(hsplan("list", ".", cwd=folder).out) < 10_000


def test_what_is_overdue_is_not_due_within_some_days(hsplan: Run, build: Build) -> None:
    folder = build(
        {
            "example-2013.yaml": "hsplan: 1\nid: example-2013\ntitle: An example\nadopted: 2013-04-01\n"
            "period: {from: 2013-04-01, to: 2018-03-31}\nactions:\n"
            + "".join(f'  "{day}": {{title: "Do it", timescale: {day} June 2013}}\n' for day in (14, 15, 16, 25, 26))
        }
    )
    asked = ("list", "example-2013.yaml", "--as-at", "2013-06-15", "--format", "json")
    result = json.loads(hsplan(*asked, "--due-within", "10", cwd=folder).out)
    assert [each["id"] for each in result["actions"]] == ["15", "16", "25"]
    before = json.loads(hsplan(*asked, "--due-before", "2013-06-16", cwd=folder).out)
    assert [each["id"] for each in before["actions"]] == ["14", "15"]


@pytest.mark.parametrize("title", ["=1+1", " =1+1", "\u00a0@x", "\uff1d1+1", "-1"])
def test_no_spreadsheet_finds_a_formula(title: str) -> None:
    assert _cell(title) == f"'{title}"
    assert _cell(f"a {title}") == f"a {title}"


def test_a_date_that_must_be_a_slip(hsplan: Run) -> None:
    result = hsplan("list", "plans", "--as-at", "3013-06-30", "--due-within", "60d")
    assert (result.code, result.err) == (
        2,
        "Error: --as-at: 3013-06-30 is too far away. Give a year between 1900 and 2199.\n",
    )
