"""Who reviews the plan, when they met, and who has sent in returns."""

from __future__ import annotations

from datetime import date as Day

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.plan.period import day
from hsplan.plan.values import entries, flag, records, text


class Body(Frozen):
    """A governance body by its owner's key; `reviews` is how often it reviews the plan, in the plan's own words."""

    name: str
    reviews: str
    role: str
    node: Map


class Meeting(Frozen):
    """A meeting of a body: `minutes` is its reference."""

    date: Day | None
    body: str
    minutes: str
    node: Map


class Return(Frozen):
    """An organisation's return for a reporting period; `signed_off` once somebody answers for it."""

    period: str
    by: str
    date: Day | None
    signed_off: bool
    node: Map


def read_bodies(node: Map) -> dict[str, Body]:
    """The bodies under `governance:`, by name."""
    return {
        name: Body(name, text(entry, "reviews"), text(entry, "role"), entry)
        for name, entry in entries(node, "governance")
    }


def read_meetings(node: Map) -> tuple[Meeting, ...]:
    """The meetings, in file order."""
    return tuple(
        Meeting(day(entry.get("date")), text(entry, "body"), text(entry, "minutes"), entry)
        for entry in records(node, "meetings")
    )


def read_returns(node: Map) -> tuple[Return, ...]:
    """The returns, in file order."""
    return tuple(
        Return(text(entry, "for"), text(entry, "by"), day(entry.get("date")), flag(entry, "signed_off"), entry)
        for entry in records(node, "returns")
    )
