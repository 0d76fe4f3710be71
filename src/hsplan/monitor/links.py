"""What a plan says of the plans before and after it: which action went on into which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.status import Reported, reported
from hsplan.plan import CLOSED, NO_CHANGE, Action, Owners, Plan

UNKNOWN = "?"
"""Stands for an action in `plan/?`, where the plan is known and the action is not."""


class PlanLinks(Frozen):
    """The two sides of carrying over, as one plan states them. Small: it holds nothing of the plan's text."""

    plan: str
    path: str
    """The plan's file, as the user named it."""
    start: date | None
    """The first day of the plan's period."""
    actions: frozenset[str]
    into: Mapping[str, tuple[str, ...]]
    """By the id of an action that has ended: the actions (`plan/action`) that it went on into. Only those with any."""
    aimless: Mapping[str, str]
    """By the id of an action that was carried over or superseded without it being said into which: that status."""
    carried_from: Mapping[str, tuple[str, ...]]
    """By the id of an action: the `plan/action` that its own `carried_from:` names. Only those with any."""
    names: frozenset[str]
    """The ids of the plans that its `into:` name, at whatever date."""
    follows: str
    """The id of the plan before it, "" where it names none."""
    idle: frozenset[str]
    """The ids of actions that were carried over without anybody having reported anything done."""


def links_of(plan: Plan, owners: Owners, as_at: date = date.max) -> PlanLinks:
    """A plan's links by its entries up to `as_at`; without a date, by all of them. `carried_from:` has no date."""
    into: dict[str, tuple[str, ...]] = {}
    aimless: dict[str, str] = {}
    for action in plan.actions:
        ended = _ended(action, owners, as_at)
        if ended is None:
            continue
        if targets := _targets(ended):
            into[action.id] = (*into.get(action.id, ()), *targets)
        elif ended.status in GOING_ON:
            aimless[action.id] = ended.status
    return PlanLinks(
        plan=plan.id,
        path=plan.document.path,
        start=plan.period.start if plan.period else None,
        actions=frozenset(action.id for action in plan.actions),
        into=into,
        aimless=aimless,
        carried_from={action.id: action.carried_from for action in plan.actions if action.carried_from},
        names=frozenset(parts(name)[0] for action in plan.actions for entry in action.progress for name in entry.into),
        follows=plan.follows,
        idle=frozenset(action.id for action in plan.actions if action.id in into and idle(action, as_at)),
    )


def idle(action: Action, as_at: date) -> bool:
    """Whether the entries up to a date say nothing but that the action has not begun, has not changed or goes on."""
    return all(entry.status in _IDLE for entry in action.progress if entry.date is None or entry.date <= as_at)


_IDLE = ("not started", NO_CHANGE, "carried over")


GOING_ON = ("carried over", "superseded")
"""The statuses by which an action ends and something goes on elsewhere."""


def _ended(action: Action, owners: Owners, as_at: date) -> Reported | None:
    """How an action ended that went on elsewhere or should have; None while it is open."""
    if not any(entry.into or entry.status in GOING_ON for entry in action.progress):
        return None
    said = reported(action, owners, as_at)
    return said if said.status in CLOSED else None


def _targets(ended: Reported) -> tuple[str, ...]:
    """The actions (`plan/action`) that an action went on into.

    Read from the entry that ends it: carried over, superseded, or achieved and taken further. Where each of several
    organisations must do it, from the entry of each.
    """
    each = [one for _, one in ended.by_organisation] or [ended]
    return tuple(dict.fromkeys(name for one in each if one.entry for name in one.entry.into))


def parts(name: str) -> tuple[str, str]:
    """Plan and action of `plan/action`; ("", "") for what does not name both."""
    plan, _, action = name.partition("/")
    return (plan, action) if plan and action else ("", "")
