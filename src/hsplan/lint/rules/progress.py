"""HS4: what time has made of an action. Warnings at most: nobody's commit fails because a day has passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.findings import Finding, counted, listed
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.lint.rules.finished import said_done
from hsplan.lint.rules.reporting import entry_uncounted, silent_parts, uncounted
from hsplan.monitor import ActionState
from hsplan.monitor.thresholds import CYCLES
from hsplan.plan import NOT_REPORTED
from hsplan.timescale.wording import words


def _past_due(view: View) -> Sequence[ActionState]:
    """The overdue actions. Of a closed plan open-at-close speaks, and of one without a period the format check; many a
    wording is read by the period."""
    if view.life != "adopted" or view.plan.period is None:
        return ()
    return [state for state in view.state.actions if state.position == "overdue"]


@action_rule("HS401", "overdue", "warning", among=_past_due)
def overdue(state: ActionState, view: View) -> Iterator[Finding]:
    """An open action of an adopted plan whose due date has passed.

    Why it matters: it is the first thing that the steering group asks about.

    Those are the actions that the report, `list` and `status` count as overdue. Only of an action that was due before
    the plan began HS310 (due-before-plan) speaks instead, unless it is accepted there, and of one that has its `done:`
    already HS420 (done-but-open).

    Failing, in an action:

        timescale: April 2013

    Passing, in an action:

        timescale: April 2013
        done: 2013-04-30
        progress:
          - {date: 2013-04-30, status: achieved}

    To mend it: report what has become of it under `progress:`, or put a new date forward under `date_changes:` for the
    meeting to agree.
    """
    period, due, first = view.plan.period, state.due, state.first_due
    if period is None or due is None or (state.action.done and said_done(state, view)):
        return  # done-but-open says so already
    late = f"{counted(state.days_late, 'day')} overdue"
    moved = f" (first due {words(first)})" if first and first != due else ""
    said = f"reported: {state.status}"
    if state.status == NOT_REPORTED:
        said = "no status is reported" if state.latest else "nothing is reported"
    if state.officer_rag == "green" and (day := _green_on(state, view.as_at)) and day <= due:
        said += f", and called green on {words(day)}"
    for each in state.proposals:
        whose = f" for {listed(each.organisations)}" if each.organisations else ""
        said += f", and that it be {each.entry.status}{whose} is not decided"
    message = f"{named(state.action)} was due {words(due)}{moved} and is {late}; {said}."
    help = "Report its progress, or put a date change forward."
    key = "timescale" if state.action.timescale else "due" if state.action.due else "milestones"
    unless = ("due-before-plan", view.plan.id, state.action.id) if due == first and due < period.start else ()
    yield fault(view.document.value(state.action.node, key), message, help, unless=unless)


def _green_on(state: ActionState, as_at: date) -> date | None:
    """The day on which an action was called green last. Of a day after the due date green-while-overdue speaks."""
    days = (entry.date for entry in state.action.progress if entry.rag == "green" and entry.date)
    return max((day for day in days if day <= as_at), default=None)


@plan_rule("HS402", "no-update", "warning")
def no_update(view: View) -> Iterator[Finding]:
    """An open action that nobody has reported on for longer than the plan's reporting cycle; an overdue one is told of
    as that. Where nobody has ever reported on any action, that is said once. Of an organisation that is silent on its
    part of an action while others report, HS418 (organisation-silent) speaks.

    Why it matters: an action that nobody speaks of is more often forgotten than on its way.

    Where there is an entry in time that counts for nobody, HS422 (entry-uncounted) speaks instead.

    Failing:

        reporting: monthly
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        reporting: monthly
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            progress:
              - {date: 2013-06-25, status: in progress}

    To mend it: ask its lead, and add an entry under `progress:`; `status: no change` will do.
    """
    silent = [state for state in view.state.actions if state.no_update]
    if not silent:
        return
    cycle = view.plan.reporting
    if all(state.latest is None for state in view.state.actions):
        where = view.document.value(view.plan.node, "reporting")
        message = f"The plan reports {cycle}, and no progress has been entered on any of its actions."
        yield fault(where, message, "Ask the leads, and add entries under progress:.")
        return
    for state in silent:
        if state.position != "overdue" and not silent_parts(state):
            message = f"{named(state.action)} has no progress entry {_since(state)}, and the plan reports {cycle}."
            where = view.document.record(state.action.node)
            help = "Ask its lead and add an entry under progress:."
            yield fault(where, message, help, action=state.action.id, unless=_instead(state, view))


def _since(state: ActionState) -> str:
    """Since when nobody has reported whose entry counts."""
    said = [each.latest for each in state.by_organisation] if state.by_organisation else [state.latest]
    day = max((entry.date for entry in said if entry and entry.date), default=None)
    others = "that counts " if state.latest and state.latest.date != day else ""
    return f"{others}since {words(day)}" if day else f"{others}yet"


def _instead(state: ActionState, view: View) -> tuple[str, ...]:
    """Where somebody has reported in time and counts for nobody, that finding: it is mended there."""
    cycle = CYCLES.get(view.plan.reporting, 0)
    days = [(view.as_at - entry.date).days for entry in uncounted(state, view.owners) if entry.date]
    in_time = any(0 <= each <= cycle for each in days)
    return (entry_uncounted.name, view.plan.id, state.action.id) if in_time else ()


RULES = (overdue, no_update)
