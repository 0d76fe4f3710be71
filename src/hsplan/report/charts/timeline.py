"""What falls due in the coming months: a mark for each action at its due date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import BESIDE, ROW, TOP, WIDTH, Tick, name_of, time_axis

MOST = 15


class TimelineRow(Frozen):
    """A row: a filled square at the due date, and the date in words."""

    label: str
    y: float
    due_x: float
    text: str


class TimelineChart(Frozen):
    """`prefix` begins every id in it, `sentence` says what it shows. `today_x` is the as-at date's line,
    `beside` where the words after a row begin."""

    prefix: str
    sentence: str
    ticks: tuple[Tick, ...]
    rows: tuple[TimelineRow, ...]
    today_x: float
    beside: float
    bottom: float
    width: float
    height: float


def timeline_chart(
    prefix: str, sentence: str, rows: Sequence[tuple[str, date, str]], today: date, end: date
) -> TimelineChart:
    """`rows` are (name, due date, the date in words), the first to fall due first."""
    axis = time_axis(today, end)
    placed = tuple(
        TimelineRow(name_of(name), TOP + ROW * number + ROW / 2, axis.x(due), text)
        for number, (name, due, text) in enumerate(rows)
    )
    bottom = TOP + ROW * len(placed)
    return TimelineChart(prefix, sentence, axis.ticks, placed, axis.x(today), BESIDE, bottom, WIDTH, bottom + 6)
