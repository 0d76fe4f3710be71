"""What falls due in the coming months: a mark for each action at its due date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import TOP, WIDE, Layout, Tick, name_of, time_axis

MOST = 15


class TimelineRow(Frozen):
    """A row: a filled square at the due date, and the date in words."""

    label: str
    y: float
    words_y: float
    due_x: float
    text: str


class TimelineChart(Frozen):
    """`prefix` begins every id in it, `sentence` says what it shows. `today_x` is the as-at date's line,
    `beside` where the words of a row begin, or end where `anchor` is "end"."""

    prefix: str
    sentence: str
    ticks: tuple[Tick, ...]
    rows: tuple[TimelineRow, ...]
    today_x: float
    beside: float
    anchor: str
    bottom: float
    width: float
    height: float


def timeline_chart(
    prefix: str, sentence: str, rows: Sequence[tuple[str, date, str]], today: date, end: date, layout: Layout = WIDE
) -> TimelineChart:
    """`rows` are (name, due date, the date in words), the first to fall due first."""
    axis = time_axis(today, end, layout)
    tops = [TOP + layout.row * number for number in range(len(rows) + 1)]
    placed = tuple(
        TimelineRow(name_of(name), top + layout.line, top + layout.words, axis.x(due), text)
        for top, (name, due, text) in zip(tops, rows, strict=False)
    )
    height, now = tops[-1] + 6, axis.x(today)
    edge = layout.beside
    return TimelineChart(prefix, sentence, axis.ticks, placed, now, edge, layout.anchor, tops[-1], layout.width, height)
