"""One piece of text as YAML writes it: plain where that is certain to be read back, else in quotes."""

from __future__ import annotations

import re
from datetime import date

_PLAIN = re.compile(r"[^\W_](?:[\w.\-/&()+' ]*[\w.)+'])?")
"""Letters and figures with the few signs that mean nothing to any YAML reader, in braces or outside."""

_FIGURE = re.compile(
    r"(?i:true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*(?:\.[\d_]*)*|\.\d[\d_]*)(?:e[-+]?\d+)?|[-+]?0[xob][\da-f_]+)"
)
"""What some YAML reader takes for a number or a yes or no."""

_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""What some YAML reader takes for a date, and stops at where the calendar does not have it."""

_NULL = re.compile(r"(?i:null)|~")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_SMALL_WORDS = {"and", "for", "in", "of", "on", "the", "to", "with"}
_NAME_WORDS = 4


def fresh(text: str, like: str = "") -> str:
    """New text: plain for an id, a date or a name, in quotes for a sentence and for whatever plain text may bend.

    `like` is the first character of the same value in a neighbouring entry, whose quotes are copied.
    """
    if like == "'" and single_quotable(text):
        return single(text)
    if like in ('"', "'", "|", ">") or not is_name(text, plain_before=bool(like)):
        return double(text)
    return text


def in_place_of(text: str, old: str) -> str:
    """Text written in the style of the scalar `old` that it replaces, where it is safe in that."""
    if old[:1] == "'" and single_quotable(text):
        return single(text)
    if old[:1] in ('"', "'", "|", ">", "!", "&"):
        return double(text)
    if _FIGURE.fullmatch(old) and _FIGURE.fullmatch(text):
        return text
    return text if plain_safe(text) else double(text)


def is_name(text: str, *, plain_before: bool = False) -> bool:
    """Whether text is a name, an id or a date rather than a sentence, and safe without quotes.

    "Steering Group", "in progress" and "By July 2010" are; "Landlords signed up" is a sentence, unless its neighbours
    are written plain (`plain_before`).
    """
    words = text.split(" ")
    if len(words) > _NAME_WORDS or not plain_safe(text):
        return False
    lower = any(word[:1].islower() and word not in _SMALL_WORDS for word in words[1:])
    return plain_before or not (lower and text[0].isupper())


def short(text: str) -> bool:
    """Whether text may stand in braces: a name, an id, a date or a figure."""
    return is_name(text) or _FIGURE.fullmatch(text) is not None


def plain_safe(text: str) -> bool:
    """Whether every YAML reader, 1.1 or 1.2, gives plain text back as it is; dates stay plain, as the format has it."""
    bent = _FIGURE.fullmatch(text) or _NULL.fullmatch(text) or (_DATE.fullmatch(text) and not _is_day(text))
    return bool(_PLAIN.fullmatch(text)) and not bent


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def single_quotable(text: str) -> bool:
    """Whether single quotes, which know no escapes, can hold the text."""
    return text.isprintable()


def single(text: str) -> str:
    """Text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """Text in double quotes on one line, with what cannot be seen written as an escape."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(_ESCAPES.get(character) or _visible(character) for character in text) + '"'


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
