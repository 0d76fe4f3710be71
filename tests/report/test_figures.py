"""Figures, lengths of time and words that a reader would stumble over."""

from __future__ import annotations

import pytest

from hsplan.report import report_context
from tests.report.conftest import FromText

RATE = """indicators:
  rate:
    title: "Cases relieved"
    unit: "%"
    better: higher
    snapshot: true
    targets: [{value: 50}]
    actuals: [{period: Q1 2013/14, value: 36}, {period: Q2 2013/14, value: 31.2}]
"""
YEAR = """indicators:
  year:
    title: "Households helped"
    unit: households
    better: higher
    frequency: quarterly
    targets: [{period: 2013/14, per: year, value: 480}]
    actuals:
      - {period: Q1 2013/14, value: 130}
      - {period: Q2 2013/14, value: 110}
      - {period: Q3 2013/14, value: 125}
      - {period: Q4 2013/14, value: 125}
"""


def test_percentages_lie_percentage_points_apart(from_text: FromText) -> None:
    found = report_context(from_text(RATE, "2013-10-31")).indicators[0]
    assert found.trend == "▼ Worse: down 4.8 percentage points from Q1 2013/14"
    assert found.rule == ("Target for Q2 2013/14: at least 50%. It was 31.2%, short by 18.8 percentage points: missed.")
    one = report_context(from_text(RATE.replace("31.2", "35"), "2013-10-31")).indicators[0]
    assert one.trend == "▼ Worse: down 1 percentage point from Q1 2013/14"


def test_a_direction_says_which_figure_it_is_about(from_text: FromText) -> None:
    found = report_context(from_text(YEAR, "2014-05-31")).indicators[0]
    assert (found.now, found.status) == ("490 households, 2013/14", "Met")
    assert found.trend == "● The same: Q4 2013/14 was 125 households, as in Q3 2013/14"
    up = report_context(from_text(YEAR.replace("Q3 2013/14, value: 125", "Q3 2013/14, value: 140"), "2014-05-31"))
    assert up.indicators[0].trend == "▼ Worse: Q4 2013/14 was 125 households, down 15 households from Q3 2013/14"


def test_what_is_near_its_target_is_called_so(from_text: FromText) -> None:
    report = report_context(from_text(RATE.replace("31.2", "49"), "2013-10-31"))
    points = next(each for each in report.sections if each.name == "indicators").points
    assert points[0].text == "The only indicator with a figure was close to its target (within 10%)."


LATE_STEP = """actions:
  "1":
    title: "A"
    lead: City
    timescale: March 2015
    milestones:
      - {title: "Step one", timescale: May 2013}
      - {title: "Step two", timescale: April 2013, done: 2013-04}
  "2":
    title: "B"
    lead: City
    timescale: June 2013
    milestones: [{title: "Step", timescale: May 2013}]
"""


@pytest.mark.parametrize(
    ("as_at", "more", "told"),
    [
        ("2013-05-31", "", False),
        ("2013-07-31", "", True),
        ("2013-07-31", "closed: 2013-07-01\n", False),
    ],
)
def test_a_late_milestone_of_what_is_not_overdue_is_told_in_front(
    as_at: str, more: str, told: bool, from_text: FromText
) -> None:
    facts = [fact.text for fact in report_context(from_text(more + LATE_STEP, as_at)).summary.facts]
    said = "1 open action that is not overdue has a late milestone: action 1 by 2 months."
    assert (said in facts) is told
    assert any("milestone" in text for text in facts) is told


def test_more_late_milestones_than_are_named(from_text: FromText) -> None:
    rows = "".join(
        f'  "{number}":\n    title: "A"\n    lead: City\n    timescale: March 2015\n'
        f'    milestones: [{{title: "Step", due: 2013-05-{number:02}}}]\n'
        for number in range(8, 0, -1)
    )
    facts = [fact.text for fact in report_context(from_text(f"actions:\n{rows}", "2013-05-11")).summary.facts]
    assert (
        "8 open actions that are not overdue have a late milestone: action 1 by 10 days, action 2 by 9 days, "
        "action 3 by 8 days, action 4 by 7 days, action 5 by 6 days, action 6 by 5 days and 2 more."
    ) in facts


def test_one_alone_has_no_order(from_text: FromText) -> None:
    one = 'actions: {"1": {title: "A", lead: City, timescale: June 2013}}'
    for as_at, name in (("2013-08-01", "overdue"), ("2013-05-01", "due-next")):
        report = report_context(from_text(one, as_at))
        intro = next(each.intro for each in report.listings if each.anchor == name)
        assert "first" not in intro
        two = f"{one[:-1]}, '2': {{title: B, lead: City, timescale: June 2013}}}}"
        report = report_context(from_text(two, as_at))
        assert "first" in next(each.intro for each in report.listings if each.anchor == name)


def test_the_example_of_a_timescale_is_of_the_plans_own_time(from_text: FromText) -> None:
    assert "the timescale “March 2018” means by 31 March 2018." in report_context(from_text("", "2014-01-01")).rules[0]


def test_bodies_that_the_report_names_stand_in_the_glossary(from_text: FromText) -> None:
    text = "meetings: [{date: 2013-05-01, body: Both, minutes: B/1}]\n"
    assert "Both" in {term.word for term in report_context(from_text(text, "2014-01-01")).glossary}


def test_late_milestones_stand_in_a_table_and_beside_their_action(from_text: FromText) -> None:
    report = report_context(from_text(LATE_STEP, "2013-07-31"))
    (table,) = (each for each in report.listings if each.anchor == "late-milestones")
    assert table.intro == "1 open action is not overdue, but a milestone on the way is past its date."
    (view,) = table.actions
    assert view.late_milestones.endswith(": due 31 May 2013, 2 months late")
    assert view.remark == "A milestone is 2 months late"
    earlier = report_context(from_text(LATE_STEP, "2013-05-31"))
    assert "late-milestones" not in [each.anchor for each in earlier.listings]


RATED = """
actions:
  "1": {{title: "A", lead: City, timescale: "{when}", progress: [{{date: 2013-05-01, {status}rag: {rag}}}]}}
"""


@pytest.mark.parametrize(
    ("when", "status", "rag", "told"),
    [
        ("Ongoing", "status: in progress, ", "amber", "Ongoing or recurring"),
        ("subject to funding", "status: in progress, ", "red", "No date"),
        ("March 2014", "status: deferred, decided: 2013-05-01, ", "red", "Deferred"),
        ("March 2014", "status: in progress, ", "red", "Within date"),
        ("Ongoing", "status: in progress, ", "green", ""),
        ("March 2014", "status: in progress, ", "green", ""),
        ("March 2014", "status: achieved, ", "red", ""),
    ],
)
def test_what_its_officer_rates_red_or_amber_is_at_risk_with_a_date_or_without(
    when: str, status: str, rag: str, told: str, from_text: FromText
) -> None:
    report = report_context(from_text(RATED.format(when=when, status=status, rag=rag), "2013-06-01"))
    risks = [view for each in report.listings if each.anchor == "at-risk" for view in each.actions]
    assert [(view.officer, view.position.label) for view in risks] == ([(rag, told)] if told else [])
