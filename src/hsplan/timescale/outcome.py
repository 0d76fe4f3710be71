"""What the parts of a wording come to, before it is known what was not understood."""

from __future__ import annotations

from datetime import date

from hsplan.frozen import Frozen
from hsplan.timescale.days import words
from hsplan.timescale.gather import Said
from hsplan.timescale.record import Fault, Kind, Precision


class Outcome(Frozen):
    kind: Kind
    start: date | None = None
    due: date | None = None
    precision: Precision | None = None
    recurrence: str | None = None
    meaning: str = ""
    doubts: tuple[str | None, ...] = ()
    further: tuple[date, ...] = ()
    suggestion: str | None = None
    faults: tuple[Fault, ...] = ()


def first_day(said: Said, due: date | None) -> tuple[date | None, str | None]:
    """The first day that the wording gives, and a doubt where it comes after the due date."""
    firsts = [start.first for start in said.starts if start.first is not None]
    firsts += [point.first for point in said.bounded if point.first is not None and point.spread]
    if due is not None:
        firsts += [point.first for point in said.begins if point.first is not None]
    if not firsts:
        return None, None
    first = min(firsts)
    if due is not None and first > due:
        return None, f"It starts on {words(first)}, after its due date."
    return first, None
