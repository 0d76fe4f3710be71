"""From a plan's text, or a shipped plan, to its report."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, Plan, read_owners, read_plan

PLANS = Path(__file__).parents[2] / "plans"

HEAD = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
reporting: quarterly
organisations: [City]
owners:
  City: {name: "Example City Council", kind: organisation}
  County: {kind: organisation}
  Both: {name: "Both councils", kind: group, members: [City, County]}
"""


@pytest.fixture(autouse=True)
def outside_of_any_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports name the commit that they come from, and no golden file can hold those of this repository."""
    monkeypatch.setenv("GIT_DIR", os.devnull)


FromText = Callable[[str, str], PlanState]
Shipped = Callable[[str, str], PlanState]


@pytest.fixture
def from_text() -> FromText:
    """The state of a plan, given what stands below its head in YAML, and a day."""

    def state(yaml: str, as_at: str) -> PlanState:
        document = read((HEAD + yaml).encode(), "example-2013.yaml")
        assert document.findings == ()
        plan = read_plan(document)
        return assess(plan, Owners({}, plan.owners), date.fromisoformat(as_at))

    return state


@cache
def _plan(plan_id: str) -> tuple[Plan, Owners]:
    shared = read_owners(read((PLANS / "owners.yaml").read_bytes(), "owners.yaml"))
    plan = read_plan(read((PLANS / f"{plan_id}.yaml").read_bytes(), f"{plan_id}.yaml"))
    return plan, Owners(shared, plan.owners)


@pytest.fixture
def shipped() -> Shipped:
    """The state of one of the six plans on a day."""

    def state(plan_id: str, as_at: str) -> PlanState:
        return assess(*_plan(plan_id), date.fromisoformat(as_at))

    return state
