"""The shapes with a frequency: which dates anchor it, and which end it."""

from __future__ import annotations

from datetime import date

from hsplan.timescale.days import words
from hsplan.timescale.frequency import Frequency
from hsplan.timescale.gather import Said
from hsplan.timescale.opening import by_context
from hsplan.timescale.outcome import Outcome, first_day
from hsplan.timescale.point import Point
from hsplan.timescale.record import Context
from hsplan.timescale.recurring import Recurrence, anchored, each_year, plain


def recurring(said: Said, context: Context) -> Outcome | None:
    if not said.frequencies or "ongoing" in said.marks:
        return None
    found, doubts, start = recurrence_of(said, context)
    rest = tuple(day for day in said.dated() if day != found.due) if found.due else ()
    extra = "It gives more than one date; the first is taken." if len(rest) > 0 and len(said.dated()) > 1 else None
    meaning = found.meaning or "each year"
    start = start if start is None or found.due is None or start <= found.due else None
    fulls = tuple(point.doubt for point in said.dues if point.open is None)
    starts = tuple(item.point.doubt for item in said.starts)
    return Outcome(
        "recurring",
        start,
        found.due,
        found.precision,
        found.rule,
        meaning,
        (found.doubt, *doubts, *fulls, *starts, extra),
        rest,
    )


def recurrence_of(said: Said, context: Context) -> tuple[Recurrence, list[str | None], date | None]:
    frequency = said.frequencies[0]
    doubts: list[str | None] = []
    rules = {(item.unit, item.interval) for item in said.frequencies}
    if len(rules) > 1:
        named = [item for item in said.frequencies if item.interval != 1 or item.unit != "YEARLY"]
        frequency = named[0] if said.yearly or any(point.open for point in said.dues) else frequency
        if not said.yearly:
            doubts.append(f"It gives two frequencies: {frequency.words} is taken.")
    first, _ = first_day(said, None)
    opens = [point for point in (*said.yearly, *said.dues) if point.open is not None]
    if opens:
        made = _from_opens(frequency, opens, context)
        doubts += [point.doubt for point in opens]
        if made is not None:
            return made, doubts, first
        doubts.append("It is not clear which dates in the year are meant.")
    if said.untils and not said.starts:
        return _stretched(said.untils[-1]._replace(spread=False, precision="period"), frequency, context, doubts, first)
    for item in said.starts:
        anchor = by_context(item.point, context) if item.point.open is not None else item.point
        first = first or anchor.first
        if anchor.last is None and item.point.open is not None:
            doubts.append(anchor.doubt)
        made = anchored(frequency, anchor, context)
        return _until(made, said, first), [*doubts, anchor.doubt], first
    return _from_dues(said, frequency, context, doubts, first)


def _from_opens(frequency: Frequency, opens: list[Point], context: Context) -> Recurrence | None:
    if frequency.unit == "YEARLY" or len(opens) > 1:
        made = each_year(frequency, [point.open for point in opens if point.open is not None], context)
        if made is None:
            return None
        names = " and ".join(point.meaning for point in opens[:4])
        every = frequency.words if frequency.unit == "YEARLY" else "every year"
        return made._replace(
            meaning=f"{every}, by the end of {names}" if opens[0].kind != "date" else f"{every}, {names}"
        )
    placed = by_context(opens[0], context)
    return anchored(frequency, placed, context)._replace(doubt=placed.doubt)


def _from_dues(
    said: Said, frequency: Frequency, context: Context, doubts: list[str | None], first: date | None
) -> tuple[Recurrence, list[str | None], date | None]:
    points = [point for point in (*said.dues, *said.begins) if point.last is not None]
    bounds = [*said.bounded, *said.lengths]
    stretch = next((p for p in points if p.spread or p.precision in ("year", "period")), None)
    if stretch is None and not points and bounds:
        stretch = bounds[0]
    if stretch is not None and not frequency.thereafter:
        return _stretched(stretch, frequency, context, doubts, first)
    if points:
        anchor = min(points, key=lambda point: point.last or date.max)
        made = anchored(frequency, anchor, context)
        return made, doubts, first
    doubts += [point.doubt for point in said.dues]
    return plain(frequency, context), doubts, first


def _stretched(
    stretch: Point, frequency: Frequency, context: Context, doubts: list[str | None], first: date | None
) -> tuple[Recurrence, list[str | None], date | None]:
    """ "Monthly until March 2014", "quarterly 2013/14": the rule ends with the stretch."""
    made = plain(frequency, context)
    if stretch.last is None:
        return made, [*doubts, stretch.doubt], first
    start = stretch.first if stretch.spread or stretch.precision == "year" else first
    doubts.append(f"It is repeated, {frequency.words}, up to {words(stretch.last)}: that day is taken as due.")
    meaning = f"{frequency.words} until {words(stretch.last)}"
    return (
        Recurrence(f"{made.rule};UNTIL={stretch.last:%Y%m%d}", stretch.last, stretch.precision, meaning),
        doubts,
        start,
    )


def _until(made: Recurrence, said: Said, first: date | None) -> Recurrence:
    """ "Monthly from April 2013 to March 2014": the rule ends."""
    lasts = [point.last for point in said.dues if point.last is not None]
    if not lasts or (made.due is not None and max(lasts) < made.due):
        return made
    return made._replace(
        rule=f"{made.rule};UNTIL={max(lasts):%Y%m%d}", meaning=f"{made.meaning}, until {words(max(lasts))}"
    )
