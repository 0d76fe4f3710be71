"""HS5, third part: what becomes of an action that was carried over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.findings import Finding, Place
from hsplan.lint.carried import Links, links
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.monitor import ActionState
from hsplan.monitor.links import idle, parts
from hsplan.plan import CLOSED, NO_CHANGE, Action, DateChange, Progress
from hsplan.timescale.wording import words

Came = dict[str, dict[str, list[str]]]
"""By a plan's id, filled as it is asked for: by an action, those of the plan before that went on into it."""


@plan_rule("HS512", "carried-without-progress", "warning")
def carried_without_progress(view: View) -> Iterator[Finding]:
    """An open action that has come through two or more carry-overs while nobody reported anything done: in the plans
    that it passed through, and in this one up to now, every entry says `not started`, `no change` or `carried over`.

    Why it matters: each new plan promises it afresh, and it has never begun. Members ask whether it ever will.

    Failing:

        follows: before-2008
        actions:
          "2.1":
            title: "Set up a night shelter"
            lead: Housing Team
            timescale: September 2013

    Passing:

        follows: before-2008
        actions:
          "2.1":
            title: "Set up a night shelter"
            lead: Housing Team
            timescale: September 2013
            progress:
              - {date: 2013-05-31, status: in progress, note: "A building is found"}

    In both examples the plans before this one carried the action over, the first in 2008 and the second in 2013, and
    neither reported anything else of it.

    To mend it: report what has been done, say in a note what stands in the way, or withdraw the action.
    """
    plan = view.plan
    if not plan.follows and not any(action.carried_from for action in view.actions_with("carried_from")):
        return
    known, came = links(view), Came()
    for state in view.open:
        if idle(state.action, view.as_at):
            chain = _idle_line(f"{plan.id}/{state.action.id}", known, came)
            if len(chain) >= _OFTEN:
                times = "twice" if len(chain) == _OFTEN else f"{len(chain)} times"
                trail = " and ".join(reversed(chain))
                message = f"{named(state.action)} has been carried over {times}, from {trail}, without any progress."
                help = "Report what has been done, say what stands in the way, or withdraw it."
                yield fault(view.document.record(state.action.node), message, help, action=state.action.id)


_OFTEN = 2


def _idle_line(name: str, known: Links, came: Came) -> list[str]:
    """The actions before this one, newest first, as long as nobody reported anything done in them.

    Where several were merged and one of them moved, the line ends: something was done.
    """
    found: list[str] = []
    while True:
        before = _before(name, known, came)
        if not before or not all(_lay_idle(each, known) for each in before) or before[0] in found:
            return found
        name = before[0]
        found.append(name)


def _before(name: str, known: Links, came: Came) -> list[str]:
    """The actions of the plan before (or of those that `carried_from:` names) that went on into this one."""
    plan_id, action = parts(name)
    own = known(plan_id)
    if own is None:
        return []
    if plan_id not in came:
        came[plan_id] = {}
        previous = known(own.follows) if own.follows and own.follows != plan_id else None
        for old, into in previous.into.items() if previous else ():
            for target in into:
                came[plan_id].setdefault(target, []).append(f"{own.follows}/{old}")
    return list(dict.fromkeys((*came[plan_id].get(name, ()), *own.carried_from.get(action, ()))))


def _lay_idle(name: str, known: Links) -> bool:
    plan_id, action = parts(name)
    own = known(plan_id)
    return own is not None and action in own.idle


def _carried_over(view: View) -> Sequence[ActionState]:
    return view.of({action.id for action, entry in view.entries if entry.status == "carried over"})


@action_rule("HS513", "changed-after-carry", "warning", lasting=True, among=_carried_over)
def changed_after_carry(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that was carried over, and of which something dated later was entered in the old plan all the same:
    progress, a date change, or that it was done.

    Why it matters: the new plan tells the story from the day of the carry-over. Whatever is added to the old one after
    that, no report of the new plan shows, and the two accounts differ.

    Failing, in an action:

        progress:
          - {date: 2013-04-30, status: carried over, into: [elsewhere-2018/2.4]}
          - {date: 2013-05-31, note: "All landlords have signed"}

    Passing, in an action:

        progress:
          - {date: 2013-04-30, status: carried over, into: [elsewhere-2018/2.4]}

    To mend it: move it to the action that this one went on into, which the message names. Where the action was not
    carried over after all, take that entry out of both plans.
    """
    for by, end in _carried(state.action, view).items():
        later = [each for each in _later(state.action, end, by, view) if each[0] <= view.as_at]
        if later and end.date:
            day, place = min(later, key=lambda each: each[0])
            message = (
                f"{named(state.action)} was carried over into {' and '.join(end.into)} on {words(end.date)}, and "
                f"something dated {words(day)} was entered here after that."
            )
            yield fault(place, message, f"Move it to {end.into[0]}.")
            return


def _carried(action: Action, view: View) -> dict[str, Progress]:
    """The entries that carried the action over, the last by each who reports."""
    return {
        entry.by: entry
        for entry in action.progress
        if entry.status == "carried over" and entry.into and entry.date and entry.date <= view.as_at
    }


def said_of_carried(state: ActionState, change: DateChange, view: View) -> tuple[str, ...]:
    """What is found of a date change that was entered once the action had been carried over: that it belongs into the
    new plan, and nothing else need be mended here."""
    ends = [end.date for end in _carried(state.action, view).values() if end.date]
    moved = _moved_on(change)
    if ends and moved and min(ends) < moved <= view.as_at:
        return changed_after_carry.name, view.plan.id, state.action.id
    return ()


def _moved_on(change: DateChange) -> date | None:
    return max((each for each in (change.date, change.decided) if each), default=None)


def _later(action: Action, end: Progress, by: str, view: View) -> Iterator[tuple[date, Place]]:
    """What is dated after the entry that carried the action over: the day and the place of each."""
    day, document = end.date or date.max, view.document
    for entry in action.progress:
        # One that says itself where the action went on corrects the trail.
        counts = entry.by in ("", by) and not entry.into and not _reopens_silently(entry)
        if entry.date and entry.date > day and counts:
            yield entry.date, document.value(entry.node, "date")
    changes = (*action.date_changes, *(each for milestone in action.milestones for each in milestone.date_changes))
    for change in changes:
        moved = _moved_on(change)
        if moved and moved > day:
            yield moved, document.record(change.node)
    if action.done and action.done.first > day and not by:
        yield action.done.first, document.value(action.node, "done")


def _reopens_silently(entry: Progress) -> bool:
    """Whether reopened-silently (HS413) says it already."""
    opens = entry.status not in ("", NO_CHANGE) and entry.status not in CLOSED
    return opens and not (entry.note or entry.decision)


RULES = (carried_without_progress, changed_after_carry)
