"""HS2, third part: how owners hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.lint.mentions import LINKS
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.spot import Spot, names_under
from hsplan.lint.unknown_owner import said_of
from hsplan.monitor.cycles import cycles
from hsplan.plan import Owner, Owners

_CIRCLES = {"successor": "succeeds itself", "part_of": "is part of itself", "members": "is a member of itself"}
"""The keys by which an owner names others, and what it is to come back to oneself by them."""


@plan_rule("HS215", "owner-circle", "warning", lasting=True)
def owner_circle(view: View) -> Iterator[Finding]:
    """An owner that is its own successor, a part of itself or a member of itself, by way of others.

    Why it matters: nobody can say who takes an action over, or which organisations a group stands for.

    Failing:

        owners:
          Rent Team: {kind: team, to: 2013-12-31, successor: Debt Team}
          Debt Team: {kind: team, successor: Rent Team}
        actions:
          "1.1": {title: "Agree a protocol", lead: Rent Team, timescale: September 2013}

    Passing:

        owners:
          Rent Team: {kind: team, to: 2013-12-31, successor: Debt Team}
          Debt Team: {kind: team}
        actions:
          "1.1": {title: "Agree a protocol", lead: Rent Team, timescale: September 2013}

    To mend it: take out the name that leads back.
    """
    if view.plan.owners:
        yield from owner_circles(view.document, view.plan.owners, view.owners)


def owner_circles(document: Document, listed: Mapping[str, Owner], owners: Owners) -> Iterator[Finding]:
    """The circles that an owner of a list is in, each told once, at the first of its owners in the file."""
    for key, what in _CIRCLES.items():
        graph: dict[str, tuple[str, ...]] = {}
        waiting = [each.key for each in listed.values() if each.node.get(key)]
        while waiting:
            name = waiting.pop()
            if name not in graph:
                graph[name] = _ahead(name, key, owners)
                waiting += graph[name]
        # Where whoever is named names nobody, as mostly, nothing leads back.
        leads_on = any(graph[each] for ahead in graph.values() for each in ahead)
        for ring in cycles(graph) if leads_on else ():
            first = next((name for name in listed if name in ring), None)
            if first is not None:
                at = ring.index(first)
                line = " > ".join((*ring[at:], *ring[:at], first))
                ahead = ring[(at + 1) % len(ring)]
                message = f'The owner "{first}" {what}: {line}.'
                place = _named(listed[first], key, ahead, owners).within(document)
                yield fault(place, message, "Take out the name that leads back.")


def _ahead(name: str, key: str, owners: Owners) -> tuple[str, ...]:
    owner = owners.get(name)
    found = (owners.resolve(each) for each, _ in names_under(owner.node, key)) if owner else ()
    return tuple(each.key for each in found if each)


def _named(owner: Owner, key: str, other: str, owners: Owners) -> Spot:
    """Where an owner names another under a key."""
    for name, spot in names_under(owner.node, key):
        found = owners.resolve(name)
        if found and found.key == other:
            return spot
    return Spot(owner.node, key)


def unknown_owners(document: Document, listed: Mapping[str, Owner], owners: Owners) -> Iterator[Finding]:
    """The names under an owner's own keys that stand in no owners list."""
    for owner in listed.values():
        for key in LINKS:
            for name, spot in names_under(owner.node, key) if key in owner.node else ():
                if owners.resolve(name) is None:
                    what, help = said_of(name, key, owners)
                    yield fault(spot.within(document), f'The owner "{owner.key}": {what}', help)


RULES = (owner_circle,)
