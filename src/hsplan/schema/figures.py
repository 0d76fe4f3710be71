"""Figures and flags that are none."""

from __future__ import annotations

import re

from hsplan.findings import shorten
from hsplan.schema.values import LONGEST_FIGURE

_FIGURE = re.compile(r"(?P<before>[^\d-]*)(?P<number>-?\d[\d,]*(?:\.\d+)?) ?(?P<after>.*)")
_TIMES = {
    **dict.fromkeys(("k", "thousand", "thousands"), 3),
    **dict.fromkeys(("m", "mn", "million", "millions"), 6),
    **dict.fromkeys(("bn", "billion", "billions"), 9),
}
"""Words behind a figure that stand for so many noughts."""
_LESS = ("<", "\u2264", "under", "below", "fewer than", "less than", "up to")
_COMMA = re.compile(r"[^\d-]*-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\D*")
"""A figure whose commas, if any, part thousands."""
_NOTHING = {"nil", "none", "zero"}
_YES = {"yes", "y", "on", "1", "true"}
_NO = {"no", "n", "off", "0", "false"}


def figure_fault(where: str, value: str, *, counted: bool = False) -> tuple[str, str]:
    """Message and help for text that is not a number. `counted` says that it was counted, and is not aimed at or paid:
    what is "under 5" then is kept back, so that nobody is recognised."""
    message = f'{where} is "{shorten(value)}", which is not a figure.'
    if value.strip().casefold() in _NOTHING:
        return message, "Write 0."
    plain = " ".join(value.split())
    match = _FIGURE.fullmatch(plain)
    if match is None or re.search(r"\d", match["after"]):
        return message, "Write the figure alone, or leave the key out and put the words into a note."
    if counted and match["before"].strip().casefold() in _LESS:
        return message, "Leave the value out, and say in a note why it is not given."
    if not _COMMA.fullmatch(plain):
        return message, "Write the figure without the comma; a decimal point is a full stop."
    number, after = _in_full(match["number"].replace(",", ""), match["after"].strip())
    if len(number) > LONGEST_FIGURE:
        message = f'{where} is "{shorten(value)}", which is too long to be a figure.'
        return message, f"Put it right, or round it: a figure has {LONGEST_FIGURE} signs at most."
    if after == "%":
        return message, f'Write {number}; the % goes under "unit:".'
    if "£" in match["before"]:
        return message, f'Write {number}; pounds go under "currency:" as GBP.'
    rest = " ".join(part for part in (match["before"].strip(), after) if part)
    return message, f'Write {number}; "{shorten(rest)}" goes into a note.' if rest else f"Write {number}."


def _in_full(number: str, after: str) -> tuple[str, str]:
    """A figure with the noughts that the word behind it stands for, and what else follows: "1.2", "m a year"."""
    from decimal import Decimal

    word, _, rest = after.partition(" ")
    noughts = _TIMES.get(word.casefold().rstrip("."))
    if noughts is None:
        return number, after
    return f"{(Decimal(number) * 10**noughts).normalize():f}", rest


def flag_fault(where: str, value: str) -> tuple[str, str]:
    """Message and help for text that is neither true nor false."""
    word = value.strip().casefold()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    message = f'{where} is "{shorten(value)}", but takes only true or false.'
    return message, f"Write {meant}." if meant else "Write true or false; words go into a note."
