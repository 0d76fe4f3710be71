"""A plan's records by the lines that they begin on, since a line is how a comparison says what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, TypeVar

from hsplan.plan import Action, DateChange, Milestone, Plan, Progress

Kind = TypeVar("Kind", Action, Milestone, Progress, DateChange)
_Any: TypeAlias = "Action | Milestone | Progress | DateChange"


class Records:
    """Of several records that begin on one line, as those in braces may, the first in the file stands for its kind."""

    def __init__(self, plan: Plan) -> None:
        self._by_line: dict[int, list[tuple[Action, _Any]]] = {}
        for action in plan.actions:
            records: list[_Any] = [action]
            records += action.milestones
            records += action.progress
            records += [change for change, _ in changes_of(action)]
            for each in records:
                self._by_line.setdefault(plan.document.record(each.node).line, []).append((action, each))

    def at(self, line: int, kind: type[Kind]) -> tuple[Action, Kind] | None:
        """The record of a kind that begins on a line, with the action that it belongs to."""
        return next(self.all_at(line, kind), None)

    def all_at(self, line: int, kind: type[Kind]) -> Iterator[tuple[Action, Kind]]:
        """All records of a kind that begin on a line."""
        return ((action, each) for action, each in self._by_line.get(line, ()) if isinstance(each, kind))


def changes_of(action: Action) -> Iterator[tuple[DateChange, Milestone | None]]:
    """Every date change in the file, of the action and of its milestones."""
    for change in action.date_changes:
        yield change, None
    for milestone in action.milestones:
        for change in milestone.date_changes:
            yield change, milestone
