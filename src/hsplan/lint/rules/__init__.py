"""Every rule, family by family: an explicit list, in the order of the codes.

HS0 files and the format · HS1 structure · HS2 owners · HS3 deadlines · HS4 progress · HS5 carry over ·
HS6 indicators · HS7 governance and law · HS8 words · HS9 is kept for councils' own rules.
"""

from __future__ import annotations

from hsplan.lint.known_rule import KNOWN_GONE
from hsplan.lint.rule import Rule
from hsplan.lint.rules import (
    accepting,
    answering,
    carry_over,
    characters,
    contents,
    deadlines,
    entries,
    file,
    format,
    glossary,
    governance,
    handing_on,
    indicators,
    law,
    measuring,
    moved,
    ordering,
    owners,
    personal,
    progress,
    structure,
    timescales,
    titles,
    words,
)

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *characters.RULES,
    *format.RULES,
    *accepting.RULES,
    KNOWN_GONE,
    *structure.RULES,
    *contents.RULES,
    *titles.RULES,
    *owners.RULES,
    *answering.RULES,
    *timescales.RULES,
    *deadlines.RULES,
    *moved.RULES,
    *ordering.RULES,
    *progress.RULES,
    *entries.RULES,
    *carry_over.RULES,
    *handing_on.RULES,
    *indicators.RULES,
    *measuring.RULES,
    *governance.RULES,
    *law.RULES,
    *words.RULES,
    *glossary.RULES,
    *personal.RULES,
)

_BY_WORD = {word: rule for rule in RULES for word in (rule.code, rule.name)}


def find_rule(word: str) -> Rule | None:
    """The rule with that code or name."""
    return _BY_WORD.get(word) or _BY_WORD.get(word.upper())
