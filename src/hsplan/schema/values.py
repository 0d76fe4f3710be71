"""What a piece of text must look like, once for JSON Schema's patterns and for the fast check alike."""

from __future__ import annotations

import re
from datetime import date

ID_PATTERN = "^[A-Za-z0-9._-]+$"
COLUMN_PATTERN = "^x-[A-Za-z0-9._-]+$"
DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PAST_PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

# JSON Schema patterns are searched for, not matched as a whole; the same search here keeps the two in step.
is_id = re.compile(ID_PATTERN).search

_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
LONGEST_FIGURE = 30
"""Signs of a figure at most."""
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def is_column(text: str) -> bool:
    """Whether the text can be the key of a council's own column."""
    return text.startswith("x-") and is_id(text[2:]) is not None


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, written YYYY-MM-DD."""
    # Python also takes 20100701 and 2010-W26-4, which the places of the hyphens rule out.
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_past(text: str) -> bool:
    """Whether the text is the date of a past fact: YYYY, YYYY-MM or YYYY-MM-DD, and in the calendar."""
    return is_day(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)


def figure(text: str) -> int | float | None:
    """The number that the text is, None where it is none. Commas, signs of money and % are not part of one."""
    if not _FIGURE.fullmatch(text) or len(text) > LONGEST_FIGURE:
        return None
    return float(text) if "." in text else int(text)


def whole(text: str) -> int | None:
    """The whole number that the text is, None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def flag(text: str) -> bool | None:
    """True or False as YAML 1.2 writes them, None for anything else: `yes` and `no` are text."""
    return _FLAGS.get(text)
