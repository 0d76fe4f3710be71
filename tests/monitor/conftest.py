"""Reading one action from YAML and judging it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from textwrap import indent

import pytest

from hsplan.document import read
from hsplan.monitor import ActionState, assess
from hsplan.plan import Owners, read_plan

HEAD = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
reporting: quarterly
owners:
  City: {kind: organisation}
  County: {kind: organisation}
  Both: {kind: group, members: [City, County]}
actions:
  "1":
    title: "An action"
"""

Judge = Callable[[str, str], ActionState]


@pytest.fixture
def judge() -> Judge:
    """The state of an action, given its keys in YAML and a day."""

    def state(yaml: str, as_at: str) -> ActionState:
        document = read((HEAD + indent(yaml, "    ")).encode(), "example-2013.yaml")
        assert document.findings == ()
        plan = read_plan(document)
        return assess(plan, Owners({}, plan.owners), date.fromisoformat(as_at)).actions[0]

    return state
