"""Which owners a plan names, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.lint.spot import Spot, names_under
from hsplan.plan import Action, Owner, Plan

LINKS = ("members", "part_of", "successor")
"""The keys under which an owner names others."""
_NAMING_KEYS = ("lead", "partners", "each")


class Mention(Frozen):
    """An owner's name, where it stands and the action that it is named in, if any."""

    name: str
    spot: Spot
    action: Action | None = None


def mentions(plan: Plan) -> Iterator[Mention]:
    """Every owner named anywhere in the plan, its own groups' members, parents and successors among them."""
    yield from _beside_actions(plan)
    for action in plan.actions:
        for key in _NAMING_KEYS:
            if key in action.node:
                for name, spot in names_under(action.node, key):
                    yield Mention(name, spot, action)
        for entry in action.progress:
            if entry.by:
                yield Mention(entry.by, Spot(entry.node, "by"), action)


def named_owners(plan: Plan) -> frozenset[str]:
    """The names of a plan's mentions, without a look at where each stands."""
    names = {mention.name for mention in _beside_actions(plan)} | answering(plan)
    names.update([entry.by for action in plan.actions for entry in action.progress if entry.by])
    return frozenset(names)


def answering(plan: Plan) -> set[str]:
    """The names of all leads and partners, and of those that stand under `each:`."""
    actions = plan.actions
    # Many actions name the same ones, so the lists are told apart before the names.
    lists = {each.lead for each in actions} | {each.partners for each in actions} | {each.each for each in actions}
    return set[str]().union(*lists)


def spellings(owners: Iterable[Owner]) -> list[str]:
    """What owners are called, in small letters; what several are called stands there several times."""
    return [words.casefold() for owner in owners for words in (owner.key, owner.name, *owner.also) if words]


def _beside_actions(plan: Plan) -> Iterator[Mention]:
    for name, spot in names_under(plan.node, "organisations"):
        yield Mention(name, spot)
    governance = plan.node.get("governance")
    if isinstance(governance, Map):
        for body in governance:
            yield Mention(body, Spot(governance, body, as_key=True))
    for name, spot in publishers(plan):
        yield Mention(name, spot)
    for node in [meeting.node for meeting in plan.meetings] + [each.node for each in plan.returns]:
        for key in ("body", "by"):
            for name, spot in names_under(node, key) if key in node else ():
                yield Mention(name, spot)
    for indicator in plan.indicators.values():
        for figure in (indicator.baseline, *indicator.targets, *indicator.actuals):
            if figure is not None and figure.by:
                yield Mention(figure.by, Spot(figure.node, "by"))
    for owner in plan.owners.values():
        for key in LINKS:
            for name, spot in names_under(owner.node, key) if key in owner.node else ():
                yield Mention(name, spot)


def publishers(plan: Plan) -> Iterator[tuple[str, Spot]]:
    """Whoever the plan says published the strategy, where it says so of each."""
    strategy = plan.node.get("strategy")
    dates = strategy.get("published") if isinstance(strategy, Map) else None
    if isinstance(dates, Map):
        for name in dates:
            yield name, Spot(dates, name, as_key=True)
