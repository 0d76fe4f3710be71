"""Where each action and goal stands in a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.merging.parts import Part

_GROUPS = ("themes", "goals", "actions")


def moved_apart(base: Sequence[Part], ours: Sequence[Part], theirs: Sequence[Part]) -> set[str]:
    """The ids that each side put in a new place of its own: merged part by part they would stand there twice."""
    was, mine, other = (dict(_places(parts, "")) for parts in (base, ours, theirs))
    return {
        name
        for name, place in mine.items()
        if name in other and place != other[name] and was.get(name) not in (place, other[name])
    }


def _places(parts: Sequence[Part], above: str) -> Iterator[tuple[str, str]]:
    """(id, the ids above it) of everything in the plan's groups."""
    for part in parts:
        if part.name in _GROUPS:
            for child in part.children:
                yield child.name, f"{above}/{part.name}"
                yield from _places(child.children, f"{above}/{part.name}/{child.name}")
