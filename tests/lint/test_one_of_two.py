"""Two rules that meet at one slip: one speaks, and the other where that is accepted or there is another cause."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Report, Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_effects import ACTION, ENTRY, HEAD, INDICATOR, PLAN, changed, report_on, rules

BY = "    progress: [{date: 2025-02-10, by: %s, status: in progress, note: First draft out}]\n"
EACH = changed("lead: Strategy Team", "each: [Borchester]", changed("[Shelter]", "[Strategy Team, Shelter]"))
EACH = changed("reporting: yearly", "reporting: quarterly", EACH)
BOARD = changed(ENTRY, BY % "Steering Group", EACH)
OTHER = "  Felpersham: {kind: organisation}\n"
STRANGER = changed("owners:\n", f"owners:\n{OTHER}", changed(ENTRY, BY % "Felpersham", EACH))


def percent(target: int, better: str, baseline: int = 60, actual: int = 70, more: str = "") -> str:
    return changed(
        INDICATOR,
        "indicators:\n  helped:\n    title: Households helped in time\n    unit: '%'\n"
        f"    better: {better}\n    baseline: {{period: 2023/24, value: {baseline}}}\n"
        f"    targets: [{{period: 2024/25, value: {target}}}{more}]\n"
        f"    actuals: [{{period: Q3 2024/25, value: {actual}}}]\n",
    )


def accepted(rule: str, text: str) -> str:
    about = "" if rule == "HS625" else ', for: ["1.1"]'
    return f"{text}accepted: [{{rule: {rule}{about}, reason: So agreed}}]\n"


def entries(*each: str) -> str:
    return changed(ENTRY, "    progress:\n" + "".join(f"      - {{date: {entry}}}\n" for entry in each))


def step(timescale: str) -> str:
    return f"{PLAN}    milestones: [{{title: Signed by all, timescale: {timescale}}}]\n"


TWICE = entries("2025-01-10, status: achieved, note: Signed", "2025-01-10, status: in progress")
AHEAD = entries("2026-01-10, status: not started", "2025-01-20, status: in progress")
SLIPS = {
    "reported by a board": (BOARD, ["HS422"]),
    "reported by a board, accepted": (accepted("HS422", BOARD), ["HS402"]),
    "reported by a board long ago": (changed("2025-02-10", "2024-10-10", BOARD), ["HS402", "HS422"]),
    "reported by an organisation that is not declared": (STRANGER, ["HS422"]),
    "reported by one that is not declared, accepted": (accepted("HS422", STRANGER), ["HS402", "HS214"]),
    "a target over a hundred": (percent(150, "higher"), ["HS625"]),
    "a target over a hundred, accepted": (accepted("HS625", percent(150, "higher")), ["HS610"]),
    "a target over a hundred, of another year": (
        percent(90, "higher", more=", {period: 2025/26, value: 150}"), ["HS625", "HS610"]),
    "a target below nought": (percent(-14, "higher"), ["HS625"]),
    "a target that is too high to be worse": (percent(150, "lower", actual=50), ["HS625"]),
    "a baseline over a hundred": (percent(70, "higher", baseline=600), ["HS625"]),
    "a baseline over a hundred, accepted": (accepted("HS625", percent(70, "higher", baseline=600)), ["HS624"]),
    "a step after the plan": (step("May 2027"), ["HS311"]),
    "a step after the plan, accepted": (accepted("HS311", step("May 2027")), ["HS331"]),
    "a step after the action": (step("January 2027"), ["HS331"]),
    "achieved and in progress on one day": (TWICE, ["HS417"]),
    "achieved and in progress on one day, accepted": (accepted("HS417", TWICE), ["HS413"]),
    "achieved, and in progress later": (
        entries("2025-01-10, status: achieved, note: Signed", "2025-01-20, status: in progress"), ["HS413"]),
    "the year is a slip": (AHEAD, ["HS410"]),
    "the year is a slip, accepted": (accepted("HS410", AHEAD), ["HS411"]),
    "the year is a slip, and two others stand wrong": (
        entries("2026-01-10, status: not started", "2025-01-20, status: in progress", "2025-01-10, note: Met them",
                "2025-01-30, note: Met them"), ["HS410", "HS411"]),
    "newest first, and the year of the first is a slip": (
        entries("2026-01-10, status: in progress", "2025-01-20, status: in progress", "2025-01-10, note: Met them"),
        ["HS410", "HS411"]),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_one_of_two_rules_speaks(build: Build, slip: str) -> None:
    text, expected = SLIPS[slip]
    assert rules(build, text) == expected


@pytest.mark.parametrize(
    ("own", "since"),
    [
        ("", "that counts yet"),
        ("      - {date: 2024-05-01, by: Borchester, status: not started}\n", "that counts since 1 May 2024"),
    ],
)
def test_since_when_nobody_reported_goes_by_what_counts(build: Build, own: str, since: str) -> None:
    other = "      - {date: 2025-02-10, by: Steering Group, status: in progress, note: First draft out}\n"
    text = changed(BY % "Steering Group", f"    progress:\n{own}{other}", accepted("HS422", BOARD))
    (found,) = report_on(build, text).findings
    assert found.message == (
        f'Action 1.1 "Draw up a protocol on rent arrears" has no progress entry {since}, and the plan reports '
        "quarterly."
    )


def test_what_is_below_two_newer_entries_is_told_of_the_one_that_can_be(build: Build) -> None:
    found = report_on(build, SLIPS["the year is a slip, and two others stand wrong"][0]).findings
    assert [each.message.partition(": ")[2] for each in found if each.rule == "HS411"] == [
        "the entry of 10 January 2025 stands below that of 20 January 2025."
    ]


OLD = changed("adopted: 2024-04-01\n", "adopted: 2024-04-01\nclosed: 2027-03-31\n", HEAD)
OLD += f"actions:\n{ACTION}    progress: [{{date: 2027-02-01, status: carried over, into: [elsewhere-2027/1.1]}}]\n"
MOVED = "    date_changes:\n      - {date: %s, timescale: September 2027, reason: It is late, decided: %s}\n"


def carried(build: Build, text: str) -> Report:
    folder = build({"example-2024.yaml": text, "owners.yaml": "owners: {}\n"})
    workspace = Workspace.load([str(folder)], Config(outside=("elsewhere-2027",)), str(folder))
    return lint(workspace, date(2027, 6, 1), Selection(("HS3", "HS5")))


@pytest.mark.parametrize(
    ("moved", "more", "expected"),
    [
        (MOVED % ("2027-02-20", "2027-03-01"), "", ["HS513 Move it to elsewhere-2027/1.1."]),
        (MOVED % ("2027-02-20", "2027-03-01"), accepted("HS513", ""),
         ["HS324 Put a change forward before the date passes.", "HS326 Correct the date, or accept the finding."]),
        (MOVED % ("2026-11-20", "2026-12-01"), "", ["HS326 Correct the date, or accept the finding."]),
    ],
    ids=["after it was carried over", "accepted", "before"],
)  # fmt: skip
def test_a_date_change_of_what_was_carried_over(build: Build, moved: str, more: str, expected: list[str]) -> None:
    found = carried(build, OLD + moved + more).findings
    assert sorted(f"{each.rule} {each.help}" for each in found) == expected
