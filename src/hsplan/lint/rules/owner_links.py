"""HS2, third part: how owners hang together, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.findings import listed as listing
from hsplan.lint.mentions import LINKS
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.spot import Spot, names_under
from hsplan.lint.unknown_owner import said_of
from hsplan.monitor.cycles import cycles
from hsplan.plan import Owner, Owners
from hsplan.plan.owners import called_so
from hsplan.plan.values import texts

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
    linked = _linked(listed)
    for key, what in _CIRCLES.items():
        graph: dict[str, tuple[str, ...]] = {}
        waiting = [each.key for each in linked if each.node.get(key)]
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


def _linked(listed: Mapping[str, Owner]) -> list[Owner]:
    """The owners of a list that name others."""
    return [owner for owner in listed.values() if not owner.node.keys().isdisjoint(LINKS)]


def _ahead(name: str, key: str, owners: Owners) -> tuple[str, ...]:
    owner = owners.get(name)
    found = [owners.resolve(each) for each in texts(owner.node, key)] if owner else ()
    return tuple([each.key for each in found if each])


def _named(owner: Owner, key: str, other: str, owners: Owners) -> Spot:
    """Where an owner names another under a key."""
    for name, spot in names_under(owner.node, key):
        found = owners.resolve(name)
        if found and found.key == other:
            return spot
    return Spot(owner.node, key)


def unknown_owners(document: Document, listed: Mapping[str, Owner], owners: Owners) -> Iterator[Finding]:
    """The names under an owner's own keys that stand in no owners list."""
    for owner in _linked(listed):
        for key in LINKS:
            if key not in owner.node or None not in map(owners.resolve, texts(owner.node, key)):
                continue
            for name, spot in names_under(owner.node, key):
                if owners.resolve(name) is None:
                    what, help = said_of(name, key, owners)
                    yield fault(spot.within(document), f'The owner "{owner.key}": {what}', help)


@plan_rule("HS216", "spelling-shared", "warning", lasting=True)
def spelling_shared(view: View) -> Iterator[Finding]:
    """A spelling that two owners share: what one has under `also:`, or as its name, another one has too. Of an owner of
    the plan that replaces the one under the same key in the shared list nothing is said.

    Why it matters: nobody can tell which of them leads the action or reported on it, and hsplan does not guess: where
    such a spelling is used, HS203 (owner-unknown) asks which of them is meant.

    Failing:

        owners:
          Ashby: {kind: organisation, also: [ADC]}
          Alton: {kind: organisation, also: [ADC]}
        actions:
          "1.1": {title: "Agree a protocol", lead: Ashby, partners: [Alton], timescale: September 2013}

    Passing:

        owners:
          Ashby: {kind: organisation, also: [Ashby DC]}
          Alton: {kind: organisation, also: [Alton DC]}
        actions:
          "1.1": {title: "Agree a protocol", lead: Ashby, partners: [Alton], timescale: September 2013}

    To mend it: take it out of one of them, or out of both where it is used for both. Two owners of the same name are
    called apart, as in "Housing Options, Ashby".
    """
    if view.plan.owners:
        yield from shared_spellings(view.document, view.plan.owners, view.owners, view.spellings)


def shared_spellings(
    document: Document, listed: Mapping[str, Owner], owners: Owners, others: Sequence[str]
) -> Iterator[Finding]:
    """The spellings of a list's owners that others have too, each told once: at the last `also:` or name that has it,
    else at the last key. `others` is what owners are called that stand elsewhere."""
    own = [words for owner in listed.values() for words in called_so(owner)]
    if len(set(own)) == len(own) and set(own).isdisjoint(others):
        return  # as in most lists, none has a spelling in common
    told: dict[str, tuple[str, Spot | None, Owner]] = {}
    for owner in listed.values():
        spellings: list[tuple[str, Spot | None]] = [(owner.key, None)]
        spellings += [each for key in ("name", "also") for each in names_under(owner.node, key)]
        for words, spot in spellings:
            small = words.casefold()
            if len(owners.called(words)) > 1 and (spot is not None or small not in told or told[small][1] is None):
                told[small] = words, spot, owner
    for words, spot, owner in told.values():
        those = listing(f"for {_of_that_name(each, words)}" for each in owners.called(words))
        place = spot.within(document) if spot is not None else document.record(owner.node)
        listed_so = spot is not None and spot.key == "also"
        help = "Take it out of one of them." if listed_so else "Name them apart, or keep one of them."
        yield fault(place, f'"{words}" stands {those}.', help)


def _of_that_name(owner: Owner, words: str) -> str:
    return "the owner of that name" if owner.key == words else f'"{owner.key}"'


RULES = (owner_circle, spelling_shared)
