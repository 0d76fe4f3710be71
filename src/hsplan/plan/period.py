"""Days, and the looser dates by which past facts are known."""

from __future__ import annotations

import re
from datetime import date

from hsplan.frozen import Frozen
from hsplan.timescale import Context, Timescale, read
from hsplan.timescale.days import DAY, FIRST_YEAR, LAST_YEAR, MONTHS, add_months, month_end, split_year, words

_PAST = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Period(Frozen):
    """From the first day to the last, both included."""

    start: date
    end: date


class PastDate(Frozen):
    """A past fact's date: a day, a month (`2011-04`) or a year (`2011`), as `text` says it.

    `first` and `last` are the first and last day that it may have been.
    """

    text: str
    first: date
    last: date


def day(text: object) -> date | None:
    """A day written YYYY-MM-DD; None for anything else, 31 February too."""
    if not isinstance(text, str) or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def past(text: object) -> PastDate | None:
    """A past fact's date, written YYYY, YYYY-MM or YYYY-MM-DD; None for anything else."""
    match = _PAST.match(text) if isinstance(text, str) else None
    if not match or not isinstance(text, str):
        return None
    year, month, number = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, number or 1)
    except ValueError:
        return None
    if number:
        return PastDate(text, first, first)
    return PastDate(text, first, month_end(year, month or 12))


def past_words(past: PastDate) -> str:
    """A past fact's date as exactly as it is known: "12 October 2010", "April 2011", "2011"."""
    if past.first == past.last:
        return words(past.first)
    if past.first.month == past.last.month:
        return f"{MONTHS[past.first.month - 1]} {past.first.year}"
    return str(past.first.year)


_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
"""How many months a wording of each precision lasts, up to and with its last day."""
_KINDS = frozenset(("date", "range", *_MONTHS))
_UP_TO = (  # not compiled before a figure has a period
    r"(?i)(?:the )?(?P<length>12 months|twelve months|year|six months|6 months|three months|3 months|quarter|month) "
    r"(?:to|up to|ending|ended)(?: the end of)? (?P<end>.+)"
)
_LENGTHS = {"12 months": 12, "twelve months": 12, "year": 12, "six months": 6, "6 months": 6, "three months": 3}
_LENGTHS |= {"3 months": 3, "quarter": 3, "month": 1}
_FINANCIAL = r"(?:Q([1-4]) )?([0-9]{4})/([0-9]{2})"


def period_of(wording: str, context: Context = Context()) -> Period | None:
    """The first and last day of the period that a figure is of; None where the wording gives none for certain.

    In: the officer's wording ("2013/14", "Q1 2013/14", "March 2014", "2013", "2013-06-30"), and what "Year 1" counts
    from. UK conventions, as `hsplan.timescale` has them: "2013/14" is the financial year from 1 April 2013, "2013" the
    calendar year, "Q2 2026/27" the months July to September 2026. "Year to March 2014" is the year that ends there. A
    wording without a year ("Q1") is not guessed at.
    """
    text = wording.strip()
    if not text:
        return None
    plain = _plain(text)
    if plain:
        return plain
    ending = re.fullmatch(_UP_TO, text)
    if ending:
        found = _stretch(read(ending["end"]))
        months = _LENGTHS[ending["length"].casefold()]
        return Period(_first_day(found.end, months), found.end) if found else None
    timescale = read(text)
    if timescale.due is None:
        timescale = read(text, context)
        if timescale.doubt:
            return None
    return _stretch(timescale)


def _plain(text: str) -> Period | None:
    """The short way for the commonest wordings, "2013/14" and "Q1 2013/14". As the reading would have it."""
    match = re.fullmatch(_FINANCIAL, text)
    if not match:
        return None
    quarter, year = match[1], int(match[2])
    if not FIRST_YEAR <= year <= LAST_YEAR or split_year(year) != text[-7:]:
        return None
    first = add_months(date(year, 4, 1), 3 * int(quarter) - 3 if quarter else 0)
    return Period(first, add_months(first, 3 if quarter else 12) - DAY)


def _stretch(timescale: Timescale) -> Period | None:
    due, half_read = timescale.due, (timescale.doubt or "").startswith("Not all of it was understood")
    if due is None or timescale.kind not in _KINDS or timescale.further or timescale.condition or half_read:
        return None
    if timescale.start is not None:
        return Period(timescale.start, due)
    if timescale.precision == "day":
        return Period(due, due)
    months = _MONTHS.get(timescale.precision or "")
    return Period(_first_day(due, months), due) if months else None


def _first_day(last: date, months: int) -> date:
    """The first day of so many months that end on a day."""
    return add_months(last + DAY, -months)
