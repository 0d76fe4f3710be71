"""What the meeting is asked to decide, and whom it asks for what."""

from __future__ import annotations

import pytest

from hsplan.monitor import PlanState
from hsplan.report import report_context
from tests.report.conftest import FromText, Shipped

BODY = "governance:\n  Board: {reviews: quarterly}\n"
LATE = "timescale: June 2013"


def asked(state: PlanState) -> list[str]:
    return [point.text for point in report_context(state).sections[0].points]


def test_what_a_closed_plan_left_open(from_text: FromText, shipped: Shipped) -> None:
    assert asked(shipped("worcestershire-2007", "2012-06-30"))[0] == (
        "Decide what becomes of the 2 actions that were left open when the plan closed on 31 March 2011: Y2.7 and Y2.8."
    )
    one = f'closed: 2014-03-31\nactions: {{"1": {{title: "A", lead: City, {LATE}}}}}'
    assert asked(from_text(one, "2014-05-01")) == [
        "Decide what becomes of action 1, which was left open when the plan closed on 31 March 2014.",
        "Note how the plan’s only action ended.",
    ]


@pytest.mark.parametrize(
    ("as_at", "text"),
    [
        ("2013-03-31", "Note how the draft plan’s only action stands as at 31 March 2013."),
        ("2013-06-30", "Note how the plan’s only action stands as at 30 June 2013; it is not overdue."),
        ("2013-07-01", "Note that the plan’s only action is overdue as at 1 July 2013."),
    ],
)
def test_one_action(as_at: str, text: str, from_text: FromText) -> None:
    assert asked(from_text(f'actions: {{"1": {{title: "A", lead: City, {LATE}}}}}', as_at))[-1] == text


def test_all_and_all_but_one(from_text: FromText) -> None:
    late = f'actions:\n  "1": {{title: "A", lead: City, {LATE}}}\n  "2": {{title: "B", lead: City, {LATE}}}\n'
    assert asked(from_text(late, "2013-08-01"))[-1] == (
        "Note that both actions of the plan are overdue as at 1 August 2013."
    )
    third = f'{late}  "3": {{title: "C", lead: City, timescale: March 2018}}\n'
    assert asked(from_text(third, "2013-08-01"))[-1] == (
        "Note that 2 of the plan’s 3 actions are overdue as at 1 August 2013, and how the other stands."
    )


def test_only_leads_that_there_are_are_asked(shipped: Shipped) -> None:
    assert asked(shipped("west-kent-2010", "2011-06-30"))[1:3] == [
        "Ask the lead of 1 overdue action, for which nothing is proposed, to bring a new date or a way to catch up to "
        "the next meeting: 1.4.",
        "Name a lead for the 9 actions that have none: 1.1, 2.3, 3.1, 5.1, 7.1, 7.2, 12.1, 14.1 and 16.2; for 7.2, "
        "5.1, 2.3, 3.1 and 7.1, which are overdue, the lead is to bring a new date or a way to catch up to the next "
        "meeting.",
    ]


def test_a_lead_that_is_named_brings_the_date(from_text: FromText) -> None:
    rows = f'actions:\n  "1": {{title: "A", {LATE}}}\n'
    assert asked(from_text(rows, "2013-08-01"))[0] == (
        "Name a lead for action 1, which has none, to bring a new date or a way to catch up to the next meeting."
    )
    more = f'{rows}  "2": {{title: "B", timescale: March 2018}}\n'
    assert asked(from_text(more, "2013-08-01"))[0] == (
        "Name a lead for the 2 actions that have none: 1 and 2; for action 1, which is overdue, the lead is to bring a "
        "new date or a way to catch up to the next meeting."
    )


def test_who_lacks_both_is_named_once(from_text: FromText) -> None:
    rows = 'actions:\n  "1": {title: "A", timescale: tbc}\n  "2": {title: "B", timescale: tbc}\n'
    assert asked(from_text(rows, "2013-06-30"))[:-1] == [
        "Name a lead and set a date for the 2 actions that have neither: 1 and 2."
    ]
    led = f'{rows}  "3": {{title: "C", timescale: tbc, lead: City}}\n'
    assert asked(from_text(led, "2013-06-30"))[:-1] == [
        "Name a lead for the 2 actions that have none: 1 and 2.",
        "Set a date for the 3 actions that have none: 1, 2 and 3.",
    ]


EACH = f"""actions:
  "1":
    title: "A"
    each: [City, County, Town]
    {LATE}
    progress: [{{date: 2013-06-20, by: County, status: achieved}}]
"""


def test_who_has_done_it_is_not_asked(from_text: FromText) -> None:
    text = asked(from_text(EACH, "2013-08-01"))[0]
    assert text.startswith("Ask the leads of 1 overdue action, ")
    assert text.endswith(" to the next meeting: action 1 (City and Town).")
    both = EACH.replace(", Town]", "]")
    text = asked(from_text(both, "2013-08-01"))[0]
    assert text.startswith("Ask the lead of 1 overdue action, ")
    assert text.endswith(" to the next meeting: action 1 (City).")


def test_a_plan_whose_period_is_over_is_to_be_closed(from_text: FromText) -> None:
    rows = f'actions:\n  "1": {{title: "A", lead: City, {LATE}}}\n  "2": {{title: "B", timescale: tbc}}\n'
    assert asked(from_text(rows, "2018-03-31"))[0].startswith("Ask the lead of 1 overdue action")
    assert asked(from_text(rows, "2018-04-01")) == [
        "Decide for each of the plan’s 2 open actions whether it is carried over into the next plan, was achieved or "
        "is withdrawn, and close the plan, whose period ended on 31 March 2018.",
        "Ask the lead of 1 overdue action, for which nothing is proposed, to say by the next meeting how far the work "
        "is and what is left to do: action 1.",
        "Name a lead for action 2, which has none.",
        "Note that 1 of the plan’s 2 actions is overdue as at 1 April 2018, and how the other stands.",
    ]


def test_where_nothing_is_open_the_plan_is_only_to_be_closed(from_text: FromText) -> None:
    done = f'actions: {{"1": {{title: "A", lead: City, {LATE}, progress: [{{date: 2013-06-01, status: achieved}}]}}}}'
    assert asked(from_text(done, "2018-04-01")) == [
        "Close the plan, whose period ended on 31 March 2018 and in which nothing is open.",
        "Note how the plan’s only action stands as at 1 April 2018; it is no longer open.",
    ]
    assert asked(from_text(f"closed: 2018-03-31\n{done}", "2018-04-02")) == ["Note how the plan’s only action ended."]


def test_who_is_to_send_a_return_and_who_to_sign_it_off(from_text: FromText) -> None:
    sent = "returns:\n  - {for: Q1 2013/14, by: City, date: 2013-07-02}\nactions: {}\n"
    assert asked(from_text(sent, "2013-07-03"))[0] == "Ask Example City Council to sign off its return for Q1 2013/14."
    assert asked(from_text(sent, "2013-07-01"))[0] == "Ask Example City Council to send its return for Q1 2013/14."


@pytest.mark.parametrize(
    ("as_at", "more", "noted"),
    [
        (
            "2014-05-01",
            "closed: 2014-04-01\n",
            "Note that the plan closed on 1 April 2014. Its only action was left open.",
        ),
        ("2013-05-01", "", "Note that as at 1 May 2013, the plan’s only action is within date."),
    ],
)
def test_how_all_stand_is_noted_in_words_where_the_report_does_not_say_it(
    as_at: str, more: str, noted: str, from_text: FromText
) -> None:
    one = f'{more}actions: {{"1": {{title: "A", lead: City, timescale: March 2014}}}}'
    section = next(each for each in report_context(from_text(one, as_at)).sections if each.name == "recommendations")
    assert section.points[-1].alone == noted
