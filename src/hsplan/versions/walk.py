"""An action's life from git: which commits changed it, through renames of its file and of its id."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from hsplan.compare import Change
from hsplan.frozen import Frozen
from hsplan.git import Commit, FileChange, Repository, read_blobs, read_log
from hsplan.plan import Owner
from hsplan.versions.followed import Reader, Versions
from hsplan.workspace.files import read_bytes


class Event(Frozen):
    """A change as a commit made it; `commit` is "" and `date` None for what is not committed yet."""

    commit: str
    date: date | None
    author: str
    change: Change


class Thread(Frozen):
    """One action to follow: its file and its id as they are now."""

    path: str
    action: str


class Walked(Frozen):
    """The changes, oldest first, and how many versions could not be read: what they did is told of the next one."""

    events: list[Event]
    unreadable: int


def walk(repository: Repository, threads: Sequence[Thread], shared: dict[str, Owner]) -> Walked:
    """Every change to the actions. Each version of a file is read at most once, and only where the lines of the action
    changed."""
    walker = Walker(repository, shared)
    found = [each for thread in threads for each in walker.follow(thread.path, [thread.action])[thread.action]]
    return Walked(in_order(found), len(walker.unreadable))


Placed = tuple[int, Event]
"""An event with the place of its commit in the log, -1 for what is not committed yet."""


def in_order(found: Sequence[Placed]) -> list[Event]:
    """The oldest first; those of one commit as they are given."""
    return [event for _, event in sorted(found, key=lambda pair: -pair[0])]


class Walker:
    """Follows actions through a repository whose log is read once, up to a revision; without one up to the files as
    they are on the disk. `unreadable` gathers the versions that could not be read."""

    def __init__(self, repository: Repository, shared: dict[str, Owner], revision: str = "") -> None:
        self.repository = repository
        self.shared = shared
        self.disk = not revision
        head = repository.resolve(revision or "HEAD")
        self.commits = read_log(repository.root, head) if head else []
        self.unreadable: set[str] = set()

    def follow(self, path: str, actions: Sequence[str]) -> dict[str, list[Placed]]:
        """The changes to the actions of a file, by their ids, newest first. However many they are, each version of
        the file is read once."""
        touched = _touched(self.commits, self.repository.inside(path))
        root = self.repository.root
        blobs = read_blobs(root, [name for _, each in touched for name in (*each.before, each.after) if name])
        here = self.disk and os.path.isfile(path)
        line = ["disk" if here else "", *(each.after for _, each in touched)]
        versions = Versions(blobs, self.shared)
        readers = {action: Reader(versions, line, {action}, sparing=len(actions) == 1) for action in actions}
        found: dict[str, list[Placed]] = {action: [] for action in actions}
        if here:
            blobs["disk"] = read_bytes(path)
            for action, reader in readers.items():
                uncommitted = reader.changes((line[1] if touched else "",), 0, path)
                found[action] += [(-1, Event("", None, "", change)) for change in uncommitted]
        for place, (position, each) in enumerate(touched, 1):
            commit = self.commits[position]
            for action, reader in readers.items():
                changes = reader.changes(each.before, place, each.path)
                found[action] += [
                    (position, Event(commit.name, commit.date, commit.author, change)) for change in changes
                ]
        self.unreadable.update(blob for blob, plan in versions.plans.items() if plan is None)
        return found


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
