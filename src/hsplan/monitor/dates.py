"""First and current due dates: the first promise stays, agreed changes move the current date, proposed ones do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.monitor.state import MilestoneState, Move
from hsplan.monitor.status import as_known
from hsplan.plan import Action, DateChange, Milestone
from hsplan.timescale import Reader, Timescale


def moves(changes: Sequence[DateChange], first: date | None, as_at: date, read: Reader) -> tuple[Move, ...]:
    """The date changes put forward up to `as_at`, in the order of their decisions, each with the dates that it joins.

    A change counts from the day it was decided. One without `decided`, or refused, leaves the due date alone.
    """
    if not changes:
        return ()
    known = [as_known(change, as_at) for change in changes if change.date is None or change.date <= as_at]
    order = sorted(known, key=lambda change: change.decided or change.date or date.min)
    result, current = [], first
    for change in order:
        timescale = read(change.timescale)
        new = timescale.due or change.due
        days = (new - current).days if new and current else None
        agreed = change.decided is not None and change.decided <= as_at and not change.refused
        result.append(Move(change, timescale, current, new, days, agreed))
        if agreed and new:
            current = new
    return tuple(result)


def current_due(first: date | None, made: Sequence[Move]) -> date | None:
    """The due date after the newest agreed change."""
    for move in reversed(made):
        if move.agreed and move.new:
            return move.new
    return first


def milestone_state(milestone: Milestone, as_at: date, read: Reader, until: date | None = None) -> MilestoneState:
    """A milestone's first and current due date. `until` is the day to which lateness is counted, None where nothing can
    be late."""
    timescale = read(milestone.timescale)
    first = timescale.due or milestone.due
    made = moves(milestone.date_changes, first, as_at, read)
    done = milestone.done is not None and milestone.done.first <= as_at
    due = current_due(first, made)
    late = (until - due).days if until and due and not done and not timescale.recurrence else 0
    return MilestoneState(milestone, timescale, first, due, made, done, max(late, 0))


def due_dates(
    action: Action, timescale: Timescale, milestones: Sequence[MilestoneState]
) -> tuple[date | None, date | None]:
    """The first due date of an action and the current one before its own date changes.

    From its timescale, else `due:`, else its milestone with the latest date; only the last may differ between the two.
    """
    own = timescale.due or action.due
    if own is not None:
        return own, own
    dated = [state for state in milestones if state.first_due]
    if not dated:
        return None, None
    return (
        max(state.first_due for state in dated if state.first_due),
        max(state.due for state in dated if state.due),
    )
