"""What actions bring along from the plans before: their first promises, and whether these were kept there."""

from __future__ import annotations

from itertools import pairwise

from hsplan.monitor.assess import PlanState
from hsplan.monitor.life import DONE, life, promised
from hsplan.monitor.lineage import Lineage
from hsplan.monitor.links import parts
from hsplan.monitor.state import ActionState, Before


def inherited(state: PlanState, of: Lineage) -> PlanState:
    """The state in which every action that was carried over has the first due date of the plan where it began, and its
    slippage from that day, and those that take further what was done say so.

    `of` is the lineage of the plan and those connected with it, as at the same date. What was done there and taken
    further kept its promise; what took something over within its own plan has its own; what comes round again does not
    slip.
    """
    return state._replace(actions=tuple(_with_origins(each, state.plan.id, of) for each in state.actions))


def _with_origins(each: ActionState, plan: str, of: Lineage) -> ActionState:
    name = f"{plan}/{each.action.id}"
    if name not in of.predecessors or name not in of.actions:
        return each
    done = (old for old in of.predecessors[name] if old in of.actions and of.actions[old].position in DONE)
    return _with_first(each._replace(takes_further=tuple(done)), name, of)


def _with_first(each: ActionState, name: str, of: Lineage) -> ActionState:
    if each.timescale.recurrence:
        return each
    whole = life(of, name)
    way = whole.promise[: whole.promise.index(name) + 1]
    first, due = whole.first_due, promised(each)
    if (
        first is None
        or due is None
        or whole.circular
        or whole.first_due_in not in way[:-1]
        or _same_plan(whole.first_due_in, name)
    ):
        return each
    states = [of.actions[key] for key in way if key in of.actions]
    carried = sum(1 for was, now in pairwise(states) if now.first_due and promised(was) not in (None, now.first_due))
    moved = carried + sum(before.times_moved for before in states[:-1])
    before = Before(whole.first_due_in, moved)
    return each._replace(first_due=first, slippage_days=(due - first).days, before=before)


def _same_plan(one: str, other: str) -> bool:
    return parts(one)[0] == parts(other)[0]
