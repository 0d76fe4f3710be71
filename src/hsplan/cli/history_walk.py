"""An action's life from git: which commits changed it, through renames of its file and of its id."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hsplan.compare import Change, added_in, compare_plans
from hsplan.compare.excerpt import excerpt
from hsplan.document import read
from hsplan.git import Commit, FileChange, Repository, read_blobs, read_log
from hsplan.plan import Owner, Owners, Plan, read_plan
from hsplan.workspace.files import read_bytes


class Event(NamedTuple):
    """A change as a commit made it; `commit` is "" and `date` None for what is not committed yet."""

    commit: str
    date: date | None
    author: str
    change: Change


class Thread(NamedTuple):
    """One action to follow: its file and its id as they are now."""

    path: str
    action: str


def walk(repository: Repository, threads: Sequence[Thread], shared: dict[str, Owner]) -> list[Event]:
    """Every change to the actions, oldest first. Each version of a file is read at most once, and only where the
    lines of the action changed."""
    head = repository.resolve("HEAD")
    commits = read_log(repository.root, head) if head else []
    found: list[tuple[int, Event]] = []
    for thread in threads:
        touched = _touched(commits, repository.inside(thread.path))
        blobs = read_blobs(
            repository.root, [name for _, each in touched for name in (*each.before, each.after) if name]
        )
        reader = _Reader(blobs, shared)
        names = {thread.action}
        newest = touched[0][1].after if touched else ""
        if os.path.isfile(thread.path):
            blobs["disk"] = read_bytes(thread.path)
            uncommitted = reader.changes((newest,), "disk", thread.path, names)
            found += [(-1, Event("", None, "", change)) for change in uncommitted]
        for position, each in touched:
            commit = commits[position]
            changes = reader.changes(each.before, each.after, each.path, names)
            found += [(position, Event(commit.name, commit.date, commit.author, change)) for change in changes]
    found.sort(key=lambda pair: -pair[0])
    return [event for _, event in found]


def _touched(commits: Sequence[Commit], path: str) -> list[tuple[int, FileChange]]:
    """The commits that changed a file, by their positions, newest first, under each name that it has had."""
    names = {path}
    found = []
    for position, commit in enumerate(commits):
        for each in commit.files:
            if each.path in names:
                names.add(each.old_path)
                found.append((position, each))
    return found


class _Reader:
    """Reads versions of a file as they are needed, and compares two of them for the actions followed."""

    def __init__(self, blobs: dict[str, bytes], shared: dict[str, Owner]) -> None:
        self.blobs = blobs
        self.shared = shared
        self.plans: dict[str, Plan | None] = {}

    def changes(self, before: Sequence[str], after: str, path: str, names: set[str]) -> list[Change]:
        """What changed from every version before; of a merge only what differs from each of its parents."""
        kept: list[Change] | None = None
        for old in before:
            found = self._between(old, after, path, names)
            known = {each.fingerprint for each in found}
            kept = found if kept is None else [each for each in kept if each.fingerprint in known]
        return kept or []

    def _between(self, old: str, new: str, path: str, names: set[str]) -> list[Change]:
        if old == new or not new or self._untouched(old, new, names):
            return []
        was, now = self._plan(old, path) if old else None, self._plan(new, path)
        if now is None:
            return []
        if was is None:
            # A version that cannot be read is passed over: what came after it is told against nothing only once.
            return [] if old else [added_in(now, each) for each in now.actions if each.id in names]
        owners = (Owners(self.shared, was.owners), Owners(self.shared, now.owners))
        found = [each for each in compare_plans(was, now, owners) if each.action in names]
        names.update(each.old.value for each in found if each.kind == "renumbered" and each.old)
        return found

    def _untouched(self, old: str, new: str, names: set[str]) -> bool:
        if not old:
            return False
        before, after = ([excerpt(self.blobs[blob], name) for name in sorted(names)] for blob in (old, new))
        return any(before) and before == after

    def _plan(self, blob: str, path: str) -> Plan | None:
        if blob not in self.plans:
            document = read(self.blobs[blob], path)
            self.plans[blob] = read_plan(document) if document.root is not None else None
        return self.plans[blob]
