"""One finding per cause: where a rule says better what is wrong at a place, what else was found there is left out."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.findings import Finding

CLEARER = frozenset({"odd-character", "misplaced-key", "carried-without-date"})
"""Rules that know the cause of what the format check and other rules only see the effects of."""


def without_effects(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that begin where one of the clearer ones does, or are about an action that is none."""
    found = _uncut(list(findings))
    causes = {finding.place.start for finding in found if finding.name in CLEARER}
    if not causes:
        return found
    none = {finding.action for finding in found if finding.name == "misplaced-key"}
    return [
        finding
        for finding in found
        if finding.name in CLEARER or not (finding.place.start in causes or (finding.action and finding.action in none))
    ]


def _uncut(findings: list[Finding]) -> list[Finding]:
    """Without the commas that are said to cut a text, where a figure is faulted together with what they cut off it."""
    figures = [finding.place for finding in findings if finding.name == "bad-value"]
    if not figures:
        return findings
    return [
        finding
        for finding in findings
        if finding.name != "words-lost"
        or not any(
            place.line == finding.place.line and place.column < finding.place.column < place.end_column
            for place in figures
        )
    ]
