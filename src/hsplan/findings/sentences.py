"""What every sentence is made of: a number with its noun, a list, a capital at the start and a full stop at the end."""

from __future__ import annotations

from collections.abc import Iterable


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 action", "2 actions"; `many` where the plural is not made with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(texts: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    parts = list(texts)
    return f" {last} ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """The text as a sentence: with a full stop unless it ends with a mark of its own."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
