"""Which milestone is which: by its words and its date, with a slip of the pen in its title, never by its place."""

from __future__ import annotations

import pytest

from tests.compare.plans import PLAN, compared

OLD = '{title: "Draft sent out", timescale: June 2013}'


@pytest.mark.parametrize(
    ("new", "kinds"),
    [
        ('{title: "Draft sent out!", timescale: July 2013}', ["wording", "milestone-rewritten"]),
        ('{title: "Draft snet out", timescale: July 2013}', ["retitled", "milestone-rewritten"]),
        ('{title: "Draft snet out", timescale: June 2013}', ["retitled"]),
        ('{title: "Landlords asked", timescale: June 2013}', ["retitled"]),
        ('{title: "Landlords asked", timescale: July 2013}', ["milestone-removed", "milestone-added"]),
        ('{title: "Draft 2 sent out", timescale: July 2013}', ["milestone-removed", "milestone-added"]),
    ],
)
def test_a_milestone_is_known_again(new: str, kinds: list[str]) -> None:
    assert PLAN.count(OLD) == 1
    assert [each.kind for each in compared(PLAN, PLAN.replace(OLD, new))] == kinds
