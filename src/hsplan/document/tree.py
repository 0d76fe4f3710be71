"""Events to values with places: the one loop that every plan's text goes through, so it is written for speed."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from hsplan.document.events import NextEvent
from hsplan.document.nodes import Map, Seq, Value
from hsplan.frozen import Frozen

DEPTH_LIMIT = 50
"""A plan needs about ten levels; libyaml takes any number, Python's readers do not."""

_BLANK = {"", "~", "null", "Null", "NULL"}


class Unreadable(Exception):
    """A construct that hsplan refuses, with its place in the text."""

    def __init__(self, name: str, message: str, help: str, start: int, end: int) -> None:
        super().__init__(message)
        self.name, self.message, self.help, self.start, self.end = name, message, help, start, end


class Duplicate(Frozen):
    """A key that stands twice in one map; offsets of both."""

    key: str
    first: tuple[int, int]
    again: tuple[int, int]


class Tree(Frozen):
    """The values of a file, with what the reader met on the way that words could be lost by."""

    root: Value
    duplicates: list[Duplicate]
    bare: list[tuple[int, int]]
    """Keys without a colon inside braces: the words after a comma."""
    signs: list[tuple[int, int]]
    """Texts that begin with `!word` or `&word`, which YAML takes off, or with `>5` or `|`, and have no more lines."""


def build(next_event: NextEvent, text: str) -> Tree:
    """Read one document's events to the end. Raises Unreadable, and the parser's YAMLError."""
    tree = Tree(None, [], [], [])
    stack: list[tuple[Map | Seq, str | None, int, int]] = []
    parent: Any = None
    marks: Any = None
    in_map = False
    root: Value = None
    key: str | None = None
    key_start = key_end = last = documents = 0
    while True:
        event = next_event()
        kind = event.__class__
        value: Any
        if kind is ScalarEvent:
            start, last = event.start_mark.index, event.end_mark.index
            value = event.value
            if event.ctag is not None or event.anchor is not None:
                tree.signs.append((start, last))
            if in_map and key is None:
                key, key_start, key_end = value, start, last
                continue
            if value in _BLANK and not event.style:
                value = None
                if start == last and in_map:
                    start = last = _blank(text, key_end, start)
                    if start == key_end:
                        tree.bare.append((key_start, key_end))
            elif value == "" and event.style in ("|", ">"):
                tree.signs.append((start, last))
            end = last
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if in_map and key is None:
                raise _strange_key(event)
            if len(stack) >= DEPTH_LIMIT:
                raise _too_deep(event)
            if parent is not None:
                stack.append((parent, key, key_start, key_end))
            start = event.start_mark.index
            in_map = kind is MappingStartEvent
            parent = Map(start) if in_map else Seq(start)
            marks = parent.marks
            key = None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            assert parent is not None
            value, start = parent, parent.start
            if event.end_mark.index > event.start_mark.index:
                last = event.end_mark.index
            end = parent.end = max(last, start)
            if stack:
                parent, key, key_start, key_end = stack.pop()
                marks = parent.marks
                if key is not None and in_map:
                    value.name = (key_start, key_end)
                in_map = parent.__class__ is Map
            else:
                parent, in_map = None, False
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _several(event)
            continue
        elif kind is StreamEndEvent:
            return tree._replace(root=root)
        elif kind is AliasEvent:
            raise _alias(event)
        else:
            continue
        if in_map:
            if key in marks:
                first = marks[key]
                tree.duplicates.append(Duplicate(key or "", first[:2], (key_start, key_end)))
            else:
                parent[key] = value
                marks[key] = (key_start, key_end, start, end)
            key = None
        elif parent is None:
            root = value
        else:
            parent.append(value)
            marks.append((start, end))


def _blank(text: str, key_end: int, start: int) -> int:
    """Where a blank value stands: right after its key's colon, wherever the parser says; where there is none, the key.

    The parsers place it at the colon, at the sign that comes next or at the end of the file.
    """
    colon = text.find(":", key_end, start + 1)
    return key_end if colon < 0 else colon + 1


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, max(event.end_mark.index, event.start_mark.index)


def _alias(event: Any) -> Unreadable:
    return Unreadable(
        "alias",
        f'"*{event.anchor}" is read by YAML as a reference to another part of the file, which a plan does not use.',
        "Where the words begin with a star, put them in double quotes; else write the value out.",
        *_span(event),
    )


def _several(event: Any) -> Unreadable:
    return Unreadable(
        "several-documents",
        'A second document begins here: a line of three dashes ("---") parts a file in two.',
        "Keep one plan in a file and delete the dashes.",
        *_span(event),
    )


def _too_deep(event: Any) -> Unreadable:
    return Unreadable(
        "too-deep",
        f"The brackets or the indentation go more than {DEPTH_LIMIT} levels deep; a plan needs about ten.",
        "Look for a bracket that is not closed, or lines indented by mistake.",
        *_span(event),
    )


def _strange_key(event: Any) -> Unreadable:
    return Unreadable(
        "needs-quotes",
        "A bracket or brace begins the name of a key here.",
        "Put the words in double quotes.",
        *_span(event),
    )
