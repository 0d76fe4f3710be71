"""A stretch of time laid along a line, with ticks at the firsts of months."""

from __future__ import annotations

from bisect import bisect
from datetime import date
from itertools import accumulate

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
_LONGEST = 100
"""Letters of a name that are looked at."""


class Layout(Frozen):
    """How a drawing of rows is laid out: its width, between what the plot runs, how deep a row is, how far below its
    top the line and the words stand, whether the words end at the right edge (`beside` is their edge), and how
    much room a name has."""

    width: float
    left: float
    right: float
    row: float
    line: float
    words: float
    beside: float
    anchor: str
    most_ticks: int
    room: float


WIDE = Layout(WIDTH, LEFT, RIGHT, ROW, ROW / 2, ROW / 2 + 6, BESIDE, "start", _MOST, LEFT - 4.0)
"""Names before the plot, words after it."""
TITLED = Layout(WIDTH, 312.0, 600.0, ROW, ROW / 2, ROW / 2 + 6, 614.0, "start", _MOST, 300.0)
"""The same with room for titles, where the words after the plot are few."""
PHONE = Layout(288.0, 20.0, 268.0, 46.0, 33.0, 19.0, 284.0, "end", 5, 120.0)
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


class Frame(Frozen):
    """What a drawing of rows has around them: the as-at date's line, where the words of a row begin (or end, where
    `anchor` is "end"), where the rows end, and its size."""

    today_x: float
    beside: float
    anchor: str
    bottom: float
    width: float
    height: float


def tops(number: int, layout: Layout) -> list[float]:
    """Where each row begins, and where the last one ends."""
    return [TOP + layout.row * each for each in range(number + 1)]


def frame(axis: TimeAxis, today: date, bottom: float, layout: Layout) -> Frame:
    """What stands around rows that end at `bottom`."""
    return Frame(axis.x(today), layout.beside, layout.anchor, bottom, layout.width, bottom + 6)


def name_of(text: str, layout: Layout) -> str:
    """An id, or an id and a title, short enough for the room before the plot, if possible cut at a word's end."""
    ends = list(accumulate(map(_width, text[:_LONGEST])))
    if len(text) <= _LONGEST and (not ends or ends[-1] <= layout.room):
        return text
    cut = text[: bisect(ends, layout.room - _width("…"))]
    whole, _, rest = cut.rpartition(" ")
    return f"{whole if len(whole) > len(rest) else cut}…"


def _width(letter: str) -> float:
    """How wide a letter of the drawings' 15 point Arial is at most, for most letters."""
    return (
        14.5
        if letter in "MW@%…"
        else 11.0
        if letter.isupper() or letter in "mw"
        else 4.5
        if letter in "ijlft .,'-"
        else 8.5
    )


def _label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"
