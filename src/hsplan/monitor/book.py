"""What the accounts need to know of a plan: small, so that those of many plans may be held together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.assess import PlanState
from hsplan.monitor.links import PlanLinks, links_of


class Book(Frozen):
    """How each action of a plan stands as at a date, and where each that went on went to."""

    plan: str
    as_at: date
    positions: Mapping[str, str]
    """By the id of an action, every action of the plan."""
    links: PlanLinks


def book_of(state: PlanState) -> Book:
    """A plan's book as at its state's date."""
    return Book(
        state.plan.id,
        state.as_at,
        {each.action.id: each.position for each in state.actions},
        links_of(state.plan, state.owners, state.as_at),
    )
