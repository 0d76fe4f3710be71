"""The end, the middle and the beginning of a month, a season, a year.

Thirds of a year are January-April, May-August, September-December; of a month 1-10, 11-20 and the rest; of a quarter
or a season its first, second and third month.
"""

from __future__ import annotations

from datetime import date

from hsplan.timescale.days import DAY, add_months, words
from hsplan.timescale.point import Point

_THIRD = {"early": 1, "mid": 2, "late": 3}


def at_edge(point: Point, edge: str) -> Point:
    """The part of a point that an edge word names; the end is the point itself."""
    if point.open is not None and edge == "end":
        return point
    if point.open is not None:
        return point._replace(open=point.open._replace(edge=edge), meaning=f"{edge} {point.meaning}", spread=False)
    if edge == "end":
        other = None if point.year is None or point.year.style != "calendar" else point.other
        doubt = point.doubt
        return point._replace(spread=False, other=other, doubt=doubt, bare=False)
    named = point.meaning.removeprefix("end of ").removeprefix("the ")
    if point.first is None or point.last is None or point.first == point.last:
        return point._replace(
            meaning=f"{edge} {named}", doubt=point.doubt or f"It is not clear what {edge} means here."
        )
    if edge == "beginning":
        doubt = f"The beginning of {named} is read as its first day, {words(point.first)}."
        return _part(point, point.first, point.first, f"beginning of {named}", doubt)._replace(precision="day")
    first, last = third(point.first, point.last, _THIRD[edge])
    doubt = f"It names no month for {edge} {named}: read as {words(first)} to {words(last)}."
    if (point.last - point.first).days < 32:
        doubt = f"It names no day for {edge} {named}: read as {words(first)} to {words(last)}."
    return _part(point, first, last, f"{edge} {named}", doubt)._replace(precision="third")


def _part(point: Point, first: date, last: date, meaning: str, doubt: str) -> Point:
    return point._replace(
        first=first, last=last, meaning=meaning, doubt=doubt, spread=False, other=None, bare=False, year=None
    )


def third(first: date, last: date, number: int) -> tuple[date, date]:
    """The first and last day of a third (1, 2, 3) of a stretch that begins on the first of a month."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months >= 3 and months % 3 == 0:
        size = months // 3
        begin = add_months(first, size * (number - 1))
        return begin, add_months(first, size * number) - DAY
    days = (last - first).days + 1
    size = 10 if days < 32 else days // 3
    begin = date.fromordinal(first.toordinal() + size * (number - 1))
    return begin, last if number == 3 else date.fromordinal(begin.toordinal() + size - 1)
