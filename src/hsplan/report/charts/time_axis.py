"""A stretch of time laid along a line, with ticks at the firsts of months."""

from __future__ import annotations

from datetime import date

from hsplan.frozen import Frozen
from hsplan.timescale.days import MONTHS, add_months

LEFT, RIGHT, WIDTH = 104.0, 500.0, 720.0
"""The plot runs from LEFT to RIGHT of a drawing of WIDTH: names stand before it, numbers after it."""
BESIDE = RIGHT + 14.0
"""Where the words after a row begin."""
TOP, ROW = 46.0, 26.0
"""Where the first row begins below the ticks' words, and how deep a row is."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 3000, 6000, 12000, 24000)
_MOST = 7


class Tick(Frozen):
    """A line across the rows, with its words above it."""

    x: float
    label: str


class TimeAxis(Frozen):
    """From the first day drawn to the last, with a tick every so many months."""

    start: date
    end: date
    ticks: tuple[Tick, ...]

    def x(self, day: date) -> float:
        """Where a day stands; a day outside stands at the edge."""
        return _x(self.start, self.end, min(max(day, self.start), self.end))


def time_axis(first: date, last: date) -> TimeAxis:
    """An axis around two days, from the first of a month to that of a later one, with at most seven ticks."""
    start, months = first.replace(day=1), (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in _STEPS if months / step <= _MOST), _STEPS[-1])
    if step >= 12:
        start = start.replace(month=1)
    elif step > 1:
        start = start.replace(month=(start.month - 1) // 3 * 3 + 1)
    days = [start]
    while days[-1] <= last and (following := add_months(days[-1], step)) > days[-1]:
        days.append(following)
    end = days[-1] if days[-1] > last else last
    ticks = tuple(Tick(_x(start, end, day), _label(day, step)) for day in days if day <= last or len(days) < 3)
    return TimeAxis(start, end, ticks)


def name_of(text: str) -> str:
    """An id short enough for the room before the plot."""
    return text if len(text) <= 11 else f"{text[:10]}…"


def _x(start: date, end: date, day: date) -> float:
    whole = max((end - start).days, 1)
    return round(LEFT + (RIGHT - LEFT) * (day - start).days / whole, 1)


def _label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"
