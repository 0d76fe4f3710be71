"""Circles in what was carried into what: faults of the files, which no walk may follow for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


def cycles(successors: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Each knot of actions that lead back to themselves, as one round through it: (a, b) where a -> b -> a.

    Time and memory grow with the number of links (Tarjan's strongly connected components, without recursion).
    """
    return tuple(_round(knot, successors) for knot in _knots(successors))


def reached(start: str, following: Callable[[str], Iterable[str]]) -> list[str]:
    """Everything that can be reached from `start`, each once, each after all that follows it; `start` is last.

    In a circle there is no such order; there the walk stops where it has been.
    """
    order: list[str] = []
    seen = {start}
    path = [(start, iter(following(start)))]
    while path:
        node, coming = path[-1]
        for each in coming:
            if each not in seen:
                seen.add(each)
                path.append((each, iter(following(each))))
                break
        else:
            path.pop()
            order.append(node)
    return order


def _knots(successors: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: dict[str, None] = {}
    for start in successors:
        if start in number:
            continue
        path: list[tuple[str, Iterator[str]]] = []
        _enter(start, successors, number, lowest, waiting, path)
        while path:
            node, coming = path[-1]
            for each in coming:
                if each not in number:
                    _enter(each, successors, number, lowest, waiting, path)
                    break
                if each in waiting:
                    lowest[node] = min(lowest[node], number[each])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    knot = _leave(node, waiting)
                    if len(knot) > 1 or node in successors.get(node, ()):
                        yield knot


def _enter(
    node: str,
    successors: Mapping[str, Sequence[str]],
    number: dict[str, int],
    lowest: dict[str, int],
    waiting: dict[str, None],
    path: list[tuple[str, Iterator[str]]],
) -> None:
    number[node] = lowest[node] = len(number)
    waiting[node] = None
    path.append((node, iter(successors.get(node, ()))))


def _leave(node: str, waiting: dict[str, None]) -> frozenset[str]:
    knot = set()
    while True:
        each, _ = waiting.popitem()
        knot.add(each)
        if each == node:
            return frozenset(knot)


def _round(knot: frozenset[str], successors: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """One way round: from the first by name, always on to a successor in the knot, until one comes again."""
    node = min(knot)
    seen: dict[str, int] = {}
    while node not in seen:
        seen[node] = len(seen)
        node = next(each for each in successors[node] if each in knot)
    names = list(seen)[seen[node] :]
    first = names.index(min(names))
    return tuple(names[first:] + names[:first])
