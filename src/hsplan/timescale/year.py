"""Years as councils write them: a calendar year, a financial year, a year of the plan."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hsplan.frozen import Frozen
from hsplan.timescale.days import DAY, LAST_YEAR, add_months, split_year
from hsplan.timescale.lexicon import WORDS
from hsplan.timescale.record import Context

Style = Literal["calendar", "financial", "school", "municipal", "plan"]
_FIRST_MONTH = {"calendar": 1, "financial": 4, "school": 9, "municipal": 5}


class Year(Frozen):
    """One year, or several that follow one another.

    `first` and `last` are calendar years; for a split year (financial: April to March, school: September to August,
    municipal: May to April) the year it begins in; for a year of the plan its number.
    """

    style: Style
    first: int
    last: int
    doubt: str | None = None
    noun: str = "year"
    """For the plan's own parts: "year" or "phase"."""


def calendar(year: int, doubt: str | None = None) -> Year:
    return Year("calendar", year, year, doubt)


def financial(year: int, doubt: str | None = None) -> Year:
    """1 April of that year to 31 March of the next."""
    return Year("financial", year, year, doubt)


def bounds(year: Year, context: Context) -> tuple[date, date] | None:
    """Its first and last day; None for a year of the plan when the period isn't known."""
    if year.style == "plan":
        return _of_plan(year, context)
    month = _FIRST_MONTH[year.style]
    first = date(year.first, month, 1)
    return first, add_months(first, 12 * (year.last - year.first + 1)) - DAY


def _of_plan(year: Year, context: Context) -> tuple[date, date] | None:
    wanted = tuple(range(year.first, year.last + 1))
    for title, first, last in context.phases:
        if _numbers(title, year.noun) == wanted:
            return first, last
    if year.noun != "year":
        return None
    for title, first, last in context.phases:  # the first and last of several phases
        if _numbers(title, "year") == wanted[:1]:
            closing = [end for name, _, end in context.phases if _numbers(name, "year") == wanted[-1:]]
            if closing and closing[0] >= last:
                return first, closing[0]
    if context.start is None or year.last > 50:
        return None
    return add_months(context.start, 12 * (year.first - 1)), add_months(context.start, 12 * year.last) - DAY


def _numbers(title: str, noun: str) -> tuple[int, ...]:
    """The numbers after the noun in a phase's title: "Years Two & Three (2024-25)" gives (2, 3)."""
    found: list[int] = []
    seen = False
    for word in title.lower().replace("&", " ").replace(",", " ").replace("-", " ").split():
        if word.rstrip("s") == noun:
            seen = True
        elif seen:
            number = int(word) if word.isdecimal() and len(word) < 3 else WORDS.get(word, ("", 0))[1]
            if not isinstance(number, int) or not 0 < number < 50:
                if word == "and":
                    continue
                break
            found.append(number)
    return tuple(found)


def name(year: Year) -> str:
    """In words: "the financial year 2014/15", "year 1 of the plan", "2025"."""
    if year.style == "plan":
        several = year.last > year.first
        number = f"{year.first} to {year.last}" if several else str(year.first)
        return f"{year.noun}{'s' if several else ''} {number} of the plan"
    if year.style == "calendar":
        return str(year.first) if year.first == year.last else f"{year.first} to {year.last}"
    if year.first == year.last:
        return f"the {year.style} year {split_year(year.first)}"
    return f"the {year.style} years {split_year(year.first)} to {split_year(year.last)}"


def usable(year: int) -> bool:
    """Whether a year is one that a plan could speak of."""
    return 1900 <= year <= LAST_YEAR
