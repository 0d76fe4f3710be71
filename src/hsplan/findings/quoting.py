"""A plan's own words inside a message."""

from __future__ import annotations

LONGEST = 60
"""Characters of a text that a message quotes."""
LONGEST_TITLE = 120
"""Characters of a title, which is quoted whole as far as anybody would read it."""


def shorten(text: str, limit: int = LONGEST) -> str:
    """Words as a message quotes them: on one line, cut at a word's end where they are long."""
    if len(text) <= limit and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # as most do, they stand so already
    line = " ".join(text[: 4 * limit].split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + "…"


def tellable(words: str) -> bool:
    """Whether words can be told as they stand, as most can: short, on one line, and without signs that `one_line` takes
    out."""
    return len(words) <= _ROOMY and words.isprintable() and "::" not in words and "##" not in words


def brief(message: str) -> str:
    """A message that fits a screen, whatever stands in the plan: what no rule cut is cut here."""
    if len(message) <= _ROOMY:
        return message
    parts = message.split('"')
    # Every second part is a quotation.
    parts[1::2] = [shorten(part) if len(part) > 2 * LONGEST else part for part in parts[1::2]]
    found = " ".join(_cut(word) for word in '"'.join(parts).split(" "))
    return found if len(found) <= _SCREEN else found[:_SCREEN].rsplit(" ", 1)[0] + "…"


def _cut(word: str) -> str:
    bare = word.strip("\"'.,:;!?()[]…")
    return word.replace(bare, bare[:LONGEST] + "…") if len(bare) > LONGEST else word


_ROOMY, _SCREEN = 300, 1000
