"""A plan's numbers at each month's end, by the versions that git has: the burn-up without a database."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial

from hsplan.document import read
from hsplan.frozen import Frozen
from hsplan.git import Commit, Repository, find_repository, read_blobs, read_log
from hsplan.monitor.burn_up import PlanVersion, TrendPoint, month_ends, trend_points
from hsplan.plan import Owner, Owners, Plan, read_owners
from hsplan.versions.again import Again
from hsplan.workspace import Workspace
from hsplan.workspace.family import with_first_dates


class Trend(Frozen):
    """The points, oldest first; the last is the plan as the workspace has it, as at the day asked about.

    `unreadable` is how many versions of it could not be read, so that an older one stands for them; `shallow` says
    that older months may be missing because this copy of the repository is shallow.
    """

    points: tuple[TrendPoint, ...]
    unreadable: int = 0
    shallow: bool = False


def plan_trend(workspace: Workspace, plan: Plan, owners: Owners, path: str, as_at: date) -> Trend:
    """How the plan at `path`, here as the workspace has it, stood at each month's end from its adoption to `as_at`.

    A month end is judged by the last version that was on the branch by then; months before the first one are absent.
    A closed plan's points end when its story does: on the day it was closed, or that of a later progress entry.
    Raises HsplanError outside of a repository.
    """
    repository = find_repository(os.path.dirname(path) or ".")
    end = _last_day(plan, as_at)
    now = PlanVersion(end, "", plan, owners)
    head = repository.resolve(workspace.source.revision or "HEAD")
    days: list[date] = []
    found = _Versions(repository, [], [], {})
    if plan.adopted is not None and head:
        commits = read_log(repository.root, head, mainline=True)
        owners_path = workspace.owners_path  # a list outside of the repository has one version: today's
        found = _Versions(
            repository,
            list(_steps(commits, repository.inside(path))),
            list(_steps(commits, repository.inside(owners_path) if repository.holds(owners_path) else "")),
            workspace.shared,
        )
        if found.steps:
            days = month_ends(max(plan.adopted, found.steps[-1].day), end)
    # The plans before are read as they are now: git may not have them, and what their entries say has its own dates.
    complete = partial(with_first_dates, workspace)
    points = trend_points([*found.at(days, path), now], workspace.config.thresholds, complete)
    return Trend(tuple(points), found.unreadable, repository.shallow)


class _Step(Frozen):
    """From this day (UTC) on, the file's contents were this blob; "" where it was not there."""

    day: date
    commit: str
    blob: str


class _Versions:
    """The versions of a plan and of the owners list, newest first; each that a month needs is read once."""

    def __init__(
        self, repository: Repository, steps: list[_Step], owners: list[_Step], shared: dict[str, Owner]
    ) -> None:
        self.repository = repository
        self.steps = steps
        self.unreadable = 0
        self._owners = owners
        self._shared = shared
        self._plans: dict[str, Plan | None] = {}
        self._again = Again()
        self._lists: dict[str, dict[str, Owner]] = {}

    def at(self, days: Sequence[date], path: str) -> Iterator[PlanVersion]:
        """The version of each day that has one, oldest first."""
        if not days:
            return
        wanted = {step.blob for day in days for each in (self.steps, self._owners) if (step := _on(each, day))}
        blobs = read_blobs(self.repository.root, sorted(wanted - {""}))
        last: tuple[_Step, Plan] | None = None
        for day in days:
            step = _on(self.steps, day)
            if step is None or not step.blob:
                last = None
                continue
            plan = self._plan(step.blob, blobs, path)
            last = (step, plan) if plan is not None else last
            if last is not None:
                yield PlanVersion(day, last[0].commit, last[1], Owners(self._list(day, blobs), last[1].owners))

    def _plan(self, blob: str, blobs: dict[str, bytes], path: str) -> Plan | None:
        if blob not in self._plans:
            self._plans[blob] = self._again.read(blobs[blob], path)
            self.unreadable += self._plans[blob] is None
        return self._plans[blob]

    def _list(self, day: date, blobs: dict[str, bytes]) -> dict[str, Owner]:
        """The shared owners of then; today's where git has none of then."""
        step = _on(self._owners, day)
        if step is None or not step.blob:
            return self._shared
        if step.blob not in self._lists:
            self._lists[step.blob] = read_owners(read(blobs[step.blob], "owners.yaml"))
        return self._lists[step.blob]


def _steps(commits: Sequence[Commit], path: str) -> Iterator[_Step]:
    """The versions of a file on the branch itself, newest first, under each name that it has had."""
    for commit in commits:
        each = next((each for each in commit.files if each.path == path), None)
        if each is not None:
            yield _Step(datetime.fromtimestamp(commit.committed, UTC).date(), commit.name, each.after)
            path = each.old_path


def _on(steps: Sequence[_Step], day: date) -> _Step | None:
    """What stood at the end of a day: the newest of those that were there by then."""
    return next((step for step in steps if step.day <= day), None)


def _last_day(plan: Plan, as_at: date) -> date:
    if plan.closed is None or plan.closed > as_at:
        return as_at
    said = [each.date for action in plan.actions for each in action.progress if each.date and each.date <= as_at]
    return max([plan.closed, *said])
