"""Which rules run."""

from __future__ import annotations

from hsplan.lint import Selection
from hsplan.lint.rules import RULES


def test_nothing_chosen_is_every_rule() -> None:
    assert Selection().rules() == RULES


def test_errors_only_leaves_out_what_finds_none() -> None:
    found = Selection(errors_only=True).rules()
    assert {rule.code for rule in found} == {rule.code for rule in RULES if "error" in (rule.severity, rule.in_draft)}
    assert 0 < len(found) < len(RULES)


def test_errors_only_goes_with_words() -> None:
    names = {rule.name for rule in Selection(("HS2",), errors_only=True).rules()}
    assert "owner-unknown" in names
    assert "lead-missing" not in names
