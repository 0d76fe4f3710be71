"""One finding per cause: where a rule says better what is wrong at a place, what else was found there is left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hsplan.findings import Finding
from hsplan.frozen import Frozen

CLEARER = frozenset({"odd-character", "misplaced-key", "carried-without-date", "plan-twice"})
"""Rules that know the cause of what the format check and other rules only see the effects of."""


class Held(Frozen):
    """A finding that is not told, and those that may be its cause: once all of these are known, it is told."""

    finding: Finding
    causes: tuple[Finding, ...]


def without_effects(findings: Sequence[Finding], remembering: Collection[str]) -> tuple[list[Finding], list[Held]]:
    """The findings without those that begin where one of the clearer ones does, or are about an action that is none;
    and those. What git remembers (`remembering`, the rules' names) is never held back for so little."""
    found = _uncut(findings)
    causes: dict[tuple[int, int], list[Finding]] = {}
    for each in found:
        if each.name in CLEARER:
            causes.setdefault(each.place.start, []).append(each)
    if not causes:
        return found, []
    out_of_place = {each.action: [each] for each in found if each.name == "misplaced-key" and each.action}
    told: list[Finding] = []
    held: list[Held] = []
    for each in found:
        why = causes.get(each.place.start) or out_of_place.get(each.action)
        if why and each.name not in CLEARER and each.name not in remembering:
            held.append(Held(each, tuple(why)))
        else:
            told.append(each)
    return told, held


def _uncut(findings: Sequence[Finding]) -> list[Finding]:
    """Without the commas that are said to cut a text, where a figure is faulted together with what they cut off it."""
    figures = [finding.place for finding in findings if finding.name == "bad-value"]
    if not figures:
        return list(findings)
    return [
        finding
        for finding in findings
        if finding.name != "words-lost"
        or not any(
            place.line == finding.place.line and place.column < finding.place.column < place.end_column
            for place in figures
        )
    ]
