"""Rows as a table for people, as JSON, and as CSV that Excel opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Any

from hsplan.exporting.rows import Row
from hsplan.findings import counted
from hsplan.timescale.wording import words

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by a spreadsheet as a formula."""


def json_text(rows: Sequence[Row], as_at: date) -> str:
    """`{"schema": 1, "as_at", "actions": […]}`; published in schema/list.schema.json."""
    from json import dumps

    content: dict[str, Any] = {"schema": 1, "as_at": as_at.isoformat(), "actions": [row._asdict() for row in rows]}
    return dumps(content, indent=2, ensure_ascii=False) + "\n"


def csv_text(rows: Sequence[Row]) -> str:
    """A header and one line a row; lists are joined by "; ", and no cell is a formula."""
    from csv import writer

    file = StringIO()
    lines = writer(file, lineterminator="\n")
    lines.writerow(Row._fields)
    for row in rows:
        lines.writerow([_cell(value) for value in row])
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        value = "; ".join(value)
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and _is_formula(value) else value


def _is_formula(text: str) -> bool:
    """Whether some program for spreadsheets would run the text: those that drop what is blank before it, too."""
    from unicodedata import normalize

    return normalize("NFKC", text[:100]).lstrip().startswith(_FORMULA) or text.startswith(_FORMULA)


_DUE_WIDTH = 12
"""Wide enough for "30 September" over the year."""
_POSITION_WIDTH = 12
"""Wide enough for every position but the longest, "ongoing or recurring", which takes two lines."""
_LONGEST = 300
GROUPS = ("theme", "goal", "lead", "phase", "position", "status")


def table_text(rows: Sequence[Row], width: int, group_by: str = "", *, colour: bool) -> str:
    """A table that fits `width` columns, parted by a field of the rows if asked for, and a line that counts."""
    from rich.console import Console

    file = StringIO()
    console = Console(file=file, width=width, color_system="standard" if colour else None, force_terminal=colour)
    several = len({row.plan for row in rows}) > 1
    groups: dict[str, list[Row]] = {}
    for row in rows:
        value = getattr(row, group_by) if group_by else ""
        groups.setdefault(", ".join(value) if isinstance(value, tuple) else value, []).append(row)
    for name, members in groups.items():
        if group_by:
            console.print(
                f"{group_by.capitalize()}: {name or 'none'} ({counted(len(members), 'action')})", markup=False
            )
        console.print(_table(members, several, width))
    lines = [line.rstrip() for line in file.getvalue().splitlines()]
    number = counted(len(rows), "action")
    if any(row.position == "draft date" for row in rows):
        number += ". The dates of a draft are proposals: one that has passed is not counted yet."
    return "\n".join([*(line for line in lines if line), number]) + "\n"


def _table(rows: Sequence[Row], several: bool, width: int) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    names = [f"{row.plan}/{row.id}" if several else row.id for row in rows]
    name_width = max(map(len, ("Action", *names)))
    position_width = min(_POSITION_WIDTH, max(len(text) for text in ("Position", *(row.position for row in rows))))
    # What is left for words after the columns that must not be cut, and the space between each two.
    rest = width - name_width - position_width - _DUE_WIDTH - 14
    lead_width = max(10, min(26, rest // 3))
    widths = (name_width, max(12, rest - lead_width), lead_width, _DUE_WIDTH, position_width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for title, column in zip(("Action", "Title", "Lead", "Due", "Position"), widths, strict=True):
        table.add_column(title, width=column)
    for name, row in zip(names, rows, strict=True):
        due = words(date.fromisoformat(row.due)) if row.due else _cut(row.timescale) or "no date"
        lead = ", ".join(row.lead) or "nobody"
        table.add_row(*(Text(text) for text in (name, _cut(row.title), lead, due, row.position)))
    return table


def _cut(text: str) -> str:
    """What a cell can show: a pasted page would fill the screen, and take minutes to be laid out."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
