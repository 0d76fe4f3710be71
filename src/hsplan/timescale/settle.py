"""Between the tables: months and days without a year get one from a date beside them, else from the plan's period."""

from __future__ import annotations

from typing import Final

from hsplan.timescale.cascade import Node
from hsplan.timescale.opening import after, beside, by_context
from hsplan.timescale.point import Point
from hsplan.timescale.record import Context

_LIST_SIGNS: Final = frozenset(
    (",", "&", "and", "or", "/", "-", "to", "until", ";", "between", "through", "by", "from", "(", "end")
)
_FAR: Final = 4


def settle(nodes: list[Node], context: Context) -> None:
    """Give every open point its year, in place. Beside "annually" they stay open: each year has one."""
    places = [number for number, node in enumerate(nodes) if node.cls == "point"]
    if all(nodes[number].value.open is None for number in places):
        return
    _from_the_right(nodes, places)
    _from_the_left(nodes, places)
    if any(node.cls in ("freq", "eachyear") for node in nodes):
        return
    for number in places:
        point: Point = nodes[number].value
        if point.open is not None:
            nodes[number].value = by_context(point, context)


def _from_the_right(nodes: list[Node], places: list[int]) -> None:
    """ "June, Sept & Dec 2013": each is the last one before the next date."""
    for at in range(len(places) - 2, -1, -1):
        here, there = places[at], places[at + 1]
        point, neighbour = nodes[here].value, nodes[there].value
        if point.open is None or neighbour.last is None or neighbour.kind == "year":
            continue
        if there - here > _FAR or any(node.cls not in _LIST_SIGNS for node in nodes[here + 1 : there]):
            continue
        found = beside(point, neighbour, later=False)
        if found is None or found.first is None:
            continue
        other_year = found.first.year != neighbour.first.year and not _one_winter(point, neighbour)
        if other_year and (found.year is None or found.year.style == "calendar"):
            found = found._replace(doubt=f"{point.meaning} is read as {found.meaning.removeprefix('end of ')}.")
        nodes[here].value = found


def _one_winter(point: Point, neighbour: Point) -> bool:
    return point.kind == "season" and neighbour.kind == "season"


def _from_the_left(nodes: list[Node], places: list[int]) -> None:
    """ "July 2008 scope. August contact": the first after the date before, with a doubt. "Q4 2023/24 (Jan-Mar)":
    the ones that the brackets explain, without."""
    for at in range(1, len(places)):
        here, there = places[at], places[at - 1]
        point, neighbour = nodes[here].value, nodes[there].value
        if point.open is None or neighbour.last is None:
            continue
        opened = any(node.cls == "(" for node in nodes[there + 1 : here])
        bracketed = opened or (nodes[there].cls == "point" and _bracketed(nodes, here))
        if opened:
            found = after(point.open, neighbour.first or neighbour.last)
        elif neighbour.kind == "year":
            continue
        else:
            found = beside(point, neighbour, later=True)
        if found is not None and found.last is not None:
            doubt = f"{point.meaning} has no year: read as {found.meaning.removeprefix('end of ')}."
            nodes[here].value = found._replace(doubt=None if bracketed else doubt)


def _bracketed(nodes: list[Node], here: int) -> bool:
    """Whether a node stands in brackets (looked for in the few nodes before it)."""
    for number in range(here - 1, max(-1, here - 8), -1):
        if nodes[number].cls == "(":
            return True
        if nodes[number].cls == ")":
            return False
    return False
