"""One action's whole life: what it was in the plans before and after, its first promise and how far that slipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile

from hsplan.frozen import Frozen
from hsplan.monitor.cycles import reached
from hsplan.monitor.lineage import Lineage
from hsplan.monitor.links import parts
from hsplan.monitor.state import ActionState

DONE = ("achieved", "now routine")
"""The positions in which a promise was kept: what only takes it further begins anew."""


class Life(Frozen):
    """An action through its plans. Names are `plan/action`, days count calendar days."""

    action: str
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    chain: tuple[str, ...]
    """One line through its life, oldest first: from where the first due date comes from to where it now leads. A plan
    that is kept elsewhere may stand at either end."""
    promise: tuple[str, ...]
    """The part of the chain, this action in it, through which one promise went: it begins after what was done before
    and ends with what was done."""
    related: tuple[str, ...]
    """The other actions that it comes from or went on into, however far, in no chain of their own: splits, merges."""
    carried: int
    """How often the promise went from one plan into another."""
    first_due: date | None
    """The first due date of the first plan of the promise in which there is one."""
    first_due_in: str
    """The action that gave it, "" where there is none."""
    due: date | None
    """The due date of the newest action that the promise came to, or its own; of several the latest."""
    slippage_days: int | None
    """From `first_due` to `due`; None where either is missing."""
    earliest_of: int
    """How many first actions with a due date `first_due` is the earliest of: more than 1 after a merge."""
    circular: bool
    """Whether its chain runs into a circle, so that first and last are only where the walk stopped."""


class _End(Frozen):
    """What a walk found beyond an action: the date at its end, the action that gives it, and the way there."""

    day: date | None
    given_by: str
    via: str
    ends: frozenset[str]
    """Every action at whose end there is a date, this one among them."""


def life(of: Lineage, action: str) -> Life:
    """The life of an action that is in the lineage. Raises KeyError for one that is not."""
    if action not in of.actions:
        raise KeyError(action)
    back = _walk(of, action, of.predecessors, first=True)
    ahead = _walk(of, action, of.successors, first=False)
    before = list(_line(action, back))
    after = takewhile(lambda name: name not in before, _line(action, ahead))
    chain = (*reversed(before), action, *after)
    promise = _promise(of, chain, action)
    start, end = back[action], ahead[action]
    if start.day is None:
        start = _first_dated(of, promise)
    in_circle = {name for names in of.cycles for name in names}
    slippage = (end.day - start.day).days if start.day and end.day else None
    return Life(
        action=action,
        predecessors=of.predecessors.get(action, ()),
        successors=of.successors.get(action, ()),
        chain=chain,
        promise=promise,
        related=tuple(name for name in dict.fromkeys((*back, *ahead)) if name not in chain),
        carried=sum(parts(old)[0] != parts(new)[0] for old, new in pairwise(promise)),
        first_due=start.day,
        first_due_in=start.given_by,
        due=end.day,
        slippage_days=slippage,
        earliest_of=len(start.ends),
        circular=not in_circle.isdisjoint((*back, *ahead)),
    )


def promised(state: ActionState) -> date | None:
    """The due date after every agreed change, of a recurring action too: what comes round again has not slipped."""
    if state.first_due and state.slippage_days is not None:
        return state.first_due + timedelta(days=state.slippage_days)
    return state.due


def _walk(of: Lineage, start: str, ways: Mapping[str, tuple[str, ...]], *, first: bool) -> dict[str, _End]:
    """By every action that can be reached: the date at the far end, for `first` the earliest, else the latest."""
    found: dict[str, _End] = {}
    for name in reached(start, lambda each: ways.get(each, ())):
        beyond = [(each, found[each]) for each in ways.get(name, ()) if each in found]
        # A promise that was kept ends there: its date is nobody else's.
        kept = not first and was_done(of, name)
        passing = [] if kept else [(each, end) for each, end in beyond if not (first and was_done(of, each))]
        via, end = _furthest(passing or beyond, first=first)
        if passing and end.day:
            ends = frozenset().union(*(each.ends for _, each in passing))
            found[name] = _End(end.day, end.given_by, via, ends)
            continue
        state = of.actions.get(name)
        own = (state.first_due if first else promised(state)) if state else None
        if not first and any(each in of.actions for each, _ in passing):
            own = None  # what it became has no due date, so its own holds no longer
        given = frozenset({name} if own else ())
        found[name] = _End(own, name if own else "", via, given)
    return found


def _furthest(beyond: Sequence[tuple[str, _End]], *, first: bool) -> tuple[str, _End]:
    """Of the ways on, the one to the far end with the earliest date for `first`, else the latest; "" where none is."""
    dated = [(each, end) for each, end in beyond if end.day]
    if dated:
        return (min if first else max)(dated, key=lambda pair: pair[1].day or date.min)
    return next(iter(beyond), ("", _End(None, "", "", frozenset())))


def was_done(of: Lineage, name: str) -> bool:
    """Whether an action is here and its promise was kept."""
    return name in of.actions and of.actions[name].position in DONE


def _promise(of: Lineage, chain: Sequence[str], action: str) -> tuple[str, ...]:
    at = chain.index(action)
    begin = next((place + 1 for place in reversed(range(at)) if was_done(of, chain[place])), 0)
    last = next((place for place in range(at, len(chain)) if was_done(of, chain[place])), len(chain) - 1)
    return tuple(chain[begin : last + 1])


def _first_dated(of: Lineage, chain: Sequence[str]) -> _End:
    """The first due date of the oldest action of a chain that has one."""
    for name in chain:
        state = of.actions.get(name)
        if state and state.first_due:
            return _End(state.first_due, name, "", frozenset({name}))
    return _End(None, "", "", frozenset())


def _line(start: str, found: Mapping[str, _End]) -> Iterator[str]:
    """The way from an action, without it, to the far end."""
    name = found[start].via
    while name:
        yield name
        name = found[name].via
