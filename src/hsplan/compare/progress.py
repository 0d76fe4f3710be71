"""What was reported: entries added, edited or deleted after the fact, and what status that gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.compare.change import Change
from hsplan.compare.pairing import frozen, paired
from hsplan.compare.subject import Subject
from hsplan.compare.wording import clipped, quoted, same_words
from hsplan.findings import counted, listed
from hsplan.frozen import Frozen
from hsplan.monitor.status import Reported, reported
from hsplan.plan import CLOSED, NO_CHANGE, NOT_REPORTED, PROPOSABLE, STATUSES, Action, Owners, PastDate, Progress
from hsplan.plan.period import past_words
from hsplan.timescale.days import words

_KIND = {
    "achieved": "achieved",
    "now routine": "now-routine",
    "in progress": "started",
    "not started": "not-started",
    "deferred": "deferred",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
    "carried over": "carried-over",
}


class _Story(Frozen):
    """An action's entries on both sides, matched, and what was reported by all of them."""

    edited: list[tuple[Progress, Progress]]
    deleted: list[Progress]
    added: list[Progress]
    before: Reported
    after: Reported


def progress(subject: Subject, old: Action, new: Action, owners: tuple[Owners, Owners]) -> Iterator[Change]:
    """The changes to an action's progress and to `done:`. An action that was achieved is one change, however many
    entries say so."""
    if old.progress == new.progress and old.done == new.done:
        return
    edited, deleted, added = paired(
        old.progress,
        new.progress,
        lambda each: frozen(each.node),
        lambda each: (each.date, each.by, each.period, each.status),
        lambda each: (each.date, each.by),
        lambda each: (each.by, each.status, each.note) if each.note else None,
    )
    changed = [pair for pair in edited if pair[0].node != pair[1].node]
    before, after = (reported(each, owner, date.max) for each, owner in zip((old, new), owners, strict=True))
    story = _Story(changed, deleted, added, before, after)
    done_told = ""
    for change in (*_edited(subject, story), *_deleted(subject, story, old), *_added(subject, story, new.done)):
        done_told = change.kind if change.kind in ("achieved", "progress-deleted") else done_told
        yield change
    told = (done_told == "achieved" and old.done is None) or (done_told == "progress-deleted" and _reopened(story))
    if _text(old.done) != _text(new.done) and not (told and (old.done is None or new.done is None)):
        yield _done(subject, old.done, new.done)


def _edited(subject: Subject, story: _Story) -> Iterator[Change]:
    for old, new in story.edited:
        here = subject.at(old.node, new.node)
        if _pending(old) and new.status == old.status and (new.decided or new.refused):
            yield _decided(subject, old, new, of_parts=bool(story.after.by_organisation))
        elif same_facts(old, new) and _same_text(old, new):
            if (old.note, old.decision) != (new.note, new.decision):
                yield here.change("wording", f"{_named(new)} is worded anew", new.note)
            else:
                text = f"a detail of {_named(new)} was filled in or changed"
                yield here.change("details-changed", text, frozen(old.node), frozen(new.node))
        elif _pending(old) and _pending(new):
            yield _proposed(subject, old, new, of_parts=bool(story.after.by_organisation))
        else:
            values = (_told(old), _told(new))
            text = f"{_named(old)} was edited after the fact: {_became(old, new)}"
            yield here.change("progress-edited", text + _status_moved(story, old, new), values=values)


def _became(old: Progress, new: Progress) -> str:
    """What an entry said and says now; of its days, those that are others."""
    told = _told(old), _told(new)
    parts = [f"{quoted(told[0])} became {quoted(told[1])}"] if told[0] != told[1] else []
    if old.date != new.date:
        parts.append(f"its date became {_when(new)}" if "date" in new.node else "its date was taken out")
    if old.decided != new.decided:
        was, now = (f"decided {words(each)}" if each else "undecided" for each in (old.decided, new.decided))
        parts.append(f"{was} became {now}")
    if old.refused != new.refused:
        parts.append("it is refused now" if new.refused else "it is no longer refused")
    return listed(parts) or f"{quoted(told[0])} became {quoted(told[1])}"


def same_facts(old: Progress, new: Progress) -> bool:
    """Nothing that was said is said otherwise; what was left open may have been filled in."""
    if (old.date, old.by, old.status, old.decided, old.refused) != (
        new.date, new.by, new.status, new.decided, new.refused
    ):  # fmt: skip
        return False
    pairs = ((old.period, new.period), (old.rag, new.rag), (old.into, new.into))
    return all(was in (now, "", ()) for was, now in pairs)


def _same_text(old: Progress, new: Progress) -> bool:
    return same_words(old.note, new.note) and (not old.decision or same_words(old.decision, new.decision))


def _reopened(story: _Story) -> bool:
    """Whether entries were deleted by which the action had ended."""
    return bool(story.deleted) and story.before.status in CLOSED and story.after.status not in CLOSED


def _deleted(subject: Subject, story: _Story, old: Action) -> Iterator[Change]:
    done = f"; it had been done {past_words(old.done)}" if old.done and _reopened(story) else ""
    for each in story.deleted:
        told = _told(each)
        if _pending(each):
            text = f"the proposal that it be {each.status} was taken back"
            yield subject.change("proposal-taken-back", text, old=each.node, values=(told, ""))
        else:
            text = f"{_named(each)} was deleted: {quoted(told)}{_status_moved(story, each)}"
            text += done if each.status in CLOSED else ""
            yield subject.change("progress-deleted", text, old=each.node, values=(told, ""))


def _added(subject: Subject, story: _Story, done: PastDate | None) -> Iterator[Change]:
    pending = [each for each in story.added if _pending(each)]
    for each in pending:
        yield _proposed(subject, None, each, of_parts=bool(story.after.by_organisation))
    added = [each for each in story.added if not _pending(each)]
    if not added:
        return
    was, now = story.before.status, story.after.status
    cause = story.after.entry
    is_new = cause is not None and any(cause is each for each in added)
    # Of several organisations an old entry may be the least advanced now, since the others have reported too.
    moved = was != now and (is_new or not story.after.by_organisation)
    told_by = cause if moved and is_new and cause else _newest(added)
    kind = "progress-added"
    if moved and now != NOT_REPORTED:
        kind = "reopened" if was in CLOSED and now not in CLOSED else _KIND.get(now, "progress-added")
    by_each = [each.by for each in added if each.by and (each.date, each.status) == (told_by.date, told_by.status)]
    parts = [_happened(kind, told_by, done, listed(dict.fromkeys(by_each)), _into(subject, told_by))]
    if kind == "progress-added" and (ended := _parts(story, CLOSED)):
        others = [entry.status for _, entry in ended if entry.status not in ("achieved", "now routine")]
        told_by, kind = ended[0][1], _KIND.get(others[0], "part-done") if others else "part-done"
        parts = [_of_parts(subject, ended)]
    elif kind == "progress-added" and (again := _parts(story, frozenset(STATUSES) - CLOSED)):
        told_by, kind, parts = again[0][1], "reopened", [_of_parts(subject, again)]
    if len(added) > 1:
        parts.append(f"{counted(len(added), 'entry', 'entries')} added")
    text = ", ".join(parts) + _notes(added, told_by)
    by = f" ({clipped(told_by.decision)})" if told_by.decision else ""
    key = "|".join(str(frozen(each.node)) for each in added)
    values = (was, now) if moved else ("", told_by.status)
    yield subject.change(kind, text + by, key, new=told_by.node, values=values)


def _parts(story: _Story, now: frozenset[str]) -> list[tuple[str, Progress]]:
    """Of several organisations that must each do it, those whose part has ended, or is open again, while the whole
    stands as it stood, with the entries that say so; `now` are the statuses in question."""
    before = {name: said.status for name, said in story.before.by_organisation}
    return [
        (name, said.entry)
        for name, said in story.after.by_organisation
        if said.entry and said.status in now and (before.get(name) in CLOSED) != (said.status in CLOSED)
    ]


def _of_parts(subject: Subject, parts: list[tuple[str, Progress]]) -> str:
    """ "Ely and March have achieved their parts, reported 2 October 2025"."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, entry in parts:
        found.setdefault((entry.status, _into(subject, entry)), []).append(name)
    days = dict.fromkeys(_when(entry) for _, entry in parts)
    told = [_part_stands(names, status) + into for (status, into), names in found.items()]
    return f"{listed(told)}, reported {listed(days)}"


def _part_stands(names: Sequence[str], status: str) -> str:
    one = len(names) == 1
    if status == "achieved":
        return f"{listed(names)} {'has achieved its part' if one else 'have achieved their parts'}"
    stands = status if status in CLOSED else f"open again ({status})"
    return f"the {'part' if one else 'parts'} of {listed(names)} {'is' if one else 'are'} {stands}"


def _newest(added: list[Progress]) -> Progress:
    return max(added, key=lambda each: each.date or date.min)


def _notes(added: list[Progress], told_by: Progress) -> str:
    """What the new entries say, none left out; with the day and who, unless it is only what `told_by` says."""
    by_words: dict[tuple[str, str], list[Progress]] = {}
    for each in added:
        status = each.status if each.by and each.status not in ("", NO_CHANGE, told_by.status) else ""
        if each.note or status:
            by_words.setdefault((each.note, status), []).append(each)
    if list(by_words) == [(told_by.note, "")]:
        return f"; {clipped(told_by.note)}"
    return "".join(f"; {_said(entries, *words)}" for words, entries in by_words.items())


def _said(entries: list[Progress], note: str, status: str) -> str:
    """`30 June 2010 (Sevenoaks, TWBC), achieved: In use`; the status of what another organisation said otherwise."""
    head = _who_and_when(entries) + (f", {status}" if status else "")
    return f"{head}: {clipped(note).rstrip('.')}" if note else head


def _who_and_when(entries: list[Progress]) -> str:
    """`30 June 2010 (Sevenoaks, TWBC)`."""
    who = listed(dict.fromkeys(each.by for each in entries if each.by))
    when = listed(dict.fromkeys(_when(each) for each in entries))
    return f"{when} ({who})" if who else when


def _into(subject: Subject, entry: Progress) -> str:
    """ " into worcestershire-2012/G1", of what is superseded " by a4": an action of the same plan by its id alone; of
    what was done ", and taken further as G1 of worcestershire-2012"."""
    if entry.status == "achieved" and entry.into:
        return f", and taken further as {listed(_of_plan(name, subject.plan) for name in entry.into)}"
    names = [name.removeprefix(f"{subject.plan}/") for name in entry.into]
    return f" {'by' if entry.status == 'superseded' else 'into'} {listed(names)}" if names else ""


def _of_plan(name: str, own: str) -> str:
    plan, _, action = name.partition("/")
    where = "" if plan == own else f" of {plan}"
    return f"{action}{where}" if action not in ("", "?") else f"part of {plan}"


def _happened(kind: str, entry: Progress, done: PastDate | None, by: str, into: str) -> str:
    who = f" by {by}" if by else ""
    on = f"reported {_when(entry)}{who}"
    if kind == "progress-added":
        status = f", {entry.status}{into}" if entry.status else ""
        return f"progress {on}{status}"
    if kind == "achieved":
        when = f" {past_words(done)}" if done else ""
        return f"achieved{when}{into}, {on}"
    if kind == "reopened":
        return f"open again ({entry.status}), {on}"
    if kind == "not-started":
        return f"said not to have been started, {on}"
    return f"{entry.status if kind != 'started' else 'started'}{into}, {on}"


def _decided(subject: Subject, old: Progress, new: Progress, *, of_parts: bool) -> Change:
    """A proposal that is agreed or refused now."""
    part = _part(new, of_parts=of_parts)
    by = f" ({clipped(new.decision)})" if new.decision else ""
    values = (_told(old), _told(new))
    if new.refused:
        text = f"the proposal that it be {old.status}{part} was refused{by}"
        return subject.change("refused", text, old=old.node, new=new.node, values=values)
    into = _into(subject, new)
    on = f", decided {words(new.decided)}" if new.decided else ""
    kind = _KIND.get(new.status, "progress-added")
    return subject.change(kind, f"{new.status}{part}{into}{on}{by}", old=old.node, new=new.node, values=values)


def _part(entry: Progress, *, of_parts: bool) -> str:
    """ " for Stour": of an action that each of several organisations must do, whose part an entry is about."""
    return f" for {entry.by}" if of_parts and entry.by else ""


def _proposed(subject: Subject, old: Progress | None, new: Progress, *, of_parts: bool) -> Change:
    into = _into(subject, new)
    by = f" ({clipped(new.decision)})" if new.decision else ""
    note = f"; {clipped(new.note)}" if new.note else ""
    again = " anew" if old else ""
    text = f"it is proposed{again} that it be {new.status}{_part(new, of_parts=of_parts)}{into}{note}{by}"
    values = (_told(old) if old else "", _told(new))
    return subject.change("ending-proposed", text, old=old.node if old else None, new=new.node, values=values)


def _done(subject: Subject, old: PastDate | None, new: PastDate | None) -> Change:
    values = (_text(old), _text(new))
    if old is None and new is not None:
        return subject.change("done-given", f"done {past_words(new)}", values=values)
    was, now = (past_words(each) if each else "nothing" for each in (old, new))
    text = f"the date on which it was done was changed after the fact, from {was} to {now}"
    return subject.change("done-edited", text, values=values)


def _pending(entry: Progress) -> bool:
    """A deferral, withdrawal or merger that nobody has decided."""
    return entry.status in PROPOSABLE and entry.decided is None and not entry.refused


def _status_moved(story: _Story, *entries: Progress) -> str:
    """What became of the status, where one of the entries, as it stood or as it stands now, is one that decides it."""
    was, now = story.before.status, story.after.status
    if was == now or story.added or not any(each is one for each in _deciding(story) for one in entries):
        return ""
    return f", so that its status goes from {was} to {now}"


def _deciding(story: _Story) -> list[Progress]:
    """The entries that give the status on either side; of several organisations, of those whose own status moved."""
    before, after = (dict(side.by_organisation) or {"": side} for side in (story.before, story.after))
    moved = {**before, **after}
    for name in before.keys() & after.keys():
        if before[name].status == after[name].status:
            del moved[name]
    said = [side[name] for side in (before, after) for name in moved if name in side]
    return [each.entry for each in said if each.entry is not None]


def _told(entry: Progress) -> str:
    """An entry in a few words, without what is internal."""
    facts = [entry.status, entry.by, entry.rag, entry.period, *entry.into, entry.decision]
    head = ", ".join(part for part in facts if part) or "no status"
    return f"{head}; {clipped(entry.note)}" if entry.note else head


def _when(entry: Progress) -> str:
    """Its day; where that cannot be read, what stands there."""
    if entry.date:
        return words(entry.date)
    written = entry.node.get("date")
    return quoted(written) if isinstance(written, str) and written else "without a date"


def _named(entry: Progress) -> str:
    """`the progress of 30 June 2013`."""
    between = "of " if entry.date else "dated " if _when(entry) != "without a date" else ""
    return f"the progress {between}{_when(entry)}"


def _text(done: PastDate | None) -> str:
    return done.text if done else ""


def ended_as(action: Action, owners: Owners) -> str:
    """The status by which an action has ended; "" while it is open."""
    said = reported(action, owners, date.max)
    return said.status if said.status in CLOSED else ""
