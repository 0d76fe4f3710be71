"""A plan's numbers month by month for spreadsheets and other programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hsplan.monitor import POSITIONS
from hsplan.monitor.burn_up import TrendPoint

_NUMBERS = ("actions", "due_by_first_date", "due_by_current_date", "done", "moved", "no_update")


def trend_csv(points: Sequence[TrendPoint]) -> str:
    """A header and a line for each point, oldest first; the commit is empty for what is on the disk."""
    from csv import writer
    from io import StringIO

    file = StringIO()
    lines = writer(file, lineterminator="\n")
    lines.writerow(("date", "commit", *_NUMBERS, *(_key(position) for position in POSITIONS)))
    for each in points:
        numbers = [getattr(each, name) for name in _NUMBERS]
        lines.writerow((each.date, each.commit, *numbers, *(each.positions[position] for position in POSITIONS)))
    return file.getvalue()


def trend_json(plan: str, as_at: date, points: Sequence[TrendPoint]) -> str:
    """`{"schema": 1, "plan", "as_at", "points": [{"date", "commit", …, "positions": {…}}]}`; published in
    schema/trend.schema.json."""
    from json import dumps

    found: list[dict[str, Any]] = [
        {
            "date": each.date.isoformat(),
            "commit": each.commit,
            **{name: getattr(each, name) for name in _NUMBERS},
            "positions": {_key(position): each.positions[position] for position in POSITIONS},
        }
        for each in points
    ]
    content = {"schema": 1, "plan": plan, "as_at": as_at.isoformat(), "points": found}
    return dumps(content, indent=2, ensure_ascii=False) + "\n"


def _key(position: str) -> str:
    return position.replace(" ", "_")
