"""What falls due in the coming months: a mark for each action at its due date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import TITLED, Layout, Tick, frame, name_of, time_axis, tops

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
    prefix: str, sentence: str, rows: Sequence[tuple[str, date, str]], today: date, end: date, layout: Layout = TITLED
) -> TimelineChart:
    """`rows` are (name, due date, the date in words), the first to fall due first."""
    axis = time_axis(today, end, layout)
    edges = tops(len(rows), layout)
    placed = tuple(
        TimelineRow(name_of(name, layout), top + layout.line, top + layout.words, axis.x(due), text)
        for top, (name, due, text) in zip(edges, rows, strict=False)
    )
    return TimelineChart(prefix, sentence, axis.ticks, placed, *frame(axis, today, edges[-1], layout))
