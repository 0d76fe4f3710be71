"""Months, quarters, half years and years as figures come in: pure sums with periods.

Years run from April to March, the financial year of UK councils; quarters and halves are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hsplan.findings import listed
from hsplan.plan import Period
from hsplan.timescale.days import MONTHS, add_months, split_year, words

DAY = timedelta(days=1)
FREQUENCIES = {"monthly": 1, "quarterly": 3, "six-monthly": 6, "yearly": 12}
"""How many months lie between two figures."""
_GAPS_NAMED = 3
STRETCHES = {1: "month", 3: "quarter", 6: "half year", 12: "year"}


def block(first: date, months: int) -> Period:
    """So many months from a first of a month."""
    return Period(first, add_months(first, months) - DAY)


def months_of(period: Period) -> int | None:
    """How many whole months a period lasts; None where it does not begin and end with a month."""
    if period.end == date.max:
        return None
    after = period.end + DAY
    if period.start.day != 1 or after.day != 1:
        return None
    return (after.year - period.start.year) * 12 + after.month - period.start.month


def slot_of(day: date, months: int) -> Period:
    """The month, quarter, half or year of the financial calendar that a day lies in; `months` divides 12."""
    count = (day.year * 12 + day.month - 4) // months * months + 3
    return block(date(count // 12, count % 12 + 1, 1), months)


def shifted(period: Period, months: int) -> Period:
    """A period of whole months, moved by so many."""
    return Period(add_months(period.start, months), add_months(period.end + DAY, months) - DAY)


def within(period: Period, whole: Period) -> bool:
    """Whether a period lies in another."""
    return whole.start <= period.start and period.end <= whole.end


def slots_between(first: date, last: date, months: int) -> tuple[Period, ...]:
    """The slots that begin on or after the first day and end by the last, oldest first."""
    start = slot_of(first, months).start
    if start < first:
        start = add_months(start, months)
    stop = min(last, date.max - DAY) + DAY  # the newest slot may end on the day before
    counts = range(start.year * 12 + start.month - 1, stop.year * 12 + stop.month, months)
    firsts = [date(count // 12, count % 12 + 1, 1) for count in counts]
    return tuple([Period(start, after - DAY) for start, after in pairwise(firsts)])


def named(period: Period) -> str:
    """A period as reports write it: "Q1 2013/14", "March 2014", "2013/14", "April to September 2013"."""
    months, start, end = months_of(period), period.start, period.end
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if start == end:
        return words(start)
    if months == 1:
        return f"{first} {start.year}"
    if months == 3 and start.month % 3 == 1:
        year = start.year if start.month >= 4 else start.year - 1
        return f"Q{(start.month - 4) % 12 // 3 + 1} {split_year(year)}"
    if months == 12 and start.month == 4:
        return split_year(start.year)
    if months == 12 and start.month == 1:
        return str(start.year)
    if months and start.year == end.year:
        return f"{first} to {last} {end.year}"
    if months:
        return f"{first} {start.year} to {last} {end.year}"
    return f"{words(start)} to {words(end)}"


def without(gaps: Sequence[Period]) -> str:
    """ "without June 2026"; more than three gaps are counted: "with 5 gaps"."""
    if len(gaps) > _GAPS_NAMED:
        return f"with {len(gaps)} gaps"
    return f"without {listed([named(gap) for gap in gaps])}"
