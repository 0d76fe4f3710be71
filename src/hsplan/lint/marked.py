"""The texts of a file that hold certain signs, found by way of where the signs stand: most records hold none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hsplan.document import Map, Seq, Value
from hsplan.frozen import Frozen


class Text(Frozen):
    """A text or a key, where it stands, the key that it stands under and the id of its action ("" outside actions)."""

    words: str
    start: int
    end: int
    key: str
    action: str


def places_of(sign: str, text: str) -> Iterator[int]:
    """Where a sign or a word stands in a text, in order."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def texts_with(signs: Sequence[int], root: Map) -> Iterator[Text]:
    """The texts and keys of a file in which one of the signs stands, in file order. `signs` are the places of them all,
    in order."""
    return _below(root, signs, "", "") if signs else iter(())


def _below(node: Value, signs: Sequence[int], key: str, action: str) -> Iterator[Text]:
    if isinstance(node, Seq):
        for value, (start, end) in zip(node, node.marks, strict=True):
            yield from _within(value, start, end, signs, key, action)
    elif isinstance(node, Map):
        for name, value in node.items():
            key_start, key_end, start, end = node.marks[name]
            inside = name if key == "actions" else action
            yield from _within(name, key_start, key_end, signs, key, inside)
            yield from _within(value, start, end, signs, name, inside)


def _within(value: Value, start: int, end: int, signs: Sequence[int], key: str, action: str) -> Iterator[Text]:
    first = bisect_left(signs, start)
    if first == len(signs) or signs[first] >= end:
        return
    if isinstance(value, str):
        yield Text(value, start, end, key, action)
    else:
        yield from _below(value, signs, key, action)
