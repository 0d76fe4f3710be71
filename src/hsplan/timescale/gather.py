"""The last row of nodes, sorted by what each says: deadlines, starts, frequencies, conditions, and what is left."""

from __future__ import annotations

from datetime import date
from typing import Final

from hsplan.frozen import Frozen
from hsplan.timescale.cascade import Node
from hsplan.timescale.clauses import Clause, clauses
from hsplan.timescale.frequency import YEARLY, Frequency
from hsplan.timescale.point import Point
from hsplan.timescale.spans import Start

_SAID: Final = frozenset(("ongoing", "regular", "vague", "tbc", "pointer", "how", "hours", "clock"))


class Said(Frozen):
    """Everything that one wording says about time."""

    dues: list[Point]
    starts: list[Start]
    begins: list[Point]
    bounded: list[Point]
    lengths: list[Point]
    terms: list[Point]
    events: list[Node]
    """Lengths that count from something whose date the plan does not give: "one week of need being identified"."""
    frequencies: list[Frequency]
    yearly: list[Point]
    marks: set[str]
    conditions: list[Clause]
    used: list[bool]
    slips: list[Node]
    """Where "be" stands for "by"."""
    untils: list[Point]
    formers: list[Point]
    """What the date was before it was moved, where the wording says so."""

    def dated(self) -> list[date]:
        """Every last day among the deadlines, oldest first; with those that they had before they were moved."""
        return sorted({point.last for point in (*self.dues, *self.formers) if point.last is not None})


def gather(nodes: list[Node], text: str) -> Said:
    said = Said([], [], [], [], [], [], [], [], [], set(), clauses(nodes, text), [False] * len(nodes), [], [], [])
    inside = {number for clause in said.conditions for number in range(clause.first, clause.last)}
    for number, node in enumerate(nodes):
        if number in inside:
            said.used[number] = True
            if node.cls == "rel":
                said.events.append(node)
        elif _sort(node, said):
            said.used[number] = True
        elif node.cls == "review":
            said.marks.add("review")
    if not said.dues:  # "Delayed from June 2013"
        said.starts.extend(Start(point, point.first) for point in said.formers)
    return said


def _sort(node: Node, said: Said) -> bool:
    cls, value = node.cls, node.value
    if cls in ("point", "due"):
        said.dues.append(value)
    elif cls == "upto":
        said.dues.append(value)
        said.untils.append(value)
    elif cls == "former":
        said.formers.append(value)
    elif cls == "slip":
        said.dues.append(value)
        said.slips.append(node)
    elif cls in ("starts", "goes on"):
        said.starts.append(value if isinstance(value, Start) else Start(value, value.first))
        if cls == "goes on":
            said.marks.add("ongoing")
    elif cls == "begun":
        said.begins.append(value)
    elif cls == "bounded":
        said.bounded.append(value)
    elif cls == "rel":
        said.lengths.append(value)
    elif cls == "term" and isinstance(value, Point):
        said.terms.append(value)
    elif cls == "freq":
        said.frequencies.append(value)
    elif cls == "eachyear":
        said.yearly.append(value)
        said.frequencies.append(YEARLY)
    elif cls in _SAID:
        said.marks.add(cls)
    else:
        return False
    return True
