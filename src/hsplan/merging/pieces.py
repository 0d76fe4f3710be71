"""What a merge is put together from: lines, and pairs of lines between which a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hsplan.frozen import Frozen
from hsplan.merging.parts import Part


class Clash(Frozen):
    """Lines that both sides changed differently; "" where one took them out."""

    ours: str
    theirs: str


class _Absent:
    """Stands for a value where a side has none."""


_ABSENT = _Absent()


class Pieces(Frozen):
    """Lines in order, and what they must read as where every clash is decided for ours, and for theirs."""

    parts: tuple[str | Clash, ...]
    ours: Any
    theirs: Any

    @classmethod
    def empty(cls, as_map: bool) -> Pieces:
        """A map or a list with nothing in it yet."""
        return cls((), {}, {}) if as_map else cls((), [], [])

    @classmethod
    def of(cls, part: Part | None) -> Pieces:
        """A part as it stands, or nothing where it was taken out."""
        return cls((), _ABSENT, _ABSENT) if part is None else cls((part.whole,), part.value, part.value)

    @classmethod
    def clash(cls, ours: Part | None, theirs: Part | None) -> Pieces:
        """Two versions of a part, to be decided."""
        sides = [(part.whole, part.value) if part else ("", _ABSENT) for part in (ours, theirs)]
        return cls((Clash(sides[0][0], sides[1][0]),), sides[0][1], sides[1][1])

    @property
    def clashes(self) -> bool:
        """Whether there is something to decide."""
        return any(isinstance(part, Clash) for part in self.parts)

    def add(self, name: str, one: Pieces) -> Pieces:
        """The same with one more key or entry."""
        return Pieces(self.parts + one.parts, _with(self.ours, name, one.ours), _with(self.theirs, name, one.theirs))

    def below(self, parts: Sequence[str | Clash]) -> Pieces:
        """The same with lines above it."""
        return self._replace(parts=(*parts, *self.parts))

    def then(self, parts: Sequence[str | Clash]) -> Pieces:
        """The same with lines after it."""
        return self._replace(parts=(*self.parts, *parts))


def decided(parts: Sequence[str | Clash], side: str) -> str:
    """The text where every clash is decided for one side, "ours" or "theirs"."""
    return "".join(part if isinstance(part, str) else getattr(part, side) for part in parts)


def marked(parts: Sequence[str | Clash], size: int, new_line: str) -> str:
    """The text with every clash between git's marks."""
    found = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        else:
            found += ["<" * size, " ours", new_line, part.ours, "=" * size, new_line]
            found += [part.theirs, ">" * size, " theirs", new_line]
    return "".join(found)


def _with(values: Any, name: str, value: Any) -> Any:
    if value is _ABSENT:
        return values
    return {**values, name: value} if isinstance(values, dict) else [*values, value]
