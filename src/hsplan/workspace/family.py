"""The plans that an action's whole life may touch, found without reading all the others."""

from __future__ import annotations

from datetime import date

from hsplan.monitor import PlanState, assess
from hsplan.plan import Plan
from hsplan.workspace.workspace import Loaded, Workspace


def family(workspace: Workspace, loaded: Loaded) -> list[Loaded]:
    """A plan with all that are connected to it through `follows:`, `into:` and `carried_from:`, however far, both ways.

    Oldest period first. Plans that cannot be read, and those that are not in the workspace, are left out.
    """
    if loaded.plan is None:
        return [loaded]
    found = {loaded.plan.id: loaded}
    read: dict[str, Loaded | None] = {}
    waiting = [loaded.plan]
    mentioned = workspace.mentions
    while waiting:
        plan = waiting.pop()
        own = names(plan)
        named_by = (*mentioned.of_actions.get(plan.id, ()), *mentioned.followers.get(plan.id, ()))
        for other in (*own, *named_by):
            if other in found:
                continue
            if other not in read:
                read[other] = workspace.sibling(other)
            each = read[other]
            if each is None or each.plan is None or each.plan.id in found:
                continue
            if each.plan.id in own or plan.id in names(each.plan):
                found[each.plan.id] = each
                waiting.append(each.plan)
    return sorted(found.values(), key=_age)


def with_first_dates(workspace: Workspace, state: PlanState) -> PlanState:
    """The plan's state with the first due dates that its actions bring along from plans before, where these are here;
    no other plan is read for one to which nothing was carried over."""
    plan = state.plan
    if not (workspace.carried_into(plan, state.as_at) or any(action.carried_from for action in plan.actions)):
        return state
    from hsplan.monitor.inherited import inherited
    from hsplan.monitor.lineage import lineage

    limits = workspace.config.thresholds
    loaded = Loaded(plan.document, plan, state.owners)
    others = ((each.plan, each.owners) for each in family(workspace, loaded) if each.plan and each.plan.id != plan.id)
    states = [state, *(assess(other, owners, state.as_at, limits) for other, owners in others)]
    return inherited(state, lineage(states, workspace.config.outside))


def names(plan: Plan) -> dict[str, None]:
    """The ids of the plans that a plan names as before or after it, at whatever date, in file order."""
    found = {plan.follows: None} if plan.follows else {}
    for action in plan.actions:
        for name in action.carried_from:
            found[name.partition("/")[0]] = None
        for entry in action.progress:
            for name in entry.into:
                found[name.partition("/")[0]] = None
    found.pop(plan.id, None)
    return found


def _age(loaded: Loaded) -> tuple[date, str]:
    plan = loaded.plan
    return (plan.period.start if plan and plan.period else date.max, plan.id if plan else "")
