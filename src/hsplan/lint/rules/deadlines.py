"""HS3, second part: when an action is due, and how that was moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.document import Map
from hsplan.findings import Finding, Place
from hsplan.lint.rule import View, action_rule, fault, named
from hsplan.lint.rules.moved import DECISION_NAMED, put_forward, undecided
from hsplan.monitor import ActionState, Move
from hsplan.monitor.state import MilestoneState
from hsplan.plan import Action, Milestone, Period
from hsplan.timescale import Timescale
from hsplan.timescale.wording import words


def _stating_a_date(view: View, states: Sequence[ActionState], *, first: date, last: date) -> Sequence[ActionState]:
    """Those with a first due date of their own before the first of two days or after the last, and those whose
    milestones may have one."""
    found = []
    for state in states:
        due = state.timescale.due or state.action.due
        if state.milestones or (due and not first <= due <= last):
            found.append(state)
    return found


def _before_the_plan(view: View) -> Sequence[ActionState]:
    period = view.plan.period
    if period is None or period.end < period.start:
        return ()
    return _stating_a_date(view, view.state.actions, first=period.start, last=date.max)


def _after_the_plan(view: View) -> Sequence[ActionState]:
    """But for those that are no longer this plan's."""
    period = view.plan.period
    if period is None or period.end < period.start:
        return ()
    states = _stating_a_date(view, view.state.actions, first=date.min, last=period.end)
    return [state for state in states if state.position not in ("carried over", "superseded", "withdrawn")]


def _outside_a_phase(view: View) -> Sequence[ActionState]:
    found: list[ActionState] = []
    for phase in view.plan.phases.values():
        if phase.period is not None:
            states = [state for state in view.having(("phase",)) if state.action.phase == phase.id]
            found += _stating_a_date(view, states, first=phase.period.start, last=phase.period.end)
    return found


@action_rule("HS310", "due-before-plan", "warning", among=_before_the_plan)
def due_before_plan(state: ActionState, view: View) -> Iterator[Finding]:
    """A due date that was over before the plan began.

    Why it matters: the action is overdue on the plan's first day; mostly it was copied from the last plan.

    This is about the date as the plan has it, and may be accepted for good. That the action is overdue while it stays
    open is then told by HS401 (overdue).

    Failing, in an action:

        timescale: February 2013

    Passing, in an action:

        timescale: September 2013

    To mend it: write the date it is now due, or take the action out if it is done.
    """
    period = view.plan.period
    if period is None:
        return
    help = "Write the date it is now due, or take it out." if state.open else "Correct the date, or accept the finding."
    for node, due, milestone, _ in _due_dates(state):
        if due < period.start:
            what = named(state.action, milestone)
            message = f"{what} {_is_due(due)}, before the plan begins on {words(period.start)}."
            yield fault(_where(view, node), message, help)


@action_rule("HS311", "due-after-plan", "warning", among=_after_the_plan)
def due_after_plan(state: ActionState, view: View) -> Iterator[Finding]:
    """A due date after the plan's last day.

    Why it matters: nobody will report on it; it belongs to the next plan, or the date is a slip.

    "Within 5 years" of a plan of five years, counted from its first day, ends on the day after its last one: that is
    no fault, nor is it in a phase. Of an action that was carried over or withdrawn nothing is said, nor of a word like
    "long term", of which HS308 (timescale-vague) speaks.

    Failing, in an action:

        timescale: September 2019

    Passing, in an action:

        timescale: September 2013

    To mend it: correct the date, or carry the action over when the plan ends.
    """
    period = view.plan.period
    if period is None:
        return
    for node, due, milestone, timescale in _due_dates(state):
        if "vague" in timescale.faults:
            continue
        if due > period.end and _outside(timescale, due, period):
            message = f"{named(state.action, milestone)} {_is_due(due)}, after the plan ends on {words(period.end)}."
            yield fault(_where(view, node), message, "Correct the date, or carry the action over when the plan ends.")


@action_rule("HS312", "due-outside-phase", "warning", among=_outside_a_phase)
def due_outside_phase(state: ActionState, view: View) -> Iterator[Finding]:
    """A due date before or after the phase that the action stands in.

    Why it matters: the action is counted in one year and due in another.

    Failing:

        phases:
          year-1: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, phase: year-1, timescale: March 2015}

    Passing:

        phases:
          year-1: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, phase: year-1, timescale: March 2014}

    To mend it: correct the date, or move the action to the phase that it is due in.
    """
    phase = view.plan.phases.get(state.action.phase)
    if phase is None or phase.period is None:
        return
    for node, due, milestone, timescale in _due_dates(state):
        if _outside(timescale, due, phase.period) and not _outside(timescale, due, view.plan.period):
            span = f"{words(phase.period.start)} to {words(phase.period.end)}"
            message = f'{named(state.action, milestone)} {_is_due(due)}, outside its phase "{phase.title}" ({span}).'
            yield fault(_where(view, node), message, "Correct the date, or move it to the phase that it is due in.")


@action_rule("HS313", "due-disagrees", "warning", keys=("due", "milestones"))
def due_disagrees(state: ActionState, view: View) -> Iterator[Finding]:
    """A `due:` that is not the day that the timescale means.

    Why it matters: the plan then says two dates, and a reader of the report sees the other one.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          due: 2013-12-31

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    To mend it: take `due:` out, since the wording can be read; a later date belongs under `date_changes:`.
    """
    action = state.action
    places = [(action.node, state.timescale.due, action.due, None), *map(_both_dates, state.milestones)]
    for node, read, written, milestone in places:
        if read and written and read != written:
            what = named(action, milestone)
            message = f"{what} says due: {words(written)}, but its timescale means {words(read)}."
            yield fault(view.document.value(node, "due"), message, "Take due: out, or mend the wording.")


def _both_dates(state: MilestoneState) -> tuple[Map, date | None, date | None, Milestone | None]:
    """The date that a milestone's wording means and the one that it says, with where they stand."""
    return state.milestone.node, state.timescale.due, state.milestone.due, state.milestone


@action_rule("HS320", "change-without-reason", "warning", keys=("date_changes", "milestones"))
def change_without_reason(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that does not say why.

    Why it matters: members ask of every moved date why it moved and who agreed.

    Failing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, decision: "Steering Group", decided: 2013-06-10}

    Passing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: add `reason:`.
    """
    for move in _moves(state):
        if not move.change.reason:
            message = f"{named(state.action)}: the date change{_on(move.change.date)} gives no reason."
            yield fault(view.document.record(move.change.node), message, "Add reason:.")


@action_rule("HS321", "change-undecided", "note", among=put_forward)
def change_undecided(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that nobody has agreed to or refused yet; or a deferral, a withdrawal or a merger (`superseded`).

    Why it matters: it needs a decision at the next meeting; until then the old date counts, and the action stays open
    as it was.

    Failing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late"}

    Passing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: when it is decided, add `decided:` with the day and `decision:` with the body and minute, or
    `refused: true`.
    """
    for each in undecided(state, view):
        if not each.days(view):
            help = "Add decided: once a meeting has agreed, or refused: true."
            message = f"{each.what} is not decided."
            yield fault(view.document.record(each.node), message, DECISION_NAMED if each.decision else help)


def _moves(state: ActionState) -> Iterator[Move]:
    yield from state.moves
    for milestone in state.milestones:
        yield from milestone.moves


def _due_dates(state: ActionState) -> Iterator[tuple[Map, date, Milestone | None, Timescale]]:
    """Every first due date that the action states itself, or a milestone of it, with the wording's reading."""
    action: Action = state.action
    own = state.timescale.due or action.due
    if own is not None and state.timescale.recurrence is None:
        yield action.node, own, None, state.timescale
    for milestone in state.milestones:
        if milestone.first_due is not None and milestone.timescale.recurrence is None:
            yield milestone.milestone.node, milestone.first_due, milestone.milestone, milestone.timescale


def _where(view: View, node: Map) -> Place:
    return view.document.value(node, "timescale" if node.get("timescale") else "due")


def _is_due(due: date) -> str:
    return f"is due {words(due)}"


def _on(day: date | None) -> str:
    return f" of {words(day)}" if day else ""


def over_by_a_day(timescale: Timescale, due: date, period: Period) -> bool:
    """Whether a length of time, counted from the period's first day, ends on the day after its last one."""
    counted = timescale.kind == "relative" and timescale.due == due
    return counted and (due - period.end).days == 1 and due.day == period.start.day


def _outside(timescale: Timescale, due: date, period: Period | None) -> bool:
    if period is None or period.end < period.start or period.start <= due <= period.end:
        return False
    return not over_by_a_day(timescale, due, period)


RULES = (
    due_before_plan,
    due_after_plan,
    due_outside_phase,
    due_disagrees,
    change_without_reason,
    change_undecided,
)
