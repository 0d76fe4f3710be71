"""What changed since a day, a revision, or each plan's own last meeting."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date

from hsplan.compare import Comparison, order
from hsplan.document import read
from hsplan.errors import HsplanError
from hsplan.git import Repository, find_repository
from hsplan.plan import Plan, read_plan
from hsplan.plan.period import day
from hsplan.timescale.days import words
from hsplan.versions.asked import LAST_MEETING, Asked, asked
from hsplan.versions.pair import Found, compared
from hsplan.versions.sides import Files, Unread, at_revision, on_disk
from hsplan.workspace.files import folder_of, read_bytes, shown


def compared_since(since: str, paths: Sequence[str], today: date, tell: Callable[[str], None]) -> Found:
    """The plans at the paths (all of them where there are none) as they were then, with those on the disk.

    `tell` gets a line about each plan that is left out. Raises HsplanError for what is no day, no revision, or before
    the first commit, and where no meeting is recorded up to today.
    """
    repository = find_repository(folder_of(paths[0]) if paths else ".")
    for path in paths:
        if not os.path.exists(path):
            raise HsplanError("there is no such file or folder.", where=path, mend="With --since, name only plans.")
    what = asked(paths)
    after = on_disk(what)
    start = day(since)
    if since == LAST_MEETING:
        return _since_meetings(what, repository, after, today, tell)
    if start is not None:
        before = at_revision(what, repository, f"before {words(start)}", repository.before(start))
    else:
        if len(since) == 10 and since[4] == since[7] == "-" and repository.resolve(since) is None:
            raise HsplanError(f'--since: "{since}" is not a day of the calendar.', mend="Write it as 2026-03-31.")
        before = at_revision(what, repository, since, repository.commit(since))
    return compared(what, repository, before, after)


def _since_meetings(
    what: Asked, repository: Repository, after: Files, today: date, tell: Callable[[str], None]
) -> Found:
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
            tell(f"Warning: {path} records no meeting and is left out.")
    found: list[Comparison] = []
    for meeting in days:
        before = at_revision(what, repository, _before(days), repository.before(meeting))
        paths = tuple(path for path, each in met.items() if each == meeting)
        one, unread = compared(what._replace(paths=paths), repository, before, after)
        found.append(one)
        bad += [each for each in unread if each.path in paths]
    changes = {each.fingerprint: each for one in found for each in one.changes}
    all_changes = tuple(sorted(changes.values(), key=order))
    return found[-1]._replace(changes=all_changes, unread=len({each.path for each in bad})), bad


def _before(days: Sequence[date]) -> str:
    return f"before the meeting of {words(days[0])}" if len(days) == 1 else "before each plan's last meeting"


def _last_meeting(plan: Plan, today: date) -> date | None:
    return max((each.date for each in plan.meetings if each.date and each.date <= today), default=None)
