"""An action's life in plain English."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import listed
from hsplan.monitor.lengths import how_long
from hsplan.monitor.life import Life, promised
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
    text = _OFTEN.get(life.carried, f"Carried {life.carried} times")
    if life.first_due is None:
        return f"{text}. It had no due date in any plan that is here."
    text += f". First due {words(life.first_due)} in {life.first_due_in}"
    if life.earliest_of > 1:
        text += f", the earliest of {life.earliest_of} first dates"
    if life.chain[0] not in of.actions:
        text += ", the first of its plans that is here"
    if life.chain[-1] not in of.actions:
        return f"{text}; its newest date stands in a plan that is kept elsewhere."
    if life.due is None:
        return f"{text}; now without a due date."
    if life.due == life.first_due:
        return f"{text}; still due on that day."
    earlier, later = sorted((life.first_due, life.due))
    way = "later" if life.due == later else "earlier"
    return f"{text}; now due {words(life.due)}, {how_long(earlier, later)} {way}."


def _stage(name: str, of: Lineage, first: bool) -> str:
    state = of.actions.get(name)
    if state is None:
        plan, action = parts(name)
        return f"{plan}, action not known (kept elsewhere)" if action == UNKNOWN else f"{name} (kept elsewhere)"
    due = state.first_due if first else promised(state)
    return f"{name} (due {words(due)})" if due else f"{name} (no due date)"
