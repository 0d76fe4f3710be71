"""A slip in one place of a sound plan: one finding, at its cause, and none for what only follows from it."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

PLAN = """\
hsplan: 1
id: example-2026
title: "An example"
nation: england
organisations: [Wychford]
period: {from: 2026-04-01, to: 2029-03-31}
adopted: 2026-04-01
reporting: six-monthly
strategy: {published: 2026-04-01, review_published: 2025-10}
governance: {Board: {reviews: quarterly}}
meetings:
  - {date: 2026-09-15, body: Board}
owners:
  Wychford: {kind: organisation}
  Board: {kind: board}
  Housing Team: {kind: team}
  Support Team: {kind: team}
indicators:
  ta:
    title: "Households in temporary accommodation"
    unit: households
    better: lower
    snapshot: true
    frequency: quarterly
    baseline: {period: Q4 2025/26, value: 120}
    targets:
      - {period: 2026/27, value: 100}
    actuals:
      - {period: Q1 2026/27, value: 104}
themes:
  P:
    title: "Prevention"
    indicators: [ta]
    actions:
      "1.1":
        title: "Agree a rent arrears protocol with social landlords"
        lead: Housing Team
        partners: [Support Team]
        timescale: By Dec 2026
        progress:
          - date: 2026-09-30
            status: in progress
      "1.2":
        title: "Train advice staff in mediation"
        lead: Support Team
        timescale: Year 3
        depends_on: ["1.1"]
        progress:
          - date: 2026-09-30
            status: not started
            note: "Begins next year"
"""
NEWEST = '          - date: 2026-09-30\n            status: not started\n            note: "Begins next year"\n'
EARLY = PLAN.replace("By Dec 2026", "By June 2026")
SLIPS = {
    "the period's first day": ("from: 2026-04-01", "from: 2026-04-31", "HS026"),
    "the period as a text": ("{from: 2026-04-01, to: 2029-03-31}", "2026-2029", "HS023"),
    "the period by other names": ("{from: 2026-04-01, to: 2029-03-31}", "{start: 2026-04-01, end: 2029-03-31}",
                                  "HS021 HS021"),
    "a meeting's date": ("date: 2026-09-15", "date: 2026-09-31", "HS026"),
    "a meeting's body": ("body: Board", "body: Bored", "HS203"),
    "the meetings' key": ("meetings:", "meeting:", "HS021"),
    "the governance's key": ("governance:", "governace:", "HS021"),
    "an owner that is blank": ("Support Team: {kind: team}", "Support Team:", "HS023"),
    "an owner that is a text": ("Support Team: {kind: team}", "Support Team: team", "HS023"),
    "an owner in curly marks": ("  Support Team: {", "  “Support Team”: {", "HS015"),
    "an owner with two spaces": ("  Support Team: {", "  Support  Team: {", "HS015"),
    "an owner with a space at the end": ("  Support Team: {", '  "Support Team ": {', "HS015"),
    "a figure in per cent": ("value: 104", "value: 10%", "HS025"),
    "no figure": ("value: 104", "value: n/a", "HS025"),
    "a figure with such a space": ("value: 104", "value: 104\u00a0", "HS015"),
    "a quarter that no year has": ("period: Q1 2026/27", "period: Q5 2026/27", "HS603"),
    "a purpose": ('    title: "Prevention"\n', '    title: "Prevention"\n    purpose: [preventoin]\n', "HS024"),
    "names in one text": ("[Support Team]", "Support Team, Board", "HS023"),
    "dashes without a space": (" [Support Team]", "\n          -Support Team\n          -Board", "HS023"),
    "an id too far in": ('      "1.2":', '        "1.2":', "HS021"),
    "an entry's date": (NEWEST, NEWEST.replace("09-30", "06-31"), "HS026"),
    "an entry without a date": (NEWEST, "          - status: not started\n", "HS022"),
    "an entry as a text": (NEWEST, "          - 2026-09-30: Begins next year\n", "HS023"),
    "a milestone as a text": ("Year 3\n", "Year 3\n        milestones:\n          - Bid sent: Sept 2027\n", "HS023"),
    "a status in curly marks": ("status: not started", "status: “not started”", "HS015"),
}  # fmt: skip
BESIDE = {
    "an action that is late, and not done": (EARLY, "status: in progress", "status: In Progres", "HS401 HS024"),
    "an action that is late, and done": (EARLY, "status: in progress", "status: Complete", "HS024"),
    "an old entry with a wrong status": (
        PLAN.replace("2026-09-30\n            status: not", "2024-09-30\n            status: not"),
        "status: not started", "status: qwerty", "HS402 HS412 HS024"),
    "a doubt that is not the period's": (
        PLAN.replace("By Dec 2026", "2027-2028"), "from: 2026-04-01", "from: 2026-04-31", "HS026 HS303"),
    "the date of the only entry of all": (
        PLAN.replace("        progress:\n          - date: 2026-09-30\n            status: in progress\n", ""),
        NEWEST, NEWEST.replace("09-30", "06-31"), "HS026"),
    "a theme for the indicator": (PLAN, "unit: households", "unit: [households]", "HS023"),
}  # fmt: skip


def rules(build: Build, text: str) -> str:
    folder = build({"example-2026.yaml": text})
    report = lint(Workspace.load([str(folder)], Config(), str(folder)), date(2026, 11, 22), Selection((), ("HS627",)))
    return " ".join(each.rule for each in report.findings)


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_plan_is_sound(build: Build) -> None:
    assert rules(build, PLAN) == ""


@pytest.mark.parametrize("slip", SLIPS)
def test_only_the_cause_is_told(build: Build, slip: str) -> None:
    old, new, expected = SLIPS[slip]
    assert rules(build, changed(PLAN, old, new)) == expected


@pytest.mark.parametrize("slip", BESIDE)
def test_what_does_not_follow_is_told_beside_it(build: Build, slip: str) -> None:
    text, old, new, expected = BESIDE[slip]
    assert rules(build, changed(text, old, new)) == expected
