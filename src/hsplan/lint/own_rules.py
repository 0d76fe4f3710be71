"""A council's own rules, from its configuration: HS900 and up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hsplan.document import Map
from hsplan.errors import HsplanError
from hsplan.findings import Finding
from hsplan.lint.own_fields import PLAN, Trail, maps_below, trail_of
from hsplan.lint.registry import find_rule
from hsplan.lint.rule import Rule, View, fault, named
from hsplan.lint.spot import Spot, names_under
from hsplan.schema.kinds import Entries, Many, Names
from hsplan.workspace.own_rules import OwnRule


def make_rules(own: tuple[OwnRule, ...], path: str = "") -> tuple[Rule, ...]:
    """The rules that run for those of the configuration, the file at `path`.

    Raises HsplanError for a name that a rule has already, and for a field that is none.
    """
    for each in own:
        if find_rule(each.name) is not None:
            mend = "Give yours another name; [lint] severity = {…} changes how grave a rule of hsplan's is."
            raise HsplanError(f'a rule of hsplan\'s own is called "{each.name}"', where=path, mend=mend)
    return tuple(_make(each, trail_of(each, path)) for each in own)


def _make(own: OwnRule, trail: Trail) -> Rule:
    import re

    pattern = re.compile(own.pattern) if own.pattern else None
    forbidden = re.compile(own.forbidden) if own.forbidden else None

    def wrong(text: str) -> bool:
        return bool((pattern and not pattern.search(text)) or (forbidden and forbidden.search(text)))

    def check(view: View) -> Iterator[Finding]:
        if own.field.startswith(PLAN):
            for spot in _faults(view.plan.node, trail, own.required, wrong):
                yield fault(spot.place(view), own.message)
            return
        for action in view.plan.actions:
            for spot in _faults(action.node, trail, own.required, wrong):
                yield fault(spot.place(view), f"{named(action)}: {own.message}")._replace(action=action.id)

    # The council has said itself how grave it is, so a plan's life changes nothing.
    return Rule(own.code, own.name, own.severity, _page(own, trail), lasting=True, plan_check=check)


def _page(own: OwnRule, trail: Trail) -> str:
    """The page of a council's own rule, in the words of its configuration."""
    within, _, key = own.field.removeprefix(PLAN).rpartition(".")
    there = "It has to be there."
    if within:
        several = isinstance(trail[-2].kind, Entries | Many)
        where = f"In every entry under `{within}:`" if several else f"Where there is `{within}:`"
        there = f"{where}, `{key}:` has to be{' there' if several else ' in it'}."
    looks = [
        there if own.required else "",
        f"It has to match `{own.pattern}`." if own.pattern else "",
        f"It may not match `{own.forbidden}`." if own.forbidden else "",
    ]
    of = f"`{own.field.removeprefix(PLAN)}:` of {'the plan' if own.field.startswith(PLAN) else 'an action'}"
    return (
        f"{own.message}\n\nA rule of your council's, from hsplan.toml, about {of}. {' '.join(filter(None, looks))}\n\n"
        f"Why it matters: {own.reason}"
    )


def _faults(node: Map, trail: Trail, required: bool, wrong: Callable[[str], bool]) -> Iterator[Spot]:
    """Where below a map the field is missing, or says what it should not.

    What stands within another record (`budget.note`) is asked of that record, so only where there is one.
    """
    field, rest = trail[0], trail[1:]
    value = node.get(field.key)
    if value is None:
        if required and not rest:
            yield Spot(node, field.key, as_key=True)
        return
    if not rest:
        by_name = value if isinstance(field.kind, Names) and isinstance(value, Map) else None
        for key in (field.key,) if by_name is None else by_name:
            for text, spot in names_under(node if by_name is None else by_name, key):
                if wrong(text):
                    yield spot
        return
    for below in maps_below(value, field.kind):
        yield from _faults(below, rest, required, wrong)
