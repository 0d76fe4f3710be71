"""An action's life in plain English."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import listed
from hsplan.monitor.lengths import how_long
from hsplan.monitor.life import Life, promised, was_done
from hsplan.monitor.lineage import Lineage
from hsplan.monitor.links import UNKNOWN, parts
from hsplan.timescale.wording import words

_OFTEN = {0: "Stayed in one plan", 1: "Carried once", 2: "Carried twice"}


def life_lines(life: Life, of: Lineage) -> Iterator[str]:
    """The chain, oldest first, then what it adds up to; nothing for an action that came from nowhere and went nowhere.

    `of` is the lineage that the life was read from, for the dates of the others.
    """
    if len(life.chain) < 2:
        return
    yield " > ".join(_stage(name, of, index == 0) for index, name in enumerate(life.chain))
    yield _sum(life, of)
    if len(life.predecessors) > 1:
        yield f"Joined from {len(life.predecessors)} actions: {listed(life.predecessors)}."
    if len(life.successors) > 1:
        yield f"Split into {len(life.successors)} actions: {listed(life.successors)}."
    for old in life.predecessors:
        if others := [name for name in of.successors.get(old, ()) if name != life.action]:
            yield f"{old} went on into {listed(others)} too."
    for new in life.successors:
        if others := [name for name in of.predecessors.get(new, ()) if name != life.action]:
            yield f"{new} comes from {listed(others)} too."
    if life.circular:
        yield "By what the plans say it was carried back into itself, so this line is only a part of a circle."


def _sum(life: Life, of: Lineage) -> str:
    return " ".join([*_further(life, of), *_carried(life), f"{_dates(life, of)}."])


def _further(life: Life, of: Lineage) -> Iterator[str]:
    """Where the promise is only a part of the chain: what was done before it, and what takes it further."""
    begin, end = life.promise[0], life.promise[-1]
    if begin != life.chain[0]:
        old = [name for name in of.predecessors[begin] if was_done(of, name)]
        yield f"{begin} takes further what was done in {listed(old)}, so it begins anew."
    if end != life.chain[-1]:
        new = of.successors[end]
        ways = "takes it further and begins" if len(new) == 1 else "take it further and begin"
        yield f"{end} was done; {listed([_named(name) for name in new])} {ways} anew."


def _carried(life: Life) -> Iterator[str]:
    if life.carried or life.promise == life.chain:
        yield _OFTEN.get(life.carried, f"Carried {life.carried} times") + "."


def _dates(life: Life, of: Lineage) -> str:
    """The first date of the promise, and what became of it."""
    done = life.promise[-1] != life.chain[-1]
    if life.first_due is None:
        return "It had no due date in any plan that is here" if life.promise == life.chain else "It had no due date"
    text = f"First due {words(life.first_due)} in {life.first_due_in}"
    if life.earliest_of > 1:
        text += f", the earliest of {life.earliest_of} first dates"
    if life.promise[0] not in of.actions:
        text += ", the first of its plans that is here"
    if life.promise[-1] not in of.actions:
        return f"{text}; its newest date stands in a plan that is kept elsewhere"
    if life.due is None:
        return f"{text}; {'in the end' if done else 'now'} without a due date"
    if life.due == life.first_due:
        return f"{text}; {'that date was not moved' if done else 'still due on that day'}"
    earlier, later = sorted((life.first_due, life.due))
    way = "later" if life.due == later else "earlier"
    return f"{text}; {'in the end' if done else 'now'} due {words(life.due)}, {how_long(earlier, later)} {way}"


def _stage(name: str, of: Lineage, first: bool) -> str:
    state = of.actions.get(name)
    if state is None:
        plan, action = parts(name)
        return f"{plan}, action not known (kept elsewhere)" if action == UNKNOWN else f"{name} (kept elsewhere)"
    due = state.first_due if first else promised(state)
    return f"{name} (due {words(due)})" if due else f"{name} (no due date)"


def _named(name: str) -> str:
    plan, action = parts(name)
    return f"an action of {plan}" if action == UNKNOWN else name
