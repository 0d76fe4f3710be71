"""Where an action stands in time, and the colour that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.state import Move
from hsplan.monitor.status import Reported
from hsplan.monitor.thresholds import Thresholds
from hsplan.plan import CLOSED, PastDate
from hsplan.timescale import Timescale


class Standing(Frozen):
    """A position with the days late: past the due date if overdue or left open; of an achieved action from the due date
    to `done`, of one now routine only where that is later; else 0."""

    position: str
    days_late: int


class Term(Frozen):
    """What of a plan its actions are judged by, as at a date.

    `last_day` is the day to which lateness is counted; `in_force` whether the plan was adopted by then, since a draft
    has promised nothing yet; `closed` whether it has closed. `cycle` is after how many days progress is due again, None
    where the plan does not ask for it or is not in force on `as_at`; what nobody has said anything of yet is counted
    from the day it was added, else from `adopted`.
    """

    as_at: date
    last_day: date
    in_force: bool
    closed: bool
    thresholds: Thresholds
    cycle: int | None
    adopted: date | None

    @property
    def late_until(self) -> date | None:
        """The day to which a milestone's lateness is counted; None where nothing can be late."""
        return self.last_day if self.in_force else None


class Dates(Frozen):
    """An action's dates as at the date asked about; `timescale` is its first one."""

    timescale: Timescale
    due: date | None
    moves: Sequence[Move]
    done: PastDate | None

    @property
    def go_on(self) -> bool:
        """Whether the wording in force, the first or the newest agreed change's, speaks of something that goes on."""
        agreed = [move.timescale for move in self.moves if move.agreed and move.timescale.wording]
        return (agreed[-1] if agreed else self.timescale).kind in ("ongoing", "recurring")


def standing(said: Reported, dates: Dates, term: Term) -> Standing:
    """The position as at a date, by what was reported, when it was done and when it is due.

    In a draft nothing is overdue: its dates are proposals, and one that has passed does not count.
    """
    due, done = dates.due, dates.done
    if said.status in CLOSED:
        known = done if done and done.first <= term.as_at else None
        return Standing(said.status, _days_off(said.status, known, dates) if known else 0)
    if said.status == "deferred" and not _new_date(said, dates.moves):
        return Standing("deferred", 0)
    days_left = (due - term.last_day).days if due else 0
    late = -days_left if days_left < 0 and term.in_force else 0
    if term.closed:
        return Standing("left open", late)
    if due is None:
        return Standing("ongoing or recurring" if dates.go_on else "no date", 0)
    if days_left < 0:
        return Standing("overdue" if late else "draft date", late)
    return Standing("due soon" if days_left <= term.thresholds.due_soon else "within date", 0)


def _days_off(status: str, done: PastDate, dates: Dates) -> int:
    """Days from the due date to the day it was done; of a month or a year as many as are certain. What became routine
    may be late, unless it was to come round again or to go on from the first, but is never early."""
    if dates.due is None or status not in ("achieved", "now routine"):
        return 0
    days = min((done.last - dates.due).days, 0) or max((done.first - dates.due).days, 0)
    return days if status == "achieved" else 0 if dates.go_on else max(days, 0)


def _new_date(said: Reported, made: Sequence[Move]) -> bool:
    """Whether a deferral came with a new due date, so that it is late or not like any other action."""
    since = said.entry.date if said.entry else None
    return since is not None and any(
        move.agreed and move.new and (move.change.decided or since) >= since for move in made
    )


class Rag(Frozen):
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
    if found.position == "left open":
        return Rag("", "was left open when the plan closed")
    return Rag("", "ended otherwise" if found.position in CLOSED else "has no due date that counts")
