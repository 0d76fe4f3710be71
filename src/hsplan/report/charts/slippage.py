"""Slippage: for each action whose date was moved, a line from its first due date to the current one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import TOP, WIDE, Layout, Tick, name_of, time_axis

MOST = 15


class Dumbbell(Frozen):
    """A row: an open circle at the first due date, a filled square at the current one, the slippage in words."""

    label: str
    y: float
    words_y: float
    first_x: float
    current_x: float
    text: str


class SlippageChart(Frozen):
    """`prefix` begins every id in it, `sentence` says what it shows. `today_x` is the as-at date's line,
    `beside` where the words of a row begin, or end where `anchor` is "end"."""

    prefix: str
    sentence: str
    ticks: tuple[Tick, ...]
    rows: tuple[Dumbbell, ...]
    today_x: float
    beside: float
    anchor: str
    bottom: float
    width: float
    height: float


def slippage_chart(
    prefix: str, sentence: str, rows: Sequence[tuple[str, date, date, str]], today: date, layout: Layout = WIDE
) -> SlippageChart:
    """`rows` are (name, first due date, current due date, slippage in words), at least one; the first 15 are drawn."""
    drawn = rows[:MOST]
    days = [today, *(day for row in drawn for day in row[1:3])]
    axis = time_axis(min(days), max(days), layout)
    tops = [TOP + layout.row * number for number in range(len(drawn) + 1)]
    placed = tuple(
        Dumbbell(name_of(name), top + layout.line, top + layout.words, axis.x(first), axis.x(current), text)
        for top, (name, first, current, text) in zip(tops, drawn, strict=False)
    )
    height, now = tops[-1] + 6, axis.x(today)
    edge = layout.beside
    return SlippageChart(prefix, sentence, axis.ticks, placed, now, edge, layout.anchor, tops[-1], layout.width, height)
