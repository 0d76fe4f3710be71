"""Plans to compare, written as text."""

from __future__ import annotations

from hsplan.compare import Change, compare_plans
from hsplan.document import read
from hsplan.plan import Owners, Plan, read_plan

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  City: {kind: organisation}
  County: {kind: organisation}
indicators:
  acceptances:
    title: "Homeless acceptances"
    better: lower
    baseline: {period: 2012/13, value: 120}
    targets: [{period: 2013/14, per: year, value: 100}]
    actuals:
      - {period: Q1 2013/14, value: 31}
      - {period: Q2 2013/14, value: 28, provisional: true}
meetings:
  - {date: 2013-06-03, body: Board}
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
            timescale: By Sept 2013
            date_changes:
              - date: 2013-08-01
                timescale: March 2014
                reason: "The landlords asked for time"
                decision: "Board, item 4"
                decided: 2013-08-20
            milestones:
              - {title: "Draft sent out", timescale: June 2013}
              - {title: "Landlords signed up", timescale: August 2013, done: 2013-08}
            outcomes:
              - "Every landlord uses it"
            resources: "Officer time"
            note: "Read with A1.2"
            internal_note: "The officer is about to leave"
            progress:
              - {date: 2013-06-30, status: in progress, note: "First draft out"}
          A1.2:
            title: "Train the advice staff in mediation"
            lead: County
            timescale: December 2014
      A2:
        title: "More homes"
        actions:
          A2.1:
            title: "Open a crash pad scheme for young people"
            lead: [City, County]
            timescale: Ongoing
            progress:
              - {date: 2014-03-31, status: achieved, note: "Open since February"}
"""


def plan(text: str, path: str = "plans/example-2013.yaml") -> Plan:
    """The plan that a text holds."""
    document = read(text.encode(), path)
    assert document.root is not None, document.findings
    return read_plan(document)


def compared(old: str, new: str) -> list[Change]:
    """What changed from one text to the other."""
    was, now = plan(old), plan(new)
    return compare_plans(was, now, (Owners({}, was.owners), Owners({}, now.owners)))


def told(old: str, new: str) -> list[str]:
    """The same as `level kind: sentence`."""
    return [f"{each.level} {each.kind}: {each.sentence}" for each in compared(old, new)]


def replaced(old: str, new: str, text: str = PLAN) -> str:
    """The text with one place changed."""
    assert text.count(old) == 1, (text.count(old), old)
    return text.replace(old, new)
