"""What a place of a plan's file lies in: the record, and the key of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from hsplan.document import Document, Map
from hsplan.findings import Place
from hsplan.frozen import Frozen
from hsplan.lint.spot import key_at
from hsplan.plan import Plan


class Home(Frozen):
    """A record, and the key of it that a place belongs to; "" for none. `own`: the place is that key itself."""

    node: Map
    key: str
    own: bool

    @property
    def record(self) -> int:
        """Where the record begins in the file."""
        return begin(self.node)


class Homes:
    """Finds the innermost action, indicator, goal or theme that a place lies in, else the plan. `none` are the ids of
    actions that are none."""

    def __init__(self, document: Document, plan: Plan, none: Collection[str] = ()) -> None:
        self._document = document
        self._root = plan.node
        self._actions = sorted((each.node for each in plan.actions if each.id not in none), key=begin)
        indicators = [each.node for each in plan.indicators.values()]
        goals, themes = [each.node for each in plan.goals], [each.node for each in plan.themes]
        self._levels = (self._actions, *(sorted(nodes, key=begin) for nodes in (indicators, goals, themes)))

    def __call__(self, place: Place) -> Home:
        """What the place lies in."""
        at = self._document.offset(place.line, place.column)
        for nodes in self._levels:
            number = bisect_right(nodes, at, key=begin) - 1
            if number >= 0 and at < nodes[number].end:
                return _home(nodes[number], at)
        return _home(self._root, at)

    def action_above(self, place: Place) -> Map | None:
        """The last action that begins above a place."""
        number = bisect_right(self._actions, self._document.offset(place.line, place.column), key=begin) - 1
        return self._actions[number] if number >= 0 else None


def begin(node: Map) -> int:
    """Where a record begins in the file: at its id, where it has one."""
    return node.name[0] if node.name else node.start


def _home(node: Map, at: int) -> Home:
    key = key_at(node, at)
    return Home(node, key, bool(key) and node.marks[key][0] == at)
