"""HS4, second part: what the progress entries say, and whether it can be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.findings import Finding, shorten
from hsplan.lint.rule import View, action_rule, fault, named
from hsplan.lint.said import contradicting, may_state
from hsplan.monitor import ActionState
from hsplan.monitor.status import pending
from hsplan.plan import CLOSED, NO_CHANGE, Progress
from hsplan.timescale.wording import words


def _reported(view: View) -> Sequence[ActionState]:
    return view.having(("progress",))


def _with_later_entries(view: View) -> Sequence[ActionState]:
    later = any(entry.date and entry.date > view.latest for _, entry in view.entries) and not view.draft
    return _reported(view) if later else ()


@action_rule("HS410", "entry-future", "warning", lasting=True, among=_with_later_entries)
def entry_future(state: ActionState, view: View) -> Iterator[Finding]:
    """A progress entry with a date that is still to come, in a plan that is adopted.

    Why it matters: it counts for nothing until that day; mostly the year or the month is a slip.

    Failing, in an action:

        progress:
          - {date: 2113-06-20, status: in progress}

    Passing, in an action:

        progress:
          - {date: 2013-06-20, status: in progress}

    To mend it: correct the date. What is only planned belongs under `milestones:`.
    """
    for entry in state.action.progress:
        if entry.date and entry.date > view.latest:
            message = f"{named(state.action)}: a progress entry is dated {words(entry.date)}, which is still to come."
            yield fault(view.document.value(entry.node, "date"), message, "Correct the date.")


def _with_several_entries(view: View) -> Sequence[ActionState]:
    return [state for state in _reported(view) if len(state.action.progress) > 1]


@action_rule("HS411", "entries-out-of-order", "note", lasting=True, among=_with_several_entries)
def entries_out_of_order(state: ActionState, view: View) -> Iterator[Finding]:
    """A progress entry that stands below a newer one. Of a whole list that begins with the newest it is said once.

    Why it matters: whoever reads the file takes the last entry for the newest, and hsplan goes by the dates.

    Of one that only stands below a date still to come HS410 (entry-future) speaks instead.

    Failing, in an action:

        progress:
          - {date: 2013-06-20, status: in progress}
          - {date: 2013-05-10, status: not started}

    Passing, in an action:

        progress:
          - {date: 2013-05-10, status: not started}
          - {date: 2013-06-20, status: in progress}

    To mend it: put the entries in order, the oldest first; or correct the date.
    """
    dated = [(entry.date, entry.node) for entry in state.action.progress if entry.date]
    days = [day for day, _ in dated]
    if days == sorted(days):
        return
    if len(dated) > 2 and days == sorted(set(days), reverse=True) and days[1] <= view.latest:
        message = f"{named(state.action)}: its {len(dated)} progress entries stand newest first."
        yield fault(view.document.value(dated[1][1], "date"), message, "Put the oldest first.")
        return
    for number, (day, node) in enumerate(dated):
        above = [each for each in days[:number] if each > day]
        newest = max((each for each in above if each <= view.latest), default=max(above, default=None))
        if newest:
            slip = (entry_future.name, view.plan.id, state.action.id) if newest > view.latest else ()
            message = f"{named(state.action)}: the entry of {words(day)} stands below that of {words(newest)}."
            help = "Put the oldest first, or correct the date."
            yield fault(view.document.value(node, "date"), message, help, unless=slip)


def _first_day(view: View) -> date | None:
    """The day on which the plan began, or was adopted before."""
    period = view.plan.period
    return min(period.start, view.plan.adopted or period.start) if period else None


def _with_earlier_entries(view: View) -> Sequence[ActionState]:
    first = _first_day(view)
    early = first and any(entry.date and entry.date < first for _, entry in view.entries)
    return _reported(view) if early else ()


@action_rule("HS412", "entry-before-plan", "note", lasting=True, among=_with_earlier_entries)
def entry_before_plan(state: ActionState, view: View) -> Iterator[Finding]:
    """A progress entry from before the plan began and was adopted.

    Why it matters: the year is a slip, or the entry was copied from the last plan and reports other work.

    Failing, in an action:

        progress:
          - {date: 2012-06-20, status: in progress}

    Passing, in an action:

        progress:
          - {date: 2013-06-20, status: in progress}

    To mend it: correct the date. What was done under the last plan stands in the last plan.
    """
    first = _first_day(view)
    for entry in state.action.progress:
        if entry.date and first and entry.date < first:
            message = (
                f"{named(state.action)}: a progress entry is dated {words(entry.date)}, before the plan began on "
                f"{words(first)}."
            )
            yield fault(view.document.value(entry.node, "date"), message, "Correct the date, or take the entry out.")


@action_rule("HS413", "reopened-silently", "warning", among=_with_several_entries)
def reopened_silently(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that was closed and is open again, in an entry that does not say why.

    Why it matters: members were told that it was done. They will ask what happened.

    Of two entries of one day HS417 (two-statuses) speaks instead.

    Failing, in an action:

        progress:
          - {date: 2013-05-10, status: achieved, note: "Signed by all"}
          - {date: 2013-06-20, status: in progress}

    Passing, in an action:

        progress:
          - {date: 2013-05-10, status: achieved, note: "Signed by all"}
          - {date: 2013-06-20, status: in progress, note: "A new landlord wants changes"}

    To mend it: add a `note:` that says why it is open again.
    """
    closed: dict[str, Progress] = {}
    for entry in state.action.progress:
        if not entry.status or entry.status == NO_CHANGE:
            continue
        before = closed.pop(entry.by, None)
        if entry.status in CLOSED:
            closed[entry.by] = entry
        elif before and not (entry.note or entry.decision):
            since = f" on {words(before.date)}" if before.date else ""
            message = f'{named(state.action)} was {before.status}{since} and is "{entry.status}" again, without a note.'
            yield fault(view.document.value(entry.node, "status"), message, "Add a note: why it is open again.")


def _achieved(view: View) -> Sequence[ActionState]:
    return [state for state in _reported(view) if state.status == "achieved"]


@action_rule("HS414", "achieved-bare", "note", among=_achieved)
def achieved_bare(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that is said to be achieved, without a word on what there is now and without the day.

    Why it matters: nobody can check it, and whether it was done in time can't be told.

    Failing, in an action:

        progress:
          - {date: 2013-06-20, status: achieved}

    Passing, in an action:

        done: 2013-06-14
        progress:
          - {date: 2013-06-20, status: achieved, note: "Signed by all landlords"}

    To mend it: add `done:` with the day, the month or the year, or a `note:` on what there is now. Either is enough.
    """
    entry, action = state.reported, state.action
    if entry is None or action.done:
        return
    said = action.note or action.internal_note or any(milestone.done for milestone in action.milestones)
    if said or any(each.note or each.internal_note for each in action.progress):
        return
    message = f"{named(action)} is achieved, without a word on what there is now or on which day it was done."
    yield fault(view.document.value(entry.node, "status"), message, "Add done: with the day, or a note:.")


def _called_green(view: View) -> Sequence[ActionState]:
    return [state for state in _reported(view) if state.officer_rag == "green"]


@action_rule("HS415", "green-while-overdue", "warning", among=_called_green)
def green_while_overdue(state: ActionState, view: View) -> Iterator[Finding]:
    """An overdue action that its officer called green on a day after it was due. Of one that was called green before,
    HS401 (overdue) says so.

    Why it matters: the report shows both, and members will ask which of them is right.

    Failing, in an action:

        timescale: April 2013
        accepted:
          - {rule: overdue, reason: "It goes to the July meeting"}
        progress:
          - {date: 2013-06-20, status: in progress, rag: green}

    Passing, in an action:

        timescale: September 2013
        progress:
          - {date: 2013-06-20, status: in progress, rag: green}

    To mend it: report amber or red, or put a date change forward that says why it is still on course.
    """
    if not state.late or state.days_late < view.state.thresholds.amber:
        return
    greens = (each for each in reversed(state.action.progress) if each.rag == "green" and each.date)
    said = next((each for each in greens if each.date and each.date <= view.as_at), None)
    if said is not None and state.due and said.date and said.date > state.due:
        message = f"{named(state.action)} was due {words(state.due)}, and on {words(said.date)} it is called green."
        place = view.document.value(said.node, "rag")
        yield fault(place, message, "Report amber or red, or put a date change forward.")


def _with_telling_notes(view: View) -> Sequence[ActionState]:
    states = _reported(view)
    likely = may_state([_notes(state) for state in states])
    return [state for state, may in zip(states, likely, strict=bool(states)) if may]


def _notes(state: ActionState) -> str:
    """All notes that may be the newest ones."""
    if state.by_organisation:
        return " ".join([each.note for each in state.action.progress])
    latest, reported = state.latest, state.reported
    note = latest.note if latest else ""
    return note if reported is None or reported is latest else f"{note} {reported.note}"


@action_rule("HS416", "note-contradicts", "warning", among=_with_telling_notes)
def note_contradicts(state: ActionState, view: View) -> Iterator[Finding]:
    """An entry whose note says something else than its status: "Completed", while it is in progress.

    Why it matters: one of the two is wrong, and the count at the head of the report goes by the status.

    Failing, in an action:

        progress:
          - {date: 2013-06-20, status: in progress, note: "Completed."}

    Passing, in an action:

        progress:
          - {date: 2013-06-20, status: achieved, note: "Completed."}

    What a note says of a part says nothing of the action: "Training completed for 12 staff", "Not started in Redditch".
    A note on `no change` is held against the status that it renews.

    To mend it: correct the status, or reword the note.
    """
    for entries in _newest(state):
        for entry, status in entries:
            meant = entry if entry.status == status else entry._replace(status=status)
            said = contradicting(meant, state.action.title)
            if said is None or (entry.status == NO_CHANGE and said.sounds == "not started"):
                continue
            put = "put forward as " if pending(entry, view.as_at) else ""
            same = ' ("no change")' if entry.status == NO_CHANGE else ""
            message = f'{named(state.action)} is {put}{status}{same}, but its note says "{shorten(said.words)}".'
            help = f'Correct the status ("{said.sounds}"?), or reword the note.'
            yield fault(view.document.value(entry.node, "status"), message, help)
            break


def _newest(state: ActionState) -> Iterator[list[tuple[Progress, str]]]:
    """Of each who reports the newest entry, and the newest that states a status, where they have notes; with the
    statuses that they mean: of "no change" the one before. An entry for all of several organisations is given once."""
    if not state.by_organisation:
        latest, reported = state.latest, state.reported
        yield _with_notes((latest,) if latest is reported else (latest, reported), state.status)
    seen: set[int] = set()
    for each in state.by_organisation:
        if id(each.latest) not in seen:
            seen.add(id(each.latest))
            yield _with_notes((each.latest,), each.status)


def _with_notes(entries: Sequence[Progress | None], status: str) -> list[tuple[Progress, str]]:
    return [
        (each, status if each.status == NO_CHANGE else each.status)
        for each in entries
        if each and each.note and each.status and not each.refused
    ]


@action_rule("HS417", "two-statuses", "warning", lasting=True, among=_with_several_entries)
def two_statuses(state: ActionState, view: View) -> Iterator[Finding]:
    """Two entries of the same day, by the same organisation, with different statuses.

    Why it matters: the lower of the two counts, and nobody has decided that it should.

    Failing, in an action:

        progress:
          - {date: 2013-06-20, status: in progress}
          - {date: 2013-06-20, status: deferred, decided: 2013-06-20}

    Passing, in an action:

        progress:
          - {date: 2013-06-20, status: deferred, decided: 2013-06-20}

    To mend it: keep the one that is right.
    """
    said: dict[tuple[date, str], str] = {}
    for entry in state.action.progress:
        if entry.date and entry.status and entry.status != NO_CHANGE:
            first = said.setdefault((entry.date, entry.by), entry.status)
            if first != entry.status:
                message = f'{named(state.action)} is "{first}" and "{entry.status}" on {words(entry.date)}.'
                yield fault(view.document.value(entry.node, "status"), message, "Keep the one that is right.")


RULES = (
    entry_future,
    entries_out_of_order,
    entry_before_plan,
    reopened_silently,
    achieved_bare,
    green_while_overdue,
    note_contradicts,
    two_statuses,
)
