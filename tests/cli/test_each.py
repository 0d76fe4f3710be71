"""What one of several organisations proposes, in `hsplan show` and `hsplan lint`."""

from __future__ import annotations

from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: joint-2025
title: "A joint plan"
organisations: [Aa, Bb]
period: {from: 2025-01-01, to: 2026-12-31}
adopted: 2025-01-01
reporting: quarterly
owners:
  Aa: {kind: organisation}
  Bb: {kind: organisation}
actions:
  "1":
    title: "Write a leaflet"
    each: [Aa, Bb]
    timescale: By DATE
    progress:
      - {date: 2025-01-10, by: Aa, status: not started}
      - {date: 2025-06-01, by: Bb, status: in progress}
      - {date: 2025-08-01, by: Bb, status: withdrawn, note: "No use in Bb"}
"""


def test_a_proposal_is_called_one_with_its_name(hsplan: Run, build: Build) -> None:
    folder = build({"plans/joint-2025.yaml": PLAN.replace("DATE", "July 2025")})
    shown = hsplan("show", "joint-2025/1", "--as-at", "2025-09-01", cwd=folder).out.splitlines()
    assert "Proposed        Bb: withdrawn, not decided" in shown
    assert "                1 August 2025, Bb: withdrawn (proposed). No use in Bb" in shown
    found = hsplan("lint", "joint-2025", "--as-at", "2025-09-01", "--select", "HS401", cwd=folder).out
    assert "reported: not started, and that it be withdrawn for Bb is not decided." in found


def test_an_action_on_which_one_is_silent_has_no_update(hsplan: Run, build: Build) -> None:
    folder = build({"plans/joint-2025.yaml": PLAN.replace("DATE", "July 2026")})
    listed = hsplan("list", "joint-2025", "--no-update", "--as-at", "2025-09-01", "--format", "csv", cwd=folder).out
    assert "Write a leaflet" in listed
