"""What rules ask about carrying over: only the plans that an action names are read, each once a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hsplan.findings import Place, did_you_mean
from hsplan.lint.rule import View
from hsplan.lint.spot import Spot, names_under
from hsplan.monitor.cycles import cycles
from hsplan.monitor.links import PlanLinks, links_of, parts
from hsplan.monitor.orphans import DISAGREE, Orphan, claims
from hsplan.plan import Action, Owners, Plan
from hsplan.workspace import Workspace

Links = Callable[[str], PlanLinks | None]
Edge = tuple[str, str]
"""An action of the plan, by its id, and where it went on into, as `plan/action`."""


def links(view: View) -> Links:
    """The links of plans at any date, by plan id: this plan's own, or a sibling's; None for one that is not here."""
    return links_beside(view.workspace, view.plan, view.owners)


def links_beside(workspace: Workspace, plan: Plan, owners: Owners) -> Links:
    """The same for a plan of a workspace."""
    kept = workspace.links(plan.id)
    # Two files may have one id by mistake; then the workspace keeps the links of the one that was read last.
    own = kept if kept and kept.path == plan.document.path else links_of(plan, owners)
    return lambda plan_id: own if plan_id == own.plan else workspace.links(plan_id)


def disagreements(plan_id: str, known: Links) -> list[Orphan]:
    """Where the `carried_from:` of a plan's actions and the `into:` of the plans that it names say different things."""
    own = known(plan_id)
    if own is None or not own.carried_from:
        return []
    plans = {own.plan: own}
    for other_id in {parts(name)[0] for names in own.carried_from.values() for name in names} - {own.plan}:
        other = known(other_id)
        if other is not None:
            plans[other_id] = other
    return [orphan for orphan in claims(own, plans)[1] if orphan.fault in DISAGREE]


def claimed(workspace: Workspace, plan: Plan) -> dict[str, list[str]]:
    """By the plan's actions, those (`plan/action`) of other plans here whose `carried_from:` names them; without those
    that may name one by a slip for another, which says that it went on into them and is not named there."""
    found: dict[str, list[str]] = {}
    own = f"{plan.id}/"
    for other in workspace.mentions.of_actions.get(plan.id, ()):
        links = workspace.links(other)
        sides = links.carried_from.items() if links else ()
        said = [(name, f"{other}/{new}") for new, names in sides for name in {*names} if name.startswith(own)]
        faults = disagreements(other, workspace.links) if said else []
        doubtful = {each.action for each in faults if each.fault == "left out"}
        for name, claim in said:
            if claim not in doubtful:
                found.setdefault(name.removeprefix(own), []).append(claim)
    return found


def not_forward(plan_id: str, known: Links) -> Iterator[Edge]:
    """A plan's links that do not lead into a plan that starts later. Every circle has one of these in some plan."""
    own = known(plan_id)
    for action, targets in own.into.items() if own else ():
        for target in targets:
            other = known(parts(target)[0])
            if own and other and not (own.start and other.start and other.start > own.start):
                yield action, target


def circles(plan_id: str, known: Links) -> tuple[tuple[str, ...], ...]:
    """Rounds of actions that lead back to themselves, through a link of this plan that does not lead forward."""
    graph: dict[str, tuple[str, ...]] = {}
    waiting = [f"{plan_id}/{action}" for action, _ in not_forward(plan_id, known)]
    while waiting:
        name = waiting.pop()
        if name not in graph:
            plan, action = parts(name)
            found = known(plan) if plan else None
            graph[name] = found.into.get(action, ()) if found else ()
            waiting += graph[name]
    return cycles(graph)


def into_place(view: View, action: Action, target: str) -> Place:
    """Where an action names a target in `into:`; the newest such entry."""
    for entry in reversed(action.progress):
        for name, spot in names_under(entry.node, "into"):
            if name == target:
                return spot.place(view)
    return Spot(action.node, "progress", as_key=True).place(view)


def from_place(view: View, action: Action, source: str) -> Place:
    """Where an action names a source in `carried_from:`, else the key itself."""
    for name, spot in names_under(action.node, "carried_from"):
        if name == source:
            return spot.place(view)
    return Spot(action.node, "carried_from", as_key=True).place(view)


def no_such_plan(view: View, plan_id: str) -> str:
    """How to mend the name of a plan that is not here: by another one, or by the settings."""
    others = [each for each in view.workspace.plan_ids() if each != view.plan.id]
    outside = ", ".join(f'"{each}"' for each in (*view.workspace.config.outside, plan_id))
    near = did_you_mean(plan_id, others, "Correct the id, or add that plan's file.")
    return f"{near} If it is kept elsewhere, list it in hsplan.toml: outside = [{outside}]."
