"""Which rules run."""

from __future__ import annotations

import pytest

from hsplan.lint import Selection
from hsplan.lint.codes import NAMES, name_of
from hsplan.lint.registry import RULES
from hsplan.lint.rule import Rule
from tests.conftest import Build, Run


def test_nothing_chosen_is_every_rule() -> None:
    assert Selection().rules() == RULES


def test_errors_only_leaves_out_what_finds_none() -> None:
    found = Selection(errors_only=True).rules()
    errors = [rule for rule in RULES if "error" in (rule.severity, rule.in_draft)]
    assert found == tuple(rule for rule in errors if not rule.remembers)
    assert 0 < len(found) < len(errors) < len(RULES)


def test_errors_only_goes_with_words() -> None:
    names = {rule.name for rule in Selection(("HS2",), errors_only=True).rules()}
    assert "owner-unknown" in names
    assert "lead-missing" not in names


def test_codes_has_every_rule() -> None:
    assert list(NAMES.items()) == [(rule.code, rule.name) for rule in RULES]
    assert {name_of(word) for rule in RULES for word in (rule.code, rule.code.lower(), rule.name)} == {*NAMES.values()}
    assert name_of("HS999") == name_of("hs") == name_of("") == ""


PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
owners:
  Housing Team: {kind: team}
actions:
  "1.1": {title: "Agree a protocol", lead: Housing Team}
"""
CLOSED = PLAN.replace("owners:", "adopted: 2013-04-01\nclosed: 2018-03-31\nowners:", 1)
OWN = """
[[rules]]
name = "budgeted"
field = "budget"
required = true
message = "It has no budget."
severity = "error"
reason = "Cabinet asked for it."
"""


@pytest.mark.parametrize(
    ("plan", "settings", "code", "told"),
    [
        (PLAN, "", 0, "note HS301"),
        (PLAN, '[lint]\nseverity = { HS301 = "error" }\n', 1, "error HS301"),
        (PLAN, '[lint]\nseverity = { no-deadline = "warning" }\n', 0, "warning HS301"),
        (PLAN, '[lint]\nseverity = { HS3 = "error" }\n', 1, "error HS301"),
        (CLOSED, "", 0, "note HS510"),
        (CLOSED, '[lint]\nseverity = { HS510 = "error" }\n', 1, "error HS510"),
        (CLOSED, '[lint]\nseverity = { HS5 = "error" }\n', 1, "error HS510"),
        (CLOSED, '[lint]\nseverity = { open-at-close = "warning" }\n', 0, "warning HS510"),
        (CLOSED, '[lint]\nseverity = { HS301 = "error" }\n', 1, "error HS301"),
        (PLAN, OWN, 1, "error HS900"),
        (CLOSED, OWN, 1, "error HS900"),
        (CLOSED, f'[lint]\nseverity = {{ budgeted = "note" }}\n{OWN}', 0, "note HS900"),
    ],
)
def test_what_the_configuration_says_holds_in_every_life(
    build: Build, hsplan: Run, plan: str, settings: str, code: int, told: str
) -> None:
    folder = build({"plans/example-2013.yaml": plan, "hsplan.toml": settings})
    done = hsplan("lint", "--as-at", "2018-06-30", "--format", "concise", cwd=folder)
    assert done.code == code
    assert f": {told} " in done.out


def test_errors_only_goes_by_the_severities_given() -> None:
    given = (("HS510", "error"), ("HS9", "error"), ("owner-unknown", "note"))
    own = (Rule("HS900", "ours", "warning", ""),)
    names = {rule.name for rule in Selection(severity=given, own=own, errors_only=True).rules()}
    usual = {rule.name for rule in Selection(own=own, errors_only=True).rules()}
    assert names - usual == {"open-at-close", "ours"}
    assert usual - names == {"owner-unknown"}
