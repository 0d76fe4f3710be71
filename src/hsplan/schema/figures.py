"""Figures and flags that are none."""

from __future__ import annotations

import re

from hsplan.findings import shorten

_FIGURE = re.compile(r"(?P<before>[^\d-]*)(?P<number>-?\d[\d,]*(?:\.\d+)?) ?(?P<after>.*)")
_NOTHING = {"nil", "none", "zero"}
_YES = {"yes", "y", "on", "1", "true"}
_NO = {"no", "n", "off", "0", "false"}


def figure_fault(where: str, value: str) -> tuple[str, str]:
    """Message and help for text that is not a number."""
    message = f'{where} is "{shorten(value)}", which is not a figure.'
    if value.strip().casefold() in _NOTHING:
        return message, "Write 0."
    match = _FIGURE.fullmatch(" ".join(value.split()))
    if match is None or re.search(r"\d", match["after"]):
        return message, "Write the figure alone, or leave the key out and put the words into a note."
    number = match["number"].replace(",", "")
    after = match["after"].strip()
    if after == "%":
        return message, f'Write {number}; the % goes under "unit:".'
    if "£" in match["before"]:
        return message, f'Write {number}; pounds go under "currency:" as GBP.'
    rest = " ".join(part for part in (match["before"].strip(), after) if part)
    return message, f'Write {number}; "{shorten(rest)}" goes into a note.' if rest else f"Write {number}."


def flag_fault(where: str, value: str) -> tuple[str, str]:
    """Message and help for text that is neither true nor false."""
    word = value.strip().casefold()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    message = f'{where} is "{shorten(value)}", but takes only true or false.'
    return message, f"Write {meant}." if meant else "Write true or false; words go into a note."
