"""Every rule, family by family: an explicit list, in the order of the codes.

HS0 files and the format · HS1 structure · HS2 owners · HS3 deadlines · HS4 progress · HS5 carry over ·
HS6 indicators · HS8 words · HS9 is kept for councils' own rules.
"""

from __future__ import annotations

from hsplan.lint.rule import Rule
from hsplan.lint.rules import (
    accepting,
    carry_over,
    deadlines,
    file,
    format,
    indicators,
    owners,
    progress,
    structure,
    timescales,
    words,
)

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *format.RULES,
    *accepting.RULES,
    *structure.RULES,
    *owners.RULES,
    *timescales.RULES,
    *deadlines.RULES,
    *progress.RULES,
    *carry_over.RULES,
    *indicators.RULES,
    *words.RULES,
)

_BY_WORD = {word: rule for rule in RULES for word in (rule.code, rule.name)}


def find_rule(word: str) -> Rule | None:
    """The rule with that code or name."""
    return _BY_WORD.get(word) or _BY_WORD.get(word.upper())
