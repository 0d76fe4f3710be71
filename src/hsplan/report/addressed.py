"""A report with its actions' own pages: what a site adds to the data of a single file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from hsplan.report.records import ActionView, Item

Record = TypeVar("Record")


def addressed(record: Record, pages: Mapping[str, str]) -> Record:
    """The same record in which every action that is named has its page; `pages` are by the actions' anchors."""
    done: dict[int, Any] = {}
    return _filled(record, pages, done)  # type: ignore[no-any-return]


def _filled(value: Any, pages: Mapping[str, str], done: dict[int, Any]) -> Any:
    """An action stands in several tables, so each is made once."""
    if not isinstance(value, tuple):
        return value
    known = done.get(id(value))
    if known is not None:
        return known
    if isinstance(value, (ActionView, Item)):
        made: Any = value._replace(page=pages.get(value.anchor, ""))
    else:
        parts = [_filled(each, pages, done) for each in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            made = value
        else:
            made = value._make(parts) if hasattr(value, "_make") else tuple(parts)
    done[id(value)] = made
    return made
