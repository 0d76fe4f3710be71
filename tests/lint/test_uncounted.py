"""Entries by somebody who is none of those who must each do an action."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

PLAN = """\
hsplan: 1
id: example-2024
title: "An example"
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
owners:
  Ashby: {kind: organisation}
  Burton: {kind: organisation, also: [BC]}
  Corby: {kind: organisation}
  Both: {kind: group, members: [Burton, Corby]}
  Housing Options: {kind: team, part_of: bc}
  Night Desk: {kind: post, part_of: Housing Options}
  Ring: {kind: team, part_of: Round}
  Round: {kind: team, part_of: Ring}
actions:
  "1":
    title: "Agree a protocol"
    each: [Ashby, Burton]
    timescale: March 2027
    progress:
"""
NAME = 'Action 1 "Agree a protocol": '
NOBODY = '"{}" is not one of those who must do it; its entry counts for nobody. {}'
ASKED = "Write the one that it speaks for (Ashby or Burton), or name it under each: too."
SILENT = "no report on it from Burton, while others have reported. Ask them, and add their entries under progress:."


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (("Ashby", "Burton"), []),
        (("Ashby", "BC"), []),
        (("Ashby", "Both"), []),
        (("Ashby", "Corby"), [("HS418", SILENT), ("HS422", NOBODY.format("Corby", ASKED))]),
        (("Ashby", "Housing Options"), [("HS422", NOBODY.format("Housing Options", "Write by: Burton."))]),
        (("Ashby", "Night Desk"), [("HS422", NOBODY.format("Night Desk", "Write by: Burton."))]),
        (("Ashby", "Burton", "Ring"), [("HS422", NOBODY.format("Ring", ASKED))]),
        (("Ashby", "Burton", "Xyz"), [
            ("HS203", '"Xyz" is not in the owners list. Add it under owners:, or write one that stands there.'),
        ]),
    ],
)  # fmt: skip
def test_an_entry_by_another_counts_for_nobody(build: Build, by: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert said(build, PLAN, by) == found


def test_without_each_anybody_may_report(build: Build) -> None:
    assert said(build, PLAN.replace("each: [Ashby, Burton]", "lead: Ashby"), ("Corby",)) == []


def said(build: Build, plan: str, by: tuple[str, ...]) -> list[tuple[str, str]]:
    text = plan + "".join(f"      - {{date: 2024-06-15, by: {each}, status: in progress}}\n" for each in by)
    folder = build({"example-2024.yaml": text})
    workspace = Workspace.load([str(folder / "example-2024.yaml")], Config(), str(folder))
    report = lint(workspace, date(2024, 7, 10), Selection(("HS203", "HS402", "HS418", "HS422")))
    return [(each.rule, f"{each.message.removeprefix(NAME)} {each.help}") for each in report.findings]
