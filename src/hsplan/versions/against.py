"""What git remembers of the plans that `hsplan lint` checks."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date

from hsplan.compare import compare_versions
from hsplan.document import read
from hsplan.git import Repository, changed_files, find_repository, read_blobs
from hsplan.plan import Plan, read_owners, read_plan
from hsplan.versions.asked import Asked
from hsplan.versions.bases import Base, find_bases, is_nothing
from hsplan.versions.remembered import Plans, Remembered, joined, remember, without
from hsplan.versions.sides import at_revision, both
from hsplan.workspace import Workspace
from hsplan.workspace.files import shown
from hsplan.workspace.named import by_files

NOTHING_YET = "Nothing has been committed yet, so there is no earlier version to compare with."
NOTHING_BEFORE = "The branch is new (--against is all noughts), so there is no earlier version to compare with."


def remembered_by_git(
    workspace: Workspace, paths: Sequence[str], revision: str, as_at: date, tell: Callable[[str], None]
) -> Remembered | None:
    """The earlier versions of the named plans that an adopted plan had at a revision, and what has changed since;
    None where there is nothing before. `tell` gets a line about that, and about each version that cannot be read.

    Where nothing changed, git is asked twice and no plan is read. At a merge, what another branch had done before it
    was merged is not told again, but what the merge itself loses of either side is. Raises HsplanError outside of a
    repository and for a revision that git does not know.
    """
    root = os.path.abspath(workspace.root)
    what = Asked(workspace.config, root, tuple(by_files(paths, workspace.config, root, workspace.source)))
    repository = find_repository(what.root, "Leave out --against to check the plans as they are.")
    tip = repository.commit(workspace.source.revision) if workspace.source.revision else ""
    bases = find_bases(repository, revision, tip)
    for path in () if tip else filter(os.path.islink, workspace.named):
        tell(f"Warning: {shown(path)} is a link to another file; with what stood there before it is not compared.")
    found = []
    for base in bases:
        changed = changed_files(repository.root, base.commit, tip)
        if changed is None:
            bases = []
            break
        since = _since(repository, workspace, what, base, changed, as_at, tell)
        if len(bases) > 1 and (since.pasts or since.gone):
            since = without(since, _settled(repository, what, base, bases))
        found.append(since)
    if not bases:
        tell(NOTHING_BEFORE if is_nothing(revision) else NOTHING_YET)
        return None
    return joined(found)


def _since(
    repository: Repository,
    workspace: Workspace,
    what: Asked,
    base: Base,
    changed: dict[str, str],
    as_at: date,
    tell: Callable[[str], None],
) -> Remembered:
    """What has changed since one version. `changed` are paths from the repository's top with the blobs of then."""
    top = repository.inside(what.root)
    blobs = what.on_disk(top, changed)
    maybe = what.among(blobs)
    here = {os.path.abspath(path): path for path in workspace.paths()}
    named = {os.path.abspath(path) for path in workspace.named}
    before = [path for path in maybe if blobs[path] and (path in named or path not in here)]
    after = [here[path] for path in maybe if path in here and (path in named or not blobs[path])]
    if any(path not in here for path in before):
        # A plan that is gone may stand in a file that git does not follow yet.
        then = what.on_disk(top, repository.files(base.commit))
        after += [path for full, path in here.items() if full not in then and path not in after]
    if not before:
        return Remembered({})
    owners = os.path.abspath(what.owners)
    contents = read_blobs(repository.root, [blobs[path] for path in (*before, owners) if blobs.get(path)])
    new = [workspace.read_ahead(path) for path in after if os.path.abspath(path) != owners]
    unreadable = {loaded.document.path for loaded in new if loaded.plan is None}
    old = [_plan(contents[blobs[path]], shown(path), base, tell) for path in before if shown(path) not in unreadable]
    shared = workspace.shared
    if blobs.get(owners):
        shared = read_owners(read(contents[blobs[owners]], shown(owners)))
    found = remember(
        Plans(base.name, tuple(each for each in old if each is not None), shared, _called(base)),
        Plans("", tuple(each.plan for each in new if each.plan is not None), workspace.shared),
        as_at,
    )
    return found._replace(gone=tuple(each for each in found.gone if what.wants(each.plan)))


def _plan(data: bytes, path: str, base: Base, tell: Callable[[str], None]) -> Plan | None:
    document = read(data, path)
    if document.root is None:
        tell(f"Warning: {path} cannot be read at {base.name}, so it is not compared.")
        return None
    return read_plan(document)


def _called(base: Base) -> str:
    """What a command calls the version: as it was asked for, else the commit."""
    return base.commit[:9] if " " in base.name else base.name


def _settled(repository: Repository, what: Asked, base: Base, bases: Sequence[Base]) -> frozenset[str]:
    """The fingerprints of what the other parents of a merge had changed since they and this one went apart."""
    found: set[str] = set()
    for other in bases:
        apart = repository.common(base.commit, other.commit) if other is not base else None
        if apart is not None:
            old, new = (at_revision(what, repository, "", each) for each in (apart, other.commit))
            before, after, _ = both(old, new, repository.root)
            found.update(each.fingerprint for each in compare_versions(before, after, lambda plan: True).changes)
    return frozenset(found)
