"""HS3, first part: that there is a deadline, and how it is worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.findings import Finding, full_stop, shorten
from hsplan.lint.rule import View, action_rule, fault, named, wording_rule
from hsplan.lint.wordings import Wording
from hsplan.monitor import ActionState
from hsplan.timescale import Timescale, read
from hsplan.timescale.wording import words

_PLAIN = 'Write it plainly, as in "30 September 2013" or "September 2013".'


def _without_a_time(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if not state.action.timescale and not state.action.due]


@action_rule("HS301", "no-deadline", "warning", in_draft="note", among=_without_a_time)
def no_deadline(state: ActionState, view: View) -> Iterator[Finding]:
    """An action with no timescale, no due date and no dated milestone.

    Why it matters: it can never be late, so nobody need ever do it. A draft may still lack its dates: there it is a
    note.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    To mend it: write `timescale:` in your own words, "by September 2013" or "ongoing". Work that never ends is better
    `now routine` than an action without a date.
    """
    action = state.action
    if not any(milestone.timescale or milestone.due for milestone in action.milestones):
        yield fault(
            view.document.record(action.node),
            f"{named(action)} has no timescale.",
            "Add timescale: with the date it is due.",
        )


@wording_rule("HS302", "timescale-not-understood", "warning")
def timescale_not_understood(wording: Wording, view: View) -> Iterator[Finding]:
    """A timescale that cannot be read as a time, or that ends before it begins.

    Why it matters: the action is then neither on time nor late.

    Failing, in an action:

        timescale: the twelfth of never

    Passing, in an action:

        timescale: September 2013

    To mend it: write a day, a month, a quarter, a year or a range in plain words; `hsplan timescale "your words"` says
    how they are read. Where the wording must stay, add `due:` with the day that it means.
    """
    state, node, timescale, what = wording
    if timescale.kind not in ("unparseable", "none") or node.get("due") or "excel-serial" in timescale.faults:
        return
    if timescale.kind == "none":
        why = f"says no time. {full_stop(timescale.doubt or '')}".rstrip()
    elif "impossible" in timescale.faults and timescale.doubt:
        why = f"is no day of the calendar: {full_stop(timescale.doubt)}"
    elif "backwards" in timescale.faults and timescale.doubt:
        why = f"is the wrong way round. {full_stop(timescale.doubt)}"
    else:
        why = "cannot be read as a time."
    help = f'Write "{timescale.suggestion}" if that is meant.' if timescale.suggestion else _PLAIN
    help = "Correct the year, or change the two round." if "backwards" in timescale.faults else help
    message = f"{named(state.action)}: {_quoted(what, timescale)} {why}"
    yield fault(view.document.value(node, "timescale"), message, help)


@wording_rule("HS303", "timescale-doubtful", "note")
def timescale_doubtful(wording: Wording, view: View) -> Iterator[Finding]:
    """A timescale that two readers could take for different dates.

    Why it matters: one of them will say that the action is late, and the other that it is not.

    Failing, in an action:

        timescale: Q3 2013

    Passing, in an action:

        timescale: Q3 2013/14

    To mend it: write the day or the month that is meant; of a date that was moved the first one, and the move under
    `date_changes:`. An adopted plan's first wording is kept as it was; accept the
    finding there, with the reason why the reading is right.
    """
    state, node, timescale, what = wording
    if not timescale.doubt or timescale.kind == "unparseable" or timescale.correction or "vague" in timescale.faults:
        return
    if timescale.kind == "none" and not node.get("due"):
        return  # timescale-not-understood says so
    help = f'Write "{timescale.suggestion}" if that is meant.' if timescale.suggestion else ""
    if "moved" in timescale.faults:
        again = what.startswith("the date change")
        help = "Write the new date alone." if again else "Write the first date alone, and the move under date_changes:."
    message = f"{named(state.action)}: {_quoted(what, timescale)} is doubtful. {full_stop(timescale.doubt)}"
    yield fault(view.document.value(node, "timescale"), message, help)


@wording_rule("HS304", "timescale-misspelt", "note")
def timescale_misspelt(wording: Wording, view: View) -> Iterator[Finding]:
    """A slip of the pen in a timescale that could still be read.

    Why it matters: it stands in the report as it was typed.

    Failing, in an action:

        timescale: by Setpember 2013

    Passing, in an action:

        timescale: by September 2013

    To mend it: put the word right.
    """
    state, node, timescale, what = wording
    if timescale.correction:
        help = f'Write "{timescale.corrected}".' if timescale.corrected else ""
        message = f"{named(state.action)}: {_quoted(what, timescale)} is misspelt. {full_stop(timescale.doubt or '')}"
        yield fault(view.document.value(node, "timescale"), message, help)


@wording_rule("HS305", "timescale-open", "warning", in_draft="note")
def timescale_open(wording: Wording, view: View) -> Iterator[Finding]:
    """A timescale that is still to be confirmed, or hangs on a condition, and gives no date.

    Why it matters: as long as nobody sets the date or the condition is not met, the action can never be late. In a
    draft it is a note. Once the action is closed, nothing is said.

    Failing, in an action:

        timescale: subject to funding

    Passing, in an action:

        timescale: March 2014, subject to funding

    To mend it: add a date by which it is to be done or looked at again, and keep the condition beside it. Where it
    waits for another action, say so with `depends_on:` too.
    """
    state, node, timescale, what = wording
    if state.open and timescale.kind in ("conditional", "tbc") and not node.get("due"):
        why = "is still to be confirmed" if timescale.kind == "tbc" else "gives a condition and no date"
        message = f"{named(state.action)}: {_quoted(what, timescale)} {why}."
        help = "Add a date by which it is to be done or reviewed."
        awaited = _awaited(state, timescale, view)
        if awaited:
            help = f"{help[:-1]}, and depends_on: [{', '.join(awaited)}]."
        yield fault(view.document.value(node, "timescale"), message, help)


def _unreviewed(view: View) -> Sequence[ActionState]:
    """What goes on without a date, where the plan does not say how often it is looked at."""
    plan = view.plan
    if plan.reporting or any(body.reviews for body in plan.governance.values()):
        return ()
    if plan.organisations and not plan.governance and not view.draft:
        return ()  # no-governance says it once for the whole plan
    return [state for state in view.state.actions if not state.due and state.timescale.kind in ("ongoing", "recurring")]


@action_rule("HS306", "ongoing-unreviewed", "note", among=_unreviewed)
def ongoing_unreviewed(state: ActionState, view: View) -> Iterator[Finding]:
    """An ongoing or recurring action with no date, in a plan that sets no progress review. Where an adopted plan names
    its organisations and no body that looks after it, HS701 (no-governance) speaks instead.

    Why it matters: nobody is ever asked whether it still goes on.

    Failing, in an action:

        title: "Keep up the landlord forum"
        timescale: ongoing

    Passing, in an action:

        title: "Keep up the landlord forum"
        timescale: ongoing, and a report by March 2014

    To mend it: add a date of review to the wording, or a milestone with one; or say once for the whole plan how often
    it is reviewed, with `reporting:` or under `governance:`.
    """
    message = f"{named(state.action)}: {_quoted('the timescale', state.timescale)} gives no date, and no review is set."
    help = "Add a date of review, or say under governance: how often the plan is reviewed."
    yield fault(view.document.value(state.action.node, "timescale"), message, help)


@wording_rule("HS307", "excel-serial", "warning")
def excel_serial(wording: Wording, view: View) -> Iterator[Finding]:
    """A number such as 41547, into which Excel turned a date.

    Why it matters: nobody can read it, and it came from a date that somebody could.

    Failing, in an action:

        timescale: 41547

    Passing, in an action:

        timescale: 30 September 2013

    To mend it: write the date that the message gives.
    """
    state, node, timescale, what = wording
    if "excel-serial" in timescale.faults:
        help = f'Write "{timescale.suggestion}".' if timescale.suggestion else _PLAIN
        message = f"{named(state.action)}: {_quoted(what, timescale)} is a number. {full_stop(timescale.doubt or '')}"
        yield fault(view.document.value(node, "timescale"), message, help)


@wording_rule("HS308", "timescale-vague", "warning")
def timescale_vague(wording: Wording, view: View) -> Iterator[Finding]:
    """A word for a time that everybody takes differently: "ASAP", "immediate", "short term".

    Why it matters: nobody can say on which day it is late.

    Failing, in an action:

        timescale: ASAP

    Passing, in an action:

        timescale: by May 2014

    To mend it: write the month by which it is to be done. Of a closed action nothing is said.
    """
    state, node, timescale, what = wording
    if state.open and "vague" in timescale.faults and not node.get("due"):
        period = view.plan.period
        within = timescale.suggestion and not (timescale.due and period and timescale.due > period.end)
        help = f'Write "{timescale.suggestion}" if that is meant.' if within else _PLAIN
        message = f"{named(state.action)}: {_quoted(what, timescale)} is vague. {full_stop(timescale.doubt or '')}"
        yield fault(view.document.value(node, "timescale"), message, help)


def _with_several_dates(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if state.timescale.further]


@action_rule("HS309", "several-dates", "note", among=_with_several_dates)
def several_dates(state: ActionState, view: View) -> Iterator[Finding]:
    """A timescale with several dates in it; the last one counts as the due date.

    Why it matters: the earlier ones are in nobody's list, and are missed without a word.

    Failing:

        "1.1":
          title: "Draft and agree a protocol"
          lead: Housing Team
          timescale: September 2013, December 2013

    Passing:

        "1.1":
          title: "Draft and agree a protocol"
          lead: Housing Team
          milestones:
            - {title: "Drafted", timescale: September 2013}
            - {title: "Agreed", timescale: December 2013}

    To mend it: make a milestone of each date.
    """
    if "moved" in state.timescale.faults:
        return  # timescale-doubtful says what belongs where
    if state.timescale.due and not state.milestones:
        dates = ", ".join(words(day) for day in state.timescale.further)
        turned = _turned_round(state.timescale)
        what = "two dates, the later one first" if turned else "several dates"
        message = (
            f"{named(state.action)}: {_quoted('the timescale', state.timescale)} has {what}; {dates} "
            f"would be missed, since {words(state.timescale.due)} counts as the due date."
        )
        help = "Make a milestone of each date."
        if turned:
            help = (
                "Where a span is meant, correct the year or change the two round; else make a milestone of each date."
            )
        yield fault(view.document.value(state.action.node, "timescale"), message, help)


def _awaited(state: ActionState, timescale: Timescale, view: View) -> list[str]:
    """The actions that a condition names by their ids, quoted, where the action does not say that it depends on any. A
    bare figure may be anything's."""
    import re

    action = state.action
    if action.depends_on or not timescale.condition:
        return []
    words = re.findall(r"\w[\w.-]*\w", timescale.condition)
    ids = {each.id for each in view.plan.actions} - {action.id}
    return [f'"{word}"' for word in dict.fromkeys(words) if word in ids and not word.isdecimal()]


def _turned_round(timescale: Timescale) -> bool:
    """Whether two dates are joined by a dash, the later one first: a span that is the wrong way round, perhaps."""
    import re

    halves = re.split(" *[-\u2013\u2014] *", timescale.wording)
    return len(halves) == 2 and [read(half).due for half in halves] == [timescale.due, *timescale.further]


def _quoted(what: str, timescale: Timescale) -> str:
    return f'{what} "{shorten(timescale.wording)}"'


RULES = (
    no_deadline,
    timescale_not_understood,
    timescale_doubtful,
    timescale_misspelt,
    timescale_open,
    ongoing_unreviewed,
    excel_serial,
    timescale_vague,
    several_dates,
)
