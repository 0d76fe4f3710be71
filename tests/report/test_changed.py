"""What changed since the last meeting, and the numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, read_plan
from hsplan.report import Report, report_context
from hsplan.report.changed import MOST_CHANGED
from hsplan.report.earlier import Earlier
from hsplan.report.records import Section
from hsplan.report.render import render
from hsplan.report.setting import Audience
from tests.report.conftest import FromText
from tests.report.rich import compared_report
from tests.report.test_audience import SECRET, plan_text, state_of
from tests.report.test_hostile import TEXTS, hostile_plan

MEETING = "2014-03-31"
ACTION = 'actions:\n  "1": {title: "Build homes", lead: City, timescale: June 2014'


def compared(now: PlanState, before: PlanState, audience: Audience = "public", *, meeting: bool = True) -> Report:
    return report_context(now, audience, earlier=Earlier(before, meeting))


def section(report: Report, name: str) -> Section | None:
    return next((each for each in report.sections if each.name == name), None)


def texts(report: Report, name: str = "changed") -> list[str]:
    found = section(report, name)
    assert found is not None
    return [
        text for point in found.points for text in (point.text, *(f"{each.id} {each.text}" for each in point.items))
    ]


def test_nothing_is_said_without_an_earlier_version(from_text: FromText) -> None:
    report = report_context(from_text(f"{ACTION}}}\n", "2014-07-01"))
    assert (report.changed, section(report, "changed"), report.summary.compared) == (None, None, None)
    assert "more" not in report.summary.facts[0].text


def test_the_same_plan_has_not_changed(from_text: FromText) -> None:
    plan = f"{ACTION}}}\n"
    report = compared(from_text(plan, "2014-05-01"), from_text(plan, MEETING))
    assert texts(report) == ["Nothing in the plan has changed since the meeting of 31 March 2014."]
    assert section(report, "all-changes") is None


def test_the_gravest_comes_first_and_the_first_date_stands(from_text: FromText) -> None:
    before = from_text(
        f"{ACTION}}}\n"
        '  "2": {title: "Open a day centre", lead: City, timescale: May 2014}\n'
        '  "3": {title: "Write a leaflet", lead: City, timescale: May 2014,'
        " date_changes: [{date: 2014-01-01, timescale: July 2014, decided: 2014-01-02}]}\n",
        MEETING,
    )
    now = from_text(
        f'{ACTION}, progress: [{{date: 2014-06-20, status: achieved, note: "Twelve are let"}}]}}\n'
        '  "3": {title: "Write a leaflet", lead: City, timescale: May 2014,'
        " date_changes: [{date: 2014-01-01, timescale: July 2014, decided: 2014-01-02},"
        ' {date: 2014-04-01, timescale: December 2014, reason: "No printer", decided: 2014-04-02}]}\n',
        "2014-07-01",
    )
    report = compared(now, before)
    assert texts(report) == [
        "Promises taken back:",
        "2 Open a day centre. Removed without saying how it ended; it was due May 2014, led by City.",
        "Slipped:",
        "3 Write a leaflet. Slipped 5 months, July 2014 to December 2014: No printer. "
        "First date 31 May 2014, moved twice, by 7 months in all.",
        "Besides, 1 action was achieved.",
    ]
    assert texts(report, "all-changes")[-2:] == [
        "Progress and additions:",
        "1 Build homes. Achieved, reported 20 June 2014: Twelve are let.",
    ]
    assert section(report, "changed").title == "Changed since the last meeting"  # type: ignore[union-attr]
    by_day = compared(now, before, meeting=False)
    assert section(by_day, "changed").title == "Changed since 31 March 2014"  # type: ignore[union-attr]


def test_the_front_tells_only_so_many(from_text: FromText) -> None:
    rows = [f'  "{number}": {{title: "Step {number}", lead: City, timescale: June 2014}}\n' for number in range(20)]
    before = from_text("actions:\n" + "".join(rows), MEETING)
    now = from_text("actions:\n" + "".join(rows[:3]), "2014-05-01")
    report = compared(now, before)
    assert report.changed is not None
    assert [len(level.shown) for level in report.changed.levels] == [MOST_CHANGED]
    assert report.changed.left == 17 - MOST_CHANGED
    assert texts(report)[-1] == f"{17 - MOST_CHANGED} more changes."
    assert len(texts(report, "all-changes")) == 1 + 17


def test_what_lies_after_the_reports_date_is_not_known(from_text: FromText) -> None:
    before = from_text(f"{ACTION}}}\n", MEETING)
    later = from_text(
        f"{ACTION}, done: 2014-06, date_changes: [{{date: 2014-04-20, timescale: July 2014, decided: 2014-06-02}}],"
        " progress: [{date: 2014-06-20, status: achieved}]}\n",
        "2014-05-01",
    )
    assert texts(compared(later, before)) == ["1 new date was proposed."]


def test_a_count_that_fell_to_nothing_stays_in_the_table(from_text: FromText) -> None:
    """So that the changes add up; the bar, the sentence and the appendix of positions have the others alone."""
    before = from_text(f'{ACTION}}}\n  "2": {{title: "Open", lead: City, timescale: May 2013}}\n', MEETING)
    done = f'{ACTION}}}\n  "2": {{title: "Open", lead: City, progress: [{{date: 2014-04-20, status: achieved}}]}}\n'
    summary = compared(from_text(done, "2014-05-01"), before).summary
    assert [(each.mark.key, each.number, each.change) for each in summary.rows] == [
        ("overdue", 0, "1 fewer"),
        ("due-soon", 1, "1 more"),
        ("within-date", 0, "1 fewer"),
        ("achieved", 1, "1 more"),
    ]
    assert [each.key for each in summary.bar.segments] == [each.mark.key for each in summary.counts]
    assert [each.mark.key for each in summary.counts] == ["due-soon", "achieved"]
    assert "0" not in summary.sentence.partition(", ")[2]
    page = render(compared(from_text(done, "2014-05-01"), before), "html")
    assert page.count("<pattern ") == 2 * len(summary.counts)


def test_what_was_left_open_is_not_held_against_what_was_overdue(from_text: FromText) -> None:
    before = from_text(f'{ACTION}}}\n  "2": {{title: "Open", lead: City, timescale: May 2013}}\n', MEETING)
    closed = f'closed: 2014-06-01\n{ACTION}}}\n  "2": {{title: "Open", lead: City, timescale: May 2013}}\n'
    assert compared(from_text(closed, "2014-07-01"), before).summary.facts[0].text == (
        "2 actions were left open when the plan closed; on 31 March 2014, 2 were open, 1 of them overdue; "
        "none is achieved or now routine, as then."
    )
    later = from_text(closed, "2014-06-15")
    assert (
        compared(from_text(closed, "2014-07-01"), later)
        .summary.facts[0]
        .text.startswith("2 actions are left open, as many as on 15 June 2014;")
    )


def test_the_appendix_tells_all_that_changed(from_text: FromText) -> None:
    before = from_text(f"{ACTION}}}\n", MEETING)
    now = from_text(f'closed: 2014-04-30\nmeetings: [{{date: 2014-04-20}}]\n{ACTION}, note: "Two"}}\n', "2014-05-01")
    report = compared(now, before)
    assert texts(report) == [
        "To note:",
        " The plan as a whole. Closed on 30 April 2014.",
        "Besides, 1 meeting was recorded and 1 detail was changed.",
    ]
    assert texts(report, "all-changes") == [
        "To note:",
        " The plan as a whole. Closed on 30 April 2014.",
        "Progress and additions:",
        " The plan as a whole. The meeting on 20 April 2014 is recorded.",
        "Words and details:",
        "1 Build homes. Note changed.",
    ]


@pytest.mark.parametrize(
    ("status", "noun"), [("deferred", "deferral"), ("withdrawn", "withdrawal"), ("superseded", "replacement")]
)
def test_a_proposed_ending_is_called_what_it_is(status: str, noun: str, from_text: FromText) -> None:
    before = from_text(f"{ACTION}}}\n", MEETING)
    now = from_text(f"{ACTION}, progress: [{{date: 2014-04-20, status: {status}}}]}}\n", "2014-05-01")
    assert texts(compared(now, before)) == [f"1 {noun} was proposed."]


def test_a_version_that_was_named_stood_on_its_day(from_text: FromText) -> None:
    before, now = from_text(f"{ACTION}}}\n", MEETING), from_text(f'{ACTION}, note: "Two"}}\n', "2014-05-01")
    found = section(report_context(now, earlier=Earlier(before, False, "v1")), "changed")
    assert found is not None
    assert found.intro == (
        "The plan as it is now, compared with the version v1 of 31 March 2014, the gravest change first."
    )


def test_done_is_counted_from_the_day_that_was_asked_for(from_text: FromText) -> None:
    text = (
        "meetings: [{date: 2014-04-15}]\n"
        f"{ACTION}, progress: [{{date: 2014-04-01, status: achieved}}]}}\n"
        '  "2": {title: "Open", lead: City, progress: [{date: 2014-04-20, status: achieved}]}\n'
    )
    now, before = from_text(text, "2014-05-01"), from_text(text, MEETING)
    titles = []
    for meeting in (True, False):
        listing = next(each for each in compared(now, before, meeting=meeting).listings if each.anchor == "done")
        titles.append((listing.title, [each.id for each in listing.actions]))
    assert titles == [
        ("Reported done since the last meeting", ["2"]),
        ("Reported done since 31 March 2014", ["1", "2"]),
    ]


def test_counts_say_how_they_changed(from_text: FromText) -> None:
    before = from_text(f'{ACTION}}}\n  "2": {{title: "Open", lead: City, timescale: May 2013}}\n', MEETING)
    now = from_text(f'{ACTION}}}\n  "2": {{title: "Open", lead: City, timescale: May 2013}}\n', "2014-07-01")
    report = compared(now, before)
    assert [(each.mark.key, each.number, each.change) for each in report.summary.counts] == [("overdue", 2, "1 more")]
    assert report.summary.facts[0].text == (
        "2 actions are overdue, 1 more than on 31 March 2014; none is achieved or now routine, as then."
    )
    fewer = compared(before, now)
    assert "1 action is overdue, 1 fewer than on 1 July 2014;" in fewer.summary.facts[0].text


FLAGS = ["true", "yes", "maybe", "[true]"]
_texts = st.sampled_from(["", "by July 2013", "ongoing", "March 2016"])
_statuses = st.sampled_from(["", "in progress", "achieved", "deferred"])
_days = st.dates(date(2013, 1, 1), date(2016, 12, 31))
_entries = st.lists(st.tuples(_days, _statuses, st.booleans()), max_size=3)
_actions = st.lists(st.tuples(_texts, _entries, st.booleans()), max_size=3)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(then=_actions, now=_actions, flags=st.tuples(st.sampled_from(FLAGS), st.sampled_from([*FLAGS, "false"])))
def test_no_internal_text_is_told_of_a_change(
    then: list[tuple[str, list[tuple[date, str, bool]], bool]],
    now: list[tuple[str, list[tuple[date, str, bool]], bool]],
    flags: tuple[str, str],
) -> None:
    """Also where the words of an internal note changed, came or went, and where a column was once internal."""
    where = "themes:\n  T:\n    {note}\n    goals:\n      G:\n        {note}"
    old = state_of(plan_text(then, flags[1], where, "").replace(SECRET, f"{SECRET} of old"), date(2014, 3, 31))
    new = state_of(plan_text(now, flags[0], where, ""), date(2016, 1, 1))
    report = compared(new, old)
    assert SECRET not in repr(report)
    assert SECRET not in render(report, "html") + render(report, "md")


@pytest.mark.parametrize("key", ["internal_note", "x-risks"])
def test_the_public_report_does_not_even_say_that_an_internal_text_changed(key: str) -> None:
    plan = 'hsplan: 1\nid: a\ntitle: "A"\nadopted: 2013-04-01\ncolumns:\n  x-risks: {title: "Risks", internal: true}\n'
    states = [
        state_of(f'{plan}actions:\n  "1": {{title: "Build", timescale: May 2015, {key}: "{text}"}}\n', day)
        for text, day in (("Old", date(2014, 3, 31)), ("New", date(2014, 5, 1)))
    ]
    assert "Nothing in the plan has changed" in texts(compared(states[1], states[0]))[0]
    assert texts(compared(states[1], states[0], "internal")) == ["1 detail was changed."]


def test_a_hostile_change_is_printed_as_the_text_that_it_is() -> None:
    text = " ".join(TEXTS)
    document = read(hostile_plan(text).encode(), "hostile.yaml")
    plan = read_plan(document)
    bare = read_plan(read(b'hsplan: 1\nid: a\ntitle: "A"\nadopted: 2013-04-01\nactions: {}\n', "hostile.yaml"))
    now, before = (assess(each, Owners({}, each.owners), date(2014, 6, 1)) for each in (plan, bare))
    page = render(report_context(now, earlier=Earlier(before, meeting=True)), "html")
    assert 'id="changed"' in page
    assert not re.search(r"<(script|img|style(?!>))", page.partition("</head>")[2])


def test_whole_report(golden: Callable[[str, str], None]) -> None:
    """Every level, by a made-up plan and what it was before."""
    golden("report-rich-changed.md", render(compared_report(), "md"))


HEAD = 'hsplan: 1\nid: a\ntitle: "A"\nadopted: 2013-04-01\nactions:\n  "1":\n    timescale: May 2015\n'
BUILD = 'title: "Build"'
ENTRY = f"{BUILD}\n    progress:\n      - {{date: 2014-01-01, status: in progress, "
NOTED = "    internal_note: "


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (f'{ENTRY}note: "The sekrit row"}}', f'{ENTRY}internal_note: "The sekrit row"}}', "edited after the fact"),
        (f'{ENTRY}note: "The sekrit row"}}', BUILD, "was deleted"),
        (f'{BUILD}\n    resources: "The sekrit fund"', BUILD, "the resources or the budget changed"),
        ('title: "Build for the sekrit"', f'{BUILD}\n{NOTED}"It was Build for the sekrit"', "Retitled"),
        (f'{BUILD}\n    outcomes: ["A sekrit house"]', f'{BUILD}\n{NOTED}"A sekrit house"', "The outcomes changed"),
    ],
)
def test_what_was_made_internal_does_not_come_back(before: str, after: str, word: str) -> None:
    """Nor do notes and reasons that were taken out."""
    old, new = (state_of(f"{HEAD}    {text}\n", date(2014, 5, 1)) for text in (before, after))
    report = compared(new, old)
    assert SECRET not in repr(report)
    assert any(word.casefold() in text.casefold() for text in texts(report))
    assert SECRET in repr(compared(new, old, "internal"))
