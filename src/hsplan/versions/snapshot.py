"""The workspace as git has it at a revision, read without touching the working tree."""

from __future__ import annotations

import os
from collections.abc import Sequence

from hsplan.git import find_repository, read_blobs
from hsplan.versions.asked import asked
from hsplan.workspace import Workspace
from hsplan.workspace.files import read_bytes
from hsplan.workspace.named import is_id
from hsplan.workspace.source import Snapshot


def workspace_at(paths: Sequence[str], revision: str, *, may_be_empty: bool = False) -> Workspace:
    """The plans, the owners list and the known findings of a revision, in the place of those on the disk.

    The configuration that counts is today's: it says which files are plans, where the owners list stands and what is
    an error, so that old versions are judged as new ones are. Its own older versions are not read. Raises HsplanError
    outside of a repository, for a revision that git does not know and for a path that was not there.
    """
    # Which file an id stands for, the workspace finds among those of then.
    what = asked(paths)
    what = what._replace(paths=tuple(path for path in paths if not is_id(path)))
    repository = find_repository(what.root, "Leave out --at to read the files as they are.")
    commit = repository.commit(revision)
    files = what.on_disk(repository.inside(what.root), repository.files(commit))
    configured = [os.path.abspath(path) for path in (what.owners, what.listed, what.known)]
    wanted = {*what.among(files), *(path for path in configured if path in files)}
    contents = read_blobs(repository.root, [files[path] for path in wanted])
    # Of what stands outside of the repository there is no version but today's.
    outside = [path for path in dict.fromkeys(configured) if os.path.isfile(path) and not repository.holds(path)]
    then = {path: contents[files[path]] for path in wanted}
    source = Snapshot(revision, {**then, **{path: read_bytes(path) for path in outside}})
    return Workspace.load(list(paths), what.config, what.root, source=source, may_be_empty=may_be_empty)
