"""Which owners a plan names."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Map
from hsplan.lint.spot import Spot
from hsplan.plan import Plan


def owners_used(plan: Plan) -> set[str]:
    """The names by which a plan uses owners, its own groups' members, parents and successors among them."""
    used = {*plan.organisations, *plan.governance, *(name for name, _ in publishers(plan))}
    for action in plan.actions:
        used.update(action.lead, action.partners, action.each, (entry.by for entry in action.progress if entry.by))
    for owner in plan.owners.values():
        used.update(owner.members, (owner.part_of, owner.successor))
    return used


def publishers(plan: Plan) -> Iterator[tuple[str, Spot]]:
    """Whoever the plan says published the strategy, where it says so of each."""
    strategy = plan.node.get("strategy")
    dates = strategy.get("published") if isinstance(strategy, Map) else None
    if isinstance(dates, Map):
        for name in dates:
            yield name, Spot(dates, name, as_key=True)
