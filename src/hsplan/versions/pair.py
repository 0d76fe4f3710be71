"""Two sides compared: the plans of two versions, or two files, whatever they are called."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial

from hsplan.compare import Comparison, Level, Version, compare_plans, compare_versions, order, own_levels
from hsplan.git import Repository, read_blobs
from hsplan.plan import Owner, Owners
from hsplan.versions.asked import Asked, asked
from hsplan.versions.sides import Files, Unread, both, one_plan
from hsplan.workspace import Workspace
from hsplan.workspace.files import read_bytes, shown

Found = tuple[Comparison, list[Unread]]
"""What changed, and the plans that cannot be read."""


def compared(what: Asked, repository: Repository, old: Files, new: Files) -> Found:
    """The changes to the plans that are asked about."""
    before, after, bad = both(old, new, repository.root)
    unread = [each for each in bad if not what.paths or what.names(each.path)]
    found = compare_versions(before, after, what.wants, _levels(what))
    return found._replace(unread=len({each.path for each in unread})), unread


def two_files(names: Sequence[str]) -> Comparison:
    """Two files on the disk. Raises HsplanError for one that cannot be read."""
    return _two(*((name, partial(read_bytes, name)) for name in names))


def with_blobs(repository: Repository, sides: Sequence[str]) -> Comparison:
    """REVISION:PATH against another one, against a file, or against the same path in the working tree."""
    names = list(sides)
    if len(names) == 1:
        path = names[0].partition(":")[2]
        names.append(path if path.startswith("./") else os.path.join(repository.root, path))
    return _two(*((_shown(name), _reader(repository, name)) for name in names))


def _shown(name: str) -> str:
    return shown(name) if os.path.exists(name) else name


def _reader(repository: Repository, name: str) -> Callable[[], bytes]:
    if os.path.isfile(name) or ":" not in name:
        return partial(read_bytes, name)
    blob = repository.blob(name, os.getcwd())
    return lambda: read_blobs(repository.root, [blob])[blob]


def _two(old: tuple[str, Callable[[], bytes]], new: tuple[str, Callable[[], bytes]]) -> Comparison:
    versions = [Version(name, "", (one_plan(read_it(), name),)) for name, read_it in (old, new)]
    before, after = (each.plans[0] for each in versions)
    what = asked([after.document.path] if os.path.isfile(after.document.path) else [])
    shared = _shared_owners(what)
    owners = (Owners(shared, before.owners), Owners(shared, after.owners))
    changes = compare_plans(before, after, owners, _levels(what))
    return Comparison(versions[0], versions[1], tuple(sorted(changes, key=order)))


def _shared_owners(what: Asked) -> dict[str, Owner]:
    """The owners list, if it is on the disk."""
    if not os.path.isfile(what.owners):
        return {}
    return Workspace(what.root, what.config, [], [], what.owners).shared


def _levels(what: Asked) -> dict[str, Level]:
    """The levels that the configuration gives to kinds of changes."""
    return own_levels(what.config.diff.levels, what.config.path)
