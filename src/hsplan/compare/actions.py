"""What became of each action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from hsplan.compare.change import Change
from hsplan.compare.dates import date_changes, first_date
from hsplan.compare.parts import TOLD, accepted, means, milestones, outcomes, people, rest
from hsplan.compare.progress import ended_as, progress
from hsplan.compare.subject import Subject
from hsplan.compare.wording import day_words, length_words, quoted, same_words
from hsplan.findings import listed
from hsplan.frozen import Frozen
from hsplan.monitor.dates import current_due, due_dates, milestone_state, moves
from hsplan.plan import Action, Owners, Plan
from hsplan.timescale import Reader


class Pair(Frozen):
    """The two plans that an action is compared in, with their owners and readers of timescales."""

    old: Plan
    new: Plan
    owners: tuple[Owners, Owners]
    readers: tuple[Reader, Reader]
    goals: Mapping[tuple[str, str], tuple[str, str]]
    """Old places to new ones: ("goal", id) or ("theme", id) to the theme and goal that this is now."""


def added(action: Action, subject: Subject, pair: Pair) -> Change:
    """An action that is new."""
    reader = pair.readers[1]
    origin = f"; carried from {listed(action.carried_from)}" if action.carried_from else ""
    return subject.change(
        "added", f"new, {_lead(action)}, {_when(action, reader)}{_since_moved(action, reader)}{origin}"
    )


def removed(action: Action, subject: Subject, pair: Pair) -> Change:
    """An action that is gone; whether it had ended makes it a promise taken back or not."""
    status = ended_as(action, pair.owners[0])
    if status:
        return subject.change("ended-and-removed", f"taken out of the plan; it had ended ({status})")
    again = next((each.title for each in pair.new.actions if each.id == action.id and each is not action), "")
    taken = f"; its id stands for {quoted(again)} now" if again else ""
    text = f"removed without saying how it ended; {_was(action, pair.readers[0])}{taken}"
    return subject.change("removed", text)


def compared(old: Action, new: Action, sure: str, subject: Subject, pair: Pair) -> Iterator[Change]:
    """What changed in one action."""
    if old.id != new.id:
        doubt = f"; {taken_for(old, new, sure)}" if sure in ("likeness", "one of several") else ""
        yield subject.change("renumbered", f"renumbered {old.id} to {new.id}{doubt}", values=(old.id, new.id))
    yield from titles(old.title, new.title, subject)
    if _place(old, pair.goals) != (new.theme, new.goal):
        was, now = (_home(each) for each in (old, new))
        told = (_group_words(plan, name) for plan, name in ((pair.old, was), (pair.new, now)))
        yield subject.change("moved", f"moved from {' to '.join(told)}", values=(was, now))
    if old.node == new.node:
        return
    yield from first_date(subject, (old.timescale, old.due), (new.timescale, new.due), pair.readers)
    first = _dates(new, pair.readers[1])[0]
    yield from date_changes(subject, old.date_changes, new.date_changes, first, pair.readers[1], "")
    yield from progress(subject, old, new, pair.owners)
    yield from people(subject, old, new, pair.owners)
    yield from milestones(subject, old, new, pair.readers)
    yield from outcomes(subject, old, new)
    yield from means(subject, old, new)
    yield from accepted(subject, old.node, new.node)
    yield from rest(subject, old.node, new.node, TOLD, {**_column_names(pair.old), **_column_names(pair.new)})


def carried(old: Action, new: Action, sure: str, subject: Subject, pair: Pair) -> Iterator[Change]:
    """What an action of one plan became in the plan after it: the promise, and who answers for it."""
    doubt = f"; {taken_for(old, new, sure)}" if sure in ("likeness", "one of several") else ""
    name = f"{pair.old.id}/{old.id}"
    was, now = _dates(old, pair.readers[0])[1], _dates(new, pair.readers[1])[0]
    values = (name, f"{pair.new.id}/{new.id}")
    if was and now and was < now:
        text = f"carried over from {name} and slipped {length_words(was, now)}, {day_words(was)} to {day_words(now)}"
        yield subject.change("date-later", text + doubt, values=values)
    elif was and not now:
        text = f"carried over from {name} without a date; there it was due {day_words(was)}"
        yield subject.change("date-taken-away", text + doubt, values=values)
    else:
        yield subject.change(
            "carried-in", f"carried over from {name}, {_when(new, pair.readers[1])}{doubt}", values=values
        )
    yield from titles(old.title, new.title, subject)
    yield from people(subject, old, new, pair.owners)


def left_behind(action: Action, subject: Subject, pair: Pair) -> Change | None:
    """An open action that the plan after it does not take up; None for one that had ended."""
    if ended_as(action, pair.owners[0]):
        return None
    text = f"open in {pair.old.id} and not taken up; {_was(action, pair.readers[0])}"
    return subject.change("removed", text, values=(pair.old.id, ""))


def _column_names(plan: Plan) -> dict[str, str]:
    """What to call the council's own columns; an internal one not by its title."""
    names = {key: plan.column_titles.get(key, "") for key in plan.columns}
    return {key: "an internal column" if plan.columns[key] else title for key, title in names.items()}


def titles(old: str, new: str, subject: Subject) -> Iterator[Change]:
    """A title that is spelled otherwise, or that says something else."""
    if old != new:
        spelled = same_words(old, new)
        text = f"{'spelled otherwise' if spelled else 'retitled'}; it was {quoted(old)}"
        yield subject.change("wording" if spelled else "retitled", text, values=(old, new))


def taken_for(old: Action, new: Action, sure: str) -> str:
    """The doubt in a match by likeness."""
    if sure == "one of several":
        return "taken for the same by its title, which others have too"
    if old.title == new.title:
        return "taken for the same by its title"
    return f"taken for the same by its likeness to {quoted(old.title)}"


def _lead(action: Action) -> str:
    return f"led by {listed(action.lead or action.each) or 'nobody'}"


def _was(action: Action, read: Reader) -> str:
    """`it was due March 2009, led by Wychavon`; without a date, `it was led by Wychavon, timescale "annually"`."""
    parts = (_when(action, read), _lead(action))
    return f"it was {', '.join(parts if parts[0].startswith('due') else parts[::-1])}"


def _when(action: Action, read: Reader) -> str:
    due = _dates(action, read)[0]
    return (
        f"due {day_words(due)}"
        if due
        else f"timescale {quoted(action.timescale)}"
        if action.timescale
        else "without a date"
    )


def _since_moved(action: Action, read: Reader) -> str:
    """`, moved to March 2027` where the action comes with a date change that was agreed; else nothing."""
    first, due = _dates(action, read)
    return f", moved to {day_words(due)}" if due and due != first else ""


def _place(old: Action, goals: Mapping[tuple[str, str], tuple[str, str]]) -> tuple[str, str]:
    """Where an action would stand if only the groups around it had changed."""
    if old.goal:
        return goals.get(("goal", old.goal), ("", old.goal))
    return goals.get(("theme", old.theme), (old.theme, ""))


def _home(action: Action) -> str:
    """The id of the goal or theme that it stands in."""
    return next(name for name in (action.goal, action.theme, "no goal") if name)


def _group_words(plan: Plan, name: str) -> str:
    """`A1 "Fewer evictions"`: a goal or theme by its id and title."""
    title = next((each.title for each in (*plan.goals, *plan.themes) if each.id == name), "")
    return f"{name} {quoted(title)}" if title else name


def _dates(action: Action, read: Reader) -> tuple[date | None, date | None]:
    """The first due date, and the one after every agreed change."""
    states = tuple(milestone_state(each, date.max, read) for each in action.milestones)
    first, before = due_dates(action, read(action.timescale), states)
    return first, current_due(before, moves(action.date_changes, before, date.max, read))
