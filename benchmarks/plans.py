"""Makes plans to measure with: valid, of a given number of actions, and of every kind of entry that real ones have."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
# yaml-language-server: $schema=../schema/action-plan.schema.json
hsplan: 1
id: {id}
title: "A generated plan to measure with"
nation: england
organisations: [City, County]
period: {{from: 2024-04-01, to: 2029-03-31}}
adopted: 2024-04-01
reporting: quarterly
governance:
  Steering Group:
    reviews: quarterly
    role: "Reviews the whole plan"
phases:
  year-1: {{title: "Year One", from: 2024-04-01, to: 2025-03-31}}
client_groups: [Young people, Rough sleepers]
glossary:
  RSL: "Registered Social Landlord"
themes:
"""

OWNERS = """\
owners:
  City: {name: "City Council", kind: organisation, functions: [housing]}
  County: {name: "County Council", kind: organisation, functions: [social services]}
  Steering Group: {kind: board}
  Housing Team: {kind: team, part_of: City}
  All LAs: {kind: group, members: [City, County]}
"""

ACTION = """\
          "{goal}.{n}":
            title: "Draw up protocol {goal}.{n} with every landlord of the area and put it to use"
            lead: Housing Team
            partners: [City, County]
            client_groups: [Young people]
            timescale: {timescale}
            resources: "Within existing resources and staff time"
            outcomes:
              - "A protocol in place and used by every landlord"
              - "Fewer households evicted for arrears of rent"
            source: "Table {goal}, row {n}"
            note: "Read with the action before it"
            progress:
              - date: 2024-09-30
                status: in progress
                note: "First draft out to the RSL partners; comments by October"
              - date: 2024-12-31
                status: in progress
                note: "Second draft agreed by all but one of the partners"
"""

TIMESCALES = ("March 2026", "By Sept 2025", "Q1 2025/26", "Ongoing and by April 2026", "31 December 2025", "2026/27")


def plan_text(plan_id: str, actions: int) -> str:
    """One plan of that many actions, ten to a goal, five goals to a theme."""
    lines = [HEAD.format(id=plan_id)]
    for number in range(actions):
        goal, place = number // 10 + 1, number % 10 + 1
        if number % 50 == 0:
            lines.append(f'  T{number // 50 + 1}:\n    title: "Theme {number // 50 + 1}"\n    goals:\n')
        if number % 10 == 0:
            lines.append(f'      "{goal}":\n        title: "Goal {goal}"\n        actions:\n')
        lines.append(ACTION.format(goal=goal, n=place, timescale=TIMESCALES[number % len(TIMESCALES)]))
    return "".join(lines)


def write_plans(folder: Path, plans: int, actions: int = 100) -> list[Path]:
    """Write plans and their owners list into `folder`/plans; returns the plans' paths."""
    place = folder / "plans"
    place.mkdir(parents=True, exist_ok=True)
    (place / "owners.yaml").write_text(OWNERS, encoding="utf-8")
    paths = []
    for number in range(plans):
        path = place / f"plan-{number + 1:04}.yaml"
        path.write_text(plan_text(path.stem, actions), encoding="utf-8")
        paths.append(path)
    return paths
