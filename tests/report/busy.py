"""A made-up plan at a busy meeting: moved dates, proposals, ratings that differ, changes since the meeting before."""

from __future__ import annotations

from datetime import date

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, read_plan
from hsplan.report import Report, report_context
from hsplan.report.earlier import Earlier

HEAD = """\
hsplan: 1
id: busy-2024
title: "Mere homelessness strategy, action plan 2024-27"
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
reporting: quarterly
organisations: [Mere, Fenny, Hill]
governance:
  Steering Group: {reviews: quarterly, role: "Reviews the plan"}
meetings:
  - {date: 2025-01-15, body: Steering Group, minutes: SG/25/1}
  - {date: 2025-04-16, body: Steering Group}
returns:
  - {for: Q4 2024/25, by: Mere, date: 2025-04-05, signed_off: true}
  - {for: Q4 2024/25, by: Fenny, date: 2025-04-06}
owners:
  Mere: {name: "Mere District Council", kind: organisation}
  Fenny: {name: "Fenny Borough Council", kind: organisation}
  Hill: {name: "Hill City Council", kind: organisation}
  Options: {name: "Housing Options", kind: team}
  Steering Group: {name: "Homelessness Steering Group", kind: board}
columns:
  x-consequence: {title: "Consequence"}
  x-remedy: {title: "Remedy"}
indicators:
  acceptances:
    title: "Households in temporary accommodation"
    unit: households
    better: lower
    snapshot: true
    frequency: quarterly
    baseline: {period: 2023/24, value: 120}
    targets: [{period: 2024/25, value: 100}]
    actuals:
      - {period: Q1 2024/25, value: 118}
      - {period: Q2 2024/25, value: 112}
      - {period: Q3 2024/25, value: 109}
      - {period: Q4 2024/25, value: 104, provisional: true}
  prevented:
    title: "Households prevented from becoming homeless"
    unit: households
    better: higher
    frequency: quarterly
    baseline: {period: 2023/24, value: 400}
    targets: [{period: 2024/25, per: year, value: 480}]
    actuals:
      - {period: Q1 2024/25, value: 130}
      - {period: Q2 2024/25, value: 110}
      - {period: Q3 2024/25, value: 140}
      - {period: Q4 2024/25, value: 125}
themes:
"""
THEMES = """\
  P#:
    title: "Prevention #"
    actions:
      "P#.1":
        title: "Agree a rent arrears protocol with landlords"
        lead: Options
        timescale: September 2024
        x-consequence: "More families in bed and breakfast"
        x-remedy: "A temporary post from May 2025"
        date_changes:
          - {date: 2024-09-20, timescale: December 2024, reason: "Landlords asked for time", decided: 2024-10-09}
          - {date: 2025-01-05, timescale: March 2025, reason: "The post is vacant", decided: 2025-01-15}
          - {date: 2025-04-04, timescale: September 2025, reason: "The new post starts in May"}
        progress:
          - {date: 2024-12-20, status: in progress, rag: amber, note: "Second draft out"}
          - date: 2025-04-02
            status: in progress
            rag: green
            note: >-
              The team says that it is back on track: the two largest landlords have agreed, and the others have the
              draft before them until the end of the month.
      "P#.2":
        title: "Launch the prevention web page"
        lead: Mere
        timescale: November 2024
        progress: [{date: 2025-03-10, status: achieved, done: 2024-12-05, note: "Launched"}]
      "P#.3":
        title: "Open a crash pad"
        lead: Options
        timescale: June 2025
        progress:
          - {date: 2024-12-01, status: not started}
          - {date: 2025-04-03, status: withdrawn, note: "No funding"}
      "P#.4":
        title: "Train every front desk officer"
        lead: Hill
        timescale: February 2025
        date_changes:
          - {date: 2024-12-20, timescale: May 2025, reason: "Training provider changed", decided: 2025-02-15}
      "P#.5":
        title: "Visit every landlord forum"
        lead: Fenny
        timescale: May 2025
        progress: [{date: 2025-04-01, status: in progress, rag: red}]
  S#:
    title: "Support #"
    actions:
      "S#.1": {title: "Review floating support", timescale: March 2025}
      "S#.2":
        title: "Publish a support directory"
        each: [Mere, Fenny, Hill]
        timescale: April 2025
        progress: [{date: 2025-03-21, by: Fenny, status: in progress}]
      "S#.3": {title: "Bring in a hospital protocol", lead: Hill, timescale: to be confirmed}
      "S#.4": {title: "Set up the panel", lead: Mere, timescale: July 2025}
      "S#.5": {title: "Write the new strategy", lead: Mere, timescale: March 2027}
"""


def busy_report(times: int) -> Report:
    """The report of a plan of ten actions, `times` over, compared with the one before the last meeting."""
    text = HEAD + "".join(THEMES.replace("#", str(number)) for number in range(1, times + 1))
    # Before the meeting the moves of the new year were not decided, and the progress of spring not given.
    before = text.replace(", decided: 2025-01-15", "").replace(", decided: 2025-02-15", "")
    now, then = _state(text, date(2025, 4, 16)), _state(before, date(2025, 1, 14))
    return report_context(now, earlier=Earlier(then, meeting=True))


def _state(text: str, day: date) -> PlanState:
    document = read(text.encode(), "busy-2024.yaml")
    assert document.findings == ()
    plan = read_plan(document)
    return assess(plan, Owners({}, plan.owners), day)
