"""Text that can't be an id."""

from __future__ import annotations

import re

from hsplan.document import Document, Map
from hsplan.findings import Finding, capital, listed, shorten
from hsplan.schema.kinds import Entries, Format
from hsplan.schema.phrases import a
from hsplan.schema.trail import Spot


def bad_key(document: Document, format: Format, spot: Spot, name: str) -> Finding:
    """A finding for a key of a map that can't be an id, or a column that does not begin with x-."""
    assert isinstance(spot.kind, Entries)
    assert isinstance(spot.value, Map)
    noun = format.records[spot.kind.record].noun
    place = document.key(spot.value, name)
    action = name if spot.kind.record == "action" else spot.action
    if spot.kind.keys == "column":
        wanted = "x-" + (slug(name.removeprefix("x-")) or "risks").lower()
        message = f'"{shorten(name)}" can\'t be a column\'s key: it has to begin with "x-" and have no spaces.'
        return Finding("bad-id", message, place, f'Write "{wanted}".', action=action)
    if not name.strip():
        message = f"{capital(a(noun))} stands under a blank id."
        return Finding("bad-id", message, place, "Write its id before the colon.", action=spot.action)
    message, help = id_fault(name, f"the id of {a(noun)}")
    return Finding("bad-id", message, place, help, action=action)


def id_fault(name: str, role: str) -> tuple[str, str]:
    """Message and help for text that can't be an id."""
    odd = dict.fromkeys(re.findall(r"[^A-Za-z0-9._-]", name))
    marks = listed("a space" if mark.isspace() else f'"{mark}"' for mark in list(odd)[:4])
    message = f'"{shorten(name)}" can\'t be {role}, since it has {marks or "a line break"} in it.'
    wanted = slug(name)
    write = f' Write "{wanted}".' if wanted else ""
    return message, f"An id takes letters, digits, dots, underscores and hyphens.{write}"


def slug(name: str) -> str:
    """The nearest text to a name that can be an id, "" where nothing of it can stay."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-")
