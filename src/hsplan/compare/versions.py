"""Two versions of a workspace: which plan is which, and what changed in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from hsplan.compare.change import Change, order, with_levels
from hsplan.compare.kinds import Level
from hsplan.compare.pairing import alike, paired
from hsplan.compare.plans import compare_owners, compare_plans, owners_subject, plan_added, plan_removed
from hsplan.compare.wording import plain
from hsplan.document import Document
from hsplan.frozen import Frozen
from hsplan.plan import Owners, Plan, read_owners

_ALIKE = 0.5
"""The share of actions from which a plan with another id in another file is the same one, renamed."""


class Version(Frozen):
    """One side: a name for it, its commit ("" for files on the disk) with the day it was made on, its plans and the
    owners list they share."""

    name: str
    commit: str
    plans: tuple[Plan, ...]
    owners: Document | None = None
    day: date | None = None


class Comparison(Frozen):
    """What changed between two versions, worst first. `seen` is how many changes were left out as seen before,
    `unread` how many plans because a side of them cannot be read, `lesser` how many changes as not grave enough."""

    old: Version
    new: Version
    changes: tuple[Change, ...]
    seen: int = 0
    unread: int = 0
    lesser: int = 0

    def without(self, fingerprints: frozenset[str]) -> Comparison:
        """The same without the changes that have been seen."""
        kept = tuple(each for each in self.changes if each.fingerprint not in fingerprints)
        return self._replace(changes=kept, seen=self.seen + len(self.changes) - len(kept))


def compare_versions(
    old: Version, new: Version, wanted: Callable[[Plan], bool], levels: Mapping[str, Level] = MappingProxyType({})
) -> Comparison:
    """Match the plans by id, then by file, then by what is in them; of a pair, one wanted plan is enough.

    A plan that is new or gone as a whole is one change. `levels` are those that a council gives to some kinds.
    """
    shared = tuple(read_owners(each.owners) if each.owners else {} for each in (old, new))
    pairs, gone, come = match_plans(old.plans, new.plans)
    changes: list[Change] = []
    for was, now in pairs:
        if wanted(was) or wanted(now):
            owners = (Owners(shared[0], was.owners), Owners(shared[1], now.owners))
            changes += compare_plans(was, now, owners, levels)
    whole = [plan_added(each) for each in come if wanted(each)]
    whole += [plan_removed(each) for each in gone if wanted(each)]
    if shared[0] != shared[1]:
        roots = tuple(each.owners.root if each.owners else None for each in (old, new))
        subject = owners_subject(old.owners, new.owners, (roots[0], roots[1]))
        whole += compare_owners(shared[0], shared[1], subject)
    changes += with_levels(whole, levels)
    return Comparison(old, new, tuple(sorted(changes, key=order)))


def match_plans(old: Sequence[Plan], new: Sequence[Plan]) -> tuple[list[tuple[Plan, Plan]], list[Plan], list[Plan]]:
    """Which plan is which."""
    pairs, gone, come = paired(old, new, lambda each: each.id or None, lambda each: each.document.path)
    more, gone, come = alike(gone, come, _contents, lambda was, now, share: share >= _ALIKE)
    return [*pairs, *more], gone, come


def _contents(plan: Plan) -> frozenset[str]:
    return frozenset(f"{each.id} {plain(each.title)}" for each in plan.actions)


def changed_only(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of two versions, by path, without those that are the same to the byte, which need not be read."""
    same = {path for path, data in new.items() if old.get(path) == data}
    before, after = ({path: data for path, data in side.items() if path not in same} for side in (old, new))
    return before, after
