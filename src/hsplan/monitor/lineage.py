"""Which action came from which, across plans: splits, merges, what leads nowhere and what leads in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.assess import PlanState
from hsplan.monitor.cycles import cycles
from hsplan.monitor.links import UNKNOWN, PlanLinks, links_of, parts
from hsplan.monitor.orphans import Orphan, claims, dangling, nowhere
from hsplan.monitor.state import ActionState

Pairs = dict[tuple[str, str], None]


class Lineage(Frozen):
    """The actions of several plans and how they hang together as at a date. Names are `plan/action`.

    A name that no action here has stands for one whose plan is kept elsewhere, `west-kent-2011/?` for example.
    """

    as_at: date
    actions: Mapping[str, ActionState]
    """Every action that is here, plan by plan in the order given."""
    pairs: tuple[tuple[str, str], ...]
    """Every link, old and new."""
    successors: Mapping[str, tuple[str, ...]]
    """By an action's name: those that it went on into; several where it was split."""
    predecessors: Mapping[str, tuple[str, ...]]
    """By an action's name: those that it comes from; several where they were merged."""
    orphans: tuple[Orphan, ...]
    cycles: tuple[tuple[str, ...], ...]
    """Actions that lead back to themselves, one round of each."""


def lineage(states: Sequence[PlanState], elsewhere: Collection[str] = ()) -> Lineage:
    """Join plans assessed as at the same date; `elsewhere` are the ids of plans that are known to be kept elsewhere.

    Only what was reported up to that date joins two actions. Raises ValueError for plans of several dates.
    """
    dates = {state.as_at for state in states}
    if len(dates) > 1:
        raise ValueError("a lineage is as at one date, not " + " and ".join(str(day) for day in sorted(dates)))
    as_at = next(iter(dates), date.max)
    pairs, orphans = join([links_of(state.plan, state.owners, state.as_at) for state in states], as_at, elsewhere)
    successors = _grouped(pairs)
    predecessors = _grouped((new, old) for old, new in pairs)
    return Lineage(
        as_at=as_at,
        actions={f"{state.plan.id}/{each.action.id}": each for state in states for each in state.actions},
        pairs=tuple(pairs),
        successors=successors,
        predecessors=predecessors,
        orphans=tuple(dict.fromkeys(orphans)),
        cycles=cycles(successors),
    )


def join(each: Iterable[PlanLinks], as_at: date, elsewhere: Collection[str] = ()) -> tuple[Pairs, list[Orphan]]:
    """The links between plans as they stand at a date, and what of them leads nowhere or is stated by one side only."""
    plans = {links.plan: links for links in each}
    pairs, orphans = _carried(plans, elsewhere)
    for links in plans.values():
        stated, faults = claims(links, plans, as_at)
        pairs.update(dict.fromkeys(stated))
        orphans += faults
    # Of an action that is claimed by the plan after it, that one has said so.
    claimed = {old for old, _ in pairs}
    orphans += [each for links in plans.values() for each in nowhere(links) if each.action not in claimed]
    return pairs, orphans


def _carried(plans: Mapping[str, PlanLinks], elsewhere: Collection[str]) -> tuple[Pairs, list[Orphan]]:
    """The pairs (old, new) that the old actions state, and what of it leads nowhere."""
    pairs: Pairs = {}
    orphans: list[Orphan] = []
    for links in plans.values():
        for action, targets in links.into.items():
            here = f"{links.plan}/{action}"
            for target in targets:
                fault = dangling(here, target, plans, elsewhere)
                if fault is None:
                    pairs[here, target] = None
                else:
                    orphans.append(fault)
    return pairs, orphans


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Second names by the first ones, but for `plan/?`: two actions that are not known are not the same one."""
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        if parts(key)[1] != UNKNOWN:
            found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
