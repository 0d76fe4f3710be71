"""Where an action stands in time, and the colour that follows from it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hsplan.monitor.state import Move
from hsplan.monitor.status import Reported
from hsplan.monitor.thresholds import Thresholds
from hsplan.plan import CLOSED, PastDate


class Standing(NamedTuple):
    """A position with the days late: past the due date if overdue; from the due date to `done` if achieved; else 0."""

    position: str
    days_late: int


def standing(
    said: Reported,
    done: PastDate | None,
    due: date | None,
    made: Sequence[Move],
    as_at: date,
    thresholds: Thresholds,
    *,
    draft: bool = False,
) -> Standing:
    """The position as at a date, by what was reported, when it was done and when it is due.

    A draft has promised nothing yet, so in one a due date that has passed is none that counts, and nothing is overdue.
    """
    if said.status in CLOSED:
        known = done if said.status == "achieved" and done and done.first <= as_at else None
        return Standing(said.status, (known.last - due).days if known and due else 0)
    if said.status == "deferred" and not _new_date(said, made):
        return Standing("deferred", 0)
    if due is None or (draft and due < as_at):
        return Standing("no date", 0)
    if due < as_at:
        return Standing("overdue", (as_at - due).days)
    return Standing("due soon" if (due - as_at).days <= thresholds.due_soon else "within date", 0)


def _new_date(said: Reported, made: Sequence[Move]) -> bool:
    """Whether a deferral came with a new due date, so that it is late or not like any other action."""
    since = said.entry.date if said.entry else None
    return since is not None and any(
        move.agreed and move.new and (move.change.decided or since) >= since for move in made
    )


class Rag(NamedTuple):
    """A colour ("red", "amber", "green", "blue" or "" for none) and the rule that gave it, in words."""

    colour: str
    rule: str


def rag(found: Standing, thresholds: Thresholds) -> Rag:
    """The colour of a position by the configured thresholds."""
    if found.position == "overdue":
        if found.days_late >= thresholds.red:
            return Rag("red", f"overdue by {thresholds.red} days or more")
        if found.days_late >= thresholds.amber:
            return Rag("amber", f"overdue by {thresholds.amber} to {thresholds.red - 1} days")
        return Rag("green", f"overdue by less than {thresholds.amber} days")
    if found.position in ("due soon", "within date"):
        return Rag("green", "not overdue")
    if found.position in ("achieved", "now routine"):
        return Rag("blue", "done")
    return Rag("", "has no due date that counts" if found.position in ("no date", "deferred") else "ended otherwise")
