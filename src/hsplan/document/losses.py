"""Words that YAML drops or bends without a word: found in what was read, by their look in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from hsplan.document.document import Document
from hsplan.document.nodes import Map, Seq, Value
from hsplan.document.tree import Tree
from hsplan.findings import Finding, Related, shorten

_HASH = re.compile(r" #(?=[^\s#])")
_SPACES = re.compile(" *")
_LIMIT = 100
_QUOTE_IT = "Put the whole text in double quotes."
_DECIMAL = "Write a full stop for the comma of a figure, or put a text in double quotes."
_WHOLE_FIGURE = "Write the figure without the comma, or put a text in double quotes."


def words_lost(document: Document, tree: Tree) -> Iterator[Finding]:
    """What the file says and YAML would not keep: repeated keys, words after a comma in braces, after `#`, `!`, `&`.

    Of each kind the first hundred: a file with more is no plan, or will be read again.
    """
    text = document.text
    bare = set(tree.bare)  # of these it is said what made them keys
    for key, first, again in [each for each in tree.duplicates if each.again not in bare][:_LIMIT]:
        related = (Related(document.place(*first), f'"{key}" stands here first'),)
        message = f'"{key}" stands here a second time; only the first one is read.'
        help = "Give one of the two another name, or join them."
        yield Finding("duplicate-key", message, document.place(*again), help, related=related)
    for start, end in islice(_together(tree.bare, text), _LIMIT):
        if text[start - 1 : start] == "?" or text[start - 2 : start] == "? ":
            message = 'The line begins with "?", which has a meaning of its own in YAML.'
        else:
            read_as = "as names of keys" if (start, end) not in bare else "as the name of a key"
            message = f'A comma inside braces cuts the text: "{shorten(text[start:end])}" is read {read_as}.'
        help = _QUOTE_IT
        if text[start - 2 : start - 1].isdigit() and re.fullmatch(r"[\d, ]+", text[start:end]):
            help = _WHOLE_FIGURE if _thousands(text, start, end) else _DECIMAL
        yield Finding("words-lost", message, document.place(start, end), help)
    for start, end in tree.signs[:_LIMIT]:
        sign = shorten(text[start:end].split()[0])
        message = f'YAML drops "{sign}", since a text that begins so has a meaning of its own.'
        yield Finding("words-lost", message, document.place(start, end), _QUOTE_IT)
    if " #" in text:
        yield from islice(_after_hash(document, tree), _LIMIT)


def _together(bare: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Keys without a value, those with only commas between them as one: the pieces of a text with several commas."""
    start = end = -1
    for first, last in bare:
        if end >= 0 and text[end:first].strip(" ") == ",":
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def _thousands(text: str, start: int, end: int) -> bool:
    """Whether it is the thousands of a figure that a comma cuts: `1,200`."""
    return all(len(piece.strip(" ")) == 3 for piece in text[start:end].split(","))


def _after_hash(document: Document, tree: Tree) -> Iterator[Finding]:
    """Words after ` #` that were meant as text: no space after the sign, and it follows a value without quotes.

    After two or more spaces it is a comment whose writer forgot the space, unless a figure follows (`Flat  #3`); and so
    it is on a line of its own, unless that stands further in than the value's key and names no key itself.
    """
    text, ends = document.text, None
    known = spaces = -1
    for match in _HASH.finditer(text):
        if ends is None:
            ends = sorted(_plain_ends(text, tree.root))
        at = match.start()
        end = ends[bisect_right(ends, at) - 1] if ends and ends[0] <= at else -1
        if end < 0:
            continue
        if end != known:
            known, spaces = end, _end_of_spaces(text, end)
        below = spaces <= at
        if not _goes_on(text, spaces, at) if below else end < at and not text[match.end()].isdigit():
            continue
        line_end = text.find("\n", at)
        lost = text[at + 1 : len(text) if line_end < 0 else line_end].strip()
        place = document.place(end - 1, end) if below else document.place(at + 1, at + 1 + len(lost))
        where = "the line below this, " if below else ""  # told at the value, which may be internal
        message = f'YAML takes {where}"{shorten(lost)}"{"," * below} for a comment, so these words are not in the plan.'
        help = "Put the whole text in double quotes; for a comment, leave a space after the #."
        yield Finding("words-lost", message, place, help)


def _end_of_spaces(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at


def _goes_on(text: str, end: int, at: int) -> bool:
    """Whether a `#` behind a place stands on the line below a value that ends at `end`, as that value's next line."""
    if text[end : end + 1] not in ("\r", "\n") or not text[end:at].isspace() or text.count("\n", end, at) != 1:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    further = at - text.rfind("\n", 0, at) > len(line) - len(line.lstrip(" -"))
    return further and re.match(r"#[\w-]+:(?!\S)", text[at + 1 : at + _LIMIT]) is None and not line.endswith(":")


def _plain_ends(text: str, node: Value) -> Iterator[int]:
    """Where each value without quotes, or the blank in its place, ends."""
    if isinstance(node, Map | Seq):
        marks = [mark[2:] for mark in node.marks.values()] if isinstance(node, Map) else node.marks
        for value, (start, end) in zip(node.values() if isinstance(node, Map) else node, marks, strict=True):
            if isinstance(value, Map | Seq):
                yield from _plain_ends(text, value)
            elif text[start : start + 1] not in ("'", '"', "|", ">"):
                yield end
