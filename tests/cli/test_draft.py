"""Of a draft, list, show, status, report and lint say the same: nothing is overdue."""

from __future__ import annotations

from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: draft-2030
title: "A draft"
period: {from: 2010-04-01, to: 2035-03-31}
owners: {Team: {kind: team}}
actions:
  "1":
    title: "Agree a protocol"
    lead: Team
    timescale: May 2012
    milestones: [{title: "Landlords asked", timescale: March 2012}]
  "2": {title: "Find funding", lead: Team, timescale: when staff allow}
"""


def test_nothing_in_a_draft_is_late(build: Build, hsplan: Run) -> None:
    folder = build({"plans/draft-2030.yaml": PLAN})

    def said(*arguments: str) -> str:
        result = hsplan(*arguments, "--as-at", "2030-01-01", cwd=folder)
        assert result.code == 0
        return result.out

    assert said("lint", "--format", "concise") == (
        'plans/draft-2030.yaml:12:55: note HS305 timescale-open: Action 2 "Find funding": the timescale "when staff '
        'allow" gives a condition and no date. Add a date by which it is to be done or reviewed.\n'
        '1 note in 1 plan (2 actions) as at 2030-01-01. "hsplan rule HS305" explains a finding.\n'
    )
    assert said("list", "--overdue") == "0 actions\n"
    listed = said("list", "--position", "draft date")
    assert "31 May 2012    draft date\n" in listed
    assert listed.endswith("\n1 action. The dates of a draft are proposals: one that has passed is not counted yet.\n")
    assert "Position        draft date, not counted yet: 31 May 2012 has passed, and the plan is a draft\n" in said(
        "show", "draft-2030/1"
    )
    status = said("status", "plans/draft-2030.yaml")
    assert "as at 1 January 2030, a draft: its dates are proposals, not counted yet\n" in status
    assert "\n: 1 draft date   ? 1 no date\n" in status
    report = said("report", "plans/draft-2030.yaml", "--format", "md")
    assert "○ Draft date. Not counted yet" in report
    assert "Set a date for action 2, which has none (" in report
    assert "1 open action has no timescale, or one that gives no date, so" in report
    assert "overdue" not in report.split("Appendix B")[0].replace("none is overdue", "")
    assert " late" not in report.split("Appendix B")[0].replace("whether the work is late", "")
