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

_NAMED = 6
"""Up to so many actions are named, the latest first."""


def late_milestones(setting: Setting) -> Iterator[Fact]:
    """A sentence on the open actions that are not overdue themselves; nothing of a draft or a closed plan."""
    if setting.draft or setting.closed:
        return
    found = [(late, each.action.id) for each in setting.state.actions if (late := _late(each, setting))]
    if not found:
        return
    said = [f"{by_id(clean(key))} by {how_long(due, setting.state.as_at)}" for due, key in sorted(found)[:_NAMED]]
    if len(found) > _NAMED:
        said.append(f"{len(found) - _NAMED} more")
    have = "action that is not overdue has" if len(found) == 1 else "actions that are not overdue have"
    yield Fact(f"{len(found)} open {have} a late milestone: {listed(said)}.", "whole-plan")


def _late(each: ActionState, setting: Setting) -> date | None:
    """The earliest due date, passed, of a milestone that was not done."""
    if not each.open or each.position == "overdue":
        return None
    days = [step.due for step in each.milestones if step.due and not step.done and step.due < setting.state.as_at]
    return min(days, default=None)
