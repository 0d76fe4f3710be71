"""HS3, fourth part: when a date change, or the end of an action, was put forward and decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.recorded import changes_of
from hsplan.lint.rule import View, action_rule, fault, named
from hsplan.lint.rules.deadlines import over_by_a_day
from hsplan.lint.rules.going_on import said_of_carried
from hsplan.lint.rules.moved import date_change, moves_of
from hsplan.monitor import ActionState
from hsplan.timescale.wording import words


@action_rule("HS326", "moved-past-plan", "note", keys=("date_changes", "milestones"))
def moved_past_plan(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change to a date after the plan's last day.

    Why it matters: when the plan ends the action is still open, and somebody must carry it over; or the year is a slip.

    Of what was entered after the action had been carried over HS513 (changed-after-carry) speaks instead.

    Failing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2019, reason: "Two landlords joined late", decided: 2013-06-10}

    Passing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: correct the date. Where it was agreed so, accept the finding with the reason, and carry the action over
    when the plan ends.
    """
    period = view.plan.period
    if period is None or period.end < period.start:
        return
    for move, milestone in moves_of(state):
        if move.new is None or move.change.refused or move.new <= period.end:
            continue
        if over_by_a_day(move.timescale, move.new, period):
            continue
        if move.old is None or move.old <= period.end:  # of one that lay there before it was said before
            place = view.document.value(move.change.node, "timescale" if move.change.timescale else "due")
            message = f"{date_change(state, milestone)} moves it to {words(move.new)}, after the plan ends on"
            help = "Correct the date, or accept the finding and carry the action over when the plan ends."
            if state.position == "carried over":
                help = "Correct the date, or accept the finding."
            unless = said_of_carried(state, move.change, view)
            yield fault(place, f"{message} {words(period.end)}.", help, unless=unless)


@action_rule("HS327", "decided-too-early", "warning", lasting=True, keys=("date_changes", "milestones"))
def decided_too_early(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that was decided before it was put forward.

    Why it matters: one of the two days is wrong, and the minutes will show it.

    Failing, in an action:

        date_changes:
          - {date: 2013-06-10, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-01}

    Passing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: correct the day that is wrong: `date:` is when it was put forward, `decided:` when a meeting agreed.
    """
    for change, milestone in changes_of(state.action):
        if change.date and change.decided and change.decided < change.date <= view.latest:
            what = f"{date_change(state, milestone)} was decided on {words(change.decided)}"
            message = f"{what}, before it was put forward on {words(change.date)}."
            yield fault(view.document.value(change.node, "decided"), message, "Correct the day that is wrong.")


def _with_decisions(view: View) -> Sequence[ActionState]:
    if view.draft:
        return ()
    moved = {action.id for action in view.actions_with("date_changes", "milestones")}
    return view.of(moved | {action.id for action, entry in view.entries if entry.decided})


@action_rule("HS328", "decision-future", "warning", lasting=True, among=_with_decisions)
def decision_future(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that was put forward, or something that was decided, on a day that is still to come. Of a draft
    nothing is said.

    Why it matters: on that day it would count as agreed, whatever the meeting says.

    Failing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2113-06-10}

    Passing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: correct the date. Of what is still to be decided, leave `decided:` out until it is.
    """
    for node, key, day, what in _ahead(state, view.latest):
        message = f"{what} on {words(day)}, which is still to come."
        help = "Correct the date." if key == "date" else "Correct the date, or leave decided: out until it is decided."
        yield fault(view.document.value(node, key), message, help)


def _ahead(state: ActionState, latest: date) -> Iterator[tuple[Map, str, date, str]]:
    """What lies after a day: the record, the key, the date, and the words to begin a message."""
    for change, milestone in changes_of(state.action):
        if change.date and change.date > latest:
            what = f"{date_change(state, milestone)} was put forward"
            yield change.node, "date", change.date, what
        elif change.decided and change.decided > latest:
            what = f"{date_change(state, milestone)} was decided"
            yield change.node, "decided", change.decided, what
    for entry in state.action.progress:
        if entry.decided and entry.decided > latest and not (entry.date and entry.date > latest):
            yield entry.node, "decided", entry.decided, f'{named(state.action)}: "{entry.status}" was decided'


@action_rule("HS329", "change-without-date", "warning", keys=("date_changes", "milestones"))
def change_without_date(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that gives no new date: it has no wording, or one such as "ongoing".

    Why it matters: the minutes say that the date was changed, and the action is overdue by the old one all the same.

    Failing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: Ongoing, reason: "Two landlords joined late", decided: 2013-06-10}

    Passing, in an action:

        date_changes:
          - {date: 2013-06-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: add `timescale:` with the new date. What was put off without a new date is `deferred`, and what goes on
    as normal work `now routine`, each under `progress:`. Of wordings that cannot be read HS302
    (timescale-not-understood) speaks, and of "TBC" HS305 (timescale-open).
    """
    for move, milestone in moves_of(state) if state.open else ():
        change = move.change
        dateless = not change.timescale or move.timescale.kind in ("ongoing", "recurring")
        if move.new is None and dateless and not change.refused and (move.old or not change.timescale):
            on = f" of {words(change.date)}" if change.date else ""
            counts = "still counts" if move.agreed else "would still count"
            so = f", so the old one, {words(move.old)}, {counts}" if move.old else ""
            help = "Add timescale: with the new date, or report it as deferred or now routine."
            place = view.document.value(change.node, "timescale") if change.timescale else None
            message = f"{date_change(state, milestone)}{on} gives no new date{so}."
            yield fault(place or view.document.record(change.node), message, help)


RULES = (moved_past_plan, decided_too_early, decision_future, change_without_date)
