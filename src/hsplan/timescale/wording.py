"""A reading in words, and as JSON."""

from __future__ import annotations

from hsplan.timescale.days import words
from hsplan.timescale.record import Timescale

__all__ = ["as_json", "sentence", "words"]


def sentence(timescale: Timescale) -> str:
    """One line for an officer: "due 30 June 2014: first quarter of the financial year 2014/15"."""
    meaning = timescale.meaning
    if timescale.kind == "unparseable":
        head = "not understood"
        return head if meaning == head else f"{head}: {meaning}"
    if timescale.due is None:
        if timescale.start is None:
            return f"no due date: {meaning}"
        head = f"from {words(timescale.start)}"
        return f"{head}, no due date" if meaning == head else f"{head}, no due date: {meaning}"
    head = f"due {words(timescale.due)}"
    if timescale.start is not None and timescale.start < timescale.due:
        head = f"from {words(timescale.start)}, {head}"
    return head if meaning == words(timescale.due) else f"{head}: {meaning}"


def as_json(timescale: Timescale) -> dict[str, object]:
    """The record with ISO dates, ready for `json.dumps`; `used` as [start, end] pairs."""
    made: dict[str, object] = dict(timescale._asdict())
    for key in ("start", "due"):
        value = getattr(timescale, key)
        made[key] = None if value is None else value.isoformat()
    made["further"] = [day.isoformat() for day in timescale.further]
    made["used"] = [list(span) for span in timescale.used]
    made["faults"] = list(timescale.faults)
    return made
