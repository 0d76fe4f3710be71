"""Points without a year: which year is meant, told by a date nearby or by the plan's period."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from hsplan.timescale import naming
from hsplan.timescale.days import DAY, MONTHS, easter
from hsplan.timescale.edges import at_edge
from hsplan.timescale.point import Open, Point
from hsplan.timescale.record import Context
from hsplan.timescale.year import calendar, financial

Event = Literal["christmas", "easter", "new-year"]
_NOTHING = Context()
TITLES: Final[dict[Event, str]] = {"christmas": "Christmas", "easter": "Easter", "new-year": "New Year"}


def in_year(what: Open, year: int) -> Point | None:
    """The point in a year: for quarters and halves the financial year that begins in it. None for 29 February."""
    found = _in_year(what, year)
    if found is None or found.fault is not None:
        return None
    found = found._replace(doubt=None)
    return at_edge(found, what.edge) if what.edge else found


def _in_year(what: Open, year: int) -> Point | None:
    number = what.number
    if what.unit == "day":
        return naming.day(_NOTHING, what.day, number, year)
    if what.unit == "month":
        return naming.month(_NOTHING, number, calendar(year))
    if what.unit == "quarter":
        return naming.quarter(_NOTHING, number, financial(year))
    if what.unit == "half":
        return naming.half(_NOTHING, number, financial(year))
    if what.unit == "season":
        return naming.season(_NOTHING, number, calendar(year))
    if what.unit == "financial":
        return naming.year(_NOTHING, financial(year + number))
    if what.unit == "year":
        return naming.year(_NOTHING, calendar(year + number))
    return event(what.unit, year)


def event(name: Event, year: int) -> Point:
    """Christmas Day, Easter Sunday, New Year's Day."""
    days: dict[Event, date] = {"christmas": date(year, 12, 25), "easter": easter(year), "new-year": date(year, 1, 1)}
    found = days[name]
    doubt = f"{TITLES[name]} is read as {found.day} {MONTHS[found.month - 1]}."
    return Point("date", found, found, "day", f"{TITLES[name]} {year}", doubt=doubt)


def after(what: Open, day: date) -> Point | None:
    """The first one that ends on or after a day."""
    for year in range(day.year - 1, day.year + 9):
        found = in_year(what, year)
        if found is not None and found.last is not None and found.last >= day:
            return found
    return None


def before(what: Open, day: date) -> Point | None:
    """The last one that begins on or before a day."""
    for year in range(day.year, day.year - 9, -1):
        found = in_year(what, year)
        if found is not None and found.first is not None and found.first <= day:
            return found
    return None


def by_context(point: Point, context: Context) -> Point:
    """An open point placed by the plan's period, always with a doubt; without a period it stays open."""
    what = point.open
    base = context.start or context.adopted
    if what is None:
        return point
    name = point.meaning
    if base is None:
        return point._replace(doubt=f"It gives no year for {name}, and the plan's period is not known here.")
    base_year = base.year if what.unit != "financial" or base.month > 3 else base.year - 1
    relative = what.unit in ("financial", "year")
    found = in_year(what, base_year) if relative else after(what, base)
    if found is None:
        return point._replace(doubt=f"It gives no year for {name}.")
    reason = "counted from the plan's start" if relative else "the first in the plan's period"
    doubt = f"It gives no year for {name}: read as {found.meaning}, {reason}."
    if what.unit in ("quarter", "half"):
        doubt = doubt.replace(", the first", " (April to March), the first")
    return found._replace(doubt=doubt, year=None)


def _begins_before(point: Point, neighbour: Point) -> bool:
    return point.first is not None and neighbour.first is not None and point.first <= neighbour.first


def beside(point: Point, neighbour: Point, *, later: bool) -> Point | None:
    """An open point placed by a dated one: the last before it ("June, September 2013"), or the first after it."""
    what = point.open
    if what is None:
        return point
    if what.unit in ("quarter", "half") and neighbour.year is not None and not later:
        build = naming.quarter if what.unit == "quarter" else naming.half
        found = build(_NOTHING, what.number, neighbour.year)
        if found is not None and _begins_before(found, neighbour):
            return at_edge(found, what.edge) if what.edge else found
    if later:
        return None if neighbour.last is None else after(what, neighbour.last + DAY)
    return None if neighbour.first is None else before(what, neighbour.first)
