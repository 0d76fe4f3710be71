"""The plan's own words, and sentences that need no editing by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsplan.monitor.lengths import how_long
from hsplan.report import report_context
from hsplan.report.earlier import Earlier
from hsplan.report.render import render
from hsplan.report.targets import targets_words
from tests.conftest import Build, Run
from tests.report.conftest import FromText, Shipped


def facts(from_text: FromText, rows: str, as_at: str = "2013-09-30") -> list[str]:
    return [fact.text for fact in report_context(from_text(rows, as_at)).summary.facts]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["May 2013"], "Action 1 is overdue by 3 months and 29 days."),
        (["May 2013"] * 2, "Both overdue actions are late by 3 months and 29 days."),
        (["May 2013"] * 3, "All 3 overdue actions are late by 3 months and 29 days."),
        (["May 2013", "June 2013"], "The longest overdue is action 1, by 3 months and 29 days."),
        (["May 2013", "June 2013", "May 2013"], "The longest overdue are actions 1 and 3, by 3 months and 29 days."),
        (["June 2013", *["May 2013"] * 4], "The longest overdue are 4 actions, by 3 months and 29 days."),
    ],
)
def test_the_longest_overdue(from_text: FromText, dates: list[str], said: str) -> None:
    rows = (f'  "{number}": {{title: "A", lead: City, timescale: {day}}}\n' for number, day in enumerate(dates, 1))
    assert facts(from_text, f"actions:\n{''.join(rows)}", "2013-09-29")[0] == said


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2013, 1, 31), "30 days"),
        (date(2013, 3, 4), "2 months and 3 days"),
        (date(2013, 12, 9), "11 months and 8 days"),
        (date(2014, 11, 2), "22 months"),
        (date(2015, 3, 9), "2 years and 2 months"),
    ],
)
def test_lengths_from_a_year_on_have_no_days(end: date, said: str) -> None:
    assert how_long(date(2013, 1, 1), end) == said


def test_what_was_superseded_in_the_same_plan_is_replaced_and_not_carried_over(from_text: FromText) -> None:
    rows = """actions:
  "6":
    title: "A"
    lead: City
    progress: [{date: 2013-09-01, status: superseded, decided: 2013-09-01, into: [example-2013/7]}]
  "7": {title: "B", lead: City}
"""
    came = {"7": ["example-2013/6", "example-2007/2"]}
    report = report_context(from_text(rows, "2013-10-01"), carried_from=came)
    assert [(one.label, one.texts) for one in report.groups[0].listing.actions[1].details] == [
        ("Replaces", ("action 6",)),
        ("Carried over from", ("example-2007/2",)),
    ]
    before = report_context(from_text(rows, "2013-08-01"), carried_from={"7": ["example-2007/2"]})
    assert [one.label for one in before.groups[0].listing.actions[1].details] == ["Carried over from"]


def test_where_nothing_was_late_nothing_is_counted(from_text: FromText) -> None:
    rows = 'actions: {"1": {title: "A", lead: City, timescale: June 2015}}'
    before = Earlier(from_text(rows, "2013-06-01"), meeting=True)
    text = report_context(from_text(rows, "2013-09-30"), earlier=before).summary.facts[0].text
    assert text == "No action is overdue, as on 1 June 2013; none is achieved or now routine, as then."


def test_where_the_plan_went(from_text: FromText) -> None:
    assert targets_words(["b-2012/1", "b-2012/3", "c-2012/?", "a-2012/4"], "a-2012") == (
        "actions 1 and 3 of plan b-2012, plan c-2012 and action 4"
    )
    rows = 'actions: {"1": {title: "A", lead: City, carried_from: [old-2008/1, away-2008/2]}}'
    report = report_context(from_text(rows, "2013-09-30"), titles={"old-2008": "The old plan"})
    assert "The only action was carried over from “The old plan” (old-2008) and away-2008." in [
        fact.text for fact in report.summary.facts
    ]


def test_the_command_knows_the_other_plans_titles(hsplan: Run, build: Build) -> None:
    plan = 'hsplan: 1\nid: {}\ntitle: {}\nadopted: 2013-04-01\nactions:\n  "1": {{title: "A"{}}}\n'
    old = ", progress: [{date: 2013-05-01, status: carried over, into: [new-2013/1]}]"
    files: dict[str, str | bytes] = {
        "plans/old-2008.yaml": plan.format("old-2008", '"The old: plan"', old),
        "plans/new-2013.yaml": plan.format("new-2013", "The new plan", ""),
    }
    folder = build(files)
    as_at = ("--as-at", "2013-06-01", "--format", "md")
    assert "carried over from “The old: plan” (old-2008)." in hsplan("report", "new-2013", *as_at, cwd=folder).out
    assert "went into “The new plan” (new-2013)." in hsplan("report", "old-2008", *as_at, cwd=folder).out


def test_the_plans_own_labels(from_text: FromText) -> None:
    change = "date_changes: [{date: 2013-05-01, timescale: July 2014, decided: 2013-05-02}]"
    rows = "".join(
        f'  {key}:\n    title: "T{key}"\n    actions: {{"{key}": {{title: "A", timescale: May 2014, {change}}}}}\n'
        for key in "ab"
    )
    labels = f"labels: {{theme: Priority, action: Task}}\nthemes:\n{rows}"
    before = Earlier(from_text(labels.replace('"Tb"', '"Before"'), "2013-06-01"), meeting=True)
    report = report_context(from_text(labels, "2013-09-30"), earlier=before)
    page, text = render(report, "html"), render(report, "md")
    assert "| Priority | Actions |" in text
    assert "How each priority stands" in page
    assert "| Task | First date |" in text
    assert "Priority b Tb. Retitled" in text
    for heading in (">Theme<", ">Action<", "| Theme |", "| Action |", "Theme b"):
        assert heading not in page + text


def test_of_one_organisation_it_is_not_said_each(from_text: FromText) -> None:
    rows = 'actions: {"1": {title: "A", each: [City], timescale: June 2014}}'
    (action,) = report_context(from_text(rows, "2013-09-30")).groups[0].listing.actions
    assert action.lead == "City"


def test_a_draft_whose_period_is_over_is_to_be_taken_up_or_dropped(shipped: Shipped) -> None:
    report = report_context(shipped("worcestershire-2012", "2018-01-01"))
    assert report.header.status.endswith("Its period is over.")
    assert [point.text for point in report.sections[0].points] == [
        "Decide whether to adopt the draft plan, whose period ended on 31 March 2017, with new dates, to replace it or "
        "to drop it.",
        "Note how the draft plan’s 85 actions stand as at 1 January 2018.",
    ]


LEADS = """\
owners: {City: {kind: organisation}, Town: {kind: organisation}, Team: {kind: team, part_of: City},
         Both: {kind: group, members: [City, Town]}}
actions:
  "1": {title: "A", lead: City, timescale: June 2014}
  "2": {title: "B", lead: Both, timescale: June 2013}
  "3": {title: "C", lead: Team, timescale: June 2014}
"""


def test_who_leads_in_a_group_is_told_so(hsplan: Run, build: Build) -> None:
    head = 'hsplan: 1\nid: a\ntitle: "A"\nperiod: {from: 2013-04-01, to: 2018-03-31}\nadopted: 2013-04-01\n'
    folder = build({"plans/a.yaml": head + LEADS})
    city, town = (
        hsplan("report", "a", "--as-at", "2013-09-30", "--format", "md", "--owner", name, cwd=folder).out
        for name in ("City", "Town")
    )
    assert (
        "1 open action. Besides, 1 open action (1 overdue) is led by Both, to which it belongs; "
        "1 open action is led by Team, which is part of it.\n"
    ) in city
    assert [line for line in city.splitlines() if line.startswith("### ")] == ["### City", "### Both", "### Team"]
    assert [line for line in town.splitlines() if line.startswith("### ")] == ["### Both"]


def test_a_missing_part_is_told_with_its_file_and_line(hsplan: Run, tmp_path: Path) -> None:
    own = tmp_path / "ours.html.j2"
    own.write_text('<p>Ours</p>\n{% include "parts/nothere.html.j2" %}\n', encoding="utf-8")
    result = hsplan("report", "west-kent-2010", "--as-at", "2011-06-30", "--template", str(own))
    assert result.code == 2
    assert f'{own}:2: "parts/nothere.html.j2" is included, and it is not there.' in result.err


def test_no_space_before_a_semicolon(from_text: FromText) -> None:
    change = "date_changes: [{date: 2013-05-01, timescale: July 2014, decided: 2013-05-02}]"
    rows = f'actions: {{"1": {{title: "A", lead: City, timescale: May 2014, {change}}}}}'
    page = render(report_context(from_text(rows, "2013-09-30")), "html")
    assert "</time>\n" not in page
