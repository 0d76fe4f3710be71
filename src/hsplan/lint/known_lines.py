"""On which line of the file of known findings each entry stands, worked out only when something is to be said of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from hsplan.findings import Place

Entry = tuple[str, ...]
"""Plan, action and rule as the file has them."""


def places_in(data: bytes, path: str) -> dict[Entry, Place]:
    """The place of each entry, by plan, action and rule. What goes on over lines has none."""
    found: dict[Entry, Place] = {}
    above: Entry = ()
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        try:
            table = tomllib.loads(text)
        except (ValueError, RecursionError):
            continue
        if text.startswith("["):
            above = next(_ends(table), ())
            continue
        for end in _ends(table):
            start = line.index(text) + 1
            found.setdefault((*above, *end), Place(path, number, start, number, start + len(text)))
    return found


def _ends(value: object) -> Iterator[Entry]:
    """The keys down to each value that holds no others."""
    if not isinstance(value, dict) or not value:
        yield ()
        return
    for key, below in value.items():
        for end in _ends(below):
            yield (key, *end)
