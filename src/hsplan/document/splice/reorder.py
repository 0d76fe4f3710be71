"""The entries of a list in another order, each with its own comments, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hsplan.document.document import Document
from hsplan.document.nodes import Seq
from hsplan.document.splice.new import Path
from hsplan.document.splice.patch import Patch, own_comments
from hsplan.document.splice.refused import refused
from hsplan.document.splice.style import column, is_flow, line_end, line_start
from hsplan.document.splice.verify import commit
from hsplan.document.splice.walk import find

_COMMENT_LINE = re.compile(r"[ \t]*#[^\r\n]*(?:\r\n|\r|\n)")


def reorder(document: Document, path: Path, order: Sequence[int]) -> Document:
    """The document with the entries of the list at `path` in the order of these indexes, each of them once.

    A comment on an entry's own lines, and those right above it, go with it; blank lines stay where they are. Raises
    SpliceRefused where no list stands there, where a comment stands apart so that nobody can tell what it is about, or
    where the result would not read back.
    """
    node = find(document, path)
    if not isinstance(node, Seq) or sorted(order) != list(range(len(node))):
        raise refused(document, "There is no list of so many entries to put in order.")
    if list(order) == sorted(order):
        return document
    blocks = node.marks if is_flow(document.text, node) else _blocks(document, node)
    text = document.text
    if any("#" in text[end:start] for (_, end), (start, _) in pairwise(blocks)):
        raise refused(document, "A comment stands between two entries, and may be about either.", blocks[0][1])
    patches = [
        Patch(start, end, text[slice(*blocks[index])])
        for (start, end), index in zip(blocks, order, strict=True)
        if blocks[index] != (start, end)
    ]
    return commit(document, [patches], path, lambda old: [old[index] for index in order])


def _blocks(document: Document, node: Seq) -> list[tuple[int, int]]:
    """Where each entry's lines begin and end, without the last line break, the comments that go with it included."""
    text = document.text
    dash = column(text, node.start)
    found: list[tuple[int, int]] = []
    for start, end in node.marks:
        first = line_start(text, _dash(text, start, dash))
        if text[first : first + dash].strip(" "):
            raise refused(document, "The first entry stands on the line of something else.", start)
        while first and _COMMENT_LINE.fullmatch(text, above := _line_above(text, first), first):
            if not found:
                raise refused(document, "A comment above the first entry may be about all of them.", above)
            if above <= found[-1][1]:
                break
            first = above
        last = line_end(text, start + len(text[start:end].rstrip()))
        found.append((first, own_comments(text, last, dash)))
    return found


def _dash(text: str, start: int, dash: int) -> int:
    """Where the dash of the entry whose value begins at `start` stands; on a line of its own, above it perhaps."""
    line = line_start(text, start)
    while line > 0 and text[line + dash : line + dash + 1] != "-":
        line = _line_above(text, line)
    return line + dash


def _line_above(text: str, line: int) -> int:
    """Where the line above the one that begins at `line` begins."""
    return line_start(text, line - (2 if text[line - 2 : line] == "\r\n" else 1))
