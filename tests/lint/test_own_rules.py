"""A council's own rules, from its configuration."""

from __future__ import annotations

import pytest

from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
source: "Cabinet paper"
owners:
  Housing Team: {kind: team}
actions:
  "1":
    title: "Explore a protocol"
    lead: Housing Team
    timescale: September 2013
    budget: {amount: 100}
    progress:
      - {date: 2013-05-31, status: in progress, note: "Going well"}
      - {date: 2013-06-10, status: in progress, note: "Met RSLs"}
  "2":
    title: "Sign the protocol"
    lead: Housing Team
    timescale: September 2013
    resources: "Within existing resources"
    budget: {amount: 100, note: "each district"}
    outcomes: ["A protocol", "explore more"]
glossary: {RSL: "Registered social landlord"}
"""


def rules(*tables: str) -> str:
    return 'plans = ["*.yaml"]\n' + "".join(f"[[rules]]\n{table}\n" for table in tables)


def rule(field: str, look: str, more: str = "") -> str:
    return (
        f'name = "our-rule"\nfield = "{field}"\n{look}\nmessage = "It is not as we write it."\n'
        f'reason = "Cabinet asked for it."\n{more}'
    )


FOUND = [
    ("resources", "required = true", ["10:3 1"]),
    ("budget.note", "required = true", ["14:5 1"]),
    ("title", "forbidden = '(?i)^explore'", ["11:12 1"]),
    ("outcomes", "forbidden = '(?i)^explore'", ["24:30 2"]),
    ("progress.note", "pattern = 'well'", ["17:55 1"]),
    ("resources", "required = true\npattern = 'budget'", ["10:3 1", "22:16 2"]),
    ("plan.source", "pattern = '20[0-9][0-9]'", ["6:9 "]),
    ("plan.nation", "required = true", ["1:1 "]),
    ("plan.strategy", "required = true", ["1:1 "]),
    ("plan.strategy.title", "required = true", []),
    ("plan.period.to", "required = true", []),
    ("milestones.note", "required = true", []),
    ("milestones", "required = true", ["10:3 1", "18:3 2"]),
    ("progress.rag", "required = true", ["16:9 1", "17:9 1"]),
    ("budget.note", "pattern = 'each'", []),
    ("budget.note", "required = true\npattern = 'all'", ["14:5 1", "23:33 2"]),
    ("x-risks", "pattern = 'x'", []),
    ("plan.owners.kind", "required = true", []),
    ("plan.owners.kind", "pattern = 'board'", ["8:24 "]),
    ("plan.owners.name", "required = true", ["8:3 "]),
    ("plan.actions.title", "forbidden = 'Sign'", ["19:12 "]),
    ("plan.phases.from", "required = true", []),
    ("plan.strategy.published", "required = true\npattern = '^20'", []),
    ("plan.glossary", "forbidden = 'landlord'", ["25:17 "]),
    ("plan.glossary.RSL", "required = true\npattern = '^A '", ["25:17 "]),
    ("plan.glossary.HB", "required = true", ["25:1 "]),
    ("budget", "forbidden = 'x'", []),
]


@pytest.mark.parametrize(("field", "look", "expected"), FOUND)
def test_it_finds(hsplan: Run, build: Build, field: str, look: str, expected: list[str]) -> None:
    folder = build({"example-2013.yaml": PLAN, "hsplan.toml": rules(rule(field, look))})
    options = ("--select", "our-rule", "--format", "concise", "--as-at", "2013-06-30")
    lines = hsplan("lint", *options, cwd=folder).out.splitlines()[:-1]
    found = []
    for line in lines:
        place, _, words = line.partition(": warning HS900 our-rule: ")
        action = words.split(" ")[1] if words.startswith("Action ") else ""
        assert words.endswith("It is not as we write it.")
        found.append(f"{place.removeprefix('example-2013.yaml:')} {action}")
    assert found == expected


def test_severity_acceptance_and_configuration_hold_for_them_too(hsplan: Run, build: Build) -> None:
    text = rules(rule("title", "forbidden = 'Explore'", 'severity = "error"'))
    folder = build({"example-2013.yaml": PLAN, "hsplan.toml": text})
    only = ("--select", "HS9", "--as-at", "2013-06-30")
    assert hsplan("lint", *only, cwd=folder).code == 1
    (folder / "hsplan.toml").write_text(text + '[lint.severity]\nour-rule = "note"\n')
    assert hsplan("lint", *only, cwd=folder).code == 0
    (folder / "hsplan.toml").write_text(text)
    accepted = '    title: "Explore a protocol"\n    accepted: [{rule: our-rule, reason: "It is what was agreed"}]\n'
    (folder / "example-2013.yaml").write_text(PLAN.replace('    title: "Explore a protocol"\n', accepted))
    result = hsplan("lint", "--select", "HS9,HS09", "--as-at", "2013-06-30", cwd=folder)
    assert result.out == "Nothing found in 1 plan (2 actions) as at 2013-06-30; 1 finding accepted.\n"


def test_its_page_and_its_line_in_the_list(hsplan: Run, build: Build) -> None:
    folder = build({"hsplan.toml": rules(rule("budget.note", "required = true\npattern = '^[A-Z]'"))})
    assert hsplan("rule", "HS900", cwd=folder).out == (
        "HS900 our-rule (warning)\n\nIt is not as we write it.\n\nA rule of your council's, from hsplan.toml, about "
        "`budget.note:` of an action. Where there is `budget:`, `note:` has to be in it. It has to match `^[A-Z]`.\n\n"
        "Why it matters: Cabinet asked for it.\n"
    )
    assert hsplan("rule", cwd=folder).out.splitlines()[-1].startswith("HS900  our-rule")
    assert "rules = HS900 our-rule  (hsplan.toml)" in hsplan("config", cwd=folder).out


GOOD = rule("title", "required = true")
BAD = [
    ("rules = 1\n", '"rules" is a list of rules: begin each with [[rules]].'),
    ("[[rules]]\nname = 'a'\n", 'the rule "a": "field" is missing. Every rule has name, field, message and reason.'),
    (rules(GOOD.replace("field", "feild")), 'the rule "our-rule": "feild" is not a setting of a rule. Did you mean'),
    (rules(GOOD.replace("true", "'yes'")), 'the rule "our-rule": "required" must be true or false.'),
    (rules(GOOD.replace("true", "false")), 'the rule "our-rule": it looks for nothing. Add required = true,'),
    (rules(GOOD + 'severity = "bad"'), 'the rule "our-rule": "severity" must be one of "error", "warning", "note".'),
    (rules(GOOD + "pattern = '('"), 'the rule "our-rule": "pattern" cannot be read as a regular expression: missing )'),
    (rules(GOOD, GOOD), 'the rule "our-rule": the name stands twice. Give one of the two another name.'),
    (rules(GOOD.replace("our-rule", "Our Rule")), 'the rule "Our Rule": the name is not one of a rule.'),
    (rules(GOOD.replace("our-rule", "overdue")), '/hsplan.toml: a rule of hsplan\'s own is called "overdue".'),
    (rules(rule("titel", "required = true")), '/hsplan.toml: the rule "our-rule": an action has no key "titel". Did'),
    (rules(rule("plan.x", "required = true")), '/hsplan.toml: the rule "our-rule": a plan has no key "x".'),
    (rules(rule("plan.x-risks", "required = true")), 'a plan has no key "x-risks".'),
    (rules(rule("budget.nott", "required = true")), '"budget" has no key "nott". Did you mean "budget.note"?'),
    (rules(rule("budget.zzz", "required = true")), '"budget" has no key "zzz". Those that it has: amount, '),
    (rules(rule("plan.owners.nmae", "required = true")), 'has no key "nmae". Did you mean "plan.owners.name"?'),
    (rules(rule("lead.name", "pattern = 'x'")), '"lead" has no keys of its own, so there is no "lead.name". Write'),
    (rules(rule("title.foo", "pattern = 'x'")), 'so there is no "title.foo". Write field = "title".'),
    (rules(rule("x-foo.bar", "required = true")), 'so there is no "x-foo.bar". Write field = "x-foo".'),
    (rules(rule("plan.glossary.RSL.a", "required = true")), 'Write field = "plan.glossary.RSL".'),
    (rules(rule("title.", "required = true")), 'Write field = "title".'),
    (rules(rule("plan.glossary.", "required = true")), '"plan.glossary" has no key "".'),
    (
        rules(rule("milestones", "pattern = 'x'")),
        'a pattern looks at text, and "milestones" holds keys of its own. Name one of them, such as "milestones.title"',
    ),
    (
        rules(rule("title", "forbidden = 'Open (a+)+$'")),
        'the rule "our-rule": "forbidden" has (a+)+, which repeats what is repeated already: one title can take it '
        "hours. Repeat it in one place only: a+ for (a+)+.",
    ),
]


@pytest.mark.parametrize(("settings", "message"), BAD)
def test_a_rule_that_is_wrong_stops_the_run(hsplan: Run, build: Build, settings: str, message: str) -> None:
    folder = build({"example-2013.yaml": PLAN, "hsplan.toml": settings})
    result = hsplan("lint", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert result.err.count("\n") == 1
