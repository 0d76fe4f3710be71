"""Counts for parts of a plan; they always add up."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.monitor import POSITIONS, PlanState, assess
from hsplan.monitor.summary import DIMENSIONS, group, organisations_of, summarise
from hsplan.plan import Owners, Plan, read_owners, read_plan
from tests.conftest import ROOT

PLAN = b"""\
hsplan: 1
id: example-2013
title: "An example"
organisations: [City, County]
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
phases:
  one: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
owners:
  City: {kind: organisation}
  County: {kind: organisation}
  Both: {kind: group, members: [City, County]}
  Rent Team: {kind: team, part_of: City}
  Post: {kind: post, part_of: Rent Team}
themes:
  A:
    title: "Theme A"
    goals:
      G:
        title: "Goal G"
        actions:
          A1: {title: "On time", lead: Post, phase: one, timescale: June 2013, done: 2013-06-20,
               progress: [{date: 2013-07-01, status: achieved}]}
          A2: {title: "Late", lead: [Post, County], timescale: June 2013, done: 2013-07-10,
               progress: [{date: 2013-07-11, status: achieved}]}
          A3: {title: "Open and late", each: [Both], timescale: June 2013,
               progress: [{date: 2013-06-30, by: City, status: achieved}]}
    actions:
      A4: {title: "Moved", lead: City, client_groups: [Young people], timescale: June 2013,
           date_changes: [{date: 2013-06-01, timescale: June 2014, reason: "x", decided: 2013-06-02}]}
  B:
    title: "Theme B"
    actions:
      B1: {title: "Nobody's", timescale: June 2013, progress: [{date: 2013-07-01, status: achieved}]}
      B2: {title: "Withdrawn", timescale: June 2013,
           progress: [{date: 2013-07-01, status: withdrawn, decided: 2013-07-01}]}
"""


def state(as_at: str = "2013-08-31") -> PlanState:
    document = read(PLAN, "example-2013.yaml")
    assert document.findings == ()
    plan = read_plan(document)
    return assess(plan, Owners({}, plan.owners), date.fromisoformat(as_at))


def test_the_whole_plan() -> None:
    found = summarise(state().actions, date(2013, 8, 31))
    assert found.counts == {"overdue": 1, "within date": 1, "achieved": 3, "withdrawn": 1}
    assert (found.actions, found.worst, found.moved, found.no_lead) == (6, "overdue", 1, 0)


def test_on_time_against_the_first_and_the_current_date() -> None:
    found = summarise(state().actions, date(2013, 8, 31))
    assert found.by_first_date == (5, 1, 1, 2, 1)
    assert found.by_first_date.rate == 25
    assert found.by_current_date == (4, 1, 1, 1, 1)
    assert found.by_current_date.rate == 33


def test_no_rate_before_anything_is_due() -> None:
    assert summarise(state("2013-05-01").actions, date(2013, 5, 1)).by_first_date.rate is None


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("theme", {"A": 4, "B": 2}),
        ("goal", {"G": 3, "": 3}),
        ("phase", {"one": 1, "": 5}),
        ("lead", {"Post": 2, "County": 1, "Both": 1, "City": 1, "": 2}),
        ("organisation", {"City": 4, "County": 2, "": 2}),
        ("client group", {"": 5, "Young people": 1}),
    ],
)
def test_groups(dimension: str, expected: dict[str, int]) -> None:
    assert {each.key: each.actions for each in group(state(), dimension)} == expected


def test_groups_have_titles() -> None:
    assert [each.title for each in group(state(), "theme")] == ["Theme A", "Theme B"]
    assert [each.title for each in group(state(), "phase")] == ["Year One", ""]


def test_an_organisation_counts_by_its_own_position() -> None:
    found = {each.key: each.counts for each in group(state(), "organisation")}
    assert found["City"] == {"within date": 1, "achieved": 3}
    assert found["County"] == {"overdue": 1, "achieved": 1}


def test_organisations_behind_owners() -> None:
    owners = Owners(read_owners(read(PLAN, "x.yaml")))
    assert organisations_of(owners, ["Post", "Both", "Stranger"]) == ("City", "County", "Stranger")


NAMES = ["west-kent-2010", "worcestershire-2007", "worcestershire-2012", "oxford-2013", "oxfordshire-2021"]


@cache
def real(name: str) -> tuple[Plan, Owners]:
    plan = read_plan(read((ROOT / "plans" / f"{name}.yaml").read_bytes(), name))
    shared = read_owners(read((ROOT / "plans" / "owners.yaml").read_bytes(), "owners"))
    return plan, Owners(shared, plan.owners)


@pytest.mark.parametrize("name", [*NAMES, "worcester-2023"])
@settings(max_examples=25)
@given(days=st.integers(-400, 8000))
def test_counts_add_up_for_the_real_plans_on_any_day(name: str, days: int) -> None:
    plan, owners = real(name)
    as_at = (plan.period.start if plan.period else date(2010, 1, 1)) + timedelta(days=days)
    found = assess(plan, owners, as_at)
    assert sum(found.counts().values()) == len(plan.actions)
    for dimension in DIMENSIONS:
        groups = group(found, dimension)
        assert all(sum(each.counts.values()) == each.actions for each in groups)
        if dimension in ("theme", "goal", "phase"):
            assert sum(each.actions for each in groups) == len(plan.actions)
    assert all(each.position in POSITIONS for each in found.actions)
