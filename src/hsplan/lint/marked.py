"""The texts of a file that hold certain signs, found by way of where the signs stand: most records hold none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

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


def translated(text: str, signs: Mapping[int, str | None]) -> str:
    """What `text.translate(signs)` gives, which is fast for plain letters only. No sign stands for another."""
    if text.isascii():
        return text.translate(signs)
    for sign, other in signs.items():
        text = text.replace(chr(sign), other or "")
    return text


def outlined(text: str, same: bytes) -> bytes:
    """A text with a byte for each sign, and for several one and the same (`same` says which), which a pattern then
    begins with: for one sign a text is searched ten times as fast as for any of several."""
    return text.encode("ascii", "replace").translate(same)


def texts_with(signs: Sequence[int], root: Map) -> Iterator[Text]:
    """The texts and keys of a file in which one of the signs stands, in file order. `signs` are the places of them all,
    in order."""
    return _below(root, signs, "", "") if signs else iter(())


def _below(node: Value, signs: Sequence[int], key: str, action: str) -> Iterator[Text]:
    if isinstance(node, Seq):
        for value, (start, end) in zip(node, node.marks, strict=True):
            if end > signs[0]:
                yield from _within(value, start, end, signs, key, action)
    elif isinstance(node, Map):
        first, last = signs[0], signs[-1]
        for name, (key_start, key_end, start, end) in node.marks.items():
            if end > first and key_start <= last:
                inside = name if key == "actions" else action
                yield from _within(name, key_start, key_end, signs, key, inside)
                yield from _within(node[name], start, end, signs, name, inside)


def _within(value: Value, start: int, end: int, signs: Sequence[int], key: str, action: str) -> Iterator[Text]:
    signs = signs[bisect_left(signs, start) : bisect_left(signs, end)]
    if signs and isinstance(value, str):
        yield Text(value, start, end, key, action)
    elif signs:
        yield from _below(value, signs, key, action)
