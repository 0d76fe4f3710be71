"""What the plan's own `accepted:` is for: actions, goals, themes and indicators by their ids."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Report, Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_effects import HEAD

PLAN = f"""\
{HEAD}indicators:
  acceptances: {{title: "Homeless acceptances", better: lower, baseline: {{period: 2022/23, value: 60}}}}
themes:
  A:
    title: "Earlier help"
    goals:
      A1: {{title: "Fewer evictions"}}
      A2:
        title: "More advice"
        actions:
          "1.1": {{title: "Agree a protocol on arrears", timescale: December 2026, outcomes: ["Fewer evictions"]}}
  B: {{title: "Better homes"}}
"""
RULES = ("HS110", "HS201", "HS620", "HS102")


def run(build: Build, rule: str, names: str) -> Report:
    text = f'{PLAN}accepted:\n  - {{rule: {rule}, for: {names}, reason: "So agreed"}}\n'
    folder = build({"example-2024.yaml": text})
    return lint(Workspace.load([str(folder)], Config(), str(folder)), date(2025, 3, 1), Selection(RULES))


FOR = [
    ("HS201", '["1.1"]', 1),
    ("HS201", '"1.1"', 1),
    ("HS110", "[A1]", 1),
    ("HS110", "[A]", 1),
    ("HS110", "[B, A1]", 2),
    ("HS110", '["1.1"]', 0),
    ("HS201", "[A2]", 0),
    ("HS620", "[acceptances]", 1),
]


@pytest.mark.parametrize(("rule", "names", "number"), FOR)
def test_what_has_the_id_is_accepted(build: Build, rule: str, names: str, number: int) -> None:
    report = run(build, rule, names)
    assert [finding.rule for finding, _ in report.accepted] == [rule] * number
    assert all(each.rule != "HS102" for each in report.findings)


def test_what_has_none_is_asked_about(build: Build) -> None:
    found = [
        f"{each.message} {each.help}"
        for each in run(build, "HS110", "[acceptance, C9]").findings
        if each.rule == "HS102"
    ]
    assert found == [
        'The plan accepts a finding for "acceptance", but has no such action, goal, theme or indicator. '
        'Did you mean "acceptances"?',
        'The plan accepts a finding for "C9", but has no such action, goal, theme or indicator. '
        "Those that exist: 1.1, A, B, A1, A2, acceptances.",
    ]


@pytest.mark.parametrize(
    ("at", "where", "told"),
    [
        (
            "accepted: [{rule: lead-missing, reason: r}]\n",
            "themes:\n",
            "it names no action, and lead-missing is found in",
        ),
        ("    accepted: [{rule: HS201, reason: r}]\n", "    goals:\n", "no action, and HS201 is found in action 1.1."),
        ("accepted: [{rule: HS102, reason: r}]\n", "themes:\n", "Nothing is found here by HS102 any more."),
        ("  C: {title: c, accepted: [{rule: HS201, reason: r}]}\n", "  B:", "Nothing is found here by HS201 any more."),
    ],
)
def test_one_that_names_no_action_says_so(build: Build, at: str, where: str, told: str) -> None:
    text = PLAN.replace(where, at + where, 1)
    folder = build({"example-2024.yaml": text})
    found = lint(Workspace.load([str(folder)], Config(), str(folder)), date(2025, 3, 1), Selection((*RULES, "HS091")))
    (said,) = (each for each in found.findings if each.rule == "HS091")
    assert told in said.message


def test_one_without_a_rule_is_told_of_once(build: Build) -> None:
    folder = build({"example-2024.yaml": f'{PLAN}accepted: [{{reason: "So agreed"}}]\n'})
    found = lint(Workspace.load([str(folder)], Config(), str(folder)), date(2025, 3, 1))
    assert [each.rule for each in found.findings if each.severity == "error"] == ["HS022"]
