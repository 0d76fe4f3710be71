"""First due dates that mean other days because the plan around them changed: its period, phases or adoption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.compare.wording import day_words, quoted
from hsplan.findings import counted, some
from hsplan.plan import Action, Plan
from hsplan.timescale import Reader

_LISTED = 3
Promise = tuple[str, str, date | None]
"""What it is a date of, its wording, its `due:`."""


def moved_dates(old: Plan, new: Plan, actions: Sequence[tuple[Action, Action]], readers: tuple[Reader, Reader]) -> str:
    """`which moves 2 first due dates without a date change: …`; "" where none moved. In a draft nothing was promised.

    A promise that is worded otherwise is told of by itself.
    """
    if old.adopted is None or old.context == new.context:
        return ""
    moved = []
    for was, now in actions:
        before = set(_promises(was, now.id))
        for name, wording, due in _promises(now, now.id):
            if wording and (name, wording, due) in before:
                days = [read(wording).due for read in readers]
                if days[0] and days[1] and days[0] != days[1]:
                    moved.append(f"{name} from {day_words(days[0])} to {day_words(days[1])}")
    if not moved:
        return ""
    what = counted(len(moved), "first due date")
    return f"which moves {what} without a date change: {some(moved, _LISTED, '; ')}"


def _promises(action: Action, name: str) -> Iterator[Promise]:
    yield name, action.timescale, action.due
    for each in action.milestones:
        yield f"{name}'s milestone {quoted(each.title)}", each.timescale, each.due
