"""HS3, fourth part: whether the dates of a plan can all be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hsplan.findings import Finding, Place, Related
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.monitor import ActionState
from hsplan.monitor.cycles import cycles
from hsplan.timescale.days import MONTHS
from hsplan.timescale.wording import words

_WAITING = ("depends_on",)
ENOUGH = 8
"""With fewer dated actions than this nothing is said about how they are spread."""


def _due_too_early(view: View) -> Sequence[ActionState]:
    return [
        state
        for state in view.state.actions
        if (due := state.due)
        and ((state.action.added and due < state.action.added) or (state.start and due < state.start))
    ]


@action_rule("HS330", "due-before-start", "warning", among=_due_too_early)
def due_before_start(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that is due before it begins, or before it joined the plan.

    Why it matters: it can't be done in time, whatever its lead does.

    Failing, in an action:

        added: 2013-12-01

    Passing, in an action:

        added: 2013-06-01

    To mend it: correct the date that is wrong.
    """
    action, due = state.action, state.due
    assert due is not None
    if action.added and due < action.added:
        message = f"{named(action)} is due {words(due)}, before it joined the plan on {words(action.added)}."
        yield fault(view.document.value(action.node, "added"), message, "Correct the date that is wrong.")
    elif state.start:
        message = f"{named(action)} is due {words(due)}, before it begins on {words(state.start)}."
        yield fault(view.document.value(action.node, "timescale"), message, "Correct the date that is wrong.")


@action_rule("HS331", "milestone-after-action", "warning", keys=("milestones",))
def milestone_after_action(state: ActionState, view: View) -> Iterator[Finding]:
    """A milestone that is due after the action that it is a step of, and not done yet.

    Why it matters: the action would be late on the day when its last step is still in time.

    Of one that is due after the plan too HS311 (due-after-plan) speaks instead.

    Failing, in an action:

        timescale: September 2013
        milestones:
          - {title: "Landlords signed up", timescale: December 2013}

    Passing, in an action:

        timescale: December 2013
        milestones:
          - {title: "Landlords signed up", timescale: September 2013}

    To mend it: correct one of the two, or put a date change forward for the action.
    """
    due = state.due
    if due is None or state.timescale.recurrence or not (state.timescale.due or state.action.due):
        return
    for milestone in state.milestones:
        if milestone.due and milestone.due > due and not milestone.done and milestone.timescale.recurrence is None:
            message = (
                f'{named(state.action)}: milestone "{milestone.milestone.title}" is due {words(milestone.due)}, after '
                f"the action itself on {words(due)}."
            )
            node = milestone.milestone.node
            place = view.document.value(node, "timescale" if node.get("timescale") else "due")
            yield fault(place, message, "Correct one of the two, or put a date change forward for the action.")


@plan_rule("HS332", "due-before-dependency", "warning")
def due_before_dependency(view: View) -> Iterator[Finding]:
    """An open action that is due before another one that must come first.

    Why it matters: it will be late through nobody's fault but the plan's.

    Failing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013, depends_on: ["1.2"]}
        "1.2": {title: "Ask the landlords", lead: Housing Team, timescale: December 2013}

    Passing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: December 2013, depends_on: ["1.2"]}
        "1.2": {title: "Ask the landlords", lead: Housing Team, timescale: September 2013}

    To mend it: move one of the two dates.
    """
    waiting = view.having(_WAITING)
    if not waiting:
        return
    by_id = {state.action.id: state for state in view.state.actions}
    circular = {name for knot in _circles(view) for name in knot}
    for state in waiting:
        for name in state.action.depends_on if state.open and state.due else ():
            first = by_id.get(name)
            if first is None or not first.open or (name in circular and state.action.id in circular):
                continue
            if first.due and state.due and state.due < first.due:
                message = (
                    f'{named(state.action)} is due {words(state.due)}, before action {name} "{first.action.title}", '
                    f"which must come first and is due {words(first.due)}."
                )
                related = (Related(view.document.record(first.action.node), "this must come first"),)
                place = view.document.value(state.action.node, "depends_on")
                yield fault(place, message, "Move one of the two dates.", related, action=state.action.id)


@plan_rule("HS333", "dependency-cycle", "error", lasting=True)
def dependency_cycle(view: View) -> Iterator[Finding]:
    """Actions that wait for each other, in a circle.

    Why it matters: none of them can ever begin.

    Failing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013, depends_on: ["1.2"]}
        "1.2": {title: "Ask the landlords", lead: Housing Team, timescale: September 2013, depends_on: ["1.1"]}

    Passing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013, depends_on: ["1.2"]}
        "1.2": {title: "Ask the landlords", lead: Housing Team, timescale: September 2013}

    To mend it: take the one out that does not really have to wait.
    """
    for knot in _circles(view):
        first = view.actions[knot[0]]
        line = " > ".join((*knot, knot[0]))
        message = f"{named(first)} waits for itself: {line}."
        place = view.document.value(first.node, "depends_on")
        yield fault(place, message, "Take the one out that need not wait.", action=first.id)


@plan_rule("HS336", "dependency-gone", "warning")
def dependency_gone(view: View) -> Iterator[Finding]:
    """An open action that waits for one that was withdrawn, or that another took the place of.

    Why it matters: what it waits for will never be done, and nobody has asked whether it can still be kept.

    Failing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: December 2013, depends_on: ["1.2"]}
        "1.2":
          title: "Ask the landlords"
          lead: Housing Team
          timescale: September 2013
          progress:
            - {date: 2013-05-31, status: withdrawn, decided: 2013-05-31, note: "They have no forum"}

    Passing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: December 2013}
        "1.2":
          title: "Ask the landlords"
          lead: Housing Team
          timescale: September 2013
          progress:
            - {date: 2013-05-31, status: withdrawn, decided: 2013-05-31, note: "They have no forum"}

    To mend it: take it out of `depends_on:`, or write the action there that took its place.
    """
    waiting = view.having(_WAITING)
    if not waiting:
        return
    gone = {state.action.id: state for state in view.state.actions if state.position in ("withdrawn", "superseded")}
    for state in waiting:
        for name in dict.fromkeys(state.action.depends_on) if state.open else ():
            if (first := gone.get(name)) is not None:
                message = (
                    f'{named(state.action)} waits for action {name} "{first.action.title}", '
                    f"which was {first.position}{_since(first)}."
                )
                place = view.document.value(state.action.node, "depends_on")
                help = "Take it out of depends_on:, or write the action there that took its place."
                related = (Related(view.document.record(first.action.node), f"this was {first.position}"),)
                yield fault(place, message, help, related, action=state.action.id)


def _since(state: ActionState) -> str:
    return f" on {words(state.reported.date)}" if state.reported and state.reported.date else ""


def _circles(view: View) -> tuple[tuple[str, ...], ...]:
    waiting = {action.id: action.depends_on for action in view.actions_with(*_WAITING) if action.depends_on}
    if not waiting:
        return ()
    return cycles({each: tuple(name for name in names if name in waiting) for each, names in waiting.items()})


@plan_rule("HS334", "all-in-one-month", "note")
def all_in_one_month(view: View) -> Iterator[Finding]:
    """A plan of eight dated actions or more, nine tenths of which are due in the same month of the year.

    Why it matters: "March" then means "by the end of the year". Nothing is looked at before, and everything is late at
    once.

    Failing:

        "1": {title: "Agree a protocol on arrears", lead: Housing Team, timescale: March 2014}
        "2": {title: "Agree a protocol on hospitals", lead: Housing Team, timescale: March 2015}
        "3": {title: "Agree a protocol on prisons", lead: Housing Team, timescale: March 2016}
        "4": {title: "Agree a protocol on care leavers", lead: Housing Team, timescale: March 2017}
        "5": {title: "Train the staff", lead: Housing Team, timescale: March 2018}
        "6": {title: "Review the lettings policy", lead: Housing Team, timescale: March 2018}
        "7": {title: "Open a night shelter", lead: Housing Team, timescale: March 2018}
        "8": {title: "Publish a leaflet", lead: Housing Team, timescale: March 2018}

    Passing:

        "1": {title: "Agree a protocol on arrears", lead: Housing Team, timescale: June 2014}
        "2": {title: "Agree a protocol on hospitals", lead: Housing Team, timescale: March 2015}
        "3": {title: "Agree a protocol on prisons", lead: Housing Team, timescale: March 2016}
        "4": {title: "Agree a protocol on care leavers", lead: Housing Team, timescale: October 2017}
        "5": {title: "Train the staff", lead: Housing Team, timescale: March 2018}
        "6": {title: "Review the lettings policy", lead: Housing Team, timescale: March 2018}
        "7": {title: "Open a night shelter", lead: Housing Team, timescale: March 2018}
        "8": {title: "Publish a leaflet", lead: Housing Team, timescale: March 2018}

    To mend it: ask of each action in which month it can really be done.
    """
    dated = view.dated
    if len(dated) < ENOUGH:
        return
    counts = Counter([due.month for due in dated])
    month, number = max(counts.items(), key=lambda pair: pair[1])
    if number * 10 >= len(dated) * 9:
        message = f"{number} of the {len(dated)} dated actions are due in {MONTHS[month - 1]}."
        yield fault(_period(view), message, "Ask of each in which month it can really be done.")


@plan_rule("HS335", "last-years-empty", "note")
def last_years_empty(view: View) -> Iterator[Finding]:
    """A plan of eight dated actions or more that has nothing due in its last year, or in its last years; what comes
    round each quarter or year is not counted.

    Why it matters: nobody has thought of these years yet, or the plan is shorter than its cover says.

    Failing:

        "1": {title: "Agree a protocol on arrears", lead: Housing Team, timescale: June 2013}
        "2": {title: "Agree a protocol on hospitals", lead: Housing Team, timescale: March 2015}
        "3": {title: "Agree a protocol on prisons", lead: Housing Team, timescale: March 2016}
        "4": {title: "Agree a protocol on care leavers", lead: Housing Team, timescale: October 2014}
        "5": {title: "Train the staff", lead: Housing Team, timescale: March 2015}
        "6": {title: "Review the lettings policy", lead: Housing Team, timescale: March 2014}
        "7": {title: "Open a night shelter", lead: Housing Team, timescale: July 2015}
        "8": {title: "Publish a leaflet", lead: Housing Team, timescale: March 2014}

    Passing:

        "1": {title: "Agree a protocol on arrears", lead: Housing Team, timescale: June 2013}
        "2": {title: "Agree a protocol on hospitals", lead: Housing Team, timescale: March 2015}
        "3": {title: "Agree a protocol on prisons", lead: Housing Team, timescale: March 2016}
        "4": {title: "Agree a protocol on care leavers", lead: Housing Team, timescale: October 2014}
        "5": {title: "Train the staff", lead: Housing Team, timescale: March 2015}
        "6": {title: "Review the lettings policy", lead: Housing Team, timescale: March 2014}
        "7": {title: "Open a night shelter", lead: Housing Team, timescale: July 2015}
        "8": {title: "Publish a leaflet", lead: Housing Team, timescale: November 2017}

    To mend it: add what is to be done then, or say in the plan's `note:` when that is decided.
    """
    period, dated = view.plan.period, view.dated
    if period is None or len(dated) < ENOUGH:
        return
    last = max(dated)
    years = (period.end - last).days // 365
    if years > 0 and last >= period.start:
        what = "year" if years == 1 else f"{years} years"
        message = f"The last due date is {words(last)}; nothing is due in the plan's last {what}."
        if any(state.timescale.recurrence for state in view.state.actions):
            once = f"The last due date of an action that is done once is {words(last)}"
            message = f"{once}; in the plan's last {what} only what comes round is due."
        yield fault(
            _period(view), message, "Add what is to be done then, or accept the finding and say when that is decided."
        )


def _period(view: View) -> Place:
    return view.document.value(view.plan.node, "period")


RULES = (
    due_before_start,
    milestone_after_action,
    due_before_dependency,
    dependency_cycle,
    all_in_one_month,
    last_years_empty,
    dependency_gone,
)
