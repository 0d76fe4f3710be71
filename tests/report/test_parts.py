"""Proposals, ratings and silence of single organisations, where each of several must do an action."""

from __future__ import annotations

import pytest

from hsplan.report import Report, report_context
from hsplan.report.records import ActionView
from tests.report.conftest import FromText

HEAD = """
actions:
  "1":
    title: "Write a leaflet"
    each: [City, County]
    timescale: June 2013
    progress:
"""
WITHDRAWN = """      - {date: 2013-05-01, by: City, status: not started}
      - {date: 2013-05-01, by: County, status: in progress}
      - {date: 2013-07-20, by: County, status: withdrawn, note: "No use here"}
"""


def _asked(report: Report) -> list[tuple[str, list[str]]]:
    return [(point.text, [item.text for item in point.items]) for point in report.sections[0].points]


def _view(report: Report) -> ActionView:
    return report.groups[0].listing.actions[0]


def test_a_proposal_of_one_stands_in_the_recommendations_with_its_name(from_text: FromText) -> None:
    report = report_context(from_text(HEAD + WITHDRAWN, "2013-08-01"))
    assert _asked(report)[:2] == [
        (
            "Agree, or refuse, the proposed withdrawal:",
            [
                "Write a leaflet. Withdraw the part of County. Put forward on 20 July 2013: No use here. "
                "Lead: Each of City and County."
            ],
        ),
        (
            "Ask the lead of 1 overdue action, for which nothing is proposed, to bring a new date or a way to catch up "
            "to the next meeting: action 1 (City).",
            [],
        ),
    ]
    view = _view(report)
    assert view.remark.endswith("late; withdrawal proposed for County")
    assert view.said is not None
    assert view.said.status == "withdrawal proposed"
    assert ("By organisation", ("City: not started", "County: in progress; withdrawal proposed")) in view.details


def test_what_each_of_two_proposes_is_asked_for(from_text: FromText) -> None:
    both = WITHDRAWN + "      - {date: 2013-07-25, by: City, status: deferred}\n"
    report = report_context(from_text(HEAD + both, "2013-08-01"))
    assert [(row.kind, row.what, row.organisations, row.rest) for row in report.proposals.rows] == [
        ("withdrawal", "Withdraw the part of County", ("County",), ()),
        ("deferral", "Defer the work of City", ("City",), ()),
    ]
    assert not any("overdue action" in text for text, _ in _asked(report)[:2])


def test_a_deferral_is_asked_for_while_both_are_in_progress(from_text: FromText) -> None:
    one = WITHDRAWN.replace("not started", "in progress").replace("withdrawn", "deferred")
    report = report_context(from_text(HEAD + one, "2013-08-01"))
    assert [row.what for row in report.proposals.rows] == ["Defer the work of County"]


def test_whoever_has_done_its_part_proposes_nothing_of_it(from_text: FromText) -> None:
    done = """      - {date: 2013-05-01, by: City, status: achieved}
      - {date: 2013-07-01, by: City, status: withdrawn}
      - {date: 2013-07-20, by: County, status: superseded, into: [example-2013/2]}
"""
    report = report_context(from_text(HEAD + done, "2013-08-01"))
    assert [row.organisations for row in report.proposals.rows] == [("County",)]
    assert _view(report).status == "No status from County"
    facts = [fact.text for fact in report.summary.facts]
    assert "Not every organisation has given a status for 1 action that each of several must do." in facts
    assert not any("has reported on" in text for text in facts)
    assert (
        "By organisation",
        ("City: achieved", "County: no status given; replacement by another action proposed"),
    ) in (_view(report).details)


def test_a_proposal_for_all_names_nobody(from_text: FromText) -> None:
    report = report_context(from_text(HEAD + "      - {date: 2013-07-01, status: withdrawn}\n", "2013-08-01"))
    assert [(row.what, row.organisations) for row in report.proposals.rows] == [("Withdraw the action", ())]
    assert "withdrawal proposed for" not in _view(report).remark


def test_the_worst_rating_counts_with_its_name(from_text: FromText) -> None:
    rated = """      - {date: 2013-06-01, by: City, status: in progress, rag: red}
      - {date: 2013-06-01, by: County, status: in progress, rag: green}
"""
    soon = report_context(from_text(HEAD + rated, "2013-06-20"))
    assert (_view(soon).officer, _view(soon).officer_by) == ("red", "City")
    assert [listing.anchor for listing in soon.listings if listing.anchor == "at-risk"] == ["at-risk"]
    late = report_context(from_text(HEAD + rated.replace("rag: red", "rag: amber"), "2013-08-20"))
    assert (_view(late).rating, _view(late).officer, _view(late).officer_by) == ("red", "amber", "City")
    same = report_context(from_text(HEAD + rated.replace("red", "green"), "2013-08-20"))
    assert (_view(same).officer, _view(same).officer_by) == ("green", "")


def test_a_rating_of_what_is_done_counts_no_more(from_text: FromText) -> None:
    rated = """      - {date: 2013-06-01, by: City, status: achieved, rag: red}
      - {date: 2013-06-01, by: County, status: in progress, rag: amber}
"""
    view = _view(report_context(from_text(HEAD + rated, "2013-06-20")))
    assert (view.officer, view.officer_by) == ("amber", "County")


def test_the_silence_of_one_is_told_with_its_name(from_text: FromText) -> None:
    said = """      - {date: 2013-04-10, by: City, status: not started}
      - {date: 2013-08-20, by: County, status: in progress}
"""
    report = report_context(from_text(HEAD + said, "2013-09-01"))
    listing = next(each for each in report.listings if each.anchor == "no-update")
    assert listing.intro == (
        "Nothing has been reported for longer than a quarter on 1 open action; "
        "only some of its organisations have reported."
    )
    assert [(view.silence, view.silent) for view in listing.actions] == [("4 months and 22 days: City", ("City",))]


@pytest.mark.parametrize(("said", "some"), [("2013-04-10", False), ("2013-08-20", True)])
def test_who_did_its_part_long_ago_has_not_reported_lately(said: str, some: bool, from_text: FromText) -> None:
    entries = f"""      - {{date: {said}, by: City, status: achieved}}
      - {{date: 2013-04-10, by: County, status: in progress}}
"""
    report = report_context(from_text(HEAD + entries, "2013-09-01"))
    listing = next(each for each in report.listings if each.anchor == "no-update")
    assert ("only some of its organisations have reported" in listing.intro) is some


def test_who_is_silent_is_asked_to_report(from_text: FromText) -> None:
    said = """      - {date: 2013-04-10, by: City, status: not started}
      - {date: 2013-08-20, by: County, status: in progress}
  "2": {title: "B", lead: City, timescale: March 2015}
"""
    text = (HEAD + said).replace("June 2013", "June 2014")
    assert (
        "Ask the leads of 2 actions, on which nothing has been reported for longer than a quarter, to report on them "
        "by the next meeting: actions 2 (City) and 1 (City).",
        [],
    ) in _asked(report_context(from_text(text, "2013-09-01")))


def test_a_plan_that_nobody_has_ever_reported_on(from_text: FromText) -> None:
    rows = "".join(f'  "{n}": {{title: "A", lead: City, timescale: March 2015}}\n' for n in range(1, 14))
    report = report_context(from_text(f"actions:\n{rows}", "2013-09-01"))
    assert "No status has been reported for any action, although progress is due quarterly." in [
        fact.text for fact in report.summary.facts
    ]
    assert (
        "Ask the leads of 13 actions, on which nothing has been reported for longer than a quarter, to report on them "
        "by the next meeting.",
        [],
    ) in _asked(report)
    fresh = report_context(from_text(f"actions:\n{rows}", "2013-05-01"))
    assert fresh.rules[-1] == "Progress is due quarterly."


RIVALS = """
actions:
  "1":
    title: "A"
    lead: City
    timescale: June 2013
    date_changes:
      - {date: 2013-07-01, timescale: August 2013, reason: "Staff"}
      - {date: 2013-08-01, timescale: June 2014, reason: "More staff"}
    milestones:
      - {title: "Step", timescale: May 2014, date_changes: [{date: 2013-08-01, timescale: July 2014}]}
    progress: [{date: 2013-08-20, status: withdrawn}]
  "2":
    title: "B"
    lead: City
    timescale: June 2013
    date_changes: [{date: 2013-07-01, timescale: August 2014}]
    progress: [{date: 2013-08-20, status: deferred}]
"""


def test_proposals_that_exclude_each_other_say_so(from_text: FromText) -> None:
    rows = report_context(from_text(RIVALS, "2013-09-01")).proposals.rows
    rivals = "It excludes the other 2 proposals on this action"
    assert [row.what for row in rows] == [
        "Move the due date to 31 August 2013, 2 months later than 30 June 2013. That day has passed: ask for another. "
        f"{rivals}",
        f"Move the due date to 30 June 2014, 12 months later than 30 June 2013. {rivals}",
        "Move the milestone “Step” to 31 July 2014, 2 months later than 31 May 2014",
        f"Withdraw the action. {rivals}",
        "Move the due date to 31 August 2014, 14 months later than 30 June 2013",
        "Defer the work",
    ]
