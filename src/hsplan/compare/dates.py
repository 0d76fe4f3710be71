"""Promises in time: the first timescale, and the date changes that move it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.compare.change import Change
from hsplan.compare.pairing import frozen, paired
from hsplan.compare.subject import Subject
from hsplan.compare.wording import clipped, day_words, length_words, quoted, same_words
from hsplan.plan import DateChange
from hsplan.timescale import Reader, sense
from hsplan.timescale.days import words


def first_date(
    subject: Subject, old: tuple[str, date | None], new: tuple[str, date | None], readers: tuple[Reader, Reader]
) -> Iterator[Change]:
    """The first promise of an action, given as (timescale, due) on both sides: the same meaning is only wording."""
    if old == new:
        return
    before, after = readers[0](old[0]), readers[1](new[0])
    if old[1] != new[1] and (old[0] == new[0] != "" or (before.due and old[1]) or (after.due and new[1])):
        yield _due_edited(subject, old[1], new[1], counts=old[0] == new[0] and not after.due)
    if old[0] == new[0] != "":
        return
    was, now = before.due or old[1], after.due or new[1]
    values = (_wording(old), _wording(new))
    if sense(before, was) == sense(after, now):
        yield subject.change("wording", f"the timescale {values[0]} is now written {values[1]}", values=values)
    elif was and now:
        move = f"from {day_words(was)} to {day_words(now)} ({_by(was, now)})" if was != now else "in its meaning"
        text = f"the first timescale was rewritten {move}, without a date change; it said {values[0]}"
        yield subject.change("first-date-rewritten", text, values=values)
    elif now:
        text = f"a date is given, {day_words(now)}" + (f"; until now it said {values[0]}" if old[0] else "")
        yield subject.change("date-given", text, values=values)
    elif was:
        text = f"the date was taken away; it was {day_words(was)}" + (f", now it says {values[1]}" if new[0] else "")
        yield subject.change("date-taken-away", text, values=values)
    else:
        kind = "details-changed" if not (old[0] and new[0]) else "first-date-rewritten"
        yield subject.change(kind, f"the timescale was {values[0]} and is now {values[1]}", values=values)


def _due_edited(subject: Subject, was: date | None, now: date | None, *, counts: bool) -> Change:
    """The key `due:` beside a timescale, which only `counts` where no date can be read out of that."""
    values = tuple(words(each) if each else "" for each in (was, now))
    if not was:
        kind, text = "date-given", f"due: {values[1]} was added"
    elif not now:
        kind, text = "date-taken-away", f"due: {values[0]} was removed"
    else:
        kind, text = "first-date-rewritten", f"due: {values[0]} became {values[1]}"
        text += ", without a date change" if counts else ""
    if not counts:
        kind, text = "details-changed", f"{text}; the timescale gives the date"
    return subject.change(kind, text, values=(values[0], values[1]))


def _wording(promise: tuple[str, date | None]) -> str:
    wording, due = promise
    return quoted(wording) if wording else day_words(due) if due else "nothing"


def date_changes(
    subject: Subject, old: Sequence[DateChange], new: Sequence[DateChange], first: date | None, read: Reader, what: str
) -> Iterator[Change]:
    """Date changes put forward, agreed, refused, edited and deleted. `first` is the new side's first due date, `what`
    is "" for the action's own and names the milestone otherwise."""
    if not old and not new:
        return
    pairs, gone, come = paired(
        old,
        new,
        lambda each: frozen(each.node),
        lambda each: (each.date, each.timescale, each.due),
        lambda each: (each.decision, each.decided) if each.decided else None,
        lambda each: each.date,
    )
    for before, after in pairs:
        if before.node != after.node:
            yield from _edited(subject, before, after, new, first, read, what)
    for each in gone:
        yield _deleted(subject, each, read, what)
    for each in come:
        yield _put_forward(subject, None, each, new, first, read, what)


def _agreed(change: DateChange) -> bool:
    return change.decided is not None and not change.refused


def _due(change: DateChange, read: Reader) -> date | None:
    return read(change.timescale).due or change.due


def _edited(
    subject: Subject,
    old: DateChange,
    new: DateChange,
    every: Sequence[DateChange],
    first: date | None,
    read: Reader,
    what: str,
) -> Iterator[Change]:
    if not _agreed(old) and not old.refused and (_agreed(new) or new.refused):
        yield _put_forward(subject, old, new, every, first, read, what)
        return
    same = (old.date, old.due, old.decided, old.refused) == (new.date, new.due, new.decided, new.refused)
    spelled = all(
        same_words(*each)
        for each in ((old.timescale, new.timescale), (old.reason, new.reason), (old.decision, new.decision))
    )
    values = (_told(old, read), _told(new, read))
    if same and spelled:
        if (old.timescale, old.reason, old.decision) != (new.timescale, new.reason, new.decision):
            text = f"the date change to {_goal(new, read)}{what} is worded anew"
            yield subject.change("wording", text, frozen(old.node), frozen(new.node), old=old.node, new=new.node)
        else:
            text = f"a detail of the date change to {_goal(new, read)}{what} was changed"
            yield subject.change(
                "details-changed", text, frozen(old.node), frozen(new.node), old=old.node, new=new.node
            )
    elif not _agreed(old) and not old.refused:
        yield _put_forward(subject, old, new, every, first, read, what)
    else:
        text = f"a date change that had been {'refused' if old.refused else 'agreed'}{what} was edited: "
        yield subject.change(
            "date-change-edited",
            f"{text}{quoted(values[0])} became {quoted(values[1])}",
            old=old.node,
            new=new.node,
            values=values,
        )


def _deleted(subject: Subject, each: DateChange, read: Reader, what: str) -> Change:
    told = _told(each, read)
    if _agreed(each) or each.refused:
        text = (
            f"a date change that had been {'refused' if each.refused else 'agreed'}{what} was deleted: {quoted(told)}"
        )
        return subject.change("date-change-deleted", text, old=each.node, values=(told, ""))
    text = f"the proposal of {_goal(each, read)}{what} was taken back"
    return subject.change("proposal-taken-back", text, old=each.node, values=(told, ""))


def _put_forward(
    subject: Subject,
    old: DateChange | None,
    new: DateChange,
    every: Sequence[DateChange],
    first: date | None,
    read: Reader,
    what: str,
) -> Change:
    """A date change that is new, or that is decided now: which way it moves the date, why, and who agreed."""
    now, was, number = _due(new, read), _due_before(new, every, first, read), _number(new, every)
    values = (_told(old, read) if old else "", _told(new, read))
    why = f"; {clipped(new.reason)}" if new.reason else ""
    told = f"{why} ({clipped(new.decision)})" if new.decision else why
    span = f"{day_words(was)} to {_goal(new, read)}" if was else f"to {_goal(new, read)}"
    by = _by(was, now) if was and now else ""
    if new.refused:
        kind, text = "refused", f"a move{what} was refused, {span}{told}"
    elif not _agreed(new):
        again = ", put anew" if old else ""
        kind, text = "date-proposed", f"a move{what} is proposed{again}, {span}{f' ({by})' if by else ''}{told}"
    elif was and now and now > was:
        kind, text = "date-later", f"slipped {length_words(was, now)}{what}, {span}{told}"
    elif was and now and now < was:
        kind, text = "date-earlier", f"brought forward {length_words(was, now)}{what}, {span}{told}"
    elif now and was == now:
        kind, text = "date-confirmed", f"the date {day_words(now)}{what} was confirmed{told}"
    elif now:
        kind, text = "date-given", f"a date was agreed{what}, {day_words(now)}{told}"
    else:
        kind, text = "date-later", f"moved{what} from {day_words(was)} to {_goal(new, read)}{told}"
    if what and kind in ("date-later", "date-earlier"):
        kind = kind.replace("date", "milestone")
    move = number if _agreed(new) else 0
    return subject.change(kind, text, what, old=old.node if old else None, new=new.node, values=values, move=move)


def _due_before(change: DateChange, every: Sequence[DateChange], first: date | None, read: Reader) -> date | None:
    """The due date that a change starts from: after the agreed ones decided before it."""
    current = first
    for each in _in_order(every):
        if each is change:
            break
        if _agreed(each):
            current = _due(each, read) or current
    return current


def _number(change: DateChange, every: Sequence[DateChange]) -> int:
    agreed = [each for each in _in_order(every) if _agreed(each)]
    return next((number for number, each in enumerate(agreed, 1) if each is change), 0)


def _in_order(every: Sequence[DateChange]) -> list[DateChange]:
    return sorted(every, key=lambda each: each.decided or each.date or date.min)


def _goal(change: DateChange, read: Reader) -> str:
    due = _due(change, read)
    return day_words(due) if due else quoted(change.timescale) if change.timescale else "no date"


def _told(change: DateChange, read: Reader) -> str:
    """A date change in a few words: where to, and whether it counts."""
    decided = f"agreed {words(change.decided)}" if change.decided else "proposed"
    state = "refused" if change.refused else decided
    by = f" by {clipped(change.decision)}" if change.decision else ""
    why = f", because {clipped(change.reason)}" if change.reason else ""
    return f"to {_goal(change, read)}, {state}{by}{why}"


def _by(was: date, now: date) -> str:
    return f"{length_words(was, now)} {'later' if now > was else 'earlier'}"
