"""Every sentence of a plan with its place: what rules about words read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from hsplan.document import Map, Seq
from hsplan.frozen import Frozen
from hsplan.lint.marked import outlined, places_of

_NAMES = """
hsplan id nation organisations period adopted closed follows reporting source strategy governance meetings returns
columns phases owners client_groups glossary lead partners each phase added due depends_on budget indicators links
accepted date from to for by status rag into decision decided refused done carried_from purpose timescale value amount
"""
_NOT_SENTENCES = frozenset(_NAMES.split())
"""Keys whose values are names, ids, dates or references, not sentences."""
_NAMED_ONLY = _NOT_SENTENCES - {"strategy", "governance", "phases", "indicators"}
"""Of these keys, those under which a plan keeps no records with sentences of their own either."""
_SHAPES = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", b"A" * 26 + b"0" * 10)
_CAPITALS = rb"A(?=[A0&])(?<![\w/&-]A)[A0&]*A0*(?=s?(?![\w&]))"
"""A word of capitals and figures, as it looks in the outline of all sentences."""


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
    def capitals(self) -> list[tuple[int, str]]:
        """Where in the text words stand of capitals, figures and "&", and the words, without the s of a plural."""
        text = self.text
        spans = [match.span() for match in re.finditer(_CAPITALS, outlined(text, _SHAPES))]
        return [(start, text[start:end]) for start, end in spans if _stands(text, start, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate([len(text) + 1 for _, text, _, _ in self._found])]

    def places(self, signs: Iterable[str]) -> Iterator[int]:
        """Where one of the signs, in small letters, stands in the text; sign by sign."""
        text = self.lowered
        for sign in signs:
            if sign[0] in text:  # one letter is found far faster than two
                yield from places_of(sign, text)

    def at(self, offset: int) -> Sentence:
        """The sentence that holds this place in the text."""
        return Sentence._make(self._found[bisect_right(self._starts, offset) - 1])

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

    def outside(self, places: Iterable[int]) -> list[int]:
        """Those of these places in the file that lie within no sentence."""
        starts = [start for _, _, start, _ in self._found]
        numbered = [(at, bisect_right(starts, at) - 1) for at in places]
        return [at for at, number in numbered if number < 0 or at >= self._found[number][3]]


def _stands(text: str, start: int, end: int) -> bool:
    """Whether a word of capitals stands by itself: no letter that is not plain goes on beside it, and each "&" in it
    joins two capitals."""
    beside = text[start - 1 : start] + text[end : end + 2].removeprefix("s")[:1]
    if not beside.isascii() and any(map(str.isalnum, beside)):
        return False
    return "&" not in text[start:end] or re.search("&(?![A-Z])", text[start:end]) is None


def prose(root: Map) -> Prose:
    """What a plan, by its root, says in sentences."""
    found: list[_Found] = []
    _add_map(found, root, "")
    return Prose(found)


def _add_map(found: list[_Found], node: Map, action: str) -> None:
    marks = node.marks
    for key, value in node.items():
        if value.__class__ is Map:
            if key == "actions":
                for name, each in value.items():
                    if each.__class__ is Map:
                        _add_map(found, each, name)
            elif key not in _NAMED_ONLY:
                _add_map(found, value, action)
        elif key in _NOT_SENTENCES:
            continue
        elif value.__class__ is str:
            _, _, start, end = marks[key]
            found.append((action, value, start, end))
        elif value.__class__ is Seq:
            _add_list(found, value, action)


def _add_list(found: list[_Found], node: Seq, action: str) -> None:
    for index, value in enumerate(node):
        if value.__class__ is str:
            found.append((action, value, *node.marks[index]))
        elif value.__class__ is Map:
            _add_map(found, value, action)
