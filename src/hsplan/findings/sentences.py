"""What every sentence is made of: a number with its noun, a list, a capital at the start and a full stop at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 action", "2 actions"; `many` where the plural is not made with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(texts: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    parts = list(texts)
    return f" {last} ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def some(texts: Sequence[str], most: int, between: str = ", ") -> str:
    """ "a, b and 3 more": no more than so many of them, and how many are left."""
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return f"{between.join(texts[:most])}{more}"


def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """The text as a sentence: with a full stop unless it ends with a mark of its own."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def the(body: str) -> str:
    """A body in a sentence: "the Cabinet", "the Joint Board"; "Ely District Council" has no article."""
    words = body.split()
    if words and words[0].lower() == "the":
        return " ".join(["the", *words[1:]])
    named = len(words) > 1 and words[-1].lower() == "council" and words[0].lower() not in _KINDS_OF_COUNCIL
    return body if named else f"the {body}"


_KINDS_OF_COUNCIL = ("borough", "city", "county", "district", "parish", "town", "local", "joint")
"""What a council is called by where its place is not named."""
