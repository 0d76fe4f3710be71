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


class Layout(Frozen):
    """How a drawing of rows is laid out: its width, between what the plot runs, how deep a row is, how far below its
    top the line and the words stand, and whether the words end at the right edge (`beside` is their edge)."""

    width: float
    left: float
    right: float
    row: float
    line: float
    words: float
    beside: float
    anchor: str
    most_ticks: int


WIDE = Layout(WIDTH, LEFT, RIGHT, ROW, ROW / 2, ROW / 2 + 6, BESIDE, "start", _MOST)
"""Names before the plot, words after it."""
PHONE = Layout(288.0, 20.0, 268.0, 46.0, 33.0, 19.0, 284.0, "end", 5)
"""As wide as a phone: name and words stand above their row's line."""


class Tick(Frozen):
    """A line across the rows, with its words above it."""

    x: float
    label: str


class TimeAxis(Frozen):
    """From the first day drawn to the last, with a tick every so many months."""

    start: date
    end: date
    ticks: tuple[Tick, ...]
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; a day outside stands at the edge."""
        return self.place(min(max(day, self.start), self.end))

    def place(self, day: date) -> float:
        """Where a day stands, though it were outside."""
        whole = max((self.end - self.start).days, 1)
        return round(self.left + (self.right - self.left) * (day - self.start).days / whole, 1)


def time_axis(first: date, last: date, layout: Layout = WIDE) -> TimeAxis:
    """An axis around two days, from the first of a month to that of a later one, with at most as many ticks as the
    layout has room for."""
    start, months = first.replace(day=1), (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in _STEPS if months / step <= layout.most_ticks), _STEPS[-1])
    if step >= 12:
        start = start.replace(month=1)
    elif step > 1:
        start = start.replace(month=(start.month - 1) // 3 * 3 + 1)
    days = [start]
    while days[-1] <= last and (following := add_months(days[-1], step)) > days[-1]:
        days.append(following)
    end = days[-1] if days[-1] > last else last
    axis = TimeAxis(start, end, (), layout.left, layout.right)
    ticks = tuple(Tick(axis.place(day), _label(day, step)) for day in days if day <= last or len(days) < 3)
    return axis._replace(ticks=ticks)


def name_of(text: str) -> str:
    """An id short enough for the room before the plot."""
    return text if len(text) <= 11 else f"{text[:10]}…"


def _label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"
