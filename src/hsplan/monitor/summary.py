"""Counts for any part of a plan: a theme, a goal, a lead, an organisation, a phase, a client group, or all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.assess import PlanState
from hsplan.monitor.state import POSITIONS, ActionState
from hsplan.plan import Owners


class OnTime(Frozen):
    """Of the actions whose due date has come: how many were done by it, later, are still open, or at an unknown date.

    Actions that ended otherwise (withdrawn, superseded, carried over) are left out: they were neither on time nor late.
    """

    fell_due: int
    on_time: int
    late: int
    open: int
    unknown: int

    @property
    def rate(self) -> int | None:
        """On time in whole percent of those whose outcome is known; None where there are none."""
        known = self.fell_due - self.unknown
        return round(100 * self.on_time / known) if known else None


class Summary(Frozen):
    """A part of a plan in numbers. `counts` by position add up to `actions`; `worst` is the worst position in it."""

    key: str
    title: str
    actions: int
    counts: dict[str, int]
    worst: str
    moved: int
    no_update: int
    no_lead: int
    by_first_date: OnTime
    by_current_date: OnTime


DIMENSIONS = ("theme", "goal", "lead", "organisation", "phase", "client group")


def summarise(states: Sequence[ActionState], as_at: date, key: str = "", title: str = "") -> Summary:
    """The numbers of some actions, as at the date that their states were found for."""
    counts = dict.fromkeys(POSITIONS, 0)
    for state in states:
        counts[state.position] += 1
    found = {position: number for position, number in counts.items() if number}
    return Summary(
        key=key,
        title=title,
        actions=len(states),
        counts=found,
        worst=next(iter(found), ""),
        moved=sum(1 for state in states if state.times_moved),
        no_update=sum(1 for state in states if state.no_update),
        no_lead=sum(1 for state in states if state.open and not state.action.lead and not state.action.each),
        by_first_date=_on_time(states, as_at, lambda state: state.first_due),
        by_current_date=_on_time(states, as_at, lambda state: state.due),
    )


def group(state: PlanState, dimension: str) -> list[Summary]:
    """One summary for each value of a dimension (see DIMENSIONS), in the order in which the plan first names it.

    An action with several leads, organisations or client groups counts in each of them, one with none under "".
    For an organisation, an action that each of several must do counts by that organisation's own position.
    """
    members: dict[str, list[ActionState]] = {}
    for each in state.actions:
        for key in dict.fromkeys(_keys(state, each, dimension)) or ("",):
            members.setdefault(key, []).append(each.seen_by(key) if dimension == "organisation" else each)
    titles = _titles(state, dimension)
    return [summarise(states, state.as_at, key, titles.get(key, key)) for key, states in members.items()]


def organisations_of(owners: Owners, names: Iterable[str]) -> tuple[str, ...]:
    """The organisations behind owners: members of groups, and of a post, team or board the one that it is part of."""
    found: dict[str, None] = {}
    for name in owners.expand(names):
        owner = owners.resolve(name)
        seen: set[str] = set()
        while owner is not None and owner.part_of and owner.key not in seen:
            seen.add(owner.key)
            owner = owners.resolve(owner.part_of) or owner
        found[owner.key if owner else name] = None
    return tuple(found)


def _keys(state: PlanState, each: ActionState, dimension: str) -> tuple[str, ...]:
    action = each.action
    if dimension == "organisation":
        return organisations_of(state.owners, action.each or action.lead)
    values = {
        "theme": (action.theme,),
        "goal": (action.goal,),
        "lead": action.lead or action.each,
        "phase": (action.phase,),
        "client group": action.client_groups,
    }
    return values[dimension]


def _titles(state: PlanState, dimension: str) -> dict[str, str]:
    plan = state.plan
    if dimension in ("theme", "goal"):
        return {each.id: each.title for each in (plan.themes if dimension == "theme" else plan.goals)}
    if dimension == "phase":
        return {key: phase.title for key, phase in plan.phases.items()}
    return {}


def _on_time(states: Sequence[ActionState], as_at: date, due_of: Callable[[ActionState], date | None]) -> OnTime:
    on_time = late = still_open = unknown = 0
    for state in states:
        due, done = due_of(state), state.action.done
        if due is None or due > as_at or (not state.open and state.position not in ("achieved", "now routine")):
            continue
        if state.open:
            still_open += due < as_at
        elif done is None or done.first > as_at or done.first <= due < done.last:
            unknown += 1
        elif done.last <= due:
            on_time += 1
        else:
            late += 1
    return OnTime(on_time + late + still_open + unknown, on_time, late, still_open, unknown)
