"""Which line is out of place, told from the indentation alone, and a colon after which no ordinary space stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

ODD_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f"
_ID = r"[\w.-]+|\"[^\"\n]*\"|'[^'\n]*'"

_CAPITAL = r"[^\W\d_a-z]\w*: "
"""A word with a capital letter, which no key of the format has, and a colon."""
_ID_LINE = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w.-]*\d[\w.-]*):(?= |$)"
_KEY_LINE = r"[a-z][a-z_]*:(?: |$)"
_WORDS_AND_COLON = r"[^\s\"'\[\]{}#|>&*!%@`,:-][^:\n]* [^:\n]*:(?: |$)"
_HEAD_OF_TEXT = r"(?P<dashes>(?:- +)*)(?:(?P<key>[^\s:\"'\[{#|>-][^:\n]*): +)?(?=[^\s\"'\[\]{}#|>&*!%@`-])"
"""What stands before a text without quotation marks on the line where it begins."""


class Line:
    """A line of a text: where it begins, how far in, and its words."""

    __slots__ = ("indent", "start", "words")

    def __init__(self, text: str, start: int) -> None:
        end = text.find("\n", start)
        line = text[start : len(text) if end < 0 else end]
        self.words = line.strip()
        self.indent = len(line) - len(line.lstrip(" "))
        self.start = start

    @property
    def span(self) -> tuple[int, int]:
        """Where its words begin and end."""
        return self.start + self.indent, self.start + self.indent + len(self.words)

    @property
    def key(self) -> bool:
        """Whether it begins with a key."""
        return re.match(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'\[{#|>-][^:\n]*):(?:\s|$)", self.words) is not None

    @property
    def blank(self) -> bool:
        """Whether nothing follows its key's colon but a comment."""
        return re.search(r":(?:\s+#.*)?$", self.words) is not None


def too_far_left(text: str, offset: int) -> tuple[int, int] | None:
    """The line that stands further to the left than the keys before and after it, where the parser stopped at the one
    after it; None where the indentation does not tell.

    The parser takes the first of the keys that is right again for the wrong one.
    """
    stopped = Line(text, text.rfind("\n", 0, offset) + 1)
    above = _lines(text, stopped.start, up=True)
    line = next((each for each in above if each.indent <= stopped.indent), None)
    if line is None or line.indent == stopped.indent or not line.key or not stopped.key:
        return None
    before = next((each for each in above if each.indent <= stopped.indent), None)
    after = next((each for each in _lines(text, stopped.start, up=False) if each.indent <= stopped.indent), None)
    goes_on = after is not None and after.indent == stopped.indent
    if before is None or not before.key:
        return None
    if _is_parent(text, line, stopped):
        return None
    if before.indent == stopped.indent:
        return line.span if goes_on or _alone(text, line, stopped, above) else None
    first = before.indent == line.indent and before.blank and not line.blank
    return line.span if first and goes_on else None


def _is_parent(text: str, line: Line, stopped: Line) -> bool:
    """Whether a line is an id with nothing after its colon, and what stands below it up to a key is out of line."""
    below = next(_lines(text, line.start, up=False))
    return (
        line.blank
        and re.match(_ID_LINE, line.words) is not None
        and below.indent > stopped.indent
        and re.match(_KEY_LINE, below.words) is not None
        and re.match(_KEY_LINE, stopped.words) is not None
    )


def too_far_right(text: str, start: int) -> tuple[int, int] | None:
    """The one line below an id that stands further in than the keys after it, the first of which begins at `start`."""
    stopped = Line(text, start)
    line = next(_lines(text, start, up=True), None)
    above = next(_lines(text, line.start, up=True), None) if line else None
    after = next((each for each in _lines(text, start, up=False) if each.indent <= stopped.indent), None)
    if line is None or above is None or after is None or not re.match(_KEY_LINE, stopped.words):
        return None
    alone = line.key and line.indent > stopped.indent > above.indent and above.blank and after.indent == stopped.indent
    return line.span if alone else None


def words_after_id(text: str, start: int) -> tuple[int, int] | None:
    """An id with words after its colon, right above a key that stands further in and begins at `start`."""
    stopped = Line(text, start)
    line = next(_lines(text, start, up=True), None)
    if line is None or line.indent >= stopped.indent or line.blank:
        return None
    id = re.match(_ID_LINE + r" +[^\s\[{&*|>]", line.words)
    return line.span if id and re.match(_KEY_LINE, stopped.words) else None


def left_of_its_text(text: str, start: int) -> tuple[int, int] | None:
    """A line of several words and a colon, or one with a capital letter, that stands further to the left than the text
    above it, which it seems to go on with, and than the line at `start`, where the parser stopped."""
    stopped = Line(text, start)
    line = next((each for each in _lines(text, start, up=True) if each.indent < stopped.indent), None)
    if line is None or line.blank or not re.match(f"{_WORDS_AND_COLON}|{_CAPITAL}(?=[^\"'\\[{{])", line.words):
        return None
    above = next(_lines(text, line.start, up=True), None)
    head = above and re.match(_HEAD_OF_TEXT, above.words)
    if above is None or not head or not head["key"] or above.indent <= line.indent:
        return None
    return line.span if " " in above.words[head.end() :] else None


def _alone(text: str, line: Line, stopped: Line, above: Iterator[Line]) -> bool:
    """Whether a line differs from those of its level: by having words after its colon, or by what stands below it."""
    if line.blank:
        return next(_lines(text, line.start, up=False)).indent > stopped.indent
    level = takewhile(lambda each: each.indent >= line.indent, above)
    return all(each.blank for each in level if each.indent == line.indent)


def odd_space_after_colon(line: str) -> tuple[int, int] | None:
    """A key, up to its colon, with a space right after it that does not break; in a line or in braces on it."""
    match = re.search(rf"(?:^ *(?:- +)*|[{{,] *)(?P<key>(?:{_ID}):)(?=[{ODD_SPACES}])", line)
    return match.span("key") if match else None


def odd_space_after_dash(line: str) -> tuple[int, int] | None:
    """A dash that begins an entry of a list, with a space right after it that does not break."""
    match = re.match(rf" *(?:- +)*(?P<dash>-)(?=[{ODD_SPACES}])", line)
    return match.span("dash") if match else None


def no_space_after_colon(line: str) -> tuple[int, int] | None:
    """A key, up to its colon, with words right after it: `lead:Strategy Team`."""
    match = re.match(r" *(?:- +)*(?P<key>[a-z][a-z_-]*:)(?=[^\s:/])", line)
    return match.span("key") if match else None


def no_space_after_dash(text: str, start: int) -> tuple[int, int] | None:
    """An entry of a list, the line at `start`, that begins with a dash and no space: `-{date: 2013-06-30}`, `-date: …`,
    `-"One"`; a word, where the entry above it begins with a dash."""
    line = Line(text, start)
    if not re.match(r"-[^\s-]", line.words):
        return None
    if re.match(r"-(?:[\[{\"']|[\w-]+: )", line.words):
        return line.span
    above = next((each for each in _lines(text, start, up=True) if each.indent <= line.indent), None)
    return line.span if above is not None and above.indent == line.indent and above.words.startswith("- ") else None


def text_above(text: str, start: int) -> tuple[str, int, int] | None:
    """The key, and the start and end of its text without quotation marks, that a line with a colon in it goes on with:
    one whose words up to the colon are no key's; None where it is rather a key that is not in line."""
    line = Line(text, start)
    capital = re.match(_CAPITAL, line.words)
    if not capital and not re.match(_WORDS_AND_COLON, line.words):
        return None
    above = next((each for each in _lines(text, start, up=True) if each.key or each.indent < line.indent), None)
    head = above and re.match(_HEAD_OF_TEXT, above.words)
    if above is None or not head or not head[0]:
        return None
    if capital and " " not in above.words[head.end() :]:
        return None  # one word is as likely a name or a date, and this the next one
    column, end = above.indent + (len(head["dashes"]) if head["key"] else 0), line.span[1]
    if column >= line.indent:
        return None
    for each in _lines(text, start, up=False):
        if each.indent <= column:
            break
        end = each.span[1]
    return head["key"] or "", above.start + above.indent + head.end(), end


def key_in_braces(before: str) -> tuple[int, int] | None:
    """A key in braces that ends where the parser stopped, `before` being its line up to there; with its colon."""
    match = re.search(r"[{,] *(?P<key>[a-z][a-z_-]*)$", before)
    return (match.start("key"), match.end("key") + 1) if match and before.count("{") > before.count("}") else None


def sibling_above(text: str, start: int) -> int:
    """Where the nearest line above begins that is no further in than the one that begins at `start`."""
    own = Line(text, start)
    return next((each.start for each in _lines(text, start, up=True) if each.indent <= own.indent), start)


def _lines(text: str, start: int, *, up: bool) -> Iterator[Line]:
    """The lines with words before the one that begins at `start`, the nearest first, or after it."""
    while start > 0 or not up:
        start = (text.rfind("\n", 0, start - 1) if up else text.find("\n", start)) + 1
        if not up and not start:
            return  # that was the last line
        line = Line(text, start)
        if line.words and not line.words.startswith("#"):
            yield line
