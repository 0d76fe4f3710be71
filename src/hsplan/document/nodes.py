"""The values of a YAML file, each with its place.

Places are offsets in code points from the start of the text, the end exclusive; `Document` turns them into lines and
columns, which only a finding needs.
"""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "str | Map | Seq | None"
"""Text as it was written, a map, a list, or None where the value is blank."""


class Map(dict[str, Value]):
    """A YAML map in file order. `marks[key]` is (key start, key end, value start, value end).

    `name` is where the key stands that the map itself is the value of: an action's map has the place of its id.
    """

    __slots__ = ("end", "marks", "name", "start")

    def __init__(self, start: int) -> None:
        super().__init__()
        self.start = start
        self.end = start
        self.name: tuple[int, int] | None = None
        self.marks: dict[str, tuple[int, int, int, int]] = {}


class Seq(list[Value]):
    """A YAML list. `marks[i]` is (start, end) of the i-th entry."""

    __slots__ = ("end", "marks", "start")

    def __init__(self, start: int) -> None:
        super().__init__()
        self.start = start
        self.end = start
        self.marks: list[tuple[int, int]] = []
