"""Text that Markdown prints as it stands: no markup, no raw HTML, no links and no mentions that nobody wrote."""

from __future__ import annotations

from functools import cache
from re import IGNORECASE, Pattern, compile


def as_markdown(text: str) -> str:
    """The text for a line or a table's cell, on one line, whatever it holds.

    "<" becomes an entity, since not every reader of Markdown knows an escaped one; an "@" at the beginning of a word is
    parted from it by a space of no width, since GitHub and GitLab call people even where it is escaped.
    """
    text = " ".join(text.split())
    for pattern, replacement in _patterns():
        text = pattern.sub(replacement, text)
    return text.replace("<", "&lt;")


@cache
def _patterns() -> tuple[tuple[Pattern[str], str], ...]:
    return (
        (compile(r"[\\`*_{}\[\]|~$#]"), r"\\\g<0>"),
        (compile(r"&(?=#?\w+;)"), "&amp;"),
        (compile(r":(?=//)|(?<=\bwww)\.", IGNORECASE), r"\\\g<0>"),
        (compile(r"(?<![\w.+-])@(?=\w)"), "@\u200b"),
        (compile(r"^(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
        (compile(r"^[-+=>]"), r"\\\g<0>"),
    )
