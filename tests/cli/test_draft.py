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
"""


def test_nothing_in_a_draft_is_late(build: Build, hsplan: Run) -> None:
    folder = build({"plans/draft-2030.yaml": PLAN})

    def said(*arguments: str) -> str:
        result = hsplan(*arguments, "--as-at", "2030-01-01", cwd=folder)
        assert result.code == 0
        return result.out

    assert said("lint") == "Nothing found in 1 plan (1 action) as at 2030-01-01.\n"
    assert said("list", "--overdue") == "0 actions\n"
    assert "31 May 2012    no date\n" in said("list")
    assert "Position        no date that counts: 31 May 2012 has passed, and the plan is a draft\n" in said(
        "show", "draft-2030/1"
    )
    assert "? 1 no date\n" in said("status", "plans/draft-2030.yaml")
    report = said("report", "plans/draft-2030.yaml", "--format", "md")
    assert "1 open action has no timescale, or one that gives no date, or one whose date passed while" in report
    assert "overdue" not in report.split("Appendix B")[0].replace("none is overdue", "")
    assert " late" not in report.split("Appendix B")[0].replace("whether the work is late", "")
