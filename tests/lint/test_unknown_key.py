"""A misspelt key with a list or a record under it is named, with the key that was meant, and is the only finding."""

from __future__ import annotations

import re
from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

PLAN = """\
hsplan: 1
id: ashby-2024
title: "Ashby homelessness action plan"
nation: scotland
organisations: [Ashby]
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
governance:
  Board:
    reviews: quarterly
meetings:
  - {date: 2024-06-20, body: Board, minutes: B1}
owners:
  Board: {kind: board}
  Ashby: {kind: organisation}
  Housing Team: {kind: team}
client_groups: [Young people]
phases:
  one: {title: "One", from: 2024-04-01, to: 2027-03-31}
columns:
  x-risk: {title: "Risk"}
glossary:
  RSL: "Registered social landlord"
indicators:
  acc:
    title: "Acceptances"
    unit: households
    better: lower
    baseline: {period: 2023/24, value: 90}
    targets: [{period: 2024/25, value: 80}]
themes:
  A:
    title: "Earlier help"
    actions:
      A1:
        title: "Agree a rent arrears protocol"
        lead: Housing Team
        timescale: March 2026
        partners: [Board]
        phase: one
        client_groups: [Young people]
        indicators: [acc]
        x-risk: "Landlords may not sign"
        note: "The RSL forum knows"
        budget: {amount: 3000}
        date_changes:
          - {date: 2024-05-01, timescale: June 2026, reason: "Late", decided: 2024-05-02}
        milestones:
          - {title: "Landlords signed up", timescale: June 2025}
        progress:
          - {date: 2024-06-30, status: in progress, note: "Begun"}
        outcomes:
          - "Fewer evictions"
      A2:
        title: "Let empty homes again"
        lead: Housing Team
        timescale: March 2025
        outcomes: ["More homes"]
"""
ACTION = 'Action A1 "Agree a rent arrears protocol"'
SLIPS = {
    "partner": ("partners", f"{ACTION}: {{}}an action."),
    "progres": ("progress", f"{ACTION}: {{}}an action."),
    "milestons": ("milestones", f"{ACTION}: {{}}an action."),
    "date_change": ("date_changes", f"{ACTION}: {{}}an action."),
    "bugdet": ("budget", f"{ACTION}: {{}}an action."),
    "outcome": ("outcomes", f"{ACTION}: {{}}an action."),
    "organizations": ("organisations", "The plan: {}the plan."),
    "peroid": ("period", "The plan: {}the plan."),
    "meeting": ("meetings", "The plan: {}the plan."),
    "govenance": ("governance", "The plan: {}the plan."),
    "ownres": ("owners", "The plan: {}the plan."),
    "phasse": ("phases", "The plan: {}the plan."),
    "colums": ("columns", "The plan: {}the plan."),
    "glosary": ("glossary", "The plan: {}the plan."),
    "Client_groups": ("client_groups", "The plan: {}the plan."),
    "themse": ("themes", "The plan: {}the plan."),
    "acttions": ("actions", 'Theme A "Earlier help": {}a theme.'),
    "Actions": ("actions", 'Theme A "Earlier help": {}a theme.'),
    "tagets": ("targets", "Indicator acc: {}an indicator."),
}
"""What is written, what was meant, and the message."""


def told(build: Build, text: str, owners: str = "owners: {}\n") -> list[str]:
    """The findings, as place, rule, message and help."""
    folder = build({"ashby-2024.yaml": text, "owners.yaml": owners})
    found = lint(Workspace.load([str(folder)], Config(), str(folder)), date(2024, 7, 1), Selection()).findings
    return [f"{each.place.line}:{each.place.column} {each.rule} {each.message} {each.help}" for each in found]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_misspelt_key_is_named(build: Build, slip: str) -> None:
    meant, message = SLIPS[slip]
    before = next(match.start(1) for match in re.finditer(rf"(?m)^ *({meant}):", PLAN))
    (only,) = told(build, f"{PLAN[:before]}{slip}{PLAN[before + len(meant) :]}")
    line = PLAN[:before].count("\n") + 1
    column = before - PLAN.rfind("\n", 0, before)
    wanted = message.format(f'"{slip}" is not a key of ')
    assert only.startswith(f'{line}:{column} HS021 {wanted} Did you mean "{meant}"? {meant}: ')


def test_the_plan_is_sound(build: Build) -> None:
    assert told(build, PLAN) == []


def out(text: str, first: str, by: int) -> str:
    """The plan with the lines from a certain one on further to the left."""
    at = text.index(first)
    return text[:at] + "".join(line[by:] for line in text[at:].splitlines(keepends=True))


LAST = PLAN[PLAN.index("      A2:") :]
GOES = 'Put it, and all that stands below it, further to the right: it goes under "{}:".'
LEFT = {
    "an action, as a key of its theme": (
        out(PLAN, "      A2:", 2),
        ['54:5 HS021 Theme A "Earlier help": "A2" is not a key of a theme; it looks like an action. '
         + GOES.format("actions")],
    ),
    "an action, as a key of the plan": (
        out(PLAN, "      A2:", 6),
        ['54:1 HS021 The plan: "A2" is not a key of the plan; it looks like an action. ' + GOES.format("actions")],
    ),
    "all of them": (
        out(PLAN, "      A1:", 2),
        [f'{line}:5 HS021 Theme A "Earlier help": "{id}" is not a key of a theme; it looks like an action. '
         + GOES.format("actions") for line, id in ((35, "A1"), (54, "A2"))],
    ),
    "an action between others": (
        out(PLAN, LAST, 2) + LAST.replace("A2", "A3").replace("Let empty homes", "Train staff"),
        ['54:5 HS021 Theme A "Earlier help": "A2" is not a key of a theme; it looks like an action. '
         + GOES.format("actions")],
    ),
    "a theme": (
        f'{PLAN}B:\n  title: "Later help"\n  actions: {{B1: {{title: "Let homes", lead: Housing Team}}}}\n',
        ['59:1 HS021 The plan: "B" is not a key of the plan; it looks like a theme. ' + GOES.format("themes")],
    ),
    "an owner": (
        PLAN.replace("  Housing Team: {", "Housing Team: {").replace("lead: Housing Team", "lead: Board")
        .replace("partners: [Board]", "partners: [Ashby]"),
        ['16:1 HS021 The plan: "Housing Team" is not a key of the plan; it looks like an owner. '
         + GOES.format("owners")],
    ),
    "what holds keys that no action has": (
        f"{PLAN}    B1: {{title: Let homes, place: Ashby}}\n",
        ['59:5 HS021 Theme A "Earlier help": "B1" is not a key of a theme. Keys of a theme: title, purpose, '
         "client_groups, outcomes, indicators, links, goals, actions, note, internal_note, source, accepted, and x- "
         "keys for the council's own columns."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LEFT)
def test_what_stands_too_far_to_the_left_is_told_so(build: Build, what: str) -> None:
    text, expected = LEFT[what]
    assert told(build, text) == expected


def test_several_words_over_a_list_may_be_words_of_a_note(build: Build) -> None:
    (only,) = told(build, PLAN.replace("        budget: {amount: 3000}", "        She knows: [it]"))
    assert only.startswith(f"45:9 HS021 {ACTION}, text under an unknown key: a key that the format does not have")


def test_another_name_that_is_not_declared_is_told_beside_it(build: Build) -> None:
    found = told(build, PLAN.replace("owners:", "ownres:").replace("lead: Housing Team", "lead: Rents Team", 1))
    assert [each.split()[1] for each in found] == ["HS021", "HS203"]
    assert '"Rents Team" is not in the owners list' in found[1]


LIST = PLAN[PLAN.index("owners:") : PLAN.index("client_groups:")]
BROKEN = {
    "its key misspelt": (
        LIST.replace("owners:", "ownres:"),
        ['1:1 HS021 The owners list: "ownres" is not a key of the owners list. Did you mean "owners"? owners: '],
    ),
    "not readable": (
        LIST.replace("Ashby: {kind", "Ashby: [kind"),
        ["3:29 HS006 A bracket that was opened is closed with a brace. "],
    ),
    "without its key": (
        LIST.replace("owners:\n", "").replace("  ", "").replace("Housing Team: {kind: team}\n", ""),
        [
            '1:1 HS021 The owners list: "Board" is not a key of the owners list. Keys of the owners list: hsplan, ',
            '1:1 HS022 The owners list has no "owners". Who answers for actions, each ',
            '2:1 HS021 The owners list: "Ashby" is not a key of the owners list. Keys ',
            '33:15 HS203 Action A1 "Agree a rent arrears protocol": "Housing Team" is not in the owners list. Add it ',
            '52:15 HS203 Action A2 "Let empty homes again": "Housing Team" is not in the owners list. Add it ',
        ],
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_who_stands_in_the_shared_list_is_not_called_unknown(build: Build, what: str) -> None:
    """An error there is told once, and not beside every action; a name that does not stand there is told."""
    owners, expected = BROKEN[what]
    found = sorted(told(build, PLAN.replace(LIST, ""), owners))
    assert [each[: len(start)] for each, start in zip(found, sorted(expected), strict=True)] == sorted(expected)
