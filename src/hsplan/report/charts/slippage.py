"""Slippage: for each action whose date was moved, a line from its first due date to the current one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import BESIDE, ROW, TOP, WIDTH, Tick, name_of, time_axis

MOST = 15


class Dumbbell(Frozen):
    """A row: an open circle at the first due date, a filled square at the current one, the slippage in words."""

    label: str
    y: float
    first_x: float
    current_x: float
    text: str


class SlippageChart(Frozen):
    """`prefix` begins every id in it, `sentence` says what it shows. `today_x` is the as-at date's line,
    `beside` where the words after a row begin."""

    prefix: str
    sentence: str
    ticks: tuple[Tick, ...]
    rows: tuple[Dumbbell, ...]
    today_x: float
    beside: float
    bottom: float
    width: float
    height: float


def slippage_chart(
    prefix: str, sentence: str, rows: Sequence[tuple[str, date, date, str]], today: date
) -> SlippageChart:
    """`rows` are (name, first due date, current due date, slippage in words), at least one; the first 15 are drawn."""
    drawn = rows[:MOST]
    days = [today, *(day for row in drawn for day in row[1:3])]
    axis = time_axis(min(days), max(days))
    placed = tuple(
        Dumbbell(name_of(name), TOP + ROW * number + ROW / 2, axis.x(first), axis.x(current), text)
        for number, (name, first, current, text) in enumerate(drawn)
    )
    bottom = TOP + ROW * len(placed)
    return SlippageChart(prefix, sentence, axis.ticks, placed, axis.x(today), BESIDE, bottom, WIDTH, bottom + 6)
