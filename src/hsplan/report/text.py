"""A plan's text made fit to print: one line, nothing hidden in it, nothing that a spreadsheet would run."""

from __future__ import annotations

import re

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Marks that turn the direction of a line, and characters that nobody sees: a reader could be shown what is not there.
_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
) + "]")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[£$€]?\d[\d.,]*%?")


def clean(text: str) -> str:
    """The text on one line, without control and direction marks; a formula's start is put behind an apostrophe.

    A table of the report that is pasted into a spreadsheet would otherwise run "=HYPERLINK(…)"; figures such as "-5%"
    stay as they are.
    """
    text = " ".join(_BROKEN.sub("\ufffd", _HIDDEN.sub("", _BREAKS.sub(" ", text))).split())
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
