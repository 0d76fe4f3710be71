"""Where a word stands, worked out only when something is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hsplan.document import Document, Map, Seq
from hsplan.findings import Place
from hsplan.frozen import Frozen

if TYPE_CHECKING:
    from hsplan.lint.rule import View


class Spot(Frozen):
    """A value under a key, an entry of the list there (`entry`), or the key itself."""

    node: Map
    key: str
    entry: int = -1
    as_key: bool = False

    def place(self, view: View) -> Place:
        """Line and column in the plan's file."""
        return self.within(view.document)

    def within(self, document: Document) -> Place:
        """Line and column in the file that the value stands in."""
        if self.as_key:
            return document.key(self.node, self.key)
        value = self.node.get(self.key)
        if self.entry >= 0 and isinstance(value, Seq):
            return document.entry(value, self.entry)
        return document.value(self.node, self.key)


def names_under(node: Map, key: str) -> Iterator[tuple[str, Spot]]:
    """The texts under a key, one or a list of them, each with its spot; a blank one is none."""
    value = node.get(key)
    if isinstance(value, str):
        if value.strip():
            yield value, Spot(node, key)
    elif isinstance(value, Seq):
        for index, entry in enumerate(value):
            if isinstance(entry, str) and entry.strip():
                yield entry, Spot(node, key, index)


def key_at(node: Map, offset: int) -> str:
    """The key of a record that a place in the file belongs to, be it its own or its value's; "" for none."""
    return next((key for key, mark in node.marks.items() if mark[0] <= offset < max(mark[1], mark[3])), "")
