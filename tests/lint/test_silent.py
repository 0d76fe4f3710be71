"""Organisations that say nothing of their part of an action, told of once: never, or not for a reporting cycle."""

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
organisations: [Ashby, Burton]
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
reporting: quarterly
owners:
  Ashby: {kind: organisation}
  Burton: {kind: organisation}
actions:
  "1":
    title: "Agree a protocol"
    each: [Ashby, Burton]
    timescale: March 2027
    progress:
"""
NAME = 'Action 1 "Agree a protocol"'


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (("2024-06-15, by: Burton", "2024-09-16, by: Ashby", "2025-06-16, by: Ashby"),
         ["HS418 no report on it from Burton since 15 June 2024, while others have reported."]),
        (("2025-06-16, by: Ashby",), ["HS418 no report on it from Burton, while others have reported."]),
        (("2024-06-15, by: Ashby",), ["HS418 no report on it from Burton, nor from Ashby since 15 June 2024."]),
        (("2024-06-15, by: Ashby", "2024-07-15, by: Burton"),
         ["HS402 has no progress entry since 15 July 2024, and the plan reports quarterly."]),
        (("2025-06-15, by: Ashby", "2025-06-15, by: Burton"), []),
        (("2025-06-15",), []),
    ],
)  # fmt: skip
def test_who_is_silent_is_told_once(build: Build, entries: tuple[str, ...], found: list[str]) -> None:
    text = PLAN + "".join(f"      - {{date: {each}, status: in progress}}\n" for each in entries)
    folder = build({"example-2024.yaml": text})
    workspace = Workspace.load([str(folder / "example-2024.yaml")], Config(), str(folder))
    report = lint(workspace, date(2025, 7, 10), Selection(("HS402", "HS418", "HS401")))
    assert [f"{each.rule}{each.message.removeprefix(NAME).replace(':', '', 1)}" for each in report.findings] == found


def test_who_has_achieved_its_part_need_not_report(build: Build) -> None:
    text = PLAN + "      - {date: 2024-06-15, by: Burton, status: achieved}\n"
    folder = build({"example-2024.yaml": text + "      - {date: 2025-06-15, by: Ashby, status: in progress}\n"})
    workspace = Workspace.load([str(folder / "example-2024.yaml")], Config(), str(folder))
    assert lint(workspace, date(2025, 7, 10), Selection(("HS402", "HS418"))).findings == ()
