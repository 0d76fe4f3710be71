"""What a report must say as it is: who has still to do what, when it was done, what was known on its day."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from hsplan.report import Report, report_context
from tests.report.conftest import FromText

BOARD = "governance:\n  Board: {reviews: quarterly}\nmeetings:\n  - {date: 2014-04-10, body: Board}\n"
"""The head of the plans; the meeting that has just been."""


def texts(report: Report, name: str) -> list[str]:
    section = next((each for each in report.sections if each.name == name), None)
    return [point.text for point in section.points] if section else []


def each_of(entries: Iterable[str], more: str = "") -> str:
    told = "".join(f"      - {{{entry}}}\n" for entry in entries)
    return (
        f'{BOARD}actions:\n  "1":\n    title: "A"\n    each: [City, County]\n    timescale: June 2014\n{more}'
        f"    progress:\n{told}"
    )


@pytest.mark.parametrize("last", ["achieved", "now routine"])
def test_a_joint_action_is_done_when_the_last_has_done_it(last: str, from_text: FromText) -> None:
    plan = each_of(
        ("date: 2014-03-01, by: City, status: achieved", f"date: 2014-06-20, by: County, status: {last}"),
    )
    report = report_context(from_text(plan, "2014-07-01"))
    assert texts(report, "done") == [
        "1 action was reported as achieved, or as delivered and now routine, since the last meeting, 10 April 2014."
    ]


def test_who_has_done_its_part_rates_nothing_any_more(from_text: FromText) -> None:
    plan = each_of(
        (
            "date: 2014-05-01, by: City, status: in progress, rag: amber",
            "date: 2014-05-01, by: County, status: in progress, rag: amber",
            "date: 2014-06-01, by: City, status: achieved",
        )
    )
    view = report_context(from_text(plan, "2014-06-15")).groups[0].listing.actions[0]
    assert (view.officer, view.officer_by) == ("amber", "County")


def test_who_is_silent_is_asked_though_another_has_a_proposal(from_text: FromText) -> None:
    plan = each_of(
        ("date: 2014-06-01, by: City, status: deferred", "date: 2013-06-01, by: County, status: in progress")
    )
    report = report_context(from_text(plan, "2014-06-15"))
    assert texts(report, "recommendations")[1:-1] == [
        "Ask the lead of 1 action, on which nothing has been reported for longer than a quarter, to report on it by "
        "the next meeting: action 1 (County)."
    ]


@pytest.mark.parametrize(
    ("done", "status", "words"),
    [
        ("2013", "achieved", "2013, at least 6 months early"),
        ("2014", "achieved", "2014"),
        ("2014-06", "achieved", "June 2014, on time"),
        ("2014-08", "achieved", "August 2014, at least 1 month and 1 day late"),
        ("2014-06-30", "achieved", "30 June 2014, on time"),
        ("2014-08-05", "now routine", "5 August 2014, 1 month and 5 days late"),
        ("2014-05-05", "now routine", "5 May 2014"),
    ],
)
def test_only_what_is_certain_is_said_of_when_it_was_done(
    done: str, status: str, words: str, from_text: FromText
) -> None:
    plan = (
        f'actions:\n  "1": {{title: "A", lead: City, timescale: June 2014, done: {done}, '
        f"progress: [{{date: 2015-02-01, status: {status}}}]}}\n"
    )
    report = report_context(from_text(plan, "2015-03-01"))
    assert report.groups[0].listing.actions[0].remark == words


DECIDED = """actions:
  "1":
    title: "A"
    lead: City
    timescale: June 2014
    date_changes:
      - {{date: 2014-05-01, timescale: June 2015, decision: "Board, item 5", decided: 2014-05-20{refused}}}
    progress:
      - {{date: 2014-05-01, status: deferred, decision: "Board, item 6", decided: 2014-05-20{refused}}}
"""


@pytest.mark.parametrize("refused", ["", ", refused: true"])
def test_a_decision_still_to_come_is_not_known(refused: str, from_text: FromText) -> None:
    report = report_context(from_text(DECIDED.format(refused=refused), "2014-05-19"))
    assert [(row.kind, row.decision) for row in report.proposals.rows] == [("date change", ""), ("deferral", "")]
    assert "item 5" not in repr(report)
    assert "item 6" not in repr(report)
    assert "item 5" in repr(report_context(from_text(DECIDED.format(refused=refused), "2014-05-20")))


def test_an_action_that_joins_later_is_not_known_before(from_text: FromText) -> None:
    plan = (
        'actions:\n  "1": {title: "A", lead: City, depends_on: ["2"], timescale: June 2014}\n'
        '  "2": {title: "Newcomer", lead: City, added: 2013-12-01, timescale: June 2015}\n'
    )
    before = report_context(from_text(plan, "2013-11-30").known)
    assert before.summary.sentence == "As at 30 November 2013, the plan’s only action is within date."
    assert "Newcomer" not in repr(before)
    state = from_text(plan, "2013-11-30")
    assert [each.action.id for each in state.actions] == ["1", "2"]
    assert report_context(from_text(plan, "2013-12-01").known).summary.total == 2


FIGURES = """indicators:
  homes:
    title: "Homes let"
    unit: homes
    better: higher
    frequency: quarterly
    targets: [{per: year, value: 30}]
    actuals:
      - {period: 2013/14, value: 33}
      - {period: Q1 2014/15, value: 9, provisional: true}
  content:
    title: "Applicants satisfied"
    unit: "%"
    better: higher
    frequency: yearly
    targets: [{period: 2013/14, value: 80, by: County}, {period: 2013/14, value: 90, by: Town}]
    actuals: [{period: 2013/14, value: 82, by: County}, {period: 2013/14, value: 70, by: Town}]
"""


def test_a_final_figure_is_not_called_provisional_for_another(from_text: FromText) -> None:
    homes, _ = report_context(from_text(FIGURES, "2014-07-15")).indicators
    assert homes.now == "33 homes, 2013/14"


def test_organisations_are_judged_by_their_own_targets(from_text: FromText) -> None:
    report = report_context(from_text(FIGURES, "2014-07-15"))
    _, found = report.indicators
    assert (found.now, found.target, found.status) == (
        "82% in 2013/14 from County and 70% in 2013/14 from Town; no figure from City",
        "80% in 2013/14 for County; 90% in 2013/14 for Town",
        "Missed",
    )
    assert found.rule == (
        "County: Target for 2013/14: at least 80%. It was 82%: met. Town: Target for 2013/14: at least 90%. It was "
        "70%, short by 20 percentage points: missed."
    )
    assert texts(report, "indicators")[0] == "Of 2 indicators with a figure, 1 missed its target and 1 met its target."
    assert texts(report, "indicators-missed") == ["1 indicator missed its target."]


def test_a_yearly_figure_says_its_direction_once(from_text: FromText) -> None:
    plan = (
        "indicators:\n  rough:\n    title: People\n    better: lower\n    snapshot: true\n    frequency: yearly\n"
        "    actuals: [{period: 2012, value: 9}, {period: 2013, value: 7}]\n"
    )
    (view,) = report_context(from_text(plan, "2014-02-01")).indicators
    assert view.trend == "▲ Better: down 2 from 2012"


def test_a_missed_review_is_told_though_a_meeting_is_listed(from_text: FromText) -> None:
    plan = f"{BOARD}  - {{date: 2014-10-30, body: Board}}\nactions: {{}}\n"
    (view,) = report_context(from_text(plan, "2014-09-01")).reviews
    assert view.due is not None
    assert view.listed is not None
    assert (view.due.iso, view.missed, view.listed.iso) == ("2014-07-10", 1, "2014-10-30")
    soon = f"{BOARD}  - {{date: 2014-07-30, body: Board}}\nactions: {{}}\n"
    (view,) = report_context(from_text(soon, "2014-07-20")).reviews
    assert view.due is not None
    assert (view.due.iso, view.missed) == ("2014-07-30", 0)


def test_equal_delays_are_said_once_in_the_order_of_the_plan(from_text: FromText) -> None:
    step = 'milestones: [{title: "Draft", timescale: December 2013}]'
    later = 'milestones: [{title: "Draft", timescale: January 2014}]'
    plan = "actions:\n" + "".join(
        f'  {key}: {{title: "A", lead: City, timescale: June 2015, {each}}}\n'
        for key, each in (("A2", later), ("A3", step), ("A11", step))
    )
    facts = [fact.text for fact in report_context(from_text(plan, "2014-03-31")).summary.facts]
    assert facts[0] == (
        "3 open actions that are not overdue have a late milestone: A3 and A11 by 3 months; A2 by 2 months."
    )


def test_counts_that_are_of_the_same_actions_read_as_one(from_text: FromText) -> None:
    late = "lead: City, timescale: June 2013}"
    one = report_context(from_text(f'actions:\n  "1": {{title: "A", {late}\n', "2014-03-31"))
    assert one.owners[0].sentence == "1 open action, overdue and without an update."
    both = report_context(
        from_text(f'actions:\n  "1": {{title: "A", {late}\n  "2": {{title: "B", {late}\n', "2014-03-31")
    )
    assert both.owners[0].sentence == "2 open actions: both overdue and both without an update."


def test_the_plans_own_words_take_no_plural(from_text: FromText) -> None:
    plan = (
        "labels: {action: Activity, theme: Priority}\n"
        'themes: {P: {title: "T", actions: {"1": {title: "A", lead: City}}}}\n'
        'actions: {"2": {title: "B", lead: City}}\n'
    )
    assert [each.title for each in report_context(from_text(plan, "2014-03-31")).groups] == [
        "Priority P: T",
        "Outside every priority",
    ]
