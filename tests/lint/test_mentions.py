"""The names by which a plan names owners, taken from its records, and the mentions, taken from its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.document import read
from hsplan.lint.mentions import mentions, named_owners
from hsplan.plan import read_plan
from tests.conftest import ROOT

EVERYWHERE = """\
hsplan: 1
id: example-2013
title: "An example"
organisations: [City, "", Borough]
governance: {Board: {reviews: quarterly}}
strategy: {published: {Council: 2013-04-01}}
meetings: [{date: 2013-06-01, body: Panel}]
returns: [{for: 2013-06, by: Trust}]
owners:
  Team: {kind: team, part_of: Service, successor: Post, members: [Clerk]}
indicators:
  "I1": {title: "Homes let", baseline: {value: 3, by: Shelter}}
actions:
  "1":
    title: "Sign the protocol"
    lead: [Housing, " "]
    partners: Police
    each: [City, {a: b}]
    progress:
      - {date: 2013-05-01, by: Borough}
      - {date: 2013-05-01, by: Hostel}
      - {date: 2013-05-01, by: ""}
"""


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*-*.yaml")), ids=lambda path: path.name)
def test_named_are_those_that_are_mentioned(path: Path) -> None:
    plan = read_plan(read(path.read_bytes(), path.name))
    assert plan is not None
    assert named_owners(plan) == {mention.name for mention in mentions(plan)} != set()


def test_named_wherever_owners_can_be() -> None:
    plan = read_plan(read(EVERYWHERE.encode(), "example-2013.yaml"))
    assert plan is not None
    named = {"City", "Borough", "Board", "Council", "Panel", "Trust", "Service", "Post", "Clerk"}
    named |= {"Shelter", "Housing", "Police", "Hostel"}
    assert named_owners(plan) == {mention.name for mention in mentions(plan)} == named
