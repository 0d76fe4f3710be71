"""A draft promises nothing yet: its dates are proposals, and one that has passed is none that counts."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, read_plan

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
adopted: 2013-07-01
actions:
  "1": {title: "One", timescale: May 2013}
  "2": {title: "Two", timescale: July 2013}
  "3": {title: "Three", timescale: May 2014}
  "4": {title: "Four", timescale: ongoing}
  "5": {title: "Five", timescale: May 2013, progress: [{date: 2013-05-01, status: achieved}]}
  "6": {title: "Six", timescale: when staff allow}
  "7": {title: "Seven", timescale: May 2013, each: [A, B]}
"""
STANDING = ("ongoing or recurring", "achieved", "no date")
"""Where actions 4 to 6 stand on every day."""


def state(day: str) -> PlanState:
    plan = read_plan(read(PLAN.encode(), "example-2013.yaml"))
    return assess(plan, Owners({}), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "positions"),
    [
        ("2013-05-31", ["due soon", "within date", "within date", *STANDING, "due soon"]),
        ("2013-06-30", ["draft date", "due soon", "within date", *STANDING, "draft date"]),
        ("2013-07-01", ["overdue", "due soon", "within date", *STANDING, "overdue"]),
    ],
)
def test_nothing_is_overdue_before_the_plan_is_adopted(day: str, positions: list[str]) -> None:
    found = state(day).actions
    assert [each.position for each in found] == positions
    assert {each.position for each in found[6].by_organisation} == {positions[6]}


def test_the_date_itself_stays_and_no_colour_is_given() -> None:
    first = state("2013-06-30").actions[0]
    assert (first.due, first.days_late, first.rag) == (date(2013, 5, 31), 0, "")
