"""Reading a value of the wrong shape as absent: the schema check has already said so, the rest is still read."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Map, Seq


def text(node: Map, key: str) -> str:
    """The text under a key, "" where there is none."""
    value = node.get(key)
    return value if value.__class__ is str else ""


def texts(node: Map, key: str) -> tuple[str, ...]:
    """One text or a list of them, as a tuple; a blank one is none."""
    value = node.get(key)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    found = value if isinstance(value, Seq) else ()
    return tuple([entry for entry in found if isinstance(entry, str) and entry.strip()])


def records(node: Map, key: str) -> Iterator[Map]:
    """The maps of a list."""
    value = node.get(key)
    if isinstance(value, Seq):
        for entry in value:
            if isinstance(entry, Map):
                yield entry


def entries(node: Map, key: str) -> Iterator[tuple[str, Map]]:
    """The records of a map by their ids, in file order."""
    value = node.get(key)
    if isinstance(value, Map):
        for name, entry in value.items():
            if isinstance(entry, Map):
                yield name, entry


def flag(node: Map, key: str) -> bool:
    """True only where the file says so."""
    return key in node and text(node, key).casefold() == "true"


def words(node: Map, key: str) -> dict[str, str]:
    """A map of texts."""
    value = node.get(key)
    if not isinstance(value, Map):
        return {}
    return {name: entry for name, entry in value.items() if isinstance(entry, str)}
