"""What git remembers of the plans of a run: their earlier versions, and what has changed since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from hsplan.compare import Change, compare_plans
from hsplan.compare.matching import follows
from hsplan.compare.plans import plan_removed
from hsplan.compare.progress import ended_as
from hsplan.compare.versions import match_plans
from hsplan.frozen import Frozen
from hsplan.plan import Action, Owner, Owners, Plan


class Plans(Frozen):
    """Plans as they stood at a revision, which messages call `name` and git `commit`, with the owners list that they
    shared."""

    name: str
    plans: tuple[Plan, ...]
    shared: Mapping[str, Owner]
    commit: str = ""


class Past(Frozen):
    """An earlier version of a plan, adopted by then, and what has changed since."""

    revision: str
    plan: Plan
    changes: tuple[Change, ...]
    commit: str = ""
    """What a command calls the revision."""


class Gone(Frozen):
    """An adopted plan that has no file any more, and the actions that were open in it."""

    revision: str
    plan: Plan
    open: tuple[Action, ...]


class Remembered(Frozen):
    """What rules may ask: by the path of a plan's file as it is now, its pasts; and the plans that are gone."""

    pasts: Mapping[str, tuple[Past, ...]]
    gone: tuple[Gone, ...] = ()


def remember(old: Plans, new: Plans, as_at: date) -> Remembered:
    """Match the plans of two versions, by id, file or contents, and compare each pair whose old side was adopted.

    What a draft says may change freely. A plan that became the one after it counts as gone: its own record is.
    """
    pairs, gone, _ = match_plans(old.plans, new.plans)
    pasts: dict[str, tuple[Past, ...]] = {}
    for was, now in pairs:
        if follows(was, now):
            gone.append(was)
        if was.life(as_at) == "draft" or follows(was, now):
            continue
        changes = compare_plans(was, now, (Owners(old.shared, was.owners), Owners(new.shared, now.owners)))
        if changes:
            pasts[now.document.path] = (Past(old.name, was, tuple(changes), old.commit),)
    lost = (_gone(old, each) for each in gone if each.life(as_at) != "draft")
    return Remembered(pasts, tuple(each for each in lost if each.open))


def without(found: Remembered, fingerprints: frozenset[str]) -> Remembered:
    """The same without changes of these fingerprints."""
    pasts = {path: tuple(_without(past, fingerprints) for past in each) for path, each in found.pasts.items()}
    gone = (each for each in found.gone if plan_removed(each.plan).fingerprint not in fingerprints)
    return Remembered(pasts, tuple(gone))


def joined(found: Sequence[Remembered]) -> Remembered:
    """What several parents of a merge remember, each thing once."""
    if len(found) == 1:
        return found[0]
    seen: set[str] = set()
    pasts: dict[str, tuple[Past, ...]] = {}
    for path in dict.fromkeys(path for each in found for path in each.pasts):
        own: list[Past] = []
        for past in (past for each in found for past in each.pasts.get(path, ())):
            own.append(_without(past, seen))
            seen.update(each.fingerprint for each in past.changes)
        pasts[path] = tuple(own)
    gone = {each.plan.id: each for one in reversed(found) for each in one.gone}
    return Remembered(pasts, tuple(gone.values()))


def _without(past: Past, fingerprints: Collection[str]) -> Past:
    return past._replace(changes=tuple(each for each in past.changes if each.fingerprint not in fingerprints))


def _gone(old: Plans, plan: Plan) -> Gone:
    owners = Owners(old.shared, plan.owners)
    return Gone(old.name, plan, tuple(each for each in plan.actions if not ended_as(each, owners)))
