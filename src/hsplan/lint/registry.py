"""Every rule, family by family: an explicit list, in the order of the codes.

HS0 files and the format · HS1 structure · HS2 owners · HS3 deadlines · HS4 progress · HS5 carry over ·
HS6 indicators · HS7 governance and law · HS8 words · HS85 what git remembers ·
HS9 is kept for councils' own rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.findings import did_you_mean
from hsplan.lint.codes import name_of
from hsplan.lint.known_rule import KNOWN_GONE
from hsplan.lint.rule import Rule
from hsplan.lint.rules import (
    accepting,
    actuals,
    answering,
    brackets,
    bullets,
    carry_over,
    characters,
    contents,
    deadlines,
    decisions,
    entries,
    figures,
    file,
    finished,
    following,
    format,
    glossary,
    going_on,
    governance,
    handing_on,
    indicators,
    law,
    measuring,
    moved,
    ordering,
    owner_links,
    owners,
    personal,
    progress,
    remembered,
    reporting,
    results,
    rewritten,
    structure,
    timescales,
    titles,
    words,
)

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *characters.RULES,
    file.MERGE_CONFLICT,
    *brackets.RULES,
    *bullets.RULES,
    *format.RULES,
    *accepting.RULES,
    KNOWN_GONE,
    *structure.RULES,
    *contents.RULES,
    *titles.RULES,
    *owners.RULES,
    *answering.RULES,
    *owner_links.RULES,
    *timescales.RULES,
    *deadlines.RULES,
    *moved.RULES,
    *decisions.RULES,
    *ordering.RULES,
    *progress.RULES,
    *entries.RULES,
    reporting.organisation_silent,
    *finished.RULES,
    *reporting.RULES,
    *carry_over.RULES,
    *following.RULES,
    *handing_on.RULES,
    *going_on.RULES,
    *indicators.RULES,
    *measuring.RULES,
    *figures.RULES,
    *results.RULES,
    *actuals.RULES,
    *governance.RULES,
    *law.RULES,
    *words.RULES,
    *glossary.RULES,
    *personal.RULES,
    *remembered.RULES,
    *rewritten.RULES,
)

_BY_NAME = {rule.name: rule for rule in RULES}


def find_rule(word: str) -> Rule | None:
    """The rule with that code or name."""
    return _BY_NAME.get(name_of(word))


def meant(word: str, rules: Iterable[Rule] = RULES) -> str:
    """How to mend a word that names no rule. A code that is none is no slip of the hand: its area says more."""
    area = word.upper()[:3]
    known = list(rules)
    if any(rule.code.startswith(area) for rule in known if len(area) == 3):
        return f'"hsplan rule {area}" lists those of its area.'
    return did_you_mean(word, (rule.name for rule in known), '"hsplan rule" lists them all.')
