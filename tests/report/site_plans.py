"""Two plans, one after the other, in a repository: what a small site is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.repositories import Made

BEFORE = """\
hsplan: 1
id: mere-2019
title: "Mere homelessness strategy, action plan 2019-24"
period: {from: 2019-04-01, to: 2024-03-31}
adopted: 2019-04-01
closed: 2024-03-31
actions:
  "9":
    title: "Train all advice staff"
    lead: City
    timescale: March 2022
    progress:
      - {date: 2024-03-31, status: carried over, into: [mere-2024/A1.2], note: "Half of them are trained"}
  "10":
    title: "Open a day centre"
    lead: City
    timescale: March 2020
    done: 2020-02-01
    progress:
      - {date: 2020-03-31, status: achieved, note: "Opened by the mayor"}
"""
PLAN = """\
hsplan: 1
id: mere-2024
title: "Mere homelessness strategy, action plan 2024-29"
period: {from: 2024-04-01, to: 2029-03-31}
adopted: 2024-04-01
follows: mere-2019
reporting: quarterly
organisations: [City]
labels: {theme: Priority}
columns:
  x-risks: {title: "Risks", internal: true}
  x-costs: {title: "Costs"}
themes:
  A:
    title: "Prevention"
    goals:
      A1:
        title: "Fewer evictions"
        actions:
          A1.1:
            title: "Draw up a protocol on rent arrears"
            lead: City
            partners: [County]
            timescale: By Sept 2024
            date_changes:
              - date: 2024-08-01
                timescale: March 2025
                reason: "The landlords asked for time"
                decision: "Board, item 4"
                decided: 2024-08-20
              - {date: 2025-02-01, timescale: June 2025, reason: "One has still to sign"}
            milestones:
              - {title: "Draft sent out", timescale: June 2024}
              - {title: "Landlords signed up", timescale: August 2024, done: 2024-08}
            outcomes: ["Every landlord uses it", "Fewer evictions for arrears"]
            resources: "Officer time"
            x-risks: "Legal costs"
            x-costs: "None"
            note: "Read with A1.2"
            internal_note: "The officer is about to leave"
            source: "Page 4, row 1"
            progress:
              - {date: 2024-06-30, status: in progress, rag: green, note: "First draft out"}
              - {date: 2025-03-31, for: Q4 2024/25, status: in progress, note: "Five of six have signed", internal_note: "The sixth will not"}
              - {date: 2026-03-31, status: achieved, note: "Not yet known"}
          A1.2:
            title: "Train the advice staff in mediation"
            lead: City
            timescale: December 2025
            depends_on: [A1.1]
            progress:
              - {date: 2025-03-31, status: withdrawn, decision: "Put to the Board", note: "No money for it"}
"""  # noqa: E501
OWNERS = """\
owners:
  City: {name: "City of Mere", kind: organisation}
  County: {kind: organisation}
"""


def site_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """The plans with three commits behind them."""
    made = Made.fresh(folder, monkeypatch)
    early = PLAN.replace("The landlords asked for time", "A landlord is ill").replace("Read with", "Hush, with")
    made.commit({"plans/mere-2019.yaml": BEFORE, "plans/owners.yaml": OWNERS}, on="2024-04-02")
    made.commit({"plans/mere-2024.yaml": early.replace("lead: City\n            partners", "lead: County\n            partners")}, on="2024-05-03")  # fmt: skip # noqa: E501
    made.commit({"plans/mere-2024.yaml": PLAN}, on="2025-04-04")
    return made
