"""A plan's text made fit to print: one line, nothing hidden in it."""

from __future__ import annotations

import re

_BREAKS = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
# Marks that turn the direction of a line, and characters that nobody sees: a reader could be shown what is not there.
_HIDDEN = "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
_BROKEN = "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[{}]".format(
    "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)


def clean(text: str) -> str:
    """The text on one line, without control and direction marks.

    What a spreadsheet would run as a formula stays as it was written: only a CSV file is opened by one.
    """
    if not text:  # as most of what an action may have
        return text
    if not text.isprintable():
        text = re.sub(_BROKEN, "\ufffd", re.sub(_HIDDEN, "", re.sub(_BREAKS, " ", text)))
    elif "  " not in text and text[0] != " " and text[-1] != " ":  # other spaces do not count as printable
        return text
    return " ".join(text.split())
