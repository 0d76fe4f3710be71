"""What holds for every wording."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.timescale import Context, Timescale, occurrences, read
from hsplan.timescale.days import MONTHS, month_end, split_year, words
from hsplan.timescale.grammar import KNOWN
from hsplan.timescale.reading import LONGEST
from hsplan.timescale.wording import as_json, sentence
from tests.timescale.test_wordings import CONTEXTS, rows

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
PERIODS = st.sampled_from(list(CONTEXTS.values()))
WORDINGS = st.sampled_from(
    [(row.wording, CONTEXTS[row.context]) for row in (*rows("seeds.tsv"), *rows("wordings.tsv"))]
)
# Words that the grammar knows, in any order: nearer to what breaks a grammar than random letters are.
PIECES = st.sampled_from(
    [*KNOWN, *"/-–.,;:()&+?'’<>£%", "31", "5", "2014", "14", "2014/15", "1st", "Q1", "31/02/2014", "x"]
)
SALAD = st.lists(PIECES, max_size=9).map(" ".join) | st.lists(PIECES, max_size=6).map("".join)


def ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number if number < 20 else number % 10, 'th') }"


DAY_FORMS: dict[str, Callable[[date], str]] = {
    "31 March 2020": lambda d: words(d),
    "31st March 2020": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "31st of March, 2020": lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    "31 Mar 20": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year % 100:02d}",
    "31-Mar-20": lambda d: f"{d.day:02d}-{MONTHS[d.month - 1][:3]}-{d.year % 100:02d}",
    "31/03/2020": lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
    "31/3/20": lambda d: f"{d.day}/{d.month}/{d.year % 100:02d}",
    "31.3.2020": lambda d: f"{d.day}.{d.month}.{d.year}",
    "31-03-2020": lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
    "2020-03-31": lambda d: d.isoformat(),
    "2020-03-31 00:00:00": lambda d: f"{d.isoformat()} 00:00:00",
    "20200331": lambda d: d.isoformat().replace("-", ""),
    "Tuesday 31 March 2020": lambda d: f"{d:%A} {words(d)}",
    "March 31, 2020": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "by no later than 31 March 2020": lambda d: f"by no later than {words(d)}",
    "w/e 31 March 2020": lambda d: f"w/e {words(d)}",
}


@given(DAYS, st.sampled_from(sorted(DAY_FORMS)), PERIODS)
def test_a_day_written_in_any_form_is_read_back(day: date, form: str, context: Context) -> None:
    found = read(DAY_FORMS[form](day), context)
    assert (found.kind, found.start, found.due, found.doubt) == ("date", None, day, None)


MONTH_FORMS = (
    "{long} {year}", "{short} {year}", "{short}. {year}", "end of {long} {year}", "{short}-{yy}", "{long} '{yy}",
    "{long} ’{yy}", "{mm}/{year}", "by the end of {long} {year}", "{long}, {year}", "({long} {year})",
)  # fmt: skip


@given(DAYS, st.sampled_from(MONTH_FORMS))
def test_a_month_is_its_last_day(day: date, form: str) -> None:
    name = MONTHS[day.month - 1]
    text = form.format(long=name, short=name[:3], year=day.year, yy=f"{day.year % 100:02d}", mm=f"{day.month:02d}")
    assert read(text).due == month_end(day.year, day.month)


@given(
    st.integers(2000, 2098),
    st.integers(1, 4),
    st.sampled_from(("Q{q} {y}", "Quarter {q} of {y}", "{y} Q{q}", "Q{q}, {y}")),
)
def test_quarters_of_a_financial_year(year: int, number: int, form: str) -> None:
    found = read(form.format(q=number, y=split_year(year)))
    assert found.due == month_end(year + (number == 4), number * 3 % 12 + 3)
    assert found.doubt is None


@given(st.integers(2000, 2098))
def test_a_financial_year_ends_on_31_march(year: int) -> None:
    for text in (
        split_year(year),
        f"{year}/{year + 1}",
        f"FY {year}-{(year + 1) % 100:02d}",
        f"end of {split_year(year)}",
    ):
        found = read(text)
        assert (found.due, found.start, found.doubt) == (date(year + 1, 3, 31), None, None)


def same(one: Timescale, other: Timescale) -> bool:
    """Alike in everything but the letters: the reading, not the quotations in its sentences."""
    keys = ("kind", "start", "due", "precision", "recurrence", "further", "meaning", "faults")
    return all(getattr(one, key) == getattr(other, key) for key in keys) and bool(one.doubt) == bool(other.doubt)


@given(WORDINGS)
def test_letter_case_never_changes_the_reading(given: tuple[str, Context]) -> None:
    text, context = given
    found = read(text, context)
    assert same(read(text.upper(), context), found)
    assert same(read(text.lower(), context), found)


@given(WORDINGS, st.sampled_from(("  ", "\u00a0", "\t", "\n", " \u200b ", "\r\n")))
def test_spacing_never_changes_the_reading(given: tuple[str, Context], gap: str) -> None:
    text, context = given
    assert same(read(gap + text.replace(" ", gap) + gap, context), read(text, context))


@given(WORDINGS)
def test_quotes_and_brackets_round_it_never_change_the_reading(given: tuple[str, Context]) -> None:
    text, context = given
    assert same(read(f"“{text}”", context), read(text, context))


@given(WORDINGS)
def test_a_leading_by_never_changes_a_deadline(given: tuple[str, Context]) -> None:
    text, context = given
    found = read(text, context)
    plain = found.kind in ("date", "month", "quarter", "half", "season", "year") and not found.further
    if plain and not found.faults and text[:1].isalnum() and found.condition is None:
        assert read(f"by {text}", context).due == found.due


@given(SALAD | st.text(max_size=60), PERIODS)
@settings(max_examples=1500)
def test_any_text_has_a_reading(text: str, context: Context) -> None:
    found = read(text, context)
    assert found.wording == text
    assert found.start is None or found.due is None or found.start <= found.due
    assert found.kind != "unparseable" or found.doubt
    assert list(found.further) == sorted(set(found.further) - {found.due})
    assert all(0 <= a.start < a.end <= len(text) for a in found.used)
    assert all(a.end <= b.start for a, b in zip(found.used, found.used[1:], strict=False))
    assert sentence(found)
    assert as_json(found)["wording"] == text


@given(SALAD, PERIODS)
@settings(max_examples=500)
def test_the_suggestion_says_the_same_plainly(text: str, context: Context) -> None:
    found = read(text, context)
    if found.suggestion and found.due and found.kind not in ("recurring", "ongoing"):
        plain = read(found.suggestion, context)
        assert (plain.due, plain.doubt) == (found.due, None)


@given(WORDINGS)
def test_the_short_way_reads_as_the_long_one(given: tuple[str, Context]) -> None:
    """A lone date is read without gathering; a sign after it makes it go the long way."""
    text, context = given
    found = read(text, context)
    if found.kind in ("date", "month", "quarter", "season", "year") and len(found.used) == 1:
        assert same(read(f"{text} ;", context), found)


RECURRING = st.sampled_from(
    [
        (row.wording, CONTEXTS[row.context])
        for row in (*rows("seeds.tsv"), *rows("wordings.tsv"))
        if read(row.wording, CONTEXTS[row.context]).recurrence
    ]
)
DAYS_OF_A_STEP = {"YEARLY": 366, "MONTHLY": 31, "WEEKLY": 7, "DAILY": 1}


@given(RECURRING, DAYS, st.integers(0, 5 * 366))
def test_occurrences_lie_in_the_period_asked_for(given: tuple[str, Context], since: date, length: int) -> None:
    found, until = read(*given), min(since + timedelta(length), date(2099, 12, 31))
    days = occurrences(found, since, until)
    assert days == sorted(set(days))
    assert all(since <= day <= until for day in days)
    rule = dict(part.split("=") for part in (found.recurrence or "").split(";"))
    anchor = found.due if found.kind == "recurring" and "UNTIL" not in rule else None
    if anchor is None and "BYMONTH" not in rule:
        assert days == []
        return
    begin = max(since, anchor or since)
    step = DAYS_OF_A_STEP[rule["FREQ"]] * int(rule.get("INTERVAL", "1"))
    assert days or (until - begin).days < step
    assert not days or days[0] >= begin
    if anchor and since <= anchor <= until:
        assert days[0] == anchor
    middle = since + (until - since) // 2
    assert days == occurrences(found, since, middle) + occurrences(found, middle + timedelta(1), until)


@given(DAYS, st.sampled_from((1, 2, 3, 4, 6, 12)), DAYS, st.integers(0, 5 * 366))
def test_every_so_many_months_counts_on_from_the_month_named(
    first: date, months: int, since: date, length: int
) -> None:
    found = read(f"every {months} months from {MONTHS[first.month - 1]} {first.year}")
    ends = [month_end(first.year + at // 12, at % 12 + 1) for at in range(first.month - 1, 1300, months)]
    until = since + timedelta(length)
    assert occurrences(found, since, until) == [day for day in ends if since <= day <= until]


JUNK = ("1/", "12/", "2014/", "1-", "(", "1 ", "q1", "by ", "2014-15 ", "and ", "Year 1 & 2 ")


def steps(text: str) -> int:
    """How many lines of code are run to read a wording: the same on every machine, however busy."""
    count = 0

    def trace(_frame: object, event: str, _value: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", [*JUNK, "9", " "])
def test_long_junk_is_refused_without_a_look_at_it(piece: str) -> None:
    assert steps(piece * (100_000 // len(piece))) < 200


@pytest.mark.parametrize("piece", [*JUNK, "Sept ", "and March ", "every "])
def test_twice_the_text_takes_twice_the_steps(piece: str) -> None:
    read(piece)  # what is made at its first use is made now
    half, whole = ((piece * LONGEST)[:length] for length in (LONGEST // 2, LONGEST))
    read(whole)
    assert steps(whole) < 2.5 * steps(half)
