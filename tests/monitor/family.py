"""Small plans to carry actions between, made from plain data; a plan's id ends in the year in which it begins."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, read_plan

Actions = Mapping[str, Mapping[str, Any]]


def entry(day: str, status: str, *into: str, decided: bool = True) -> dict[str, Any]:
    """A progress entry, decided on its own day unless told."""
    return {"date": day, "status": status, "into": list(into), **({"decided": day} if decided else {})}


def action(due: str = "", *progress: Mapping[str, Any], **keys: object) -> dict[str, Any]:
    """An action with a due date (a day) and its progress."""
    return {"title": "An action", "due": due, "progress": list(progress), **keys}


def state(plan_id: str, actions: Actions, as_at: str, **keys: object) -> PlanState:
    """A plan of five years as at a day."""
    year = int(plan_id[-4:])
    content = {
        "id": plan_id,
        "period": {"from": f"{year}-04-01", "to": f"{year + 5}-03-31"},
        "owners": {"City": {"kind": "organisation"}, "County": {"kind": "organisation"}},
        "actions": actions,
        **keys,
    }
    plan = read_plan(read(json.dumps(content).encode(), f"{plan_id}.yaml"))
    return assess(plan, Owners({}, plan.owners), date.fromisoformat(as_at))


def states(plans: Mapping[str, Actions], as_at: str) -> list[PlanState]:
    """Several plans as at a day."""
    return [state(plan_id, actions, as_at) for plan_id, actions in plans.items()]
