"""HS4, third part: the day on which something is said to be done, and steps that should be done by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hsplan.findings import Finding, counted
from hsplan.lint.rule import View, action_rule, fault, named
from hsplan.monitor import ActionState
from hsplan.plan import CLOSED, NOT_REPORTED, Action, Milestone
from hsplan.plan.period import PastDate, past_words
from hsplan.timescale.wording import words


@action_rule("HS419", "done-future", "warning", lasting=True, keys=("done", "milestones"))
def done_future(state: ActionState, view: View) -> Iterator[Finding]:
    """An action or a milestone that is said to be done on a day that is still to come.

    Why it matters: nothing can be done before its day; mostly the year is a slip, and the report counts the action as
    achieved on an unknown day.

    Failing, in an action:

        milestones:
          - {title: "Signed by all", timescale: June 2013, done: 2113-06-14}

    Passing, in an action:

        milestones:
          - {title: "Signed by all", timescale: June 2013, done: 2013-06-14}

    To mend it: correct the date. The day on which it is to be done belongs under `timescale:`.
    """
    action = state.action
    dated: tuple[Action | Milestone, ...] = (action, *action.milestones)
    for each in dated:
        if each.done and each.done.first > view.latest:
            what = named(action) if each is action else f'{named(action)}: milestone "{each.title}"'
            message = f"{what} is said to be done {_on(each.done)}, which is still to come."
            yield fault(view.document.value(each.node, "done"), message, "Correct the date.")


@action_rule("HS420", "done-but-open", "warning", keys=("done",))
def done_but_open(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that has the day on which it was done, while its progress says otherwise, or says nothing.

    Why it matters: the status goes by the progress alone, so the report counts it as open, and as overdue once
    its date has passed.

    Failing, in an action:

        done: 2013-06-14
        progress:
          - {date: 2013-05-20, status: in progress}

    Passing, in an action:

        done: 2013-06-14
        progress:
          - {date: 2013-05-20, status: in progress}
          - {date: 2013-06-20, status: achieved}

    To mend it: add an entry under `progress:` with `status: achieved`; where it is not done, take `done:` out.
    """
    done = state.action.done
    if done is None or not said_done(state, view):
        return
    status = "nothing is reported" if state.status == NOT_REPORTED else f'its status is "{state.status}"'
    message = f"{named(state.action)} is said to be done {_on(done)}, but {status}."
    help = "Add a progress entry with status: achieved, or take done: out."
    yield fault(view.document.value(state.action.node, "done"), message, help)


def said_done(state: ActionState, view: View) -> bool:
    """Whether an open action has a day, not after the as-at date, on which it was done, and nothing that was entered
    later says that it ended: as at a date between the two, nobody had written either of them yet."""
    if not state.open or state.action.done is None or state.action.done.first > view.as_at:
        return False
    later = (each.status for each in state.action.progress if each.date and each.date > view.as_at)
    return CLOSED.isdisjoint(later)


def _on(day: PastDate) -> str:
    """ "on 14 June 2013", "in June 2013", "in 2013"."""
    return f"{'on' if day.first == day.last else 'in'} {past_words(day)}"


@action_rule("HS421", "milestone-late", "warning", keys=("milestones",))
def milestone_late(state: ActionState, view: View) -> Iterator[Finding]:
    """A milestone whose date has passed and that is not done, of an open action that is not overdue itself.

    Why it matters: it is the first sign that the action will be late, while there is still time to do something.

    Of an overdue action HS401 (overdue) speaks, and of a milestone that was due before the plan began HS310
    (due-before-plan), unless it is accepted there. In a draft, in a plan that is closed, and of an action that is
    deferred nothing is said, nor of a milestone that comes round again.

    Failing, in an action:

        milestones:
          - {title: "Draft agreed", timescale: May 2013}

    Passing, in an action:

        milestones:
          - {title: "Draft agreed", timescale: May 2013, done: 2013-05-14}

    To mend it: write `done:` with its date, or put a new date forward under the milestone's own `date_changes:`.
    """
    period = view.plan.period
    if period is None or said_done(state, view):
        return  # the format check says so, and done-but-open
    for each in state.late_milestones:
        first, due = each.first_due, view.as_at - timedelta(days=each.days_late)
        moved = f" (first due {words(first)})" if first and first != due else ""
        late = counted(each.days_late, "day")
        message = f"{named(state.action, each.milestone)} was due {words(due)}{moved} and is not done: {late} late."
        place = view.document.value(each.milestone.node, "timescale" if each.milestone.timescale else "due")
        unless = ("due-before-plan", view.plan.id, state.action.id) if due == first and due < period.start else ()
        yield fault(place, message, "Write done: with its date, or put a date change forward for it.", unless=unless)


RULES = (done_future, done_but_open, milestone_late)
