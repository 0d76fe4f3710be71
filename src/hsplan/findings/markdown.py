"""Text that Markdown prints as it stands: no markup, no raw HTML, no links and no mentions that nobody wrote."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from re import IGNORECASE, Match, Pattern, compile

_LISTS = frozenset("-+=>")


def as_markdown(text: str) -> str:
    """The text for a line or a table's cell, on one line, whatever it holds.

    "<" becomes an entity, since not every reader of Markdown knows an escaped one; an "@" at the beginning of a word is
    parted from it by a space of no width, since GitHub and GitLab call people even where it is escaped.
    """
    text = " ".join(text.split())
    if _is_plain(text):
        return text
    for pattern, replacement in _patterns():
        text = pattern.sub(replacement, text)
    return text.replace("<", "&lt;")


def _is_plain(text: str) -> bool:
    """Whether nothing in a text has a meaning in Markdown, as in most: told in a tenth of the time."""
    if text[:1] in _LISTS or text[:1].isdecimal() or "://" in text or "www" in text.lower():
        return False
    return _plain().fullmatch(text) is not None


@cache
def _plain() -> Pattern[str]:
    return compile(r"[^\\`*_{}\[\]|~$#&@<]*")


@cache
def _patterns() -> tuple[tuple[Pattern[str], str | Callable[[Match[str]], str]], ...]:
    return (
        (compile(r"[\\`*_{}\[\]|~$#]"), _escaped),
        (compile(r"&(?=#?\w+;)"), "&amp;"),
        (compile(r":(?=//)|(?<=\bwww)\.", IGNORECASE), _escaped),
        (compile(r"(?<![\w.+-])@(?=\w)"), "@\u200b"),
        (compile(r"^(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
        (compile(r"^[-+=>]"), _escaped),
    )


def _escaped(found: Match[str]) -> str:
    return f"\\{found[0]}"
