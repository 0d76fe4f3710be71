"""A plan's text cut into parts, whole lines each, along its keys and entries; put together again they are the text."""

from __future__ import annotations

from hsplan.document import Map, Seq, Value
from hsplan.document.splice.style import is_flow, line_end, line_start
from hsplan.frozen import Frozen


class Part(Frozen):
    """A key with its value, or an entry of a list.

    `lead` are the comments and blank lines above it, `head` its own first lines, then come its `children`; a leaf, and
    whatever is not laid out one below the other, has its lines all in `head` and no children.
    """

    name: str
    lead: str
    head: str
    children: tuple[Part, ...]
    value: Value

    @property
    def body(self) -> str:
        """Its lines without those above it."""
        return self.head + "".join(child.whole for child in self.children)

    @property
    def whole(self) -> str:
        """Its lines with those above it."""
        return self.lead + self.body


class Cut(Frozen):
    """A whole text: the keys of the plan, and what stands below the last of them."""

    parts: tuple[Part, ...]
    tail: str


def cut(text: str, root: Map) -> Cut | None:
    """A text with its values in parts; None where it is not written one key below the other.

    The text ends with a line break.
    """
    parts = _children(text, root, 0)
    used = sum(len(part.whole) for part in parts or ())
    return Cut(parts, text[used:]) if parts and _is_gap(text[used:]) else None


def _children(text: str, node: Map | Seq, begin: int) -> tuple[Part, ...] | None:
    """The parts of a map or a list that begins at `begin`; None where they do not have lines of their own."""
    if not node or is_flow(text, node):
        return None
    found = []
    for name, value, key_end, start, end in _spans(node):
        first = line_start(text, start)
        last = _after_line(text, end)
        lead = text[begin:first]
        if first < begin or not _is_gap(lead):
            return None
        found.append(_part(text, name, value, lead, (first, key_end, last)))
        begin = last
    return tuple(found)


def _part(text: str, name: str, value: Value, lead: str, span: tuple[int, int | None, int]) -> Part:
    """One part: `span` is where its first line begins, its key ends (None: it is an entry), its last line ends."""
    first, key_end, last = span
    body = text[first:last]
    inside = None
    if isinstance(value, Map if key_end is None else Map | Seq):
        below = first if key_end is None else _after_line(text, key_end)
        inside = _children(text, value, below)
        part = Part(name, lead, text[first:below], inside or (), value)
        if inside and part.body == body:
            return part
    return Part(name, lead, body, (), value)


def _spans(node: Map | Seq) -> list[tuple[str, Value, int | None, int, int]]:
    """(name, value, where its key ends, where it begins, where its last word ends) of each key or entry."""
    if isinstance(node, Map):
        return [(name, node[name], mark[1], mark[0], max(mark[1], mark[3])) for name, mark in node.marks.items()]
    return [("", value, None, start, end) for value, (start, end) in zip(node, node.marks, strict=True)]


def _after_line(text: str, offset: int) -> int:
    """Where the next line begins after the last word before an offset."""
    while offset and text[offset - 1].isspace():
        offset -= 1
    end = line_end(text, offset)
    return end + 2 if text.startswith("\r\n", end) else end + 1


def _is_gap(text: str) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())
