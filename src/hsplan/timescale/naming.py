"""Builders of points: what the forms in `calendar_forms` make once day, month and year are known."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from hsplan.timescale import year as years
from hsplan.timescale.days import DAY, MONTHS, add_months, block, full_year, month_end, month_length, split_year, words
from hsplan.timescale.point import Open, OpenUnit, Point
from hsplan.timescale.record import Context, Kind, Precision
from hsplan.timescale.year import Year

NTH: Final = ("", "first", "second", "third", "fourth", "fifth", "sixth")
SEASONS: Final = ("spring", "summer", "autumn", "winter")
SEASON_MONTHS: Final = (3, 6, 9, 12)
NO_PERIOD: Final = "It counts from the plan's period, which is not known here."


def impossible(sentence: str, suggestion: str | None) -> Point:
    return Point("unparseable", None, None, None, "no such day", fault=sentence, suggestion=suggestion)


def day(_: Context, number: int, month: int, year: int) -> Point | None:
    """A day; one that the month does not have is refused, and the month's last day suggested."""
    if not years.usable(year) or not 1 <= month <= 12 or number < 1:
        return None
    if number > 31:
        return None
    if number > month_length(year, month):
        nearest = words(month_end(year, month))
        name = MONTHS[month - 1]
        return impossible(f"{name} {year} has no {number}th: its last day is {nearest}.".replace("1th", "1st"), nearest)
    found = date(year, month, number)
    return Point("date", found, found, "day", words(found))


def day_of_year(context: Context, number: int, month: int, year: Year) -> Point | None:
    """12 March 2014; in a split year, the 12 March inside it."""
    placed = _month_in(month, year, context)
    if placed is None:
        return None
    found = day(context, number, month, placed.year)
    if found is not None and year.style != "calendar" and found.fault is None:
        return found._replace(doubt=f"The day is taken from inside {years.name(year)}.")
    return found


def _month_in(month: int, year: Year, context: Context) -> date | None:
    """The first day of the month that lies in a year; of several years, in the first."""
    if year.style == "calendar":
        return date(year.first, month, 1)
    limits = years.bounds(year, context)
    if limits is None:
        return None
    first = limits[0].replace(day=1)
    return add_months(first, (month - first.month) % 12)


def month(context: Context, number: int, year: Year) -> Point | None:
    """A month: the deadline is its last day."""
    if year.first != year.last:
        return None
    first = _month_in(number, year, context)
    if first is None:
        return Point("month", None, None, "month", f"{MONTHS[number - 1]} in {years.name(year)}", doubt=NO_PERIOD)
    meaning = f"end of {MONTHS[number - 1]} {first.year}"
    found = Point("month", first, month_end(first.year, number), "month", meaning, year=year)
    if year.style == "calendar":
        return found
    return found._replace(doubt=f"It names a month and {years.name(year)}: read as {MONTHS[number - 1]} {first.year}.")


def month_short(context: Context, number: int, short: int) -> Point | None:
    """ "Nov 13": a month of a two-digit year, doubtful where the figure may be a day."""
    year = full_year(short)
    found = month(context, number, years.calendar(year))
    if found is None:
        return None
    if context.start is not None and context.end is not None:
        odd = not context.start.year - 3 <= year <= context.end.year + 3
    else:
        odd = short >= 28
    if odd and 1 <= short <= 31:
        name = MONTHS[number - 1]
        return found._replace(doubt=f"It is read as {name} {year}; it could also be the day {short} {name}.")
    return found


def quarter(context: Context, number: int, year: Year) -> Point | None:
    """A quarter of a financial, plan or calendar year; the last only with a doubt (both readings are in real plans)."""
    return _part("quarter", 3, number, year, context)


def half(context: Context, number: int, year: Year) -> Point | None:
    return _part("half", 6, number, year, context)


def _part(unit: Literal["quarter", "half"], months: int, number: int, year: Year, context: Context) -> Point | None:
    count = 12 // months
    if number == -1:
        number = count
    if not 1 <= number <= count or year.first != year.last:
        return None
    limits = years.bounds(year, context)
    found = Point(unit, None, None, unit, f"{NTH[number]} {unit} of {years.name(year)}", year=year)
    if limits is None:
        return found._replace(doubt=NO_PERIOD)
    first, last = block(add_months(limits[0], months * (number - 1)), months)
    if year.style != "calendar":
        return found._replace(first=first, last=last)
    other = block(add_months(date(year.first, 4, 1), months * (number - 1)), months)
    doubt = (
        f"It is read as the calendar {unit} {_stretch(first, last)}; "
        f"in the financial year {split_year(year.first)} it would be {_stretch(*other)}."
    )
    meaning = f"{NTH[number]} {unit} of the calendar year {year.first}"
    return found._replace(first=first, last=last, doubt=doubt, other=other, meaning=meaning)


def _stretch(first: date, last: date) -> str:
    """ "July to September 2014"."""
    begin = MONTHS[first.month - 1]
    if first.year != last.year:
        begin += f" {first.year}"
    return f"{begin} to {MONTHS[last.month - 1]} {last.year}"


def quarters(context: Context, one: int, other: int, year: Year) -> Point | None:
    """Several quarters of one year: "Q1-Q2 2022/23"."""
    return several(quarter(context, one, year), quarter(context, other, year))


def several(one: Point | None, other: Point | None) -> Point | None:
    """From the first day of one to the last of the other."""
    if one is None or other is None:
        return None
    doubt = other.doubt or one.doubt
    meaning = f"{one.meaning.removeprefix('end of ')} to {other.meaning.removeprefix('end of ')}"
    if one.first is None or other.last is None:
        return other._replace(first=None, last=None, meaning=meaning, doubt=doubt)
    if other.last < one.last if one.last else True:
        return None
    return other._replace(first=one.first, meaning=meaning, doubt=doubt, spread=True, other=None)


def season(context: Context, number: int, year: Year) -> Point | None:
    """Spring March-May, summer June-August, autumn September-November, winter December-February of the next year."""
    if year.first != year.last:
        return None
    start = SEASON_MONTHS[number]
    if year.style == "calendar":
        first, last = block(date(year.first, start, 1), 3)
        meaning = f"{SEASONS[number]} {year.first}"
        doubt = None
        if number == 3:
            meaning = f"winter {split_year(year.first)}"
            doubt = f"Winter {year.first} is read as December {year.first} to February {year.first + 1}."
        return Point("season", first, last, "season", meaning, doubt=doubt, year=year)
    placed = _month_in(start, year, context)
    if placed is None:
        return Point("season", None, None, "season", f"{SEASONS[number]} of {years.name(year)}", doubt=NO_PERIOD)
    first, last = block(placed, 3)
    doubt = None if number in (2, 3) else f"It is read as {SEASONS[number]} {first.year}."
    if number == 0 and year.style == "financial":  # 2021/22 begins and ends in a spring
        first, last = block(date(year.first + 1, 3, 1), 3)
        doubt = f"{split_year(year.first)} begins and ends in a spring: read as spring {first.year}."
    meaning = f"{SEASONS[number]} {first.year if number != 3 else split_year(first.year)}"
    return Point("season", first, last, "season", meaning, doubt=doubt, year=year)


def year(context: Context, which: Year) -> Point:
    """A year alone: its last day; "Years 1&2" and "2019-2021" give a first day too."""
    several_years = which.first != which.last
    name = years.name(which)
    kind: Kind = "range" if several_years and which.style != "plan" else "year"
    limits = years.bounds(which, context)
    if limits is None:
        nothing = NO_PERIOD if which.noun == "year" else f"The plan has no {which.noun} {which.first} with dates."
        return Point(kind, None, None, "year", name, doubt=nothing, year=which)
    first, last = limits
    if _is_period(which, context) and context.end is not None:
        doubt = f"It is read as the plan's period, to {words(context.end)}."
        return plan_period(context)._replace(kind="range", doubt=doubt, year=which)
    doubt = which.doubt or ""
    if which.style == "plan" and context.end is not None and last > context.end:
        doubt = f"{name[0].upper()}{name[1:]} ends on {words(last)}, after the plan's period."
    meaning = name if several_years or which.style == "plan" else f"end of {name}"
    bare = which.style != "plan" and not several_years
    return Point(kind, first, last, "year", meaning, doubt or None, several_years, which, bare=bare)


def _is_period(which: Year, context: Context) -> bool:
    """Whether "2013-2018" names the years of the plan's own period."""
    if context.start is None or context.end is None or which.style != "calendar" or which.first == which.last:
        return False
    return which.first == context.start.year and which.last == context.end.year


def plan_period(context: Context, *_: object) -> Point:
    """The life of the strategy: its whole period."""
    if context.end is None:
        return Point("ongoing", None, None, "period", "the life of the plan", doubt=NO_PERIOD)
    return Point("ongoing", context.start, context.end, "period", "the life of the plan", spread=True)


_KINDS: Final[dict[OpenUnit, tuple[Kind, Precision]]] = {
    "month": ("month", "month"), "quarter": ("quarter", "quarter"), "half": ("half", "half"),
    "season": ("season", "season"), "year": ("year", "year"), "financial": ("year", "year"),
}  # fmt: skip


def open_point(what: Open, meaning: str) -> Point:
    """A point whose year is still open."""
    kind, precision = _KINDS.get(what.unit, ("date", "day"))
    return Point(kind, None, None, precision, meaning, open=what)


def before(point: Point, meaning: str) -> Point | None:
    """The day before a point begins."""
    if point.first is None:
        return None
    return point._replace(first=None, last=point.first - DAY, meaning=meaning, spread=False, precision="day")
