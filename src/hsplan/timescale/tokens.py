"""Text -> nodes: numbers, words and signs, with their places. Nothing is rewritten, so places stay true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from hsplan.frozen import Frozen
from hsplan.timescale.cascade import Node
from hsplan.timescale.misspelling import meant

# Zero-width characters and soft hyphens come with text pasted from Word; they count as spaces.
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_TOKEN: Final = re.compile(
    # Both cases are written out: with re.IGNORECASE the negated sets take 7 ms to compile, at every start.
    r"([0-9]+)((?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])(?![^\W\d_]))?"
    r"|([^\W\d_]+(?:['’][^\W\d_]+)*)|(\S)"
)
_SIGNS: Final = {
    **dict.fromkeys("-‐‑‒–—―−~→", "-"),
    **dict.fromkeys("/\\⁄∕", "/"),
    **dict.fromkeys("&+", "&"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(";|•·▪●◦‣\uf0b7", ";"),
    **dict.fromkeys("<≤", "lt"),
    **dict.fromkeys(">≥", "gt"),
    ",": ",", ":": ":", ".": ".", "…": ".", "?": "?", "'": "'", "’": "'", "‘": "'", "´": "'", "`": "'",
}  # fmt: skip
_UNSEEN: Final = frozenset('"“”„«»*_' + _INVISIBLE)
_DOTTED: Final = frozenset(("month", "weekday", "uyear", "uquarter", "umonth", "uweek", "fy"))
_LONGEST_NUMBER: Final = 8
_BEFORE_FIGURES: Final = frozenset("qhytQHYT")


class Tokens(Frozen):
    nodes: list[Node]
    corrections: list[tuple[int, int, str]]
    """Misspellings: where the word stands and what it means, in lower case."""


def tokens(text: str, known: Mapping[str, tuple[str, Any]]) -> Tokens:
    """The nodes of a wording; `known` gives each word's class and value. "the" is dropped."""
    nodes: list[Node] = []
    corrections: list[tuple[int, int, str]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastindex
        if kind == 3:
            _word(text, start, end, known, nodes, corrections)
        elif kind == 4:
            _sign(text, start, end, nodes)
        else:
            _number(text, match[1], kind == 2, start, nodes)
    return Tokens(nodes, corrections)


def _number(text: str, figures: str, ordinal: bool, start: int, nodes: list[Node]) -> None:
    end = start + len(figures) + 2 * ordinal
    last = nodes[-1] if nodes else None
    if last is not None and last.end == start and last.cls not in _SIGN_CLASSES:
        letter = text[last.start] if last.end - last.start == 1 and last.cls not in _FIGURES else "q"
        if last.cls == "w" or letter not in _BEFORE_FIGURES:  # a code: NI155, A1
            last.cls, last.value, last.end = "w", None, end
            return
    size = len(figures)
    if size > _LONGEST_NUMBER:
        nodes.append(Node("big", None, start, end))
        return
    value = int(figures)
    if size == 4 and not ordinal:
        cls = "y4" if 1900 <= value <= 2199 else "big"
    elif ordinal:
        cls = "o"
    else:
        cls = f"n{size}" if size <= 3 or size in (5, 8) else "big"
    nodes.append(Node(cls, value, start, end))


def _word(
    text: str,
    start: int,
    end: int,
    known: Mapping[str, tuple[str, Any]],
    nodes: list[Node],
    corrections: list[tuple[int, int, str]],
) -> None:
    word = text[start:end].lower()
    if word == "the":
        return
    found = known.get(word)
    if found is None and ("'" in word or "’" in word):
        word = word.replace("’", "'").removesuffix("'s")
        found = known.get(word)
    last = nodes[-1] if nodes else None
    glued = last is not None and last.end == start and last.cls in _FIGURES
    if glued and last is not None and (found is None or len(word) == 1):
        if word == "m":  # 6m, 12m: months
            nodes.append(Node("umonth", None, start, end))
            return
        if word not in "yqth":  # 35s, 15k
            last.cls, last.value, last.end = "w", None, end
            return
    if found is None:
        right = meant(word)
        if right is not None:
            corrections.append((start, end, right))
            found = known[right]
        else:
            found = ("w", None)
    cls, value = found
    if cls in _DOTTED and end < len(text) and text[end] == ".":
        end += 1
    nodes.append(Node(cls, value, start, end))


def _sign(text: str, start: int, end: int, nodes: list[Node]) -> None:
    sign = text[start]
    if sign in _UNSEEN:
        return
    last = nodes[-1] if nodes else None
    if last is not None and start < last.end:  # the full stop that an abbreviation has taken
        return
    cls = _SIGNS.get(sign, "sign")
    if cls == "'" and not text[end : end + 2].isdecimal():
        return
    if cls in "-.?" and last is not None and last.cls == cls:
        last.end = end
        return
    nodes.append(Node(cls, None, start, end))


_SIGN_CLASSES: Final = frozenset((*_SIGNS.values(), "sign"))
_FIGURES: Final = frozenset(("n1", "n2", "n3", "y4", "n5", "n8", "big"))
