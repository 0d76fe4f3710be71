"""Which rules run."""

from __future__ import annotations

from hsplan.lint import Selection
from hsplan.lint.codes import NAMES, name_of
from hsplan.lint.registry import RULES


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
