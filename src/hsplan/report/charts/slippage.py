"""Slippage: for each action whose date was moved, a line from its first due date to the current one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import WIDE, Layout, Tick, frame, name_of, time_axis, tops


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
    """`rows` are (name, first due date, current due date, slippage in words), at least one."""
    days = [today, *(day for row in rows for day in row[1:3])]
    axis = time_axis(min(days), max(days), layout)
    edges = tops(len(rows), layout)
    placed = tuple(
        Dumbbell(name_of(name, layout), top + layout.line, top + layout.words, axis.x(first), axis.x(current), text)
        for top, (name, first, current, text) in zip(edges, rows, strict=False)
    )
    return SlippageChart(prefix, sentence, axis.ticks, placed, *frame(axis, today, edges[-1], layout))
