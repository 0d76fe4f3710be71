"""What waits for a decision, steps that are late, and lengths of time that end a day after their plan."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build, Run

HEAD = """\
hsplan: 1
id: example-2025
title: "An example"
period: {from: 2025-04-01, to: 2030-03-31}
"""
IN_FORCE = "adopted: 2025-04-01\n"
PHASE = "phases: {short: {title: Short, from: 2025-04-01, to: 2026-03-31}}\n"
CODES = ("HS311", "HS312", "HS321", "HS322", "HS325", "HS326", "HS329", "HS401", "HS421", "HS510")


def found(build: Build, action: str, head: str = IN_FORCE, codes: tuple[str, ...] = CODES) -> list[str]:
    """The codes of what is found on 22 November 2026 of an action of a plan of five years."""
    text = f'{HEAD}{head}actions:\n  "1":\n    title: "Agree it"\n{action}'
    folder = build({"example-2025.yaml": text})
    workspace = Workspace.load([str(folder / "example-2025.yaml")], Config(path="x"), str(folder))
    return [each.rule for each in lint(workspace, date(2026, 11, 22), Selection(codes)).findings]


def progress(*entries: str) -> str:
    return "    timescale: March 2029\n    progress:\n" + "".join(f"      - {{{each}}}\n" for each in entries)


PUT = "date: 2025-09-30, status: withdrawn"


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ((PUT,), ["HS322"]),
        ((f'{PUT}, decision: "Board, item 4"',), ["HS322"]),
        (("date: 2026-11-01, status: superseded, into: [example-2025/2]",), ["HS321"]),
        ((f"{PUT}, decided: 2025-10-10",), []),
        ((f"{PUT}, refused: true",), []),
        ((PUT, "date: 2025-10-30, status: withdrawn, refused: true"), []),
        ((PUT, "date: 2025-10-30, status: in progress"), []),
        ((PUT, 'date: 2025-10-30, note: "The Board has not met"'), ["HS322"]),
        ((PUT, "date: 2025-10-30, status: achieved"), []),
        ((PUT.replace("withdrawn", "deferred"),), ["HS322"]),
    ],
)
def test_an_ending_that_waits_for_a_decision(build: Build, entries: tuple[str, ...], codes: list[str]) -> None:
    assert found(build, progress(*entries)) == codes


def test_in_a_closed_plan_only_how_it_ended_is_asked(build: Build) -> None:
    assert found(build, progress(PUT), f"{IN_FORCE}closed: 2026-09-30\n") == ["HS510"]


STEP = '    milestones: [{title: "Bid in", timescale: June 2025}]\n'


@pytest.mark.parametrize(
    ("action", "head", "codes"),
    [
        (f"    timescale: March 2027\n{STEP}", IN_FORCE, ["HS421"]),
        (f"    timescale: ongoing\n{STEP}", IN_FORCE, ["HS401"]),
        (f"    timescale: March 2026\n{STEP}", IN_FORCE, ["HS401"]),
        (f"    timescale: March 2027\n{STEP}", "", []),
        (f"    timescale: March 2027\n{STEP}", f"{IN_FORCE}closed: 2026-09-30\n", ["HS510"]),
        (f"{STEP}{progress('date: 2025-10-30, status: achieved')}", IN_FORCE, []),
        (f"{STEP}{progress('date: 2025-10-30, status: deferred, decided: 2025-10-30')}", IN_FORCE, []),
        (f"    timescale: March 2027\n{STEP.replace('}', ', done: 2025-07}')}", IN_FORCE, []),
        (f"    timescale: March 2027\n{STEP.replace('June 2025', '22 November 2026')}", IN_FORCE, []),
        (f"    timescale: March 2027\n{STEP.replace('June 2025', 'quarterly')}", IN_FORCE, []),
    ],
)
def test_a_late_step_of_an_action_that_is_not_overdue(build: Build, action: str, head: str, codes: list[str]) -> None:
    assert found(build, action, head) == codes


@pytest.mark.parametrize(
    ("wording", "more", "codes"),
    [
        ("Within 5 years", "", []),
        ("Long term (3-5 years)", "", []),
        ("1 April 2030", "", ["HS311"]),
        ("Within 61 months", "", ["HS311"]),
        ("Short term (0-12 months)", "    phase: short\n", []),
        ("1 April 2026", "    phase: short\n", ["HS312"]),
        ("Within 5 years", "    phase: short\n", ["HS312"]),
    ],
)
def test_a_length_of_time_may_end_a_day_later(build: Build, wording: str, more: str, codes: list[str]) -> None:
    ended = "    progress: [{date: 2026-03-31, status: achieved}]\n"
    assert found(build, f"    timescale: {wording}\n{more}{ended}", IN_FORCE + PHASE) == codes


@pytest.mark.parametrize(("wording", "codes"), [("Within 5 years", []), ("1 April 2030", ["HS326"])])
def test_a_date_may_be_moved_so_too(build: Build, wording: str, codes: list[str]) -> None:
    change = f'{{date: 2026-06-01, timescale: {wording}, reason: "Late", decided: 2026-06-10}}'
    assert found(build, f"    timescale: March 2027\n    date_changes: [{change}]\n") == codes


def changes(*wordings: str, more: str = ", decided: 2026-06-10") -> str:
    each = [f"{{date: 2026-06-0{day}, timescale: {to}{more}}}" for day, to in enumerate(wordings, 1)]
    return f"    timescale: March 2027\n    date_changes: [{', '.join(each)}]\n"


@pytest.mark.parametrize(
    ("action", "codes"),
    [
        (changes("March 2027", "31 March 2027"), []),
        (changes("June 2027", "March 2027"), ["HS325"]),
        (changes("June 2027", "30 June 2027"), []),
        (changes('""'), ["HS329"]),
        (changes("Ongoing"), ["HS329"]),
        (changes("Ongoing", more=", refused: true"), []),
        (changes("Ongoing").replace("March 2027", "ongoing"), []),
        (changes("Ongoing").replace("March 2027", "March 2026"), ["HS401", "HS329"]),
        (changes("TBC"), []),
        (f"{changes('Ongoing')}    progress: [{{date: 2026-08-01, status: achieved}}]\n", []),
    ],
)
def test_a_date_change_moves_the_date(build: Build, action: str, codes: list[str]) -> None:
    assert found(build, action) == codes


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (changes("Ongoing").replace("timescale: Ongoing", "timescal: June 2027"), "HS021"),
        (f"    timescale: March 2027\n{STEP.replace('}', ', done: 2025-06-31}')}", "HS026"),
        (progress(f"{PUT}, decided: 2025-13-01"), "HS026"),
    ],
)
def test_what_only_follows_from_a_slip_is_not_told(build: Build, action: str, code: str) -> None:
    assert found(build, action, codes=(*CODES, code)) == [code]


def test_show_says_where_a_date_change_gives_no_date(build: Build, hsplan: Run) -> None:
    change = "{date: 2026-06-01, reason: The trust merges, decided: 2026-06-13}"
    action = f"    timescale: March 2027\n    date_changes: [{change}]\n"
    text = f'{HEAD}{IN_FORCE}actions:\n  "1":\n    title: "Agree it"\n{action}'
    folder = build({"plans/example-2025.yaml": text})
    out = hsplan("show", "example-2025/1", "--as-at", "2026-11-22", cwd=folder).out
    assert "to no date, agreed 13 June 2026: The trust merges" in out
