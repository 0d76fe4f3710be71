"""The periods that a plan names and those that its figures are asked for, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from hsplan.frozen import Frozen
from hsplan.monitor.slots import slots_between
from hsplan.plan import Period, Plan, period_of

PeriodReader = Callable[[str], Period | None]
"""Reads a period's wording by the plan's own period."""


class Missing(Frozen):
    """A period without a figure. `organisations` are those that owe it where others have given theirs, else ()."""

    period: Period
    organisations: tuple[str, ...]


class Periods(Frozen):
    """What `period_of` makes of each wording in one plan; the slots between two days, of so many months; and these
    where all are without a figure. The indicators of a plan mostly ask for the same."""

    read: PeriodReader
    slots: Callable[[date, date, int], tuple[Period, ...]]
    empty: Callable[[date, date, int], tuple[Missing, ...]]


def periods_of(plan: Plan) -> Periods:
    """The periods of a plan."""
    slots = cache(slots_between)
    empty = cache(lambda first, last, months: tuple([Missing(slot, ()) for slot in slots(first, last, months)]))
    return Periods(cache(lambda wording: period_of(wording, plan.context)), slots, empty)
