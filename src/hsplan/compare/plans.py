"""Two versions of a plan, or a plan and its successor, to the list of what changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from types import MappingProxyType

from hsplan.compare.actions import Pair, added, carried, compared, left_behind, removed
from hsplan.compare.change import Change, with_levels
from hsplan.compare.groups import groups, match_groups, places
from hsplan.compare.indicators import indicators
from hsplan.compare.kinds import Level
from hsplan.compare.matching import Matched, follows, match
from hsplan.compare.moved import moved_dates
from hsplan.compare.pairing import frozen, paired
from hsplan.compare.parts import accepted, rest
from hsplan.compare.subject import Subject, subject_of
from hsplan.compare.wording import quoted
from hsplan.document import Document, Map
from hsplan.findings import counted, the
from hsplan.plan import Action, Meeting, Owner, Owners, Plan
from hsplan.timescale import reader_of
from hsplan.timescale.days import words

_TOLD = frozenset(
    ("hsplan", "id", "period", "adopted", "closed", "owners", "indicators", "governance", "meetings", "returns")
) | {"themes", "goals", "actions", "accepted"}
"""The keys of a plan that have kinds of changes of their own."""


def compare_plans(
    old: Plan, new: Plan, owners: tuple[Owners, Owners], levels: Mapping[str, Level] = MappingProxyType({})
) -> list[Change]:
    """What changed from one plan to the other, in the order of the plan: the plan itself, its owners, indicators,
    themes and goals, then its actions. Of a plan and the one after it, only actions are compared.

    `levels` are those that a council gives to some kinds. In an unadopted plan nothing is promised yet, so nothing is
    taken back, whatever they say."""
    if old.node == new.node and old.id == new.id:
        return []
    matched = match(old, new)
    group_pairs = match_groups(old, new, matched.pairs)
    where = places(group_pairs[0])
    pair = Pair(old, new, owners, (reader_of(old.context), reader_of(new.context)), where)
    if follows(old, new):
        return with_levels(list(_succession(pair, matched)), levels)
    changes = [*_plan(pair, [(was, now) for was, now, _ in matched.pairs])]
    changes += _owners(_subject(pair), old.owners, new.owners)
    changes += indicators(old, new)
    changes += groups(old, new, group_pairs, where)
    changes += _actions(pair, matched.pairs, matched.gone, matched.come)
    changes = with_levels(changes, levels)
    if old.adopted is None:
        return [each._replace(level="editorial") if each.level == "weakened" else each for each in changes]
    return changes


def plan_added(plan: Plan) -> Change:
    """A plan that is new as a whole: one change."""
    subject = Subject(plan.id, "plan", plan.id, plan.title, None, None, plan.document, plan.node)
    return subject.change("plan-added", f"a new plan with {counted(len(plan.actions), 'action')}")


def added_in(plan: Plan, action: Action) -> Change:
    """An action as it stands in the first version of a plan."""
    pair = _alone(plan)
    return added(action, _action(pair, None, action), pair)


def removed_in(plan: Plan, action: Action) -> Change:
    """An action as it stood in the last version of a plan whose file was taken out."""
    pair = _alone(plan)
    return removed(action, _action(pair, action, None), pair)


def _alone(plan: Plan) -> Pair:
    """A version of a plan beside itself, where there is no other."""
    owners = Owners({}, plan.owners)
    reader = reader_of(plan.context)
    return Pair(plan, plan, (owners, owners), (reader, reader), {})


def plan_removed(plan: Plan) -> Change:
    """A plan that is gone as a whole."""
    subject = Subject(plan.id, "plan", plan.id, plan.title, plan.document, plan.node, None, None)
    return subject.change("plan-removed", f"the plan with its {counted(len(plan.actions), 'action')} was removed")


def compare_owners(old: dict[str, Owner], new: dict[str, Owner], subject: Subject) -> list[Change]:
    """What changed in the owners list that plans share."""
    return list(_owners(subject, old, new))


def _actions(
    pair: Pair, pairs: list[tuple[Action, Action, str]], gone: list[Action], come: list[Action]
) -> Iterator[Change]:
    """In the order of the new plan, what is gone last."""
    found = {now.id: (was, sure) for was, now, sure in pairs}
    arrived = {each.id for each in come}
    for action in pair.new.actions:
        if action.id in found:
            was, sure = found[action.id]
            subject = _action(pair, was, action)
            yield from compared(was, action, sure, subject, pair)
        elif action.id in arrived:
            yield added(action, _action(pair, None, action), pair)
    for action in gone:
        yield removed(action, _action(pair, action, None), pair)


def _succession(pair: Pair, matched: Matched) -> Iterator[Change]:
    """What the plan after another takes up, leaves and adds, in the order of the new plan."""
    found = {now.id: (was, sure) for was, now, sure in matched.pairs}
    for action in pair.new.actions:
        if action.id in found:
            was, sure = found[action.id]
            yield from carried(was, action, sure, _action(pair, was, action), pair)
        else:
            yield added(action, _action(pair, None, action), pair)
    for action in matched.gone:
        left = left_behind(action, _action(pair, action, None), pair)
        if left is not None:
            yield left


def _action(pair: Pair, old: Action | None, new: Action | None) -> Subject:
    return subject_of(pair.old, pair.new, "action", old, new)


def _subject(pair: Pair) -> Subject:
    old, new = pair.old, pair.new
    return Subject(new.id, "plan", new.id, new.title, old.document, old.node, new.document, new.node)


def _plan(pair: Pair, actions: list[tuple[Action, Action]]) -> Iterator[Change]:
    """The plan's own facts: what it is called, when it holds, who reviews it."""
    old, new, subject = pair.old, pair.new, _subject(pair)
    if old.id != new.id:
        yield subject.change("renumbered", f"the plan's id {old.id} became {new.id}", values=(old.id, new.id))
    moves = moved_dates(old, new, actions, pair.readers)
    yield from _time(pair, subject, moves)
    yield from _governance(subject, old, new)
    yield from _meetings(subject, pair)
    yield from accepted(subject, old.node, new.node)
    told = _TOLD | {"phases"} if moves and _phases(old) != _phases(new) else _TOLD
    yield from rest(subject, old.node, new.node, told, {})


def _time(pair: Pair, subject: Subject, moves: str) -> Iterator[Change]:
    """When the plan runs, when it was adopted and closed, and the due dates that moved with any of these."""
    old, new = pair.old, pair.new
    was, now = (f"{words(each.start)} to {words(each.end)}" if each else "none" for each in (old.period, new.period))
    causes = [f"the period was {was} and is now {now}"] if old.period != new.period else []
    causes += ["its phases changed"] if moves and _phases(old) != _phases(new) else []
    if causes:
        kind = "dates-moved" if moves else "period-changed"
        text = ", and ".join(causes) + (f", {moves}" if moves else "")
        yield subject.change(kind, text, _phases(old), _phases(new), values=(was, now))
    for key, began, begins in (("adopted", old.adopted, new.adopted), ("closed", old.closed, new.closed)):
        if began != begins:
            values = (words(began) if began else "", words(begins) if begins else "")
            text = f"{key} on {values[1]}" if begins else f"{key} no longer"
            text += f"; it said {values[0]}" if began else ""
            text += f", {moves}" if key == "adopted" and moves and not causes else ""
            rewritten = "adoption-changed" if key == "adopted" else "plan-reopened"
            yield subject.change(rewritten if began else f"plan-{key}", text, values=values)


def _phases(plan: Plan) -> Hashable:
    return frozen(plan.node.get("phases"))


def _governance(subject: Subject, old: Plan, new: Plan) -> Iterator[Change]:
    for name in dict.fromkeys((*old.governance, *new.governance)):
        was, now = old.governance.get(name), new.governance.get(name)
        if was is None and now is not None:
            every = f", {now.reviews}" if now.reviews else ""
            yield subject.change("governance-changed", f"{name} reviews the plan now{every}", name, new=now.node)
        elif was is not None and now is None:
            yield subject.change("governance-changed", f"{name} reviews the plan no longer", name, old=was.node)
        elif was is not None and now is not None and was.node != now.node:
            text = f"{name}: how it reviews the plan changed"
            if was.reviews != now.reviews:
                text = f"{name} reviews the plan {now.reviews or 'at no set times'}; it was {was.reviews or 'not said'}"
            key = (name, frozen(was.node), frozen(now.node))
            yield subject.change("governance-changed", text, *key, old=was.node, new=now.node)


def _meetings(subject: Subject, pair: Pair) -> Iterator[Change]:
    (old, new), (owners, owners_now) = (pair.old, pair.new), pair.owners
    _, gone, come = paired(old.meetings, new.meetings, lambda each: frozen(each.node))
    changed, gone, come = paired(gone, come, lambda each: (each.date, each.body), lambda each: each.date)
    for each in come:
        text = f"the meeting {_meeting(each, owners_now)} is recorded"
        yield subject.change("meeting-added", text, each.date, each.body, new=each.node)
    for was, now in changed:
        text = f"the record of the meeting {_meeting(now, owners_now)} changed"
        key = (frozen(was.node), frozen(now.node))
        yield subject.change("details-changed", text, *key, old=was.node, new=now.node)
    for each in gone:
        text = f"the meeting {_meeting(each, owners)} was taken out"
        yield subject.change("details-changed", text, "meeting", each.date, each.body, old=each.node)
    _, gone_returns, come_returns = paired(old.returns, new.returns, lambda each: frozen(each.node))
    for each_return in come_returns:
        text = f"the return of {each_return.by or 'nobody named'} for {each_return.period} is recorded"
        yield subject.change("details-changed", text, frozen(each_return.node), new=each_return.node)
    for each_return in gone_returns:
        text = f"the return of {each_return.by or 'nobody named'} for {each_return.period} was taken out or changed"
        yield subject.change("details-changed", text, frozen(each_return.node), old=each_return.node)


def _meeting(meeting: Meeting, owners: Owners) -> str:
    owner = owners.resolve(meeting.body) if meeting.body else None
    body = f"of {the(owner.title if owner else meeting.body)} " if meeting.body else ""
    return f"{body}on {words(meeting.date)}" if meeting.date else body.rstrip() or "without a date"


def _owners(subject: Subject, old: dict[str, Owner], new: dict[str, Owner]) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            yield subject.change("details-changed", f"{key} is in the owners list now", key, "new", new=now.node)
        elif was is not None and now is None:
            yield subject.change("owner-changed", f"{key} was taken out of the owners list", key, old=was.node)
        elif was is not None and now is not None and was.node != now.node:
            changed = (key, frozen(was.node), frozen(now.node))
            yield subject.change("owner-changed", f"{key}: {_owner(was, now)}", *changed, old=was.node, new=now.node)


def _owner(was: Owner, now: Owner) -> str:
    if was.end != now.end and now.end:
        after = f"; {now.successor} follows" if now.successor else ""
        return f"it exists until {words(now.end)}{after}"
    if was.title != now.title:
        return f"it is called {quoted(now.title)} now"
    return "its entry in the owners list changed"


def owners_subject(old: Document | None, new: Document | None, roots: tuple[Map | None, Map | None]) -> Subject:
    """The shared owners list as what a change is about."""
    return Subject("", "owners list", "", "", old, roots[0], new, roots[1])
