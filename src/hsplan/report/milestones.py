"""Milestones that are late while their actions are not: an early sign that a meeting should see."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import listed
from hsplan.monitor import ActionState, MilestoneState
from hsplan.monitor.lengths import how_long
from hsplan.report.records import Fact
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import by_id
from hsplan.timescale.wording import words

_NAMED = 6
"""Up to so many actions are named, the latest first."""


def how_late(step: MilestoneState, setting: Setting) -> str:
    """ "14 months"; "" of a milestone that is not late."""
    return how_long(step.due, setting.last_day) if step.due and step.days_late else ""


def told_late(each: ActionState, setting: Setting) -> str:
    """What is said beside an action of those that are late: "Draft: due 31 October 2026, 23 days late"."""
    if not each.late_milestones:
        return ""
    due = ((step, step.due) for step in each.late_milestones if step.due)
    return "; ".join(
        f"{clean(step.milestone.title)}: due {words(day)}, {how_late(step, setting)} late" for step, day in due
    )


def late_milestones(setting: Setting) -> Iterator[Fact]:
    """A sentence on the open actions that are not overdue themselves."""
    found = [each for each in setting.state.actions if each.late_milestones]
    if not found:
        return
    found.sort(key=lambda each: -each.late_milestones[0].days_late)
    by: dict[str, list[str]] = {}
    for each in found[:_NAMED]:
        by.setdefault(how_late(each.late_milestones[0], setting), []).append(by_id(clean(each.action.id)))
    said = [f"{listed(ids)} by {late}" for late, ids in by.items()]
    if len(found) > _NAMED:
        said.append(f"{len(found) - _NAMED} more")
    named = listed(said) if all(len(ids) == 1 for ids in by.values()) else "; ".join(said)
    have = "action that is not overdue has" if len(found) == 1 else "actions that are not overdue have"
    yield Fact(f"{len(found)} open {have} a late milestone: {named}.", "late-milestones")
