"""One finding per cause: where a rule says better what is wrong at a place, what else was found there is left out."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.findings import Finding

CLEARER = frozenset({"odd-character", "misplaced-key"})
"""Rules that know the cause of what the format check and other rules only see the effects of."""


def without_effects(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that begin where one of the clearer ones does, or are about an action that is none."""
    found = list(findings)
    causes = {_start(finding) for finding in found if finding.name in CLEARER}
    if not causes:
        return found
    none = {finding.action for finding in found if finding.name == "misplaced-key"}
    return [
        finding
        for finding in found
        if finding.name in CLEARER or not (_start(finding) in causes or (finding.action and finding.action in none))
    ]


def _start(finding: Finding) -> tuple[int, int]:
    return finding.place.line, finding.place.column
