"""Which owners a plan names."""

from __future__ import annotations

from hsplan.plan import Plan


def owners_used(plan: Plan) -> set[str]:
    """The names by which a plan uses owners, its own groups' members, parents and successors among them."""
    used = {*plan.organisations, *plan.governance}
    for action in plan.actions:
        used.update(action.lead, action.partners, action.each, (entry.by for entry in action.progress if entry.by))
    for owner in plan.owners.values():
        used.update(owner.members, (owner.part_of, owner.successor))
    return used
