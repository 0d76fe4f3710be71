"""One finding per cause: where a rule says better what is wrong at a place, what else was found there is left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hsplan.document import Document
from hsplan.findings import SEVERITIES, Finding
from hsplan.lint.withheld import UNREAD, Held
from hsplan.plan import Owners, Plan

CLEARER = frozenset({"odd-character", "pasted-bullet", "misplaced-key", "carried-without-date", "plan-twice"})
"""Rules that know the cause of what the format check and other rules only see the effects of."""


def without_effects(
    findings: Sequence[Finding], remembering: Collection[str], document: Document, plan: Plan | None
) -> tuple[list[Finding], list[Held]]:
    """The findings without those that begin where one of the clearer ones does, are about an action that is none, or
    only follow from another; and those. What git remembers (`remembering`, the rules' names) is never held back for so
    little."""
    found = _uncut(findings)
    if len(found) < 2:
        return found, []
    causes: dict[tuple[int, int], list[Finding]] = {}
    for each in found:
        if each.name in CLEARER:
            causes.setdefault(each.place.start, []).append(each)
    out_of_place = {each.action: [each] for each in found if each.name == "misplaced-key" and each.action}
    explained = _explained(found, document, plan) if plan is not None else {}
    told: list[Finding] = []
    held: list[Held] = []
    for number, each in enumerate(found):
        clearer = None if each.name in CLEARER else causes.get(each.place.start) or out_of_place.get(each.action)
        why = clearer or explained.get(number)
        if why and each.name not in remembering:
            held.append(Held(each, tuple(why)))
        else:
            told.append(each)
    return told, held


def said_once(findings: Sequence[Finding]) -> tuple[list[Finding], list[Held]]:
    """The findings of all plans without those that another one says too, where it is mended and is as grave; and those.

    Asked last: what was accepted, is switched off or stands in a plan that was not checked says nothing.
    """
    wanted = {each.unless[0] for each in findings if each.unless}
    if not wanted:
        return list(findings), []
    causes: dict[tuple[str, ...], list[Finding]] = {}
    for each in findings:
        if each.name in wanted:
            causes.setdefault((each.name, each.plan, each.action), []).append(each)
    told: list[Finding] = []
    held: list[Held] = []
    for each in findings:
        why = [one for one in causes.get(each.unless, ()) if _as_grave(one, each)] if each.unless else ()
        if why:
            held.append(Held(each, tuple(why)))
        else:
            told.append(each)
    return told, held


def _as_grave(one: Finding, other: Finding) -> bool:
    return SEVERITIES.index(one.severity) <= SEVERITIES.index(other.severity)


def _explained(found: Sequence[Finding], document: Document, plan: Plan) -> dict[int, tuple[Finding, ...]]:
    """The numbers of those that only follow from others. Loaded only where something is found."""
    from hsplan.lint.effects import causes_of

    return causes_of(found, document, plan)


def named_unread(findings: Sequence[Finding], document: Document, owners: Owners) -> set[str]:
    """The owners that are named in lines of a file which are read otherwise than they were meant, or not at all."""
    if all(each.name not in UNREAD for each in findings):
        return set()
    from hsplan.lint.effects import unread

    text = unread(findings, document)
    return {owner.key for owner in owners.by_key.values() if any(word in text for word in (owner.key, *owner.also))}


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
