"""The rules that can find errors, by themselves: who only asks whether a plan has any need not load the others."""

from __future__ import annotations

from hsplan.lint.rule import Rule
from hsplan.lint.rules import (
    accepting,
    bullets,
    carry_over,
    characters,
    contents,
    file,
    format,
    indicators,
    ordering,
    owners,
    structure,
)

_FAMILIES = (
    *file.RULES,
    *characters.RULES,
    file.MERGE_CONFLICT,
    *bullets.RULES,
    *format.RULES,
    *accepting.RULES,
    *structure.RULES,
    *contents.RULES,
    *owners.RULES,
    *ordering.RULES,
    *carry_over.RULES,
    *indicators.RULES,
)


def is_grave(rule: Rule) -> bool:
    """Whether a rule finds errors, in an adopted plan or in a draft."""
    return "error" in (rule.severity, rule.in_draft)


GRAVE: tuple[Rule, ...] = tuple(rule for rule in _FAMILIES if is_grave(rule))
"""All of them but those about what git remembers, which run only where an earlier version is given."""
