"""Milestones that are late while their actions are not: an early sign that a meeting should see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsplan.findings import listed
from hsplan.monitor import ActionState
from hsplan.report.records import Fact
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import by_id, how_long
from hsplan.timescale.wording import words

_NAMED = 6
"""Up to so many actions are named, the latest first."""


def late_milestones(each: ActionState, setting: Setting) -> list[tuple[date, str]]:
    """Those of an open action, not overdue itself nor put off, that were due and are not done, with their due dates;
    the longest overdue first. None in a draft or a closed plan, nor what comes round again."""
    if setting.draft or setting.closed or not each.open or each.position in ("overdue", "deferred"):
        return []
    steps = [step for step in each.milestones if not step.done and not step.timescale.recurrence]
    late = [(step.due, clean(step.milestone.title)) for step in steps if step.due]
    return sorted((due, title) for due, title in late if due < setting.state.as_at)


def told_late(each: ActionState, setting: Setting) -> str:
    """What is said of them beside the action: "Draft: due 31 October 2026, 23 days late"."""
    said = late_milestones(each, setting)
    return "; ".join(f"{title}: due {words(due)}, {how_long(due, setting.state.as_at)} late" for due, title in said)


def late_milestones_fact(setting: Setting) -> Iterator[Fact]:
    """A sentence on the open actions with such milestones."""
    late = ((late_milestones(each, setting), each.action.id) for each in setting.state.actions)
    found = sorted((steps[0][0], key) for steps, key in late if steps)
    if not found:
        return
    said = [f"{by_id(clean(key))} by {how_long(due, setting.state.as_at)}" for due, key in found[:_NAMED]]
    if len(found) > _NAMED:
        said.append(f"{len(found) - _NAMED} more")
    have = "action that is not overdue has" if len(found) == 1 else "actions that are not overdue have"
    yield Fact(f"{len(found)} open {have} a late milestone: {listed(said)}.", "late-milestones")
