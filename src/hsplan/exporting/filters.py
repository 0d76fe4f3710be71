"""Which actions a list keeps, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.exporting.rows import Row
from hsplan.frozen import Frozen
from hsplan.monitor import POSITIONS, ActionState, PlanState
from hsplan.monitor.summary import organisations_of


class Filters(Frozen):
    """Each one narrows the list; None, "" or False keeps everything. `due_from` and `due_by` are the first and the last
    due date to keep."""

    owner: str = ""
    organisation: str = ""
    theme: str = ""
    status: str = ""
    position: str = ""
    due_from: date | None = None
    due_by: date | None = None
    no_update: bool = False
    moved: bool = False
    carried: bool = False
    no_lead: bool = False


def kept(state: PlanState, filters: Filters, carried_in: Sequence[str] = ()) -> PlanState:
    """The plan's state with only the actions that pass every filter; `carried_in` are the ids of those that came from
    another plan."""
    keep = [each for each in state.actions if _keeps(state, each, filters, carried_in)]
    return state._replace(actions=tuple(keep))


def _keeps(state: PlanState, each: ActionState, filters: Filters, carried_in: Sequence[str]) -> bool:
    action = each.action
    carried = action.id in carried_in or bool(action.carried_from) or each.position == "carried over"
    return not (
        (filters.theme and filters.theme not in (action.theme, action.goal))
        or (filters.status and each.status != filters.status)
        or (filters.position and each.position != filters.position)
        or (filters.due_from and not (each.open and each.due and each.due >= filters.due_from))
        or (filters.due_by and not (each.open and each.due and each.due <= filters.due_by))
        or (filters.no_update and not each.no_update)
        or (filters.moved and not each.times_moved)
        or (filters.carried and not carried)
        or (filters.no_lead and (action.lead or action.each or not each.open))
        or (filters.owner and not _names(state, each, filters.owner))
        or (filters.organisation and not _concerns(state, each, filters.organisation))
    )


def _key(state: PlanState, words: str) -> str:
    found = state.owners.resolve(words)
    return found.key if found else words


def _names(state: PlanState, each: ActionState, owner: str) -> bool:
    """Whether the owner leads, helps or is one of `each:`, by its key, another spelling or a group that it is in."""
    named = (*each.action.lead, *each.action.partners, *each.action.each)
    wanted = _key(state, owner)
    return wanted in {_key(state, name) for name in named} or wanted in state.owners.expand(named)


def _concerns(state: PlanState, each: ActionState, organisation: str) -> bool:
    """Whether the organisation, or a team or post of it, leads the action or is one of `each:`."""
    named = each.action.each or each.action.lead
    return _key(state, organisation) in organisations_of(state.owners, named)


SORTS = ("plan", "due", "lead", "position", "slippage")


def ordered(rows: Sequence[Row], by: str) -> list[Row]:
    """Rows in the plan's own order ("plan"), or by due date, lead, position (worst first) or slippage (most first)."""
    if by == "due":
        return sorted(rows, key=lambda row: (row.due is None, row.due or ""))
    if by == "lead":
        return sorted(rows, key=lambda row: (not row.lead, [name.casefold() for name in row.lead]))
    if by == "position":
        return sorted(rows, key=lambda row: (POSITIONS.index(row.position), row.due or ""))
    if by == "slippage":
        return sorted(rows, key=lambda row: -(row.slippage_days or 0))
    return list(rows)
