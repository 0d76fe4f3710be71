"""The files of a workspace as they stand on the disk or stood at a revision, read as one side of a comparison."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from hsplan.cli.options import configuration
from hsplan.compare import Version, changed_only
from hsplan.document import Document, read
from hsplan.errors import HsplanError
from hsplan.git import Repository, read_blobs
from hsplan.plan import Plan, read_plan
from hsplan.workspace import Config
from hsplan.workspace.files import matching, read_bytes, shown, yaml_files

DISK = "the working tree"
_ENDINGS = (".yaml", ".yml")


class Asked(NamedTuple):
    """Which plans a comparison is about: the configuration's, or those of the paths that were named."""

    config: Config
    root: str
    paths: tuple[str, ...]

    @property
    def owners(self) -> str:
        """The shared owners list, as a full path."""
        configured = os.path.join(self.root, self.config.owners)
        if self.config.path or os.path.isfile(configured) or not self.paths:
            return configured
        first = self.paths[0]
        return os.path.join(first if os.path.isdir(first) else os.path.dirname(first), "owners.yaml")

    def wants(self, plan: Plan) -> bool:
        """Whether a plan is one of those named, or in a folder that is."""
        if not self.paths:
            return True
        path = os.path.abspath(plan.document.path)
        names = [os.path.abspath(name) for name in self.paths]
        return any(path == name or path.startswith(name + os.sep) for name in names)

    def among(self, names: Iterable[str]) -> list[str]:
        """Of full paths, those that may be plans: by the patterns, in a named folder, or beside a named file."""
        owners = os.path.abspath(self.owners)
        folders = {os.path.abspath(name if _is_folder(name) else os.path.dirname(name)) for name in self.paths}
        every = [name for name in names if name.endswith(_ENDINGS) and os.path.abspath(name) != owners]
        found = [name for name in every if self._matches(name) or os.path.dirname(name) in folders]
        if not found and not self.paths and not self.config.path:
            found = [name for name in every if os.path.dirname(name) == os.path.abspath(self.root)]
        return found

    def _matches(self, name: str) -> bool:
        relative = os.path.relpath(name, self.root).replace(os.sep, "/")
        parts = relative.split("/")
        for pattern in self.config.plans:
            wanted = pattern.split("/")
            if "**" in wanted:
                if fnmatch(relative, pattern.replace("**/", "*")):
                    return True
            elif len(parts) == len(wanted) and all(map(fnmatch, parts, wanted)):
                return True
        return False


def asked(paths: Sequence[str]) -> Asked:
    """The workspace that the paths stand in (the current folder where there are none)."""
    config, root = configuration(list(paths) or None)
    return Asked(config, os.path.abspath(root), tuple(paths))


class Files(NamedTuple):
    """The files of one side by their shown paths: names of blobs, or None for those on the disk."""

    name: str
    commit: str
    plans: dict[str, str | None]
    owners: tuple[str, str | None] | None


def on_disk(what: Asked) -> Files:
    """What stands on the disk now, committed or not."""
    folders = {name if os.path.isdir(name) else os.path.dirname(name) or "." for name in what.paths}
    names = [*matching(what.root, what.config.plans)]
    for folder in sorted(folders) or ([] if names or what.config.path else [what.root]):
        names += yaml_files(folder) if os.path.isdir(folder) else []
    full = list(dict.fromkeys(os.path.abspath(name) for name in names))
    owners = (shown(what.owners), None) if os.path.isfile(what.owners) else None
    return Files(DISK, "", {shown(name): None for name in what.among(full)}, owners)


def at_revision(what: Asked, repository: Repository, name: str, commit: str) -> Files:
    """What stood there at a commit, which messages call `name`."""
    top = repository.inside(what.root)
    head = f"{top}/" if top else ""
    blobs = {
        os.path.join(what.root, *path[len(head) :].split("/")): blob
        for path, blob in repository.files(commit).items()
        if path.startswith(head) and path.endswith(_ENDINGS)
    }
    owners = os.path.abspath(what.owners)
    plans: dict[str, str | None] = {shown(path): blobs[path] for path in what.among(blobs)}
    return Files(name, commit, plans, (shown(owners), blobs[owners]) if owners in blobs else None)


def both(old: Files, new: Files, root: str) -> tuple[Version, Version, list[str]]:
    """Read what differs between the two sides; the third is the paths of plans that cannot be read.

    A plan that cannot be read on one side is left out on both, so that it does not look removed.
    """
    same = {path for path, blob in new.plans.items() if blob is not None and old.plans.get(path) == blob}
    kept = [{path: blob for path, blob in side.plans.items() if path not in same} for side in (old, new)]
    owners = [side.owners for side in (old, new)]
    named = [blob for side in kept for blob in side.values() if blob]
    blobs = read_blobs(root, [*named, *(each[1] for each in owners if each and each[1])])
    contents = [{path: blobs[blob] if blob else read_bytes(path) for path, blob in side.items()} for side in kept]
    documents = [[read(data, path) for path, data in side.items()] for side in changed_only(contents[0], contents[1])]
    bad = {each.path for side in documents for each in side if each.root is None}
    lists = [_owners(each, blobs) for each in owners]
    versions = [
        Version(side.name, side.commit, tuple(read_plan(each) for each in read_side if each.path not in bad), each_list)
        for side, read_side, each_list in zip((old, new), documents, lists, strict=True)
    ]
    return versions[0], versions[1], sorted(bad)


def one_plan(data: bytes, path: str) -> Plan:
    """A plan by itself. Raises HsplanError where it cannot be read."""
    document = read(data, path)
    if document.root is None:
        raise HsplanError("cannot be read.", where=path, mend=f'"hsplan lint {path}" says why.', code=1)
    return read_plan(document)


def _owners(found: tuple[str, str | None] | None, blobs: dict[str, bytes]) -> Document | None:
    if found is None:
        return None
    path, blob = found
    document = read(blobs[blob] if blob else read_bytes(path), path)
    return document if document.root is not None else None


def _is_folder(name: str) -> bool:
    """Whether a path names a folder, also one that is not there any more."""
    return os.path.isdir(name) or not name.endswith(_ENDINGS)
