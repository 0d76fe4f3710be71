"""Two owners of one spelling: it is said where the second has it, and who is meant is never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsplan.lint import Selection, lint
from hsplan.lint.fix import fix
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
adopted: 2013-04-01
{owners}actions:
  "1":
    title: "Agree a protocol with ADC"
    each: [Ashby, Alton]
    progress:
      - {{date: 2013-06-10, by: {by}, status: achieved, note: "Signed"}}
      - {{date: 2013-06-10, by: Ashby, status: in progress}}
"""
RULES = Selection(("HS203", "HS204", "HS205", "HS216", "HS801"))
ONE = "  Ashby: {kind: organisation, also: [ADC]}\n"
TWO = "  Alton: {kind: organisation, also: [ADC]}\n"


def loaded(build: Build, by: str, shared: str, own: str = "") -> Workspace:
    own = f"owners:\n{own}" if own else ""
    folder = build({"example-2013.yaml": PLAN.format(by=by, owners=own), "owners.yaml": f"owners:\n{shared}"})
    return Workspace.load([str(folder)], Config(), str(folder))


def findings(build: Build, by: str, shared: str, own: str = "") -> list[str]:
    return [
        f"{Path(each.place.path).name}:{each.place.line}:{each.place.column} {each.name} {each.message} {each.help}"
        for each in lint(loaded(build, by, shared, own), date(2013, 6, 30), RULES).findings
    ]


SHARED = 'spelling-shared "ADC" stands for "Ashby" and for "Alton". Take it out of one of them.'
ASKED = (
    'owner-unknown Action 1 "Agree a protocol with ADC": "{}" may be "Ashby" or "Alton". Write the one that is meant.'
)


@pytest.mark.parametrize("by", ["ADC", "adc"])
def test_in_the_shared_list(build: Build, by: str) -> None:
    assert findings(build, by, ONE + TWO) == [
        f"example-2013.yaml:10:32 {ASKED.format(by)}",
        f"owners.yaml:3:38 {SHARED}",
    ]


def test_in_a_plans_own_list(build: Build) -> None:
    assert findings(build, "ADC", "  Corby: {kind: board, members: [Corby]}\n", ONE + TWO) == [
        f"example-2013.yaml:7:38 {SHARED}",
        f"example-2013.yaml:13:32 {ASKED.format('ADC')}",
        'owners.yaml:2:3 owner-unused Nothing names the owner "Corby". Take it out, or name it.',
    ]


def test_between_the_two_lists(build: Build) -> None:
    assert findings(build, "ADC", ONE, TWO) == [
        f"example-2013.yaml:6:38 {SHARED}",
        f"example-2013.yaml:12:32 {ASKED.format('ADC')}",
    ]


def test_a_plan_that_replaces_one_of_them_settles_it(build: Build) -> None:
    found = findings(build, "ADC", ONE + TWO, "  Alton: {kind: organisation}\n")
    assert found == [
        'example-2013.yaml:12:32 owner-alias Action 1 "Agree a protocol with ADC": "ADC" is another spelling of '
        '"Ashby". Write "Ashby".',
        f"owners.yaml:3:38 {SHARED}",
    ]


def test_a_body_that_the_plan_has_under_another_key_is_no_other(build: Build) -> None:
    shared = "  Ashby District Council: {kind: organisation, also: [ADC]}\n"
    own = '  Ashby: {kind: organisation, name: "Ashby District Council", also: [ADC]}\n  Alton: {kind: organisation}\n'
    assert findings(build, "ADC", shared, own) == [
        'example-2013.yaml:13:32 owner-alias Action 1 "Agree a protocol with ADC": "ADC" is another spelling of '
        '"Ashby". Write "Ashby".'
    ]


def test_a_key_comes_before_another_owners_spelling(build: Build) -> None:
    shared = "  Ashby: {kind: organisation, also: [Alton]}\n  Alton: {kind: organisation, also: [ADC]}\n"
    assert findings(build, "Alton", shared) == [
        'owners.yaml:2:38 spelling-shared "Alton" stands for "Ashby" and for the owner of that name. Take it out of '
        "one of them."
    ]


def test_names_and_capitals(build: Build) -> None:
    shared = (
        '  Ashby: {kind: organisation, name: "District Council", also: [ADC]}\n'
        '  Alton: {kind: organisation, name: "District council"}\n'
        "  ASHBY: {kind: organisation, part_of: Ashby}\n"
    )
    own = "  Corby: {kind: team, also: [Ashby], part_of: ASHBY}\n"
    apart = "Name them apart, or keep one of them."
    assert findings(build, "Corby", shared, own) == [
        'example-2013.yaml:6:30 spelling-shared "Ashby" stands for the owner of that name, for "ASHBY" and for '
        '"Corby". Take it out of one of them.',
        f'owners.yaml:3:37 spelling-shared "District council" stands for "Ashby" and for "Alton". {apart}',
        f'owners.yaml:4:3 spelling-shared "ASHBY" stands for "Ashby" and for the owner of that name. {apart}',
    ]


def test_one_owner_that_has_a_spelling_twice_shares_it_with_nobody(build: Build) -> None:
    shared = '  Ashby: {kind: organisation, name: "Ashby", also: [ADC, adc, ASHBY]}\n  Alton: {kind: organisation}\n'
    assert findings(build, "Ashby", shared) == []


def test_fix_picks_nobody(build: Build) -> None:
    workspace = loaded(build, "ADC", ONE + TWO)
    for each in fix(workspace, date(2013, 6, 30), Selection()):
        assert "by: ADC, status: achieved" in each.after.text or each.after.path.endswith("owners.yaml")
        assert [found for found in each.mended if found.name == "owner-alias"] == []
