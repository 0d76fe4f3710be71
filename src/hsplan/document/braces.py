"""What goes wrong within braces and brackets: a colon in a text, words behind a bracket, a comma that is not there."""

from __future__ import annotations

import re

from hsplan.findings import shorten
from hsplan.frozen import Frozen

_ENTRY = re.compile(r" *(?:(?P<key>[^\s\"'\[\]{}:,#][^\"'\[\]{}:,#]*?): +)?(?P<words>[^\s\"'\[\]{}#&*!|>%@`,:].*)")
_TEXT = r"[^\"\[\]{}\n,]*(?:,(?! *[\w-]+: )[^\"\[\]{}\n,]*)*"
"""A text without quotation marks, with its commas, up to the next key or the bracket that closes."""
_KEY = re.compile(r"[a-z][a-z_]*: ")
_VALUE_THEN_KEY = re.compile(r"(?P<value>[\d£][^\s;]*)(?:;? +|;)[a-z][a-z_]*")
_OPENING = {"]": "[", "}": "{"}


class Slip(Frozen):
    """What is wrong: the rule's name, message and help, and where it stands."""

    name: str
    message: str
    help: str
    start: int
    end: int


def slip_in_braces(text: str, offset: int, *, listed: bool) -> Slip | None:
    """What is wrong in braces, or in the brackets of a list (`listed`), where the parser asked for a comma or their end
    at `offset`; None where it does not show on that line."""
    start = text.rfind("\n", 0, offset) + 1
    before = text[start:offset]
    if text[offset : offset + 1] == ":":
        return _colon(text, start, offset, before, listed=listed)
    closing = before.rstrip(" ")[-1:]
    if closing not in ("]", "}", '"', "'"):
        return None
    closed = start + len(before.rstrip(" "))
    opens = text.rfind(_OPENING.get(closing, closing), start, closed - 1)
    if opens < 0:
        return None
    if key := _KEY.match(text, offset):
        return _comma(opens, offset + len(key[0]) - 1, "")
    if closing not in _OPENING:
        return None  # words behind a quotation mark are told as everywhere
    match = re.compile(_TEXT).match(text, offset)
    end = match.end() if match else offset
    message = "Words follow the closing bracket, so YAML cannot tell where the text ends."
    return Slip("needs-quotes", message, "Put the whole text in double quotes.", opens, _trimmed(text, opens, end))


def _colon(text: str, start: int, offset: int, before: str, *, listed: bool) -> Slip | None:
    """A second colon in one entry: a text with a colon in it, or a key before which no comma stands."""
    begin = max(before.rfind(sign) for sign in "{[,") + 1
    entry = _ENTRY.fullmatch(before, begin) if begin else None
    if entry is None:
        return None
    at = start + entry.start("key" if listed and entry["key"] else "words")
    if not listed and entry["key"] and (two := _VALUE_THEN_KEY.fullmatch(entry["words"])):
        slip = _comma(at, offset + 1, two["value"])
        return slip._replace(help="Write a comma instead of the semicolon.") if ";" in entry["words"] else slip
    match = re.compile(_TEXT).match(text, offset)
    end = _trimmed(text, at, match.end() if match else offset)
    help = "Put the whole text in double quotes."
    if listed or not entry["key"]:
        message = "A text in brackets has a colon and a space in it, which YAML takes for a key."
        return Slip("needs-quotes", message, help, at, end)
    message = f'The text of "{shorten(entry["key"])}" has a colon and a space in it, which YAML takes for a new key.'
    last = entry["words"].split()[-1]
    if last != entry["words"] and re.fullmatch(r"[a-z][a-z_]*", last):
        help = "Put the whole text in double quotes; or, if a key stands before the colon, write a comma before it."
    return Slip("needs-quotes", message, help, at, end)


def _comma(start: int, end: int, value: str) -> Slip:
    """A comma that is missing. Of the words only a day is told: they may be internal, and nobody knows here."""
    where = f"after {value}" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else "here"
    return Slip("not-yaml", f"A comma is missing {where}.", "Write it before the next key.", start, end)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
