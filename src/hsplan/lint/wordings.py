"""The wordings of a plan's timescales of which there may be something to say: most are read without a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.monitor import ActionState
from hsplan.timescale import Timescale

_DATELESS = ("unparseable", "none", "conditional", "tbc")


class Wording(Frozen):
    """A timescale as an action, a milestone or a date change words it: its record, and what messages call it."""

    state: ActionState
    node: Map
    timescale: Timescale
    what: str


def questionable(states: Iterable[ActionState]) -> Iterator[Wording]:
    """The wordings that give no date, or leave a doubt or a fault."""
    for state in states:
        timescale = state.timescale
        if state.action.timescale and _in_question(timescale):
            yield Wording(state, state.action.node, timescale, "the timescale")
        if state.milestones or state.moves:
            for node, timescale, what in _later_ones(state):
                if _in_question(timescale):
                    yield Wording(state, node, timescale, what)


def _in_question(timescale: Timescale) -> bool:
    return bool(timescale.doubt or timescale.faults or timescale.correction or timescale.kind in _DATELESS)


def _later_ones(state: ActionState) -> Iterator[tuple[Map, Timescale, str]]:
    for milestone in state.milestones:
        if milestone.milestone.timescale:
            yield milestone.milestone.node, milestone.timescale, "a milestone's timescale"
    for move in (*state.moves, *(move for milestone in state.milestones for move in milestone.moves)):
        if move.change.timescale:
            yield move.change.node, move.timescale, "the date change's timescale"
