"""Every sentence of a plan with its place: what rules about words read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter

from hsplan.document import Map, Seq
from hsplan.frozen import Frozen
from hsplan.lint.marked import places_of

_NAMES = """
hsplan id nation organisations period adopted closed follows reporting source strategy governance meetings returns
columns phases owners client_groups glossary lead partners each phase added due depends_on budget indicators links
accepted date from to for by status rag into decision decided refused done carried_from purpose timescale value amount
"""
_RECORDS = frozenset({"strategy", "governance", "phases", "indicators"})
"""Of these keys, those under which a plan keeps records with sentences of their own."""
_NOT_SENTENCES = frozenset(_NAMES.split()) - _RECORDS
"""Keys whose values are names, ids, dates or references, not sentences."""


class Sentence(Frozen):
    """One text: the id of the action it stands in ("" outside actions), its words and where they stand."""

    action: str
    text: str
    start: int
    end: int


_Found = tuple[str, str, int, int]
"""What a sentence is made of: of few is more than their words ever looked at."""
_BEGINNING = itemgetter(2)


class Prose:
    """All sentences of a plan, in document order, and one text of them all.

    A pattern runs over that text in one go, a third of the file, and only what holds a match is then looked at closely.
    """

    def __init__(self, found: list[_Found]) -> None:
        self._found = found
        self.text = "\n".join([text for _, text, _, _ in found])

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, every place kept: the few that would grow stay as they are."""
        text = self.text
        # Plain letters are made small ten times as fast, and most sentences have no others.
        low = text.lower() if text.isascii() else "\n".join([text.lower() for _, text, _, _ in self._found])
        return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for _, text, _, _ in self._found:
            starts.append(at)
            at += len(text) + 1
        return starts

    def places(self, signs: Iterable[str]) -> Iterator[int]:
        """Where one of the signs, in small letters, stands in the text; sign by sign."""
        text = self.lowered
        for sign in signs:
            if sign[0] in text:  # one letter is found far faster than two
                yield from places_of(sign, text)

    def around(self, offsets: Iterable[int]) -> Iterator[Sentence]:
        """The sentences that hold these places in the text, each once. The places are in order."""
        last = -1
        for at in offsets:
            number = bisect_right(self._starts, at) - 1
            if number != last:
                last = number
                yield Sentence._make(self._found[number])

    def without(self, hidden: Iterable[tuple[int, int]]) -> Prose:
        """The sentences that begin in none of these parts of the file, whose first and last places are in order."""
        kept: list[_Found] = []
        at = 0
        for start, end in hidden:
            first = bisect_left(self._found, start, at, key=_BEGINNING)
            kept += self._found[at:first]
            at = bisect_left(self._found, end, first, key=_BEGINNING)
        return Prose(kept + self._found[at:])

    def holds(self, place: int) -> bool:
        """Whether a place in the file lies within a sentence."""
        number = bisect_right(self._found, place, key=_BEGINNING) - 1
        return number >= 0 and place < self._found[number][3]


def prose(root: Map) -> Prose:
    """What a plan, by its root, says in sentences."""
    found: list[_Found] = []
    _add_map(found, root, "")
    return Prose(found)


def _add_map(found: list[_Found], node: Map, action: str) -> None:
    for key, value in node.items():
        if key in _NOT_SENTENCES or (key in _RECORDS and value.__class__ is not Map):
            continue
        if value.__class__ is str:
            mark = node.marks[key]
            found.append((action, value, mark[2], mark[3]))
        elif value.__class__ is Seq:
            _add_list(found, value, action)
        elif value.__class__ is Map and key == "actions":
            for name, each in value.items():
                if each.__class__ is Map:
                    _add_map(found, each, name)
        elif value.__class__ is Map:
            _add_map(found, value, action)


def _add_list(found: list[_Found], node: Seq, action: str) -> None:
    for index, value in enumerate(node):
        if value.__class__ is str:
            found.append((action, value, *node.marks[index]))
        elif value.__class__ is Map:
            _add_map(found, value, action)
