"""Where in the text an edit goes: each function gives several ways, of which the first that proves right is taken."""

from __future__ import annotations

import re

from hsplan.document.splice.style import column, line_break, line_end, line_start
from hsplan.frozen import Frozen

_REST_OF_LINE = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=[\r\n]|\Z)")

_COMMENT_LINE = re.compile(r"(?:\r\n|\r|\n)(?P<indent> *)#[^\r\n]*")


class Patch(Frozen):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def apply(text: str, patches: list[Patch]) -> str:
    """The text with the patches made; they are given in file order and do not overlap."""
    for patch in reversed(patches):
        text = text[: patch.start] + patch.new + text[patch.end :]
    return text


def below(text: str, start: int, end: int, lines: list[str]) -> list[list[Patch]]:
    """Lines below the block that begins at `start` and whose last value ends at `end`.

    They go right below its last words, with the comment on their line and comments below that are further in than the
    new lines; blank lines and other comments stay after them. Only where a text block (`|+`) keeps the blank lines
    after it do they go below those, without one of their own.
    """
    at = line_end(text, start + len(text[start:end].rstrip()))
    own = own_comments(text, at, min(len(line) - len(line.lstrip(" ")) for line in lines if line))
    new_line = line_break(text, at)
    ways = [[Patch(place, place, "".join(new_line + line for line in lines))] for place in dict.fromkeys((own, at))]
    end = min(end, len(text))
    if end > at and text[end - 1] in "\r\n":
        ways.append([Patch(end, end, "".join(line + new_line for line in lines if line))])
    return ways


def own_comments(text: str, at: int, indent: int) -> int:
    """Where the comments end that follow the line ending at `at` and are further in than column `indent`."""
    while (match := _COMMENT_LINE.match(text, at)) and len(match["indent"]) > indent:
        at = match.end()
    return at


def beside(text: str, start: int, end: int, new: str) -> list[list[Patch]]:
    """An entry after the one at `text[start:end]` in braces or brackets, on a line of its own if that one has one."""
    simple = [Patch(end, end, f", {new}")]
    if text[line_start(text, start) : start].strip(" "):
        return [simple]
    line = line_break(text, start) + " " * column(text, start) + new
    rest = _REST_OF_LINE.match(text, end)
    if rest is None:
        return [[Patch(end, end, f",{line}")], simple]
    if rest["comma"]:
        return [[Patch(rest.end(), rest.end(), f"{line},")], simple]
    if rest.end() == end:
        return [[Patch(end, end, f",{line}")], simple]
    return [[Patch(end, end, ","), Patch(rest.end(), rest.end(), line)], simple]
