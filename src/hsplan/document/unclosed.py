"""A quotation mark, bracket or brace that is opened and never closed, found where it opens.

YAML lets quoted text and brackets run over lines, so the parser notices only much later. This looks at the text as
people read it: what a line opens, the same line closes, or lines that are further in.
"""

from __future__ import annotations

import re

from hsplan.frozen import Frozen

_VALUE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:-[ ]+)*)"
    r"(?P<key>(?:[^\s\"'\[{#&*!|>%@`-][^\n:]*|\"[^\"\n]*\"|'[^'\n]*'):[ ]+)?"
    r"(?P<value>(?P<mark>[\"'\[{])|[|>][-+\d]*[ ]*(?:#[^\n]*)?\r?$)",
    re.MULTILINE,
)
_TOKEN = re.compile(r"[\"'\[\]{},#]|:|[^\s\"'\[\]{},:#]+")
_AFTER_CLOSING = re.compile(r"[ \t]*(?:[,\]}:]|[ \t]#|\r?$)", re.MULTILINE)
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"(?:[^']|'')*+'")}
_KEY_OR_DASH = re.compile(r"(?P<indent> *)(?:- |[^\s\[\]{},#][^\n:,]*:(?=[ \r\n]))")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")


class Opened(Frozen):
    """What is left open: the mark and where it stands."""

    mark: str
    offset: int


def unclosed(text: str, limit: int) -> Opened | None:
    """The first mark, on the lines up to offset `limit`, that looks never closed; the time grows with the text only."""
    at = 0
    while at <= limit:
        end = _line_end(text, at)
        match = _VALUE.match(text, at)
        at = end + 1
        if match is None:
            continue
        if match["mark"] is None:
            at = _after_block(text, at, _own_column(match))
        elif opened := _left_open(text, match.start("mark"), end):
            if opened.mark in "[{":
                if _next_is_outside(text, at, _own_column(match)):
                    return opened
                continue
            closing = _CLOSING[opened.mark].match(text, opened.offset + 1)
            if closing is None or not _AFTER_CLOSING.match(text, closing.end()):
                return opened
            at = _line_end(text, closing.end()) + 1
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _own_column(match: re.Match[str]) -> int:
    """The column of the key, or else of the dash, that holds the value of a line."""
    if match["key"]:
        return match.start("key") - match.start()
    return len((match["indent"] + match["dashes"]).rstrip(" ")) - 1 if match["dashes"] else len(match["indent"])


def _after_block(text: str, at: int, column: int) -> int:
    """Where the lines of a block of text (`|` or `>`) end: the first line that is not further in than its key."""
    while at < len(text):
        end = _line_end(text, at)
        line = text[at:end]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            break
        at = end + 1
    return at


def _left_open(text: str, start: int, end: int) -> Opened | None:
    """The innermost quote or bracket that `text[start:end]`, which begins with one, leaves open."""
    brackets: list[Opened] = []
    before, at = ":", start
    while token := _TOKEN.search(text, at, end):
        sign, at = token[0], token.end()
        if sign in _CLOSING and before in "[{,:":
            closing = _CLOSING[sign].match(text, at, end)
            if closing is None:
                return Opened(sign, token.start())
            sign, at = "x", closing.end()
        elif sign in ("[", "{") and before in "[{,:":
            brackets.append(Opened(sign, token.start()))
        elif sign in ("]", "}"):
            brackets.pop()
            sign = "x"
        elif sign == "#" and text[token.start() - 1] == " ":
            break
        if not brackets:
            return None
        before = sign if sign in ("[", "{", ",", ":") else "x"
    return brackets[-1] if brackets else None


def _next_is_outside(text: str, at: int, column: int) -> bool:
    """Whether the next line with words on it begins a key or an entry no further in than the bracket's own."""
    blank = _BLANK_LINES.match(text, at)
    at = blank.end() if blank else at
    if at >= len(text):
        return True
    match = _KEY_OR_DASH.match(text, at)
    return match is not None and len(match["indent"]) <= column
