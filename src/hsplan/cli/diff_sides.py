"""What `hsplan diff` is asked to compare: files, revisions, or the plans since a day."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from hsplan.compare import Comparison, Level, Version, compare_plans, compare_versions, order, own_levels
from hsplan.document import read
from hsplan.errors import HsplanError
from hsplan.git import Repository, find_repository, read_blobs
from hsplan.plan import Owner, Owners, Plan, read_plan
from hsplan.plan.period import day
from hsplan.timescale.days import words
from hsplan.versions.asked import Asked, asked
from hsplan.versions.sides import WORKING_TREE, Files, Unread, at_revision, both, on_disk, one_plan
from hsplan.workspace import Workspace
from hsplan.workspace.files import read_bytes, shown
from hsplan.workspace.source import ENDINGS

LAST_MEETING = "last-meeting"
Found = tuple[Comparison, list[Unread]]
"""What changed, and the plans that cannot be read."""


def compare_asked(sides: Sequence[str], since: str, today: date) -> Found:
    """Compare what the arguments name. Raises HsplanError for what is neither a file nor a revision."""
    if since:
        return _since(since, sides, today)
    if len(sides) == 2 and all(map(os.path.isfile, sides)):
        return _two_files(*((name, partial(read_bytes, name)) for name in sides)), []
    here = next((_folder(name) for name in reversed(sides) if os.path.exists(name)), ".")
    repository = find_repository(here, "Name two files instead: hsplan diff old.yaml new.yaml")
    if sides and not os.path.exists(sides[0]) and ":" in sides[0] and len(sides) <= 2:
        return _with_blobs(repository, sides), []
    old, new, paths = _revisions(repository, sides)
    what = asked(paths)
    before = _files(what, repository, old)
    after = _files(what, repository, new)
    for path in paths:
        if not os.path.exists(path) and shown(path) not in {*before.plans, *after.plans}:
            first = repository.resolve(path) is not None
            mend = f"Revisions come before paths: hsplan diff {path} {paths[0]}" if first else ""
            raise HsplanError("there is no such file or folder, on either side.", where=path, mend=mend)
    return _compared(what, repository, before, after)


class _Revision(NamedTuple):
    """A revision as it was asked for, and its commit; "" for the working tree."""

    name: str
    commit: str


def _revisions(repository: Repository, sides: Sequence[str]) -> tuple[_Revision, _Revision, list[str]]:
    """Old, new, and the paths after them; HEAD and the working tree where nothing is said."""
    if sides and ".." in sides[0] and not os.path.exists(sides[0]):
        dots = "..." if "..." in sides[0] else ".."
        left, _, right = (part or "HEAD" for part in sides[0].partition(dots))
        new = _Revision(right, repository.commit(right))
        base = repository.merge_base(left, right) if dots == "..." else repository.commit(left)
        return _Revision(left if dots == ".." else f"where {left} and {right} part", base), new, list(sides[1:])
    found: list[_Revision] = []
    rest = list(sides)
    while rest and len(found) < 2 and not os.path.exists(rest[0]):
        commit = repository.resolve(rest[0])
        if commit is None and rest[0].endswith(ENDINGS):
            break
        found.append(_Revision(rest[0], commit or repository.commit(rest[0])))
        del rest[0]
    old = found[0] if found else _Revision("HEAD", repository.commit("HEAD"))
    return old, found[1] if len(found) > 1 else _Revision(WORKING_TREE, ""), rest


def _files(what: Asked, repository: Repository, revision: _Revision) -> Files:
    return at_revision(what, repository, *revision) if revision.commit else on_disk(what)


def _compared(what: Asked, repository: Repository, old: Files, new: Files) -> Found:
    before, after, bad = both(old, new, repository.root)
    unread = [each for each in bad if not what.paths or what.names(each.path)]
    found = compare_versions(before, after, what.wants, _levels(what))
    return found._replace(unread=len({each.path for each in unread})), unread


def _since(since: str, paths: Sequence[str], today: date) -> Found:
    repository = find_repository(_folder(paths[0]) if paths else ".")
    for path in paths:
        if not os.path.exists(path):
            raise HsplanError("there is no such file or folder.", where=path, mend="With --since, name only plans.")
    what = asked(paths)
    after = on_disk(what)
    start = day(since)
    if since == LAST_MEETING:
        return _since_meetings(what, repository, after, today)
    if start is not None:
        before = at_revision(what, repository, f"before {words(start)}", repository.before(start))
    else:
        if len(since) == 10 and since[4] == since[7] == "-" and repository.resolve(since) is None:
            raise HsplanError(f'--since: "{since}" is not a day of the calendar.', mend="Write it as 2026-03-31.")
        before = at_revision(what, repository, since, repository.commit(since))
    return _compared(what, repository, before, after)


def _since_meetings(what: Asked, repository: Repository, after: Files, today: date) -> Found:
    """Each plan against what stood before the day of its own last meeting, so that the meeting's decisions show."""
    documents = [read(read_bytes(path), path) for path in after.plans]
    bad = [Unread(each.path, "") for each in documents if each.root is None]
    bad = [each for each in bad if not what.paths or what.names(each.path)]
    plans = [read_plan(each) for each in documents if each.root is not None]
    met = {plan.document.path: _last_meeting(plan, today) for plan in plans if what.wants(plan)}
    days = sorted({each for each in met.values() if each is not None})
    if not days:
        raise HsplanError(
            f"no meeting is recorded up to {words(today)}.",
            where=shown(what.root),
            mend="Add it to the plan under meetings:.",
        )
    for path, meeting in met.items():
        if meeting is None:
            print(f"Warning: {path} records no meeting and is left out.", file=sys.stderr)
    found: list[Comparison] = []
    for meeting in days:
        before = at_revision(what, repository, _before(days), repository.before(meeting))
        paths = tuple(path for path, each in met.items() if each == meeting)
        one, unread = _compared(what._replace(paths=paths), repository, before, after)
        found.append(one)
        bad += [each for each in unread if each.path in paths]
    changes = {each.fingerprint: each for one in found for each in one.changes}
    all_changes = tuple(sorted(changes.values(), key=order))
    return found[-1]._replace(changes=all_changes, unread=len({each.path for each in bad})), bad


def _before(days: Sequence[date]) -> str:
    return f"before the meeting of {words(days[0])}" if len(days) == 1 else "before each plan's last meeting"


def _last_meeting(plan: Plan, today: date) -> date | None:
    return max((each.date for each in plan.meetings if each.date and each.date <= today), default=None)


def _with_blobs(repository: Repository, sides: Sequence[str]) -> Comparison:
    """REVISION:PATH against another one, against a file, or against the same path in the working tree."""
    names = list(sides)
    if len(names) == 1:
        path = names[0].partition(":")[2]
        names.append(path if path.startswith("./") else os.path.join(repository.root, path))
    return _two_files(*((_shown(name), _reader(repository, name)) for name in names))


def _shown(name: str) -> str:
    return shown(name) if os.path.exists(name) else name


def _reader(repository: Repository, name: str) -> Callable[[], bytes]:
    if os.path.isfile(name) or ":" not in name:
        return partial(read_bytes, name)
    blob = repository.blob(name, os.getcwd())
    return lambda: read_blobs(repository.root, [blob])[blob]


def _two_files(old: tuple[str, Callable[[], bytes]], new: tuple[str, Callable[[], bytes]]) -> Comparison:
    """Two plan files, whatever they are called."""
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


def _folder(path: str) -> str:
    return path if os.path.isdir(path) else os.path.dirname(path) or "."
