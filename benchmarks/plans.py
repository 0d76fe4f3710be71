"""Makes plans to measure with: valid, of a given number of actions, and of every kind of entry that real ones have."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
# yaml-language-server: $schema=../schema/action-plan.schema.json
hsplan: 1
id: {id}
title: "A generated plan to measure with"
organisations: [City, County]
period: {{from: 2024-04-01, to: 2029-03-31}}
adopted: 2024-04-01
governance:
  Steering Group:
    reviews: quarterly
    role: "Reviews the whole plan"
meetings:
{meetings}
client_groups: [Young people]
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
  Rent Team: {kind: team, part_of: City}
  Social Care: {kind: team, part_of: County}
  Outreach Team: {kind: team, part_of: City}
  Advice Centre: {kind: organisation}
  Landlord Forum: {kind: board}
  Public Health: {kind: team, part_of: County}
"""

ACTION = """\
          "{goal}.{n}":
            title: "{title}"
            lead: {lead}
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

TIMESCALES = ("March 2028", "By Sept 2027", "Q1 2028/29", "Ongoing and by April 2028", "31 December 2027", "2027/28")
"""All to come until 2027, so that what is measured is the checking of a plan, not the printing of findings."""

QUARTERLY = ("03-20", "06-20", "09-20", "12-20")

LEADS = (
    "Housing Team",
    "Rent Team",
    "Social Care",
    "Outreach Team",
    "Advice Centre",
    "Landlord Forum",
    "Public Health",
)
VERBS = [
    "Agree",
    "Review",
    "Publish",
    "Extend",
    "Fund",
    "Pilot",
    "Train",
    "Measure",
    "Map",
    "Redesign",
    "Commission",
    "Evaluate",
    "Monitor",
]
THINGS = (
    "rent arrears protocol",
    "hospital discharge pathway",
    "deposit scheme for young tenants",
    "night shelter beds",
    "mediation between parents and teenagers",
    "tenancy sustainment visits",
    "landlord forum",
    "outreach on weekend evenings",
    "advice leaflets in five languages",
    "move-on flats",
    "domestic abuse refuge places",
)


def title(number: int) -> str:
    """A title that no other of the first 143 actions has, nor one close to it."""
    thing = THINGS[(number + number // len(VERBS)) % len(THINGS)]
    return f"{VERBS[number % len(VERBS)]} the {thing}" + (f" ({number})" if number >= 143 else "")


def plan_text(plan_id: str, actions: int) -> str:
    """One plan of that many actions, ten to a goal, five goals to a theme."""
    meetings = (
        f"  - {{date: {year}-{month}, body: Steering Group}}" for year in range(2024, 2030) for month in QUARTERLY
    )
    lines = [HEAD.format(id=plan_id, meetings="\n".join(meetings))]
    for number in range(actions):
        goal, place = number // 10 + 1, number % 10 + 1
        if number % 50 == 0:
            lines.append(f'  T{number // 50 + 1}:\n    title: "Theme {number // 50 + 1}"\n    goals:\n')
        if number % 10 == 0:
            lines.append(f'      "{goal}":\n        title: "Goal {goal}"\n        actions:\n')
        lines.append(
            ACTION.format(
                lead=LEADS[number % len(LEADS)],
                title=title(number),
                goal=goal,
                n=place,
                timescale=TIMESCALES[number % len(TIMESCALES)],
            )
        )
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
