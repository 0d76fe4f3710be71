"""Nobody works on a plan after it has closed: what was open then is left open, and late only up to that day."""

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
adopted: 2013-04-01
closed: 2014-03-31
actions:
  late: {title: "One", timescale: December 2013, progress: [{date: 2013-12-01, rag: green}]}
  last-day: {title: "Two", timescale: March 2014}
  not-yet: {title: "Three", timescale: June 2014}
  ongoing: {title: "Four", timescale: ongoing}
  no-date: {title: "Five"}
  deferred: {title: "Six", timescale: May 2013, progress: [{date: 2013-05-01, status: deferred, decided: 2013-05-01}]}
  carried: {title: "Seven", timescale: May 2013, progress: [{date: 2014-03-31, status: carried over}]}
  told-later: {title: "Eight", timescale: May 2013, progress: [{date: 2014-05-01, status: achieved}]}
  each: {title: "Nine", timescale: 30 March 2014, each: [A, B]}
"""


def state(day: str, text: str = PLAN) -> PlanState:
    plan = read_plan(read(text.encode(), "example-2013.yaml"))
    return assess(plan, Owners({}), date.fromisoformat(day))


def positions(day: str) -> dict[str, tuple[str, int]]:
    found = state(day)
    assert sum(found.counts().values()) == len(found.actions)
    return {each.action.id: (each.position, each.days_late) for each in found.actions}


ON_THE_LAST_DAY = {
    "late": ("overdue", 90),
    "last-day": ("due soon", 0),
    "not-yet": ("within date", 0),
    "ongoing": ("ongoing or recurring", 0),
    "no-date": ("no date", 0),
    "deferred": ("deferred", 0),
    "carried": ("carried over", 0),
    "told-later": ("overdue", 304),
    "each": ("overdue", 1),
}


def test_on_its_last_day_a_plan_is_judged_as_on_every_other() -> None:
    assert positions("2014-03-31") == ON_THE_LAST_DAY


@pytest.mark.parametrize("day", ["2014-04-01", "2014-04-30", "2026-11-22", "9999-12-31"])
def test_what_was_open_is_left_open_with_the_days_up_to_the_last(day: str) -> None:
    expected = {
        key: ("left open", late) if position not in ("deferred", "carried over") else (position, late)
        for key, (position, late) in ON_THE_LAST_DAY.items()
    }
    if day > "2014-05-01":  # what is reported of an old plan still counts
        expected["told-later"] = ("achieved", 0)
    assert positions(day) == expected


def test_each_organisation_s_part_is_left_open_too() -> None:
    each = state("2020-01-01").actions[-1]
    assert [(who.position, who.days_late) for who in each.by_organisation] == [("left open", 1)] * 2


def test_what_was_left_open_has_no_colour_and_is_open() -> None:
    left = state("2020-01-01").actions[0]
    assert (left.rag, left.rag_rule, left.rag_disputed) == ("", "was left open when the plan closed", False)
    assert left.open
    assert left.late


def test_a_plan_that_closed_as_a_draft_is_never_late() -> None:
    left = state("2020-01-01", PLAN.replace("adopted: 2013-04-01\n", "")).actions[0]
    assert (left.position, left.days_late, left.late) == ("left open", 0, False)
