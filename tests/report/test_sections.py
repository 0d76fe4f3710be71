"""What each section holds."""

from __future__ import annotations

from hsplan.monitor import PlanState
from hsplan.report import Report, report_context
from hsplan.report.records import ActionView
from hsplan.report.render import render
from hsplan.report.templates import Format, find_template
from tests.report.conftest import FromText, Shipped

FORMATS: tuple[Format, ...] = ("html", "md")

MOVED = """
actions:
  "1":
    title: "Moved twice, and overdue again"
    lead: City
    timescale: September 2013
    date_changes:
      - {date: 2013-10-01, timescale: March 2014, decided: 2013-10-05, decision: "Board, item 3", reason: "No staff"}
      - {date: 2014-04-01, timescale: June 2014, decided: 2014-04-05}
      - {date: 2014-07-01, timescale: March 2015, reason: "The post is vacant"}
      - {date: 2014-05-01, timescale: December 2014, decided: 2014-06-01, refused: true}
    progress:
      - {date: 2014-01-10, status: in progress, note: "Draft out"}
      - {date: 2014-07-15, note: "Still drafting"}
"""


def action(report: Report, key: str) -> ActionView:
    return next(each for group in report.groups for each in group.listing.actions if each.id == key)


def sections(state: PlanState) -> dict[str, list[str]]:
    return {listing.anchor: [each.id for each in listing.actions] for listing in report_context(state).listings}


MOVED_AND_DONE = """
  "2":
    title: "Moved once, and done"
    lead: City
    timescale: September 2013
    date_changes: [{date: 2013-09-01, timescale: March 2014, decided: 2013-09-05, reason: "No staff"}]
    progress: [{date: 2014-02-10, status: achieved, note: "Signed"}]
"""


def test_exceptions_give_the_moved_dates_of_what_is_still_open(from_text: FromText) -> None:
    report = report_context(from_text(MOVED + MOVED_AND_DONE, "2014-08-31"))
    assert report.moved is not None
    assert [row.action.id for row in report.moved.rows] == ["1", "2"]
    for format in FORMATS:
        whole = render(report, format)
        exceptions = render(report, format, find_template("exceptions", format))
        assert "The due dates of 2 actions were moved" in whole
        assert "The due date of 1 action was moved" in exceptions
        assert "Moved once, and done" not in exceptions


def test_a_moved_date_never_hides(from_text: FromText) -> None:
    report = report_context(from_text(MOVED, "2014-08-31"))
    found = action(report, "1")
    assert (found.late, found.rating, found.position.label) == ("2 months", "red", "Overdue")
    assert found.due is not None
    assert found.first_due is not None
    assert (found.first_due.words, found.due.words) == ("30 September 2013", "30 June 2014")
    assert found.moves == "moved twice, by 9 months in all"
    assert found.remark == "2 months late; new date proposed"
    assert dict(found.details)["Date changes"] == (
        "To 31 March 2014, agreed on 5 October 2013 (Board, item 3): No staff.",
        "To 30 June 2014, agreed on 5 April 2014.",
        "To 31 December 2014, refused on 1 June 2014.",
        "To 31 March 2015, proposed, not decided (put forward on 1 July 2014): The post is vacant.",
    )
    assert "The due date of 1 action has been moved, more than once." in [fact.text for fact in report.summary.facts]
    for format in FORMATS:
        assert "30 September 2013" in render(report, format)


def test_a_proposal_says_what_a_meeting_can_agree_to(from_text: FromText) -> None:
    waiting = report_context(from_text(MOVED, "2014-08-31")).proposals
    assert [(row.what, row.reason) for row in waiting.rows] == [
        ("Move the due date to 31 March 2015, 9 months later than 30 June 2014", "The post is vacant")
    ]


def test_the_last_word_is_the_newest_entry_and_the_status_the_newest_that_states_one(from_text: FromText) -> None:
    found = action(report_context(from_text(MOVED, "2014-08-31")), "1")
    assert found.status == "In progress"
    assert found.said is not None
    assert found.said.day is not None
    assert (found.said.day.iso, found.said.status, found.said.note) == ("2014-07-15", "", "Still drafting")


POSITIONS = """
goals:
  "1":
    title: "A goal"
    actions:
      late: {title: "Late", lead: City, timescale: June 2013}
      later: {title: "Later still", timescale: April 2013}
      soon: {title: "Due soon", lead: City, timescale: October 2013}
      next: {title: "Due next", lead: County, timescale: December 2013}
      far: {title: "Far off", each: [Both], timescale: March 2018}
      ongoing: {title: "Goes on", lead: City, timescale: ongoing}
      none: {title: "No date", lead: City, timescale: to be confirmed}
"""


def test_sections_pick_their_actions(from_text: FromText) -> None:
    assert sections(from_text(POSITIONS, "2013-09-30")) == {
        "overdue": ["later", "late"],
        "no-update": ["late", "later", "soon", "next", "far", "ongoing", "none"],
        "no-date": ["none"],
        "no-lead": ["later"],
        "ongoing": ["ongoing"],
        "due-next": ["soon", "next"],
    }


def test_summary_is_a_sentence_to_sign(from_text: FromText) -> None:
    summary = report_context(from_text(POSITIONS, "2013-09-30")).summary
    assert summary.sentence == (
        "As at 30 September 2013, of the plan’s 7 actions, 2 are overdue, 1 is due soon, 2 are within date, "
        "1 is ongoing or recurring and 1 has no date."
    )
    assert [fact.text for fact in summary.facts] == [
        "The longest overdue is action later, by 5 months.",
        "2 open actions are due in the next quarter.",
        "No status has been reported for any action.",
        "Nothing has been reported for longer than a quarter on 7 open actions.",
        "1 open action has no lead.",
    ]


DONE = """
actions:
  early: {title: "A", timescale: June 2013, done: 2013-05-30, progress: [{date: 2013-06-01, status: achieved}]}
  on-time: {title: "B", timescale: June 2013, done: 2013-06, progress: [{date: 2013-07-01, status: achieved}]}
  late: {title: "C", timescale: June 2013, done: 2013-08-31, progress: [{date: 2013-09-01, status: achieved}]}
  unknown: {title: "D", timescale: June 2013, progress: [{date: 2013-06-01, status: achieved}]}
  routine: {title: "E", timescale: ongoing, done: 2013, progress: [{date: 2013-09-01, status: now routine}]}
  merged:
    title: "F"
    progress: [{date: 2013-09-01, status: superseded, decided: 2013-09-01, into: [example-2013/late]}]
"""


def test_how_an_action_ended(from_text: FromText) -> None:
    report = report_context(from_text(DONE, "2013-10-01"))
    assert {each.id: each.remark for group in report.groups for each in group.listing.actions} == {
        "early": "30 May 2013, 31 days early",
        "on-time": "June 2013, on time",
        "late": "31 August 2013, 2 months late",
        "unknown": "Date not given",
        "routine": "2013",
        "merged": "See action late",
    }


def test_each_stands_for_the_lead(from_text: FromText) -> None:
    report = report_context(from_text(POSITIONS, "2013-09-30"))
    assert action(report, "far").lead == "Each of City and County"


def test_a_section_without_actions_is_left_out(from_text: FromText) -> None:
    state = from_text('actions: {"1": {title: "A", lead: City, timescale: March 2018}}', "2013-05-01")
    report = report_context(state)
    assert report.listings == ()
    named = [section.name for section in report.sections]
    assert named == ["recommendations", "summary", "ratings", "owners", "whole-plan", "positions", "glossary"]


def test_the_life_of_a_plan_is_explained(from_text: FromText, shipped: Shipped) -> None:
    assert report_context(from_text("", "2013-03-31")).header.status.startswith("Draft. ")
    assert report_context(from_text("", "2013-04-01")).header.status == "Adopted on 1 April 2013 and in force."
    assert "Its period is over" in report_context(from_text("", "2018-04-01")).header.status
    assert report_context(shipped("west-kent-2010", "2011-07-01")).header.status == (
        "Closed on 30 June 2011. What was open is told of as it stood on that day."
    )


def test_a_closed_plan_counts_lateness_to_its_last_day(shipped: Shipped) -> None:
    first, much_later = (report_context(shipped("west-kent-2010", day)) for day in ("2011-07-01", "2024-01-01"))
    assert first.listings == much_later.listings
    assert [listing.anchor for listing in first.listings] == ["left-open"]
    assert first.summary.sentence == much_later.summary.sentence
    assert action(first, "1.4").remark == "6 months late when the plan closed"
    assert action(first, "6.1").remark == "See plan west-kent-2011"


def test_the_plans_own_labels_head_its_parts(shipped: Shipped) -> None:
    report = report_context(shipped("west-kent-2010", "2011-01-01"))
    assert report.header.organisations == (
        "Sevenoaks District Council, Tonbridge and Malling Borough Council and Tunbridge Wells Borough Council"
    )
    titles = [group.title for group in report.groups]
    assert titles[0] == "Theme WK: West Kent"
    assert titles[1].startswith("Objective 1: ")


def test_thresholds_stand_in_the_report(shipped: Shipped) -> None:
    state = shipped("west-kent-2010", "2011-01-01")
    state = state._replace(thresholds=state.thresholds._replace(due_soon=1, amber=7, red=90))
    report = report_context(state)
    assert (
        "Due soon means due within 1 day. An overdue action is rated amber from 7 days late and red from 90 days late; "
        "where the officer rates it otherwise, that is said."
    ) in report.rules


REMEDY = """
columns: {{x-remedy: {{title: "Remedy"{internal}}}}}
actions:
  "1": {{title: "Late", lead: City, timescale: March 2014, x-remedy: "A second officer"}}
  "2": {{title: "In time", lead: City, timescale: March 2015, x-remedy: "None needed"}}
"""


def test_a_remedy_stands_beside_what_is_overdue(from_text: FromText) -> None:
    state = from_text(REMEDY.format(internal=""), "2014-08-31")
    report = report_context(state)
    assert [(each.label, each.texts) for each in action(report, "1").remedies] == [("Remedy", ("A second officer",))]
    assert action(report, "2").remedies == ()
    for format in FORMATS:
        text = render(report, format)
        said = "Remedy: A second officer" if format == "md" else "<dt>Remedy</dt> <dd>A second officer</dd>"
        assert text.count(said) == 2  # beside its lateness, and in the whole plan


def test_an_internal_remedy_stays_inside(from_text: FromText) -> None:
    state = from_text(REMEDY.format(internal=", internal: true"), "2014-08-31")
    for format in FORMATS:
        assert "A second officer" not in render(report_context(state), format)
        said = "Remedy: A second officer" if format == "md" else "<dt>Remedy</dt> <dd>A second officer</dd>"
        assert said in render(report_context(state, "internal"), format)


def test_one_position_alone_is_said_of_all(from_text: FromText) -> None:
    one = 'actions: {"1": {title: "A", lead: City, timescale: March 2018}}'
    assert report_context(from_text(one, "2013-05-01")).summary.sentence == (
        "As at 1 May 2013, the plan’s only action is within date."
    )
    two = 'actions: {"1": {title: "A", lead: City, timescale: March 2018}, "2": {title: "B", timescale: May 2017}}'
    assert report_context(from_text(two, "2013-05-01")).summary.sentence == (
        "As at 1 May 2013, both actions of the plan are within date."
    )
    report = report_context(from_text("actions: {}", "2013-05-01"))
    assert [point.text for point in report.sections[0].points] == ["Note that the plan has no actions."]
    assert "positions" not in {section.name for section in report.sections}


DISPUTED = """
actions:
  "1":
    title: "Late, and red to its officer"
    lead: City
    timescale: June 2014
    progress: [{date: 2014-07-01, status: in progress, rag: RATING}]
"""


def test_the_officers_rating_of_what_is_overdue_has_a_column_where_it_differs(from_text: FromText) -> None:
    for rating, there in (("green", True), ("amber", False)):
        report = report_context(from_text(DISPUTED.replace("RATING", rating), "2014-07-15"))
        overdue = next(each for each in report.listings if each.anchor == "overdue")
        assert ("officer" in [column.key for column in overdue.columns]) == there
        for format in FORMATS:
            assert ("Officer’s rating" in render(report, format)) == there


def test_where_the_tables_are_many_each_shows_half(from_text: FromText) -> None:
    def action(key: str, due: str, lead: str = "lead: City, ") -> str:
        return f'  "{key}": {{title: "A", {lead}timescale: {due}}}\n'

    late = [action(f"l{number}", "June 2013") for number in range(12)]
    coming = [action(f"c{number}", "December 2013") for number in range(8)]
    vague = [action(f"v{number}", "to be confirmed") for number in range(8)]
    alone = [action(f"a{number}", "March 2018", "") for number in range(8)]

    def rows(*parts: list[str]) -> dict[str, tuple[int, int]]:
        text = "".join(line for part in parts for line in part)
        report = report_context(from_text(f"actions:\n{text}", "2013-10-31"))
        for listing in report.listings:
            named = [item.anchor for tally in listing.rest for item in tally.items]
            told = [each.anchor for each in listing.shown] + named
            assert listing.anchor == "no-update" or sorted(told) == sorted(each.anchor for each in listing.actions)
        kept = [each for each in report.listings if each.anchor != "no-update"]
        return {each.anchor: (len(each.shown), len(each.actions)) for each in kept}

    assert rows(late, coming, vague) == {"overdue": (12, 12), "no-date": (8, 8), "due-next": (8, 8)}
    assert rows(late, coming, vague, alone) == {
        "overdue": (5, 12),
        "no-date": (0, 8),
        "no-lead": (0, 8),
        "due-next": (3, 8),
    }
