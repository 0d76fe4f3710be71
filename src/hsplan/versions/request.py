"""What `hsplan diff` is asked to compare: files, revisions, or the plans since a day."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date

from hsplan.errors import HsplanError
from hsplan.findings import command
from hsplan.frozen import Frozen
from hsplan.git import Repository, find_repository
from hsplan.git.settings import top_folder
from hsplan.versions.asked import Asked, asked
from hsplan.versions.pair import Found, compared, two_files, with_blobs
from hsplan.versions.sides import WORKING_TREE, Files, at_revision, on_disk
from hsplan.versions.since import compared_since
from hsplan.workspace import configuration
from hsplan.workspace.files import folder_of, shown
from hsplan.workspace.named import by_files, is_id, plans_of
from hsplan.workspace.source import ENDINGS


def compare_asked(sides: Sequence[str], since: str, today: date, tell: Callable[[str], None]) -> Found:
    """Compare what is named: files, folders, revisions, REVISION:PATH, and ids, each of which stands for its plan's
    file unless a revision has that name. `tell` gets a line about each plan that is left out.

    Raises HsplanError for what is none of them.
    """
    names = _with_files(sides, since)
    if since:
        return compared_since(since, names, today, tell)
    if len(names) == 2 and all(map(os.path.isfile, names)):
        return two_files(names), []
    here = next((folder_of(name) for name in reversed(names) if os.path.exists(name)), ".")
    repository = find_repository(here, "Name two files instead: hsplan diff old.yaml new.yaml")
    if names and not os.path.exists(names[0]) and ":" in names[0] and len(names) <= 2:
        return with_blobs(repository, names), []
    old, new, paths = _revisions(repository, names)
    what = asked(paths)
    before = _files(what, repository, old)
    after = _files(what, repository, new)
    for path in paths:
        if not os.path.exists(path) and shown(path) not in {*before.plans, *after.plans}:
            first = repository.resolve(path) is not None
            right = command("hsplan", "diff", path, paths[0])
            mend = f"Revisions come before paths: {right}" if first else _meant(path)
            raise HsplanError("there is no such file or folder, on either side.", where=path, mend=mend)
    return compared(what, repository, before, after)


def _with_files(sides: Sequence[str], since: str) -> list[str]:
    """The names, with the plan's file in the place of each id. Where a revision has that name it is the revision, but
    not with --since, which names one already."""
    if not any(map(is_id, sides)):
        return list(sides)
    config, root = configuration([each for each in sides if os.path.exists(each)][-1:])
    if since:
        return by_files(sides, config, root)
    plans = plans_of(config, root)
    ids = {each for each in sides if is_id(each) and each in plans}
    if ids and top_folder(root):
        repository = find_repository(root)
        ids = {each for each in ids if repository.resolve(each) is None}
    return [shown(plans[each]) if each in ids else each for each in sides]


class _Revision(Frozen):
    """A revision as it was asked for, and its commit; "" for the working tree."""

    name: str
    commit: str


def _revisions(repository: Repository, names: Sequence[str]) -> tuple[_Revision, _Revision, list[str]]:
    """Old, new, and the paths after them; HEAD and the working tree where nothing is said."""
    if names and ".." in names[0] and not os.path.exists(names[0]):
        dots = "..." if "..." in names[0] else ".."
        left, _, right = (part or "HEAD" for part in names[0].partition(dots))
        new = _Revision(right, repository.commit(right))
        base = repository.merge_base(left, right) if dots == "..." else repository.commit(left)
        return _Revision(left if dots == ".." else f"where {left} and {right} part", base), new, list(names[1:])
    found: list[_Revision] = []
    rest = list(names)
    while rest and len(found) < 2 and not os.path.exists(rest[0]):
        commit = repository.resolve(rest[0])
        if commit is None and rest[0].endswith(ENDINGS):
            break
        found.append(_Revision(rest[0], commit or _unknown(repository, rest[0])))
        del rest[0]
    old = found[0] if found else _Revision("HEAD", repository.commit("HEAD"))
    return old, found[1] if len(found) > 1 else _Revision(WORKING_TREE, ""), rest


def _unknown(repository: Repository, name: str) -> str:
    """Raise HsplanError for a name that no revision has, with the plan that it may have been meant for."""
    meant = _meant(name)
    if meant:
        raise HsplanError(f'there is no revision and no plan "{name}".', mend=meant)
    return repository.commit(name)


def _meant(name: str) -> str:
    """Which plan's id a name may have been meant for, as a question."""
    from hsplan.findings import did_you_mean

    return did_you_mean(name, plans_of(*configuration(())))


def _files(what: Asked, repository: Repository, revision: _Revision) -> Files:
    return at_revision(what, repository, *revision) if revision.commit else on_disk(what)
