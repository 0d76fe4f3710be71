"""Days at their edges: years in which only what comes round is due, five years from a 29 February, what is done."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_effects import ANSWER, ENTRY, PLAN, changed, report_on

NAMES = ("prisons", "hospitals", "hostels", "schools", "police", "landlords", "courts", "charities")
MANY = PLAN[: PLAN.index("actions:")] + "actions:\n"
MANY += "".join(
    f'  "{number}": {{title: "Agree a protocol with {name}", lead: Shelter, timescale: March 2025}}\n'
    for number, name in enumerate(NAMES)
)


@pytest.mark.parametrize("timescale", ["Quarterly", "Annually by 31 March", "each April"])
def test_what_comes_round_is_due_in_the_last_years(build: Build, timescale: str) -> None:
    more = f'  "9": {{title: "Count those who sleep rough", lead: Shelter, timescale: {timescale}}}\n'
    (found,) = report_on(build, MANY + more, "owners: {}\n", "HS335").findings
    assert found.message == (
        "The last due date of an action that is done once is 31 March 2025; in the plan's last 2 years only what comes "
        "round is due."
    )


def test_where_nothing_comes_round_nothing_is_due(build: Build) -> None:
    (found,) = report_on(build, MANY, "owners: {}\n", "HS335").findings
    assert found.message == "The last due date is 31 March 2025; nothing is due in the plan's last 2 years."


@pytest.mark.parametrize(("done", "found"), [("", 1), (", done: 2025-02-01", 0), (", done: 2025-04-01", 1)])
def test_a_step_that_is_done_is_not_due_after_its_action(build: Build, done: str, found: int) -> None:
    step = f"    milestones: [{{title: Landlords signed up, timescale: March 2027{done}}}]\n"
    assert len(report_on(build, PLAN + step, "owners: {}\n", "HS331").findings) == found


@pytest.mark.parametrize(
    ("day", "found"), [("2025-02-28", ["HS722"]), ("2025-03-01", ["HS721"]), ("2025-02-27", ["HS722"])]
)
def test_five_years_from_a_leap_day(build: Build, day: str, found: list[str]) -> None:
    text = changed("{Borchester: 2024-04-01}", "{Borchester: 2020-02-29}")
    folder = build({"example-2024.yaml": text})
    workspace = Workspace.load([str(folder)], Config(), str(folder))
    report = lint(workspace, date.fromisoformat(day), Selection(("HS721", "HS722")))
    assert [each.rule for each in report.findings] == found
    assert "28 February 2025" in report.findings[0].message


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("", ["HS420"]),
        ("      - {date: 2025-02-20, status: achieved}\n", []),
        ("      - {date: 2025-06-20, status: achieved}\n", []),
        ("      - {date: 2025-06-20, status: in progress}\n", ["HS420"]),
    ],
)
def test_done_is_not_asked_about_before_somebody_has_written_it(build: Build, entry: str, found: list[str]) -> None:
    """As at a day between what was done and the entry that reports it, neither stood in the file yet."""
    entries = f"    done: 2025-02-14\n    progress:\n      - {{date: 2025-01-01, status: in progress}}\n{entry}"
    report = report_on(build, changed(ENTRY, entries), "owners: {}\n", "HS42", "HS401")
    assert [each.rule for each in report.findings] == found


def test_what_is_not_asked_about_is_overdue_by_then(build: Build) -> None:
    late = changed(ANSWER, ANSWER.replace("December 2026", "January 2025"))
    entries = "    done: 2025-02-14\n    progress: [{date: 2025-06-20, status: achieved}]\n"
    report = report_on(build, changed(ENTRY, entries, late), "owners: {}\n", "HS42", "HS401")
    assert [each.rule for each in report.findings] == ["HS401"]
