"""Small helps for sentences."""

from __future__ import annotations

from hsplan.schema.kinds import Record

_ONLY_ONE = ("plan", "owners_list", "labels", "strategy", "budget", "period", "consulted")


def a(noun: str) -> str:
    """The noun with "a" or "an" before it."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def a_record(record: Record) -> str:
    """A record's noun with its article; "the" for what a file has once."""
    return f"the {record.noun}" if record.name in _ONLY_ONE else a(record.noun)


def likeness(word: str) -> str:
    """A word without what people vary: letter case, hyphens, underscores, spaces and a full stop."""
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").replace(".", " ").split())
