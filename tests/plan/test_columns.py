"""Which of the council's own columns are kept out of anything public."""

from __future__ import annotations

import pytest

from hsplan.document import read
from hsplan.plan import read_plan

MARK = "zebrafish"
HIDES = (
    '{title: "T", internal: true}',
    '{title: "T", internal: TRUE}',
    '{title: "T", internal: yes}',
    '{title: "T", internal: [false]}',
    '{title: "T", internal}',
    '{title: "T", Internal: true}',
    '{title: "T", INTERNAL: true}',
    '{title: "T", interal: true}',
    '{title: "T", internl: true}',
    '{title: "T", internal : true}',
    '{title: "T", internal true}',
    '{title: "T", private: true}',
    '{title: "T", public: false}',
    '{title: "T", Internal: false}',
    '{title: "T", internal: false, Internal: true}',
    '{title: "T", true}',
    '{title: ["T"]}',
    "{title: {internal: true}}",
    '{title: "T", note: [internal]}',
    '"T"',
    "",
)
SHOWS = (
    '{title: "T"}',
    '{title: "T", internal: false}',
    '{title: "T", internal: False}',
    '{title: "T", internal: }',
    '{title: "T", note: "Read with care", source: "page 3", internal_note: "ours"}',
    '{title: "T", accepted: [{rule: due-before-plan, reason: "so"}]}',
    "{}",
)


def plan(column: str, said: str = MARK) -> str:
    """A plan with one column, declared so, and what an action says in it."""
    return f"""\
hsplan: 1
id: example-2013
title: "An example"
period: {{from: 2013-04-01, to: 2018-03-31}}
adopted: 2013-04-01
owners:
  Housing Team: {{kind: team}}
columns:
  x-remedy: {column}
actions:
  "1":
    title: "Sign the protocol"
    lead: Housing Team
    timescale: September 2013
    x-remedy: "{said}"
"""


@pytest.mark.parametrize("column", HIDES)
def test_what_is_not_understood_hides(column: str) -> None:
    document = read(plan(column).encode(), "example-2013.yaml")
    assert document.root is not None
    assert read_plan(document).columns.get("x-remedy", True)


@pytest.mark.parametrize("column", SHOWS)
def test_what_says_nothing_of_it_shows(column: str) -> None:
    document = read(plan(column).encode(), "example-2013.yaml")
    assert document.root is not None
    assert read_plan(document).columns == {"x-remedy": False}
