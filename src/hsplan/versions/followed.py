"""The versions of one file in git, and one action followed through them."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.compare import Change, added_in, compare_plans, removed_in
from hsplan.compare.excerpt import excerpt
from hsplan.document import read
from hsplan.plan import Owner, Owners, Plan, read_plan


class Versions:
    """The versions of one file: each is read and compared with another when it is first asked for."""

    def __init__(self, blobs: dict[str, bytes], shared: dict[str, Owner]) -> None:
        self.blobs = blobs
        self.shared = shared
        self.plans: dict[str, Plan | None] = {}
        self._compared: dict[tuple[str, str], list[Change]] = {}

    def plan(self, blob: str, path: str) -> Plan | None:
        """The plan of a version; None where it cannot be read."""
        if blob not in self.plans:
            document = read(self.blobs[blob], path)
            self.plans[blob] = read_plan(document) if document.root is not None else None
        return self.plans[blob]

    def compared(self, old: str, new: str) -> list[Change]:
        """What changed from one version that was read to another."""
        found = self._compared.get((old, new))
        if found is None:
            before, after = self.plans[old], self.plans[new]
            assert before is not None
            assert after is not None
            owners = (Owners(self.shared, before.owners), Owners(self.shared, after.owners))
            found = self._compared[old, new] = compare_plans(before, after, owners)
        return found


class Reader:
    """Follows one action through the versions of its file, by every id that it has had (`names`).

    `line` is the blobs of all versions, newest first. With `sparing`, a version in which the lines of the action are
    the same is not read; where many actions are followed it is read for another all the same.
    """

    def __init__(self, versions: Versions, line: Sequence[str], names: set[str], *, sparing: bool) -> None:
        self.versions = versions
        self.line = line
        self.names = names
        self.sparing = sparing
        self.bridged: set[tuple[str, str]] = set()
        self.excerpts: dict[tuple[str, str], tuple[bytes, ...]] = {}

    def changes(self, before: Sequence[str], place: int, path: str) -> list[Change]:
        """What changed from every version before to the one at a place of the line; of a merge only what differs from
        each of its parents."""
        kept: list[Change] | None = None
        for old in before:
            found = self._between(old, place, path)
            known = {each.fingerprint for each in found}
            kept = found if kept is None else [each for each in kept if each.fingerprint in known]
        return kept or []

    def _between(self, old: str, place: int, path: str) -> list[Change]:
        """Where a version cannot be read, those on both sides of it that can are compared, once."""
        new = self.line[place]
        if old == new:
            return []
        if not new:
            return self._removed(old, path)
        read_first = not self.sparing and all(self.versions.plan(each, path) for each in (old, new) if each)
        if not read_first and self._untouched(old, new):
            return []
        was = self._readable([old, *self.line[place + 2 :]] if old else [], path)
        now = self._readable(self.line[place::-1], path)
        if not now or (was, now) in self.bridged:
            return []
        if (was, now) != (old, new):
            self.bridged.add((was, now))
        if not was:
            after = self.versions.plan(now, path)
            assert after is not None
            return [added_in(after, each) for each in after.actions if each.id in self.names]
        found = [each for each in self.versions.compared(was, now) if each.action in self.names]
        if read_first and found and self._untouched(old, new):
            return []
        self.names.update(each.old.value for each in found if each.kind == "renumbered" and each.old)
        return found

    def _removed(self, old: str, path: str) -> list[Change]:
        """The file was taken out, and the action with it."""
        plan = self.versions.plan(old, path)
        return [removed_in(plan, each) for each in plan.actions if each.id in self.names] if plan else []

    def _readable(self, line: Sequence[str], path: str) -> str:
        """The first version of a line that can be read; "" where the file was not there before one can."""
        for blob in line:
            if not blob or self.versions.plan(blob, path) is not None:
                return blob
        return ""

    def _untouched(self, old: str, new: str) -> bool:
        if not old:
            return False
        before, after = ([self._lines(blob, name) for name in sorted(self.names)] for blob in (old, new))
        return any(before) and before == after

    def _lines(self, blob: str, name: str) -> tuple[bytes, ...]:
        """The action's lines; a version is looked at twice, as the one after and as the one before."""
        found = self.excerpts.get((blob, name))
        if found is None:
            found = self.excerpts[blob, name] = excerpt(self.versions.blobs[blob], name)
        return found
