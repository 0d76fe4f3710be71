"""HS85, second part: promises, decisions and reports of an adopted plan that were rewritten after the fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hsplan.findings import Finding, Place, counted, some
from hsplan.lint.rule import View, fault, remembering_rule
from hsplan.lint.rules.remembered import action_of, changes, now, told
from hsplan.plan import Action, Milestone, Owners, Progress

if TYPE_CHECKING:
    from datetime import date

    from hsplan.compare import Change
    from hsplan.plan import Plan
    from hsplan.versions.remembered import Past

    _Promise = tuple[str, str, date | None]


@remembering_rule("HS853", "first-timescale-rewritten", "error")
def first_timescale_rewritten(view: View) -> Iterator[Finding]:
    """The first timescale of an action or a milestone, in an adopted plan, that means something else than it did, or
    that is gone. Another spelling of the same date is none.

    Why it matters: the action is on time again and nobody agreed to it. All slippage counts from the first promise, so
    it is an error: what was promised first is never rewritten.

    Before, in an action:

        timescale: By Sept 2013

    Failing, in an action:

        timescale: March 2014

    Passing, in an action:

        timescale: By 30 September 2013
        date_changes:
          - date: 2013-06-03
            timescale: March 2014
            reason: "Two landlords joined late"
            decision: "Board, item 5"
            decided: 2013-06-10

    To mend it: put the first wording back, and the new date under `date_changes:` with its reason and who decided it.
    Where the first wording was copied wrongly out of the document, accept the finding with that reason.
    """
    for past, change in changes(view, "first-date-rewritten", "date-taken-away", "milestone-rewritten"):
        if not _only_due(view, past, change):
            help = "Put the first wording back, and the new date under date_changes: with who decided it."
            yield told(past, change, _timescale(view, change), help)


@remembering_rule("HS854", "due-date-moved", "error")
def due_date_moved(view: View) -> Iterator[Finding]:
    """A first due date of an adopted plan that was moved without a date change: `due:` was edited, or the plan's period
    or its phases, so that a wording such as "Year 2" now means another day.

    Why it matters: as with a rewritten timescale, the action is on time again and nobody agreed to it.

    Before, in an action:

        timescale: When the landlords are ready
        due: 2013-12-31

    Failing, in an action:

        timescale: When the landlords are ready
        due: 2014-06-30

    Passing, in an action:

        timescale: When the landlords are ready
        due: 2013-12-31
        date_changes:
          - {date: 2013-06-10, due: 2014-06-30, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: put `due:` back, and the new date under `date_changes:` with its reason and who decided it. Where the
    whole plan was extended, each action that goes on longer has a date change of its own, and the first date stays:
    write it out as `due:`.
    """
    for past, change in changes(view, "first-date-rewritten", "date-taken-away"):
        action = action_of(view, change)
        if action and _only_due(view, past, change):
            help = "Put due: back, and the new date under date_changes: with who decided it."
            yield told(past, change, view.document.value(action.node, "due"), help)
    for past in view.pasts:
        if any(change.subject == "plan" for change in past.changes):
            yield from _moved_with_the_plan(view, past)


@remembering_rule("HS855", "date-change-altered", "error")
def date_change_altered(view: View) -> Iterator[Finding]:
    """A date change of an adopted plan that had been agreed or refused, and that was edited or deleted since.

    Why it matters: what a meeting decided, and when, no longer stands as it was minuted. It is an error: a decision is
    changed by another decision.

    Before, in an action:

        date_changes:
          - {date: 2013-05-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-05-14}

    Failing, in an action:

        date_changes:
          - {date: 2013-05-01, timescale: June 2014, reason: "Two landlords joined late", decided: 2013-05-14}

    Passing, in an action:

        date_changes:
          - {date: 2013-05-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-05-14}
          - {date: 2013-06-03, timescale: June 2014, reason: "A third one asks", decided: 2013-06-10, refused: true}

    To mend it: put it back as it was, and what was decided since below it as an entry of its own. A proposal that
    nobody has decided may be edited and taken back.
    """
    for past, change in changes(view, "date-change-edited", "date-change-deleted"):
        help = "Put it back as it was decided; a later decision is an entry of its own below it."
        yield told(past, change, now(view, change), help)


@remembering_rule("HS856", "progress-altered", "error")
def progress_altered(view: View) -> Iterator[Finding]:
    """A progress entry of an adopted plan that was deleted, or whose date, status or decision was changed afterwards;
    `done:` too, of an action or a milestone.

    Why it matters: a meeting has read it, and has acted on what it said. It is an error because status, lateness and
    every earlier report are computed from these entries.

    Before, in an action:

        progress:
          - {date: 2013-05-31, status: not started, note: "Waiting for the landlords"}

    Failing, in an action:

        progress:
          - {date: 2013-05-31, status: in progress, note: "Waiting for the landlords"}

    Passing, in an action:

        progress:
          - {date: 2013-05-31, status: not started, note: "Waiting for the landlords"}
          - {date: 2013-06-30, status: in progress, note: "In May it had in fact begun"}

    To mend it: put it back as it was, and say how things stand in an entry of its own, with today's date. What was
    faulty when it was committed may be corrected and is not found: a key or a status misspelt, a day that no calendar
    has, a date still to come. That holds for the faulty value alone, here as in HS853 and HS855.
    """
    for past, change in changes(view, "progress-edited", "progress-deleted", "done-edited", "milestone-reopened"):
        if not _only_words(view, past, change):
            help = "Put it back as it was, and say what is right in an entry of its own."
            yield told(past, change, now(view, change), help)


@remembering_rule("HS857", "progress-reworded", "warning")
def progress_reworded(view: View) -> Iterator[Finding]:
    """A progress entry of an adopted plan whose note says something else than it did, while its date and status stand.

    Why it matters: the report that the meeting had before it read otherwise. It is a warning and no error, since mostly
    a slip of the pen is mended; capitals, commas and quotation marks are not looked at.

    Before, in an action:

        progress:
          - {date: 2013-05-31, status: in progress, note: "Two landlords have signed"}

    Failing, in an action:

        progress:
          - {date: 2013-05-31, status: in progress, note: "Three landlords have signed"}

    Passing, in an action:

        progress:
          - {date: 2013-05-31, status: in progress, note: "Two landlords have signed"}
          - {date: 2013-06-30, status: in progress, note: "Three landlords have signed"}

    To mend it: leave the entry as it was and add another one; a spelling mistake may simply be mended.
    """
    for past, change in changes(view, "progress-edited"):
        if _only_words(view, past, change):
            yield told(past, change, now(view, change), "If more than a slip was mended, add an entry instead.")


@remembering_rule("HS858", "adoption-changed", "error")
def adoption_changed(view: View) -> Iterator[Finding]:
    """The date on which a plan was adopted, moved or taken out after it had been adopted.

    Why it matters: a plan that is a draft again promises nothing, and months "after adoption" are counted anew. It is
    an error: what was adopted stays adopted until it is closed.

    Before:

        adopted: 2013-04-01

    Failing:

        adopted: 2013-05-01

    Passing:

        adopted: 2013-04-01

    To mend it: put the date back. A plan that ends has `closed:`. Where the day was written down wrongly, accept the
    finding with that reason.
    """
    for past, change in changes(view, "adoption-changed"):
        was = past.plan.adopted
        if was is not None:
            place = view.document.value(view.plan.node, "adopted" if "adopted" in view.plan.node else "id")
            yield told(past, change, place, f"Put adopted: {was.isoformat()} back.")


@remembering_rule("HS859", "milestone-removed", "error")
def milestone_removed(view: View) -> Iterator[Finding]:
    """A milestone of an adopted plan that was not done and is gone from an action that was open. One that has another
    title, another place in the list, or stands under another action with the same timescale is not gone.

    Why it matters: a step that was promised with a date will never be called late. It is an error as for a whole
    action (HS850): what no longer holds is taken back by a decision and not by a deletion.

    Before, in an action:

        milestones:
          - {title: "Landlords signed up", timescale: July 2013}
          - {title: "Evaluation published", timescale: August 2013}

    Failing, in an action:

        milestones:
          - {title: "Landlords signed up", timescale: July 2013}

    Passing, in an action:

        milestones:
          - {title: "Landlords signed up", timescale: July 2013}
          - title: "Evaluation published"
            timescale: August 2013
            date_changes:
              - {date: 2013-06-03, timescale: September 2013, reason: "The evaluator fell ill", decided: 2013-06-10}

    To mend it: put it back. Where it has to wait, give it a date change; where the action goes on without it, say in
    its `note:` who decided so, or end the action: withdrawn, or superseded by one that has the step. Where it never
    should have stood there, accept the finding with that reason.
    """
    promised: dict[int, Counter[_Promise]] = {}
    for past, change in changes(view, "milestone-removed"):
        action, (was, step) = action_of(view, change), _milestone_then(past, change, view)
        if action is None or _given_up(was, action, past, view):
            continue
        for plan in (view.plan, past.plan):
            if id(plan) not in promised:
                promised[id(plan)] = Counter(_promises(plan))
        same = _promise(step)
        if promised[id(view.plan)][same] >= promised[id(past.plan)][same]:
            continue  # it has come since under another action, or as one of its own
        help = "Put it back, with what was decided about it under its date_changes: or in its note:."
        key = "milestones" if "milestones" in action.node else ""
        place = view.document.key(action.node, key) if key else view.document.record(action.node)
        yield told(past, change, place, help)


def _milestone_then(past: Past, change: Change, view: View) -> tuple[Action, Milestone]:
    """The milestone that a change is about as it was, with its action. Several may have stood on one line."""
    assert change.old is not None
    there = view.records(past.plan).all_at(change.old.line, Milestone)
    return next((action, each) for action, each in there if each.title == change.old.value)


def _given_up(was: Action, action: Action, past: Past, view: View) -> bool:
    """Whether nothing was promised any more in an action as it was, or it ended since without being achieved."""
    from hsplan.compare.progress import ended_as

    if ended_as(was, Owners(view.workspace.shared, past.plan.owners)):
        return True
    return ended_as(action, view.owners) in ("withdrawn", "superseded", "carried over")


def _promises(plan: Plan) -> Iterator[_Promise]:
    for action in plan.actions:
        yield _promise(action)
        yield from map(_promise, action.milestones)


def _promise(step: Action | Milestone) -> _Promise:
    """What is to be done by when, as the plan words it."""
    from hsplan.compare.wording import plain

    return plain(step.title), step.timescale, step.due


def _timescale(view: View, change: Change) -> Place:
    """Where the timescale stands that a change is about: of the action, or of one of its milestones."""
    action = action_of(view, change)
    if action is None:
        return now(view, change)
    step = None
    if change.kind == "milestone-rewritten" and change.new:
        step = view.records(view.plan).at(change.new.line, Milestone)
    return view.document.value(step[1].node if step and step[0] is action else action.node, "timescale")


def _only_due(view: View, past: Past, change: Change) -> bool:
    """Whether `due:` was changed and the wording of the timescale was not."""
    # As it was it is found by its line, since its id may have changed too.
    old, new = view.records(past.plan).at(change.old.line if change.old else 0, Action), action_of(view, change)
    return old is not None and new is not None and old[1].timescale == new.timescale


def _only_words(view: View, past: Past, change: Change) -> bool:
    """Whether of an edited entry only what it says in words is another."""
    from hsplan.compare.progress import same_facts

    if change.kind != "progress-edited" or not change.old or not change.new:
        return False
    old = view.records(past.plan).at(change.old.line, Progress)
    new = view.records(view.plan).at(change.new.line, Progress)
    return old is not None and new is not None and same_facts(old[1], new[1])


def _moved_with_the_plan(view: View, past: Past) -> Iterator[Finding]:
    """One finding on all actions whose wording is the same and, by another period or phases, means another day."""
    from hsplan.timescale import read

    old, new = past.plan, view.plan
    key = "period" if old.period != new.period else "phases"
    # By its adoption alone, dates move too; that has a rule of its own.
    contexts = old.context._replace(adopted=None), new.context._replace(adopted=None)
    if contexts[0] == contexts[1]:
        return
    before = {each.id: each for each in old.actions}
    moved: list[tuple[Action, date, date]] = []
    for action in new.actions:
        was = before.get(action.id)
        if was is None or not action.timescale or was.timescale != action.timescale:
            continue
        dates = [read(action.timescale, context).due for context in contexts]
        if dates[0] and dates[1] and dates[0] != dates[1]:
            moved.append((action, dates[0], dates[1]))
    if moved:
        yield _with_the_plan(view, key, moved)


def _with_the_plan(view: View, key: str, moved: list[tuple[Action, date, date]]) -> Finding:
    from hsplan.compare.wording import day_words

    each = [f"{action.id} from {day_words(was)} to {day_words(due)}" for action, was, due in moved]
    number = f"the first due {'date' if len(each) == 1 else 'dates'} of {counted(len(each), 'action')}"
    what = "The plan's period was changed" if key == "period" else "The plan's phases were changed"
    message = f"{what}, which moves {number} without a date change: {some(each, _LISTED, '; ')}."
    help = "Write the first date out as due:, and the new one under date_changes: with who decided it."
    return fault(view.document.key(view.plan.node, key), message, help)


_LISTED = 3

RULES = (
    first_timescale_rewritten,
    due_date_moved,
    date_change_altered,
    progress_altered,
    progress_reworded,
    adoption_changed,
    milestone_removed,
)
