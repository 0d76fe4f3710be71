"""Which parts of three versions are the same thing, and in which order they stand when put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.merging.parts import Part

_TAGS = ("date", "by", "for", "period", "title", "rule")
"""What an entry of a list is known by when something else in it has changed."""


class Three(Frozen):
    """One thing in the version that both began with, in ours and in theirs; None where it is not there."""

    base: Part | None
    ours: Part | None
    theirs: Part | None


def paired(base: Sequence[Part], ours: Sequence[Part], theirs: Sequence[Part], *, by_name: bool) -> list[Three] | None:
    """The things of three versions in their order when put together; None where that cannot be told for certain.

    Ours come in our order, and what only they have after what it follows there; of what both put in one place ours
    comes first, but dated entries go by their dates. `by_name`: parts are known by their keys; else they are entries.
    """
    names = [[part.name for part in side] for side in (base, ours, theirs)] if by_name else _entries(base, ours, theirs)
    in_base, in_ours, in_theirs = (
        dict(zip(each, side, strict=True)) for each, side in zip(names, (base, ours, theirs), strict=True)
    )
    if not (_same_order(*names[:2]) and _same_order(*names[::2]) and _same_order(*names[1:])):
        return None
    gone = [name for name in names[0] if name not in in_ours and name not in in_theirs]
    if gone and any(name not in in_base for name in (*in_ours, *in_theirs)):
        return None  # both took the same thing out: what either put in may stand for it
    order = list(names[1])
    previous = None
    for name in names[2]:
        if name not in in_ours:
            order.insert(_place(order, previous, in_theirs[name], in_ours, in_theirs), name)
        previous = name
    return [Three(in_base.get(name), in_ours.get(name), in_theirs.get(name)) for name in order]


def _place(
    order: list[str], previous: str | None, new: Part, in_ours: dict[str, Part], in_theirs: dict[str, Part]
) -> int:
    """Where something of theirs goes: after what it follows there and what we put in at the same place."""
    at = order.index(previous) + 1 if previous is not None else 0
    while at < len(order) and order[at] not in in_theirs:
        day, other = _date(new), _date(in_ours[order[at]])
        if day and other and day < other:
            break
        at += 1
    return at


def _date(part: Part) -> str:
    day = part.value.get("date") if isinstance(part.value, Map) else None
    return day if isinstance(day, str) else ""


def _same_order(one: list[str], other: list[str]) -> bool:
    common = set(one) & set(other)
    return [name for name in one if name in common] == [name for name in other if name in common]


def _entries(base: Sequence[Part], ours: Sequence[Part], theirs: Sequence[Part]) -> list[list[str]]:
    """Names for the entries of three lists: the same name for the same entry."""
    in_ours, in_theirs = _named(base, ours, "ours"), _named(base, theirs, "theirs")
    free = [(name, part.whole) for name, part in zip(in_ours, ours, strict=True) if name.startswith("ours")]
    for at, (name, part) in enumerate(zip(in_theirs, theirs, strict=True)):
        same = next((each for each, (_, whole) in enumerate(free) if whole == part.whole), None)
        if name.startswith("theirs") and same is not None:
            in_theirs[at] = free[same][0]
            free = free[same + 1 :]  # in another order, each side's entries are its own
    return [[f"base {at}" for at in range(len(base))], in_ours, in_theirs]


def _named(base: Sequence[Part], side: Sequence[Part], word: str) -> list[str]:
    """For each entry of a side the name of the one in the base that it is: equal to it, else alone in its tags."""
    left = list(range(len(base)))
    found: list[str | None] = []
    for part in side:
        same = next((at for at in left if base[at].value == part.value), None)
        found.append(None if same is None else f"base {same}")
        if same is not None:
            left.remove(same)
    tags = Counter(_tags(base[at]) for at in left)
    own = Counter(_tags(part) for part, name in zip(side, found, strict=True) if name is None)
    for at, part in enumerate(side):
        key = _tags(part)
        if found[at] is None and key and tags[key] == own[key] == 1:
            found[at] = f"base {next(each for each in left if _tags(base[each]) == key)}"
    return [name or f"{word} {at}" for at, name in enumerate(found)]


def _tags(part: Part) -> tuple[tuple[str, str], ...]:
    value = part.value
    if not isinstance(value, Map):
        return ()
    return tuple((key, tag) for key in _TAGS if isinstance(tag := value.get(key), str))
