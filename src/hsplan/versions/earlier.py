"""The earlier version of a plan that its report is compared with: of the last meeting, of a day, or of a tag."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from hsplan.document import Document, read
from hsplan.errors import HsplanError
from hsplan.findings import quoted_command, some
from hsplan.frozen import Frozen
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, Plan, read_owners, read_plan
from hsplan.plan.period import day
from hsplan.timescale.days import words
from hsplan.versions.asked import LAST_MEETING
from hsplan.workspace import Workspace
from hsplan.workspace.outside import outside_git
from hsplan.workspace.source import ENDINGS

if TYPE_CHECKING:
    from hsplan.git import Repository


class Then(Frozen):
    """A plan as it stood, judged as at that day; `meeting` says that it is the day of the last meeting.

    `revision` is what it was asked for by, where that was neither a day nor a meeting.
    """

    state: PlanState
    meeting: bool
    revision: str = ""


class _Moment(Frozen):
    """A commit, and the day as at which its plan is judged."""

    commit: str
    day: date
    meeting: bool
    revision: str = ""


class _Unreadable(HsplanError):
    """The plan stands in the commit that it is to be compared with, but cannot be read there."""


class EarlierVersions:
    """Finds earlier versions for the plans of a workspace, each commit's list of files once.

    `since` is as for `hsplan diff`: last-meeting, a day, or a revision. "" is the last meeting where git has a version
    from before it, and nothing otherwise: only what was asked for by name may fail. `tell` gets a line where nothing
    was asked for and the version from before the meeting is there, but cannot be read.
    """

    def __init__(self, workspace: Workspace, since: str, tell: Callable[[str], None]) -> None:
        self.workspace = workspace
        self.since = since
        self.tell = tell
        self._repository: Repository | None = None
        self._files: dict[str, dict[str, str]] = {}

    def of(self, state: PlanState, path: str, meeting: date | None) -> Then | None:
        """The plan at that path as it stood then; None where nothing was asked for and nothing is there. `meeting` is
        the day of the meeting before the report's date.

        Raises HsplanError, where `since` was given, for what git does not have.
        """
        if not self.since and (meeting is None or outside_git(os.path.dirname(path))):
            return None
        try:
            return self._find(state, path, meeting)
        except HsplanError as error:
            if self.since:
                raise
            if isinstance(error, _Unreadable):
                left_out = "the report does not say what has changed since the last meeting"
                self.tell(f"Warning: {error.where} {error.what}; {left_out}. {error.mend}")
            return None

    def _find(self, state: PlanState, path: str, meeting: date | None) -> Then | None:
        # What reads and compares versions is loaded only where there is one to look for.
        from hsplan.git import find_repository

        if self._repository is None:
            self._repository = find_repository(os.path.dirname(path) or ".")
        moment = self._moment(self._repository, state, path, meeting)
        if moment is None:
            return None
        plan, owners = self._read(self._repository, moment, state.plan, path)
        return Then(assess(plan, owners, moment.day, state.thresholds).known, moment.meeting, moment.revision)

    def _moment(self, repository: Repository, state: PlanState, path: str, meeting: date | None) -> _Moment | None:
        if not self.since and meeting is not None:
            commit = repository.last_before(meeting)
            return _Moment(commit, meeting, True) if commit else None
        if self.since == LAST_MEETING:
            if meeting is None:
                mend = "Add it to the plan under meetings:."
                raise HsplanError(f"no meeting is recorded before {words(state.as_at)}.", where=path, mend=mend)
            return _Moment(repository.before(meeting), meeting, True)
        start = day(self.since)
        commit = repository.before(start) if start else repository.commit(self.since)
        named = "" if start else self.since
        start = start or repository.committed(commit)
        if start > state.as_at:
            mend = "Choose an earlier one, or a later --as-at."
            raise HsplanError(f"--since: {self.since} lies after the report's date.", where=path, mend=mend)
        return _Moment(commit, start, False, named)

    def _read(self, repository: Repository, moment: _Moment, plan: Plan, path: str) -> tuple[Plan, Owners]:
        """The plan of then: the file of the same name if it holds it, else any plan that is the same one."""
        from hsplan.git import read_blobs

        if moment.commit not in self._files:
            self._files[moment.commit] = repository.files(moment.commit)
        files = self._files[moment.commit]
        here, owners = repository.inside(path), self.workspace.owners_path
        list_path = repository.inside(owners) if repository.holds(owners) else ""
        folder = os.path.dirname(here)
        others = [name for name in files if os.path.dirname(name) == folder and name.endswith(ENDINGS)]
        wanted = [name for name in dict.fromkeys((here, *others)) if name in files and name != list_path]
        blobs = read_blobs(repository.root, [files[name] for name in (*wanted[:1], list_path) if name in files])
        # Of a list outside of the repository there is no version but today's.
        shared = {} if list_path else self.workspace.shared
        if list_path in files:
            shared = read_owners(read(blobs[files[list_path]], list_path))
        documents = _documents(plan, here, wanted[:1], files, blobs)
        if wanted[:1] == [here] and documents[0].root is None:
            raise _unreadable(plan.document.path, moment.commit, repository.committed(moment.commit))
        found = _same(plan, documents)
        if found is None:
            blobs = read_blobs(repository.root, [files[name] for name in wanted])
            documents = _documents(plan, here, wanted, files, blobs)
            found = _same(plan, documents)
        if found is None:
            bad = [each.path for each in documents if each.root is None]
            mend = f"Of the files of that time, {some(bad, 3)} cannot be read." if bad else ""
            raise HsplanError(f"git has no such plan from before {words(moment.day)}.", where=path, mend=mend)
        return found, Owners(shared, found.owners)


def _unreadable(path: str, commit: str, on: date) -> _Unreadable:
    name = commit[:8]
    lint_it = quoted_command("hsplan", "lint", path, "--at", name)
    mend = f"{lint_it} says why; to compare with a later version, name a day or a revision: --since DAY."
    what = f"cannot be read in commit {name} of {words(on)}, so there is nothing to compare with"
    return _Unreadable(what, where=path, mend=mend)


def _documents(
    plan: Plan, here: str, names: Sequence[str], files: Mapping[str, str], blobs: Mapping[str, bytes]
) -> list[Document]:
    """The files as they stood; the one at the plan's own path (`here`) goes by the name that messages give the plan."""
    return [read(blobs[files[name]], plan.document.path if name == here else name) for name in names]


def _same(plan: Plan, documents: Sequence[Document]) -> Plan | None:
    """The one of the files that is the plan, by its id, its path or what is in it."""
    plans = [read_plan(document) for document in documents if document.root is not None]
    from hsplan.compare.versions import match_plans

    pairs, _, _ = match_plans(plans, [plan])
    return next((was for was, _ in pairs), None)
