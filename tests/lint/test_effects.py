"""One finding for one cause: what only follows from another finding is not told beside it."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Report, Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build, Run

HEAD = """\
hsplan: 1
id: example-2024
title: "An example"
nation: england
organisations: [Borchester]
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
reporting: yearly
strategy: {published: {Borchester: 2024-04-01}, review_published: 2023-10}
governance: {Steering Group: {reviews: yearly}}
meetings: [{date: 2024-12-01, body: Steering Group}]
owners:
  Borchester: {kind: organisation, functions: [housing, social services]}
  Steering Group: {kind: board}
  Strategy Team: {kind: team}
  Shelter: {kind: organisation}
"""
INDICATOR = """\
indicators:
  acceptances:
    title: "Homeless acceptances"
    better: lower
    baseline: {period: 2022/23, value: 60}
    targets: [{period: 2024/25, per: year, value: 50}]
"""
TITLE = '    title: "Draw up a protocol on rent arrears"\n'
ANSWER = "    lead: Strategy Team\n    timescale: December 2026\n"
GAIN = '    outcomes: ["Fewer evictions"]\n'
ACTION = f'  "1.1":\n{TITLE}{ANSWER}    partners: [Shelter]\n{GAIN}'
ENTRY = "    progress: [{date: 2025-01-01, status: in progress}]\n"
PLAN = f"{HEAD}{INDICATOR}actions:\n{ACTION}{ENTRY}"
BARE = PLAN.replace(GAIN, "")


def report_on(build: Build, text: str, owners: str = "owners: {}\n", *select: str) -> Report:
    folder = build({"example-2024.yaml": text, "owners.yaml": owners})
    workspace = Workspace.load([str(folder)], Config(), str(folder))
    return lint(workspace, date(2025, 3, 1), Selection(select))


def rules(build: Build, text: str, owners: str = "owners: {}\n") -> list[str]:
    return [each.rule for each in report_on(build, text, owners).findings]


def changed(old: str, new: str, text: str = PLAN) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_plan_is_sound(build: Build) -> None:
    assert rules(build, PLAN) == []


MOVED = changed(ENTRY, ENTRY + ANSWER.replace("    ", "  "), changed(ANSWER, ""))
SLIPS = {
    "a key in capitals": (changed("    lead:", "    Lead:"), ["HS021"]),
    "a key by another name": (changed("    lead:", "    responsible:"), ["HS021"]),
    "a key that is like none": (changed("    lead:", "    qwerty:"), ["HS201", "HS021"]),
    "a timescale under a misspelt key": (changed("    timescale:", "    timescales:"), ["HS021"]),
    "two keys too far to the left": (MOVED, ["HS016", "HS016"]),
    "a title too far to the left": (changed(ENTRY, ENTRY + TITLE[2:], changed(TITLE, "")), ["HS016"]),
    "an id twice": (
        f"{PLAN}{ACTION.replace('Strategy Team', 'Debt Team')}".replace("owners:\n", "owners:\n  Debt Team: {}\n"),
        ["HS022", "HS012"],
    ),
    "a baseline that is no figure": (changed("value: 60", "value: about 60"), ["HS025"]),
    "targets under a misspelt key": (changed("targets:", "tragets:"), ["HS021"]),
    "a target that is no figure": (changed("value: 50", "value: 85%"), ["HS025"]),
    "organisations that nobody knows": (
        changed("[Borchester]", "[Borchestr, Felpersham]", changed("published: {Borchester: 2024-04-01}, ", "")),
        ["HS203", "HS203"],
    ),
    "publishers of organisations misspelt": (changed("[Borchester]", "[Borchestr]"), ["HS203"]),
    "a title that YAML cuts": (changed('"Draw up a protocol on rent arrears"', "!Train staff now", BARE), ["HS013"]),
    "a year that the plan has not": (changed("December 2026", "Year 4"), ["HS311"]),
    "everybody leads": (changed("lead: Strategy Team", "lead: All").replace("[Shelter]", "[Strategy Team, Shelter]"),
                        ["HS203"]),
    "leads of whom none is known": (changed("lead: Strategy Team", "lead: [Stratgy Team, Sheltr]"), ["HS203", "HS203"]),
    "two leads, one unknown": (changed("lead: Strategy Team", "lead: [Strategy Team, Sheltr]"), ["HS202", "HS203"]),
    "a lead and one to be found": (changed("lead: Strategy Team", "lead: [Strategy Team, TBC]"), ["HS203"]),
    "a blank lead": (changed("lead: Strategy Team", 'lead: ""', changed("[Shelter]", "[Shelter, Strategy Team]")),
                     ["HS201"]),
    "a goal's actions under another key": (
        changed("actions:\n", 'goals:\n  "1":\n    title: "Homes"\n    Actions:\n', PLAN[: PLAN.index('  "1.1"')])
        + '      "1.1": {title: "Agree a protocol", lead: Strategy Team, partners: [Shelter]}\n',
        ["HS021"],
    ),
    "an acceptance for nobody": (
        f'{PLAN}accepted:\n  - {{rule: overdue, for: ["1.1", P9], reason: "So agreed"}}\n', ["HS102"]),
    "an acceptance for one that was removed": (
        f'{PLAN}accepted:\n  - {{rule: action-removed, for: [P9], reason: "So agreed"}}\n', []),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_only_the_cause_is_told(build: Build, slip: str) -> None:
    text, expected = SLIPS[slip]
    assert rules(build, text) == expected


TITLES = {
    "TBC": ["HS103"],
    "TBA": ["HS103"],
    "n/a": ["HS103"],
    "[insert title]": ["HS103"],
    "<insert action>": ["HS103"],
    "[Council name] to train staff": ["HS103"],
    "Train staff ...": ["HS103"],
    "Train staff \u2026": ["HS103"],
    "Agree the venue (to be confirmed)": ["HS103"],
    "Train the staff, dates to be added.": ["HS103"],
    "Agree the venue to be confirmed by the county": [],
    "Publish the report still to be written": [],
    "XXX to train the staff": ["HS103"],
    "XXX to train the QZX staff": ["HS103", "HS801"],
    "Extend?": ["HS124"],
    "Crisis loans": ["HS123"],
    "Write \u2026 as Shelter says in its booklet": [],
    "Agree what they [the landlords] do": [],
}


@pytest.mark.parametrize("title", TITLES)
def test_no_title_yet(build: Build, title: str) -> None:
    assert rules(build, changed("Draw up a protocol on rent arrears", title, BARE)) == TITLES[title]


def test_an_owner_of_the_shared_list_that_a_slip_hides_is_not_unused(build: Build) -> None:
    own = PLAN[: PLAN.index("owners:")] + PLAN[PLAN.index("indicators:") :]
    shared = PLAN[PLAN.index("owners:") : PLAN.index("indicators:")]
    assert rules(build, own, shared) == []
    assert rules(build, changed("    lead:", "    Lead:", own), shared) == ["HS021"]
    assert rules(build, changed("    lead: Strategy Team\n", "", own), shared) == ["HS201", "HS205"]


def test_where_the_cause_is_not_asked_for_the_effect_is_told(build: Build) -> None:
    slip = changed("    lead:", "    Lead:")
    assert [each.rule for each in report_on(build, slip, "owners: {}\n", "HS201").findings] == ["HS201"]


def test_what_follows_from_a_known_finding_is_known_with_it(build: Build, hsplan: Run) -> None:
    folder = build({"plans/example-2024.yaml": changed("    lead:", "    Lead:"), "hsplan.toml": ""})
    on = ("lint", "--as-at", "2025-03-01", "--format", "concise")
    assert hsplan(*on, "--write-known", cwd=folder).err.startswith("Written: hsplan-known.toml: 3 known findings")
    assert hsplan(*on, cwd=folder) == (
        0, "Nothing found in 1 plan (1 action) as at 2025-03-01; 3 known findings not shown.\n", ""
    )  # fmt: skip


def test_a_plan_on_one_line_without_an_end(hsplan: Run, build: Build) -> None:
    plan = "{hsplan: 1, id: p-2013, title: P, Lead: x, actions: {a: {title: Agree it, laed: X}}}"
    out = hsplan("lint", "p-2013.yaml", "--as-at", "2013-06-30", cwd=build({"p-2013.yaml": plan})).out
    assert "unknown-key" in out
