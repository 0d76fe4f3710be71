"""For which meeting the report is, what came since the one before, which returns are in."""

from __future__ import annotations

from hsplan.report import Report, report_context
from tests.report.conftest import FromText

MEETINGS = """
governance:
  Board: {reviews: quarterly}
meetings:
  - {date: 2014-04-10, body: Board}
  - {date: 2014-07-10, body: Board}
  - {date: 2014-08-01, body: Forum}
  - {date: 2014-10-09, body: Board}
returns:
  - {for: Q1 2014/15, by: City, date: 2014-07-02, signed_off: true}
  - {for: Q2 2014/15, by: City, date: 2014-10-03}
actions:
  old: {title: "Done before", lead: City, timescale: June 2013, progress: [{date: 2014-06-30, status: achieved}]}
  new: {title: "Done since", lead: City, timescale: June 2013, progress: [{date: 2014-07-11, status: now routine}]}
  soon: {title: "Due before the next", lead: City, timescale: 9 October 2014}
  later: {title: "Due after it", lead: City, timescale: 10 October 2014}
"""


def listed(report: Report) -> dict[str, tuple[str, list[str]]]:
    return {each.anchor: (each.title, [action.id for action in each.actions]) for each in report.listings}


def test_the_meeting_that_it_is_for_and_those_around_it(from_text: FromText) -> None:
    report = report_context(from_text(MEETINGS, "2014-07-15"))
    assert report.header.meeting == "Forum, 1 August 2014"
    report = report_context(from_text(MEETINGS.replace("  - {date: 2014-08-01, body: Forum}\n", ""), "2014-07-15"))
    assert report.header.meeting == "Board, 9 October 2014"
    assert report.header.decision_maker == "Board"
    assert listed(report)["done"] == ("Reported done since the last meeting", ["new"])


def test_a_report_on_the_day_of_a_meeting_is_for_it(from_text: FromText) -> None:
    text = MEETINGS.replace("  - {date: 2014-08-01, body: Forum}\n", "")
    report = report_context(from_text(text, "2014-07-10"))
    assert report.header.meeting == "Board, 10 July 2014"
    assert listed(report)["done"] == ("Reported done since the last meeting", ["old"])
    assert listed(report)["due-next"] == ("Due before the next meeting", ["soon"])
    assert report.sections[0].intro == "The Board is asked to:"


def test_without_meetings_a_quarter_is_looked_back_and_ahead(from_text: FromText) -> None:
    text = MEETINGS[MEETINGS.index("actions:") :]
    report = report_context(from_text(text, "2014-08-31"))
    assert (report.header.meeting, report.header.decision_maker, report.header.returns) == ("", "", "")
    assert listed(report)["done"] == ("Reported done in the last quarter", ["old", "new"])
    assert listed(report)["due-next"] == ("Due in the next quarter", ["soon", "later"])
    assert report.sections[0].intro == "The meeting is asked to:"


def test_returns_received_by_the_reports_date(from_text: FromText) -> None:
    for as_at, words, draft in (
        ("2014-07-01", "0 of 1 for Q1 2014/15; not received: City", "City not received."),
        ("2014-10-02", "0 of 1 for Q2 2014/15; not received: City", "City not received."),
        ("2014-10-03", "1 of 1 for Q2 2014/15", "City not signed off."),
    ):
        header = report_context(from_text(MEETINGS, as_at)).header
        assert header.returns == words
        assert header.draft == f"DRAFT until the returns are signed off: {draft}"
    signed = MEETINGS.replace("date: 2014-10-03}", "date: 2014-10-03, signed_off: true}")
    assert report_context(from_text(signed, "2014-10-03")).header.draft == ""


def test_several_bodies_that_review_are_told_as_several(from_text: FromText) -> None:
    text = "governance:\n  Board: {reviews: quarterly}\n  Forum: {reviews: yearly}\nmeetings:\n"
    text += "  - {date: 2013-07-10, body: Board}\n  - {date: 2013-07-10, body: Forum}\nactions: {}\n"
    report = report_context(from_text(text, "2013-10-10"))
    said = next(each for each in report.sections if each.name == "reviews").points[0].text
    assert said == "The bodies that govern the plan, and when they review it next."


def test_every_review_that_was_missed_is_counted(from_text: FromText) -> None:
    text = "governance:\n  Board: {reviews: quarterly}\nmeetings:\n  - {date: 2013-07-10, body: Board}\nactions: {}\n"
    for as_at, missed, said in (
        ("2013-10-10", 0, "The body that governs the plan, and when it reviews it next."),
        ("2013-10-11", 1, "1 progress review was missed: no meeting has been recorded for it."),
        ("2014-04-20", 3, "3 progress reviews were missed: no meeting has been recorded for them."),
    ):
        report = report_context(from_text(text, as_at))
        assert report.reviews[0].missed == missed
        assert report.reviews[0].due is not None
        assert report.reviews[0].due.iso == "2013-10-10"
        assert next(each for each in report.sections if each.name == "reviews").points[0].text == said


def test_what_was_reported_done_when_the_papers_were_out_is_listed_too(from_text: FromText) -> None:
    early = MEETINGS.replace("2014-06-30, status", "2014-07-01, status").replace(
        "  - {date: 2014-08-01, body: Forum}\n", ""
    )
    done = next(each for each in report_context(from_text(early, "2014-10-01")).listings if each.anchor == "done")
    assert done.intro == (
        "2 actions were reported as achieved, or as delivered and now routine, since the last meeting, 10 July 2014, "
        "or in the 10 days before, when its papers may have been out: old (1 July 2014)."
    )


QUARTERS = """
returns:
  - {for: Q1 2014/15, by: City, date: 2014-07-02, signed_off: true}
actions: {}
"""


def test_the_quarter_that_is_over_is_owed_though_no_return_is_listed(from_text: FromText) -> None:
    for as_at, words, draft in (
        ("2014-09-30", "1 of 1 for Q1 2014/15", False),
        ("2014-10-01", "0 of 1 for Q2 2014/15; not received: City", True),
        ("2015-01-20", "0 of 1 for Q3 2014/15; not received: City", True),
        ("2018-06-30", "0 of 1 for Q4 2017/18; not received: City", True),
        ("2019-06-30", "0 of 1 for Q4 2017/18; not received: City", True),
    ):
        report = report_context(from_text(QUARTERS, as_at))
        assert (report.header.returns, bool(report.header.draft)) == (words, draft)
        texts = [point.text for point in report.sections[0].points]
        assert any(text.startswith("Ask Example City Council to send its return for") for text in texts) is draft


def test_no_return_is_owed_for_what_nobody_reports_by(from_text: FromText) -> None:
    yearly = QUARTERS.replace("Q1 2014/15", "2013/14")
    assert report_context(from_text(yearly, "2015-01-20")).header.returns == "1 of 1 for 2013/14"
    closed = f"closed: 2014-12-31\n{QUARTERS}"
    assert report_context(from_text(closed, "2015-01-20")).header.returns == "1 of 1 for Q1 2014/15"
