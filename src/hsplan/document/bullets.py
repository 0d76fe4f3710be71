"""The signs that stand before the entries of a list in a document, where YAML has a dash."""

from __future__ import annotations

_OF_SYMBOL_FONTS = "\uf0b7\uf0a7\uf0d8"
"""What Word makes of its bullets where they are pasted as plain text."""
_BULLETS = "\u2022\u2023\u25aa\u25cf\u25e6\u2219\u00b7\u25a0\u25a1\u27a2\u27a4"
_DASHES = "\u2013\u2014"
"""They are bullets where a space follows."""
BULLETS = _BULLETS + _OF_SYMBOL_FONTS + _DASHES


def bullet_of(words: str) -> str:
    """The bullet that a text begins with, in a form that can be seen; "" for none."""
    sign = words[:1]
    if not sign or sign not in BULLETS or (sign in _DASHES and not words[1:2].isspace()):
        return ""
    return _BULLETS[0] if sign in _OF_SYMBOL_FONTS else sign
