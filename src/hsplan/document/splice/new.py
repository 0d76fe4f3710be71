"""What callers hand in: where to write, and what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""From the root of the file: keys of maps and indexes of lists."""

New: TypeAlias = "str | int | bool | Sequence[New] | Mapping[str, New]"
"""Text, a figure, yes or no, a list, or a map in the order in which its keys are written."""

AsRead: TypeAlias = "str | list[AsRead] | dict[str, AsRead]"


def as_read(value: New) -> AsRead:
    """The value as the reader will give it back: every scalar is text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Mapping):
        return {key: as_read(item) for key, item in value.items()}
    return [as_read(item) for item in value]
