"""Owners that name each other: round in a circle, or somebody who is in no list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
{owners}actions:
  "1": {{title: "Agree a protocol", lead: A}}
"""


def findings(build: Build, shared: str, own: str = "") -> list[str]:
    folder = build({"example-2013.yaml": PLAN.format(owners=own), "owners.yaml": f"owners:\n{shared}"})
    workspace = Workspace.load([str(folder)], Config(), str(folder))
    report = lint(workspace, date(2013, 6, 30), Selection(("HS203", "HS215")))
    return [
        f"{Path(each.place.path).name}:{each.place.line}:{each.place.column} {each.name} {each.message} {each.help}"
        for each in report.findings
    ]


def test_each_circle_is_told_once_where_it_begins(build: Build) -> None:
    shared = """\
  D: {kind: team, part_of: D}
  A: {kind: team, successor: C}
  B: {kind: group, members: [A, D, B]}
  C: {kind: team, also: [Cs], successor: A, part_of: A}
"""
    assert findings(build, shared) == [
        'owners.yaml:2:28 owner-circle The owner "D" is part of itself: D > D. Take out the name that leads back.',
        'owners.yaml:3:30 owner-circle The owner "A" succeeds itself: A > C > A. Take out the name that leads back.',
        'owners.yaml:4:36 owner-circle The owner "B" is a member of itself: B > B. Take out the name that leads back.',
    ]


def test_by_another_spelling_too(build: Build) -> None:
    shared = "  A: {kind: team, successor: the bs}\n  B: {kind: team, also: [The Bs], successor: A}\n"
    assert findings(build, shared) == [
        'owners.yaml:2:30 owner-circle The owner "A" succeeds itself: A > B > A. Take out the name that leads back.'
    ]


def test_a_circle_by_way_of_the_plan_is_the_plans(build: Build) -> None:
    shared, own = "  A: {kind: team, successor: B}\n  B: {kind: team}\n", "owners:\n  B: {kind: team, successor: A}\n"
    assert findings(build, shared, own) == [
        'example-2013.yaml:5:30 owner-circle The owner "B" succeeds itself: B > A > B. '
        "Take out the name that leads back."
    ]


def test_a_line_and_a_meeting_of_lines_are_no_circle(build: Build) -> None:
    shared = """\
  A: {kind: group, members: [B, C], successor: D}
  B: {kind: team, part_of: D, successor: C}
  C: {kind: team, part_of: D}
  D: {kind: organisation}
"""
    assert findings(build, shared) == []


def test_whoever_is_in_no_list(build: Build) -> None:
    shared = "  A: {kind: group, members: [Borough], part_of: Xyz}\n  Brough: {kind: organisation}\n"
    own = "owners:\n  C: {kind: team, successor: Brough, part_of: Brouhg}\n"
    assert findings(build, shared, own) == [
        'example-2013.yaml:5:47 owner-unknown "Brouhg" is not in the owners list. Did you mean "Brough"?',
        'owners.yaml:2:30 owner-unknown The owner "A": "Borough" is not in the owners list. Did you mean "Brough"?',
        'owners.yaml:2:49 owner-unknown The owner "A": "Xyz" is not in the owners list. Add it under owners:, or write '
        "one that stands there.",
    ]
