"""The parts of a reading, one by one."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from hsplan.timescale import Context, Span, Terms, occurrences, read
from hsplan.timescale.misspelling import distance, meant
from hsplan.timescale.wording import as_json, sentence, words

PLAN = Context(date(2013, 4, 1), date(2018, 3, 31), date(2013, 5, 1))


def used(text: str) -> list[str]:
    return [text[span.start : span.end] for span in read(text, PLAN).used]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("By the end of Sept. 2013", ["By the end of Sept. 2013"]),
        ("February 2013 (CEB)", ["February 2013"]),
        ("Plan by Apr 2013", ["by Apr 2013"]),
        ("Q1 2014/15 review", ["Q1 2014/15"]),
        ("Review complete Sept 2013", ["Sept 2013"]),
        ("Ongoing – review annually", ["Ongoing", "annually"]),
        ("Housing team", []),
    ],
)
def test_used_parts_are_those_understood(text: str, parts: list[str]) -> None:
    assert used(text) == parts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Q1 2014/15", "due 30 June 2014: first quarter of the financial year 2014/15"),
        ("31/03/2014", "due 31 March 2014"),
        ("Sept 2013", "due 30 September 2013: end of September 2013"),
        ("Years 1&2", "from 1 April 2013, due 31 March 2015: years 1 to 2 of the plan"),
        ("2014/15 onwards", "from 1 April 2014, no due date"),
        ("Ongoing", "no due date: ongoing"),
        ("quarterly", "no due date: every 3 months"),
        ("within 6 months", "due 1 November 2013: 6 months after 1 May 2013, the plan's adoption"),
        ("TBC", "no due date: to be confirmed"),
        ("gibberish", "not understood"),
        ("31 June 2014", "not understood: no such day"),
    ],
)
def test_a_reading_in_a_sentence(text: str, said: str) -> None:
    assert sentence(read(text, PLAN)) == said


def test_words() -> None:
    assert words(date(2013, 9, 30)) == "30 September 2013"


def test_json_holds_iso_dates_and_nothing_else_than_plain_values() -> None:
    made = as_json(read("Sept 2013 and March 2014", PLAN))
    assert made["due"] == "2014-03-31"
    assert made["further"] == ["2013-09-30"]
    assert made["used"] == [[0, 9], [14, 24]]
    assert made["start"] is None


@pytest.mark.parametrize(
    ("text", "correction", "corrected"),
    [
        ("By Decmber 2013", "Decmber -> December", "By December 2013"),
        ("SETPEMBER 2013", "SETPEMBER -> SEPTEMBER", "SEPTEMBER 2013"),
        ("Annual review be Dec each year", "be -> by", "Annual review by Dec each year"),
        ("Febuary 2014 and Ocotber 2014", "Febuary -> February; Ocotber -> October", "February 2014 and October 2014"),
        ("to be December 2013", None, None),
        ("December 2013", None, None),
    ],
)
def test_certain_misspellings_are_read_and_named(text: str, correction: str | None, corrected: str | None) -> None:
    found = read(text, PLAN)
    assert (found.correction, found.corrected) == (correction, corrected)
    assert found.due is not None
    assert correction is None or "is read as" in (found.doubt or "")


@pytest.mark.parametrize(
    "word", ["match", "much", "sprint", "team", "phrase", "manually", "outgoing", "weakly", "near"]
)
def test_words_of_their_own_are_no_misspellings(word: str) -> None:
    assert meant(word) is None


def test_distance_counts_slips() -> None:
    assert distance("setpember", "september") == 1
    assert distance("decmber", "december") == 1
    assert distance("kitten", "sitting") == 3


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("31 June 2014", "30 June 2014"), ("29/02/2023", "28 February 2023"), ("03/25/2024", "25 March 2024"),
     ("41639", "31 December 2013"), ("Q2 2025", "30 June 2025"), ("2013-2016", "1 January 2013 to 31 December 2016"),
     ("May & November", "31 May 2013 and 30 November 2013"),
     ("Sept 2014 (revised from June 2014)", "30 September 2014"),
     ("June 2014, slipped to Sept 2014", "30 September 2014")],
)  # fmt: skip
def test_suggestions(text: str, suggestion: str) -> None:
    assert read(text, PLAN).suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "fault"),
    [("31 June 2014", "impossible"), ("41639", "excel-serial"), ("from May 2014 to April 2013", "backwards"),
     ("June 2015 to March 2014", "backwards"),
     ("ASAP", "vague"), ("short term", "vague"), ("Complete", "status"), ("x" * 2000, "too-long")],
)  # fmt: skip
def test_faults(text: str, fault: str) -> None:
    assert fault in read(text, PLAN).faults


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Subject to funding", "Subject to funding"),
        ("March 2015 (subject to funding)", "subject to funding"),
        ("Subject to funding, by March 2015", "Subject to funding"),
        ("As detailed in plan", "As detailed in plan"),
        ("within one week of support need being identified", "of support need being identified"),
        ("after the election", "after the election"),
        ("after April 2014", None),
    ],
)
def test_conditions_keep_their_words(text: str, condition: str | None) -> None:
    assert read(text, PLAN).condition == condition


def test_a_date_inside_a_condition_is_told() -> None:
    found = read("Following the review in March 2014", PLAN)
    assert (found.kind, found.due) == ("conditional", None)
    assert "belongs to the condition" in (found.doubt or "")


def test_the_last_of_several_dates_is_due() -> None:
    found = read("Sept 13; Jan 14; April 14", PLAN)
    assert found.due == date(2014, 4, 30)
    assert found.further == (date(2013, 9, 30), date(2014, 1, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Spt 2013",
        "March 2014?",
        "circa March 2014",
        "not March 2014",
        "March 2014 revised",
        "Sept 2013 or March 2014",
        "12 2014/15",
    ],
)
def test_what_may_turn_the_meaning_is_never_silent(text: str) -> None:
    assert read(text, PLAN).doubt


def test_terms_are_configurable() -> None:
    found = read("short term", PLAN._replace(terms=Terms(short=6)))
    assert found.due == date(2013, 9, 30)
    assert found.doubt


def test_phases_give_years_their_dates() -> None:
    phases = (("Year One", date(2013, 6, 1), date(2014, 5, 31)), ("Years 2 & 3", date(2014, 6, 1), date(2016, 5, 31)))
    context = PLAN._replace(phases=phases)
    assert read("Year 1", context).due == date(2014, 5, 31)
    assert read("Years 2&3", context).due == date(2016, 5, 31)
    assert read("Year 1 Q1", context).due == date(2013, 8, 31)
    assert read("Phase 2", context).doubt


@pytest.mark.parametrize(
    ("text", "rule", "due"),
    [
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3", None),
        ("monthly", "FREQ=MONTHLY", None),
        ("every two years", "FREQ=YEARLY;INTERVAL=2", None),
        ("fortnightly", "FREQ=WEEKLY;INTERVAL=2", None),
        ("every 6 months from March 2010", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", date(2013, 9, 30)),
        ("annually by December", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", date(2013, 12, 31)),
        ("by 31 March each year", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", date(2014, 3, 31)),
        ("each April", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1", date(2013, 4, 30)),
        ("end of each quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", date(2013, 6, 30)),
        ("Weekly from 1 April 2014", "FREQ=WEEKLY", date(2014, 4, 1)),
        ("March 2015 and annually thereafter", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1", date(2015, 3, 31)),
        ("Monthly until March 2014", "FREQ=MONTHLY;UNTIL=20140331", date(2014, 3, 31)),
    ],
)
def test_recurrences(text: str, rule: str, due: date | None) -> None:
    found = read(text, PLAN)
    assert (found.kind, found.recurrence, found.due) == ("recurring", rule, due)


def test_occurrences_are_month_ends_all_along() -> None:
    found = read("every 6 months from August 2013", PLAN)
    assert occurrences(found, date(2013, 1, 1), date(2014, 12, 31)) == [
        date(2013, 8, 31),
        date(2014, 2, 28),
        date(2014, 8, 31),
    ]


def test_occurrences_of_a_named_month_need_no_period() -> None:
    assert occurrences(read("each April"), date(2014, 1, 1), date(2015, 12, 31)) == [
        date(2014, 4, 30),
        date(2015, 4, 30),
    ]


@pytest.mark.parametrize("text", ["quarterly", "March 2014", "Ongoing", "Monthly until March 2014"])
def test_without_an_anchor_there_are_no_occurrences(text: str) -> None:
    assert occurrences(read(text, PLAN), date(2013, 1, 1), date(2014, 12, 31)) == []


def test_spans_are_pairs_of_characters() -> None:
    assert read("by Sept 2013").used == (Span(0, 12),)


def test_reading_does_not_load_dateutil() -> None:
    code = "import sys; from hsplan.timescale import read; read('quarterly'); print('dateutil' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
