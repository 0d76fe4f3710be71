"""The files of a workspace as they stand on the disk or stood at a revision, read as one side of a comparison."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from hsplan.compare import Version, changed_only
from hsplan.document import Document, read
from hsplan.errors import HsplanError
from hsplan.findings import quoted_command
from hsplan.frozen import Frozen
from hsplan.git import Repository, read_blobs
from hsplan.plan import Plan, read_plan
from hsplan.versions.asked import Asked
from hsplan.workspace.files import matching, read_bytes, shown, yaml_files

WORKING_TREE = "the working tree"


class Files(Frozen):
    """The files of one side by their shown paths: names of blobs, or None for those on the disk; `day` is the day of
    the commit."""

    name: str
    commit: str
    plans: dict[str, str | None]
    owners: tuple[str, str | None] | None
    day: date | None = None


class Unread(Frozen):
    """A plan that cannot be read on one side; `commit` is "" for a file on the disk."""

    path: str
    commit: str

    @property
    def sentence(self) -> str:
        """What a warning says of it."""
        commit = self.commit[:9]
        when = f" at {commit}" if commit else ""
        why = f"{quoted_command('hsplan', 'lint', self.path, *(('--at', commit) if commit else ()))} says why"
        return f"{self.path} cannot be read{when} and is left out; {why}."


def on_disk(what: Asked) -> Files:
    """What stands on the disk now, committed or not."""
    folders = {name if os.path.isdir(name) else os.path.dirname(name) or "." for name in what.paths}
    names = [*matching(what.root, what.config.plans)]
    for folder in sorted(folders) or ([] if names or what.config.path else [what.root]):
        names += yaml_files(folder) if os.path.isdir(folder) else []
    full = list(dict.fromkeys(os.path.abspath(name) for name in names))
    owners = (shown(what.owners), None) if os.path.isfile(what.owners) else None
    return Files(WORKING_TREE, "", {shown(name): None for name in what.among(full)}, owners)


def at_revision(what: Asked, repository: Repository, name: str, commit: str) -> Files:
    """What stood there at a commit, which messages call `name`."""
    blobs = what.on_disk(repository.inside(what.root), repository.files(commit))
    owners = os.path.abspath(what.owners)
    plans: dict[str, str | None] = {shown(path): blobs[path] for path in what.among(blobs)}
    listed: tuple[str, str | None] | None = (shown(owners), blobs[owners]) if owners in blobs else None
    if listed is None and os.path.isfile(owners) and not repository.holds(owners):
        listed = (shown(owners), None)  # of a list outside of the repository there is no version but today's
    return Files(name, commit, plans, listed, repository.committed(commit))


def both(old: Files, new: Files, root: str) -> tuple[Version, Version, list[Unread]]:
    """Read what differs between the two sides; the third are the plans that cannot be read.

    A plan that cannot be read on one side is left out on both, so that it does not look removed.
    """
    same = {path for path, blob in new.plans.items() if blob is not None and old.plans.get(path) == blob}
    kept = [{path: blob for path, blob in side.plans.items() if path not in same} for side in (old, new)]
    owners = [side.owners for side in (old, new)]
    named = [blob for side in kept for blob in side.values() if blob]
    blobs = read_blobs(root, [*named, *(each[1] for each in owners if each and each[1])])
    contents = [{path: blobs[blob] if blob else read_bytes(path) for path, blob in side.items()} for side in kept]
    documents = [[read(data, path) for path, data in side.items()] for side in changed_only(contents[0], contents[1])]
    unread = [
        Unread(each.path, side.commit)
        for side, read_side in zip((new, old), reversed(documents), strict=True)
        for each in read_side
        if each.root is None
    ]
    bad = {each.path for each in unread}
    lists = [_owners(each, blobs) or _moved_owners(found) for each, found in zip(owners, documents, strict=True)]
    bad.update(each.path for found in documents for each in found if _is_owners(each))
    versions = [
        Version(
            side.name,
            side.commit,
            tuple(read_plan(each) for each in read_side if each.path not in bad),
            each_list,
            side.day,
        )
        for side, read_side, each_list in zip((old, new), documents, lists, strict=True)
    ]
    return versions[0], versions[1], unread


def one_plan(data: bytes, path: str) -> Plan:
    """A plan by itself, of a file or of REVISION:PATH. Raises HsplanError where it cannot be read."""
    document = read(data, path)
    if document.root is None:
        revision, _, inside = path.partition(":") if not os.path.exists(path) else ("", "", "")
        lint_it = quoted_command("hsplan", "lint", *((inside, "--at", revision) if revision else (path,)))
        raise HsplanError("cannot be read.", where=path, mend=f"{lint_it} says why.", code=1)
    return read_plan(document)


def _is_owners(document: Document) -> bool:
    """Whether a file is an owners list by what stands in it, wherever the settings look for one now."""
    keys = (document.root or {}).keys()
    return "owners" in keys and not {"id", "themes", "goals", "actions"} & keys


def _moved_owners(documents: Sequence[Document]) -> Document | None:
    """The owners list that stood elsewhere then."""
    return next((each for each in documents if _is_owners(each)), None)


def _owners(found: tuple[str, str | None] | None, blobs: dict[str, bytes]) -> Document | None:
    if found is None:
        return None
    path, blob = found
    document = read(blobs[blob] if blob else read_bytes(path), path)
    return document if document.root is not None else None
