"""Where an action went on, in words."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.findings import listed
from hsplan.report.text import clean


def targets_words(targets: Iterable[str], own: str) -> str:
    """ "actions G1.3.1 and G2.2.3 of plan worcestershire-2012", each plan named once; of the plan `own` "action a4".

    `?` says that the action in the other plan is not known.
    """
    plans: dict[str, list[str]] = {}
    for target in targets:
        plan, _, action = clean(target).partition("/")
        plans.setdefault(plan, []).append(action)
    return listed(_of_plan(plan, actions, own) for plan, actions in plans.items())


def _of_plan(plan: str, actions: list[str], own: str) -> str:
    known = [action for action in actions if action not in ("", "?")]
    if not known:
        return f"plan {plan}"
    what = f"action{'s' if len(known) > 1 else ''} {listed(known)}"
    return what if plan == own else f"{what} of plan {plan}"
