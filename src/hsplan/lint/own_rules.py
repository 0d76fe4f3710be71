"""A council's own rules, from its configuration: HS900 and up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hsplan.document import Map, Seq, Value
from hsplan.errors import HsplanError
from hsplan.findings import Finding, did_you_mean
from hsplan.lint.registry import find_rule
from hsplan.lint.rule import Rule, View, fault, named
from hsplan.lint.spot import Spot, names_under
from hsplan.schema.table import FORMATS
from hsplan.workspace.own_rules import OwnRule

_PLAN = "plan."


def make_rules(own: tuple[OwnRule, ...], path: str = "") -> tuple[Rule, ...]:
    """The rules that run for those of the configuration, the file at `path`.

    Raises HsplanError for a name that a rule has already, and for a field that is none.
    """
    for each in own:
        if find_rule(each.name) is not None:
            mend = "Give yours another name; [lint] severity = {…} changes how grave a rule of hsplan's is."
            raise HsplanError(f'a rule of hsplan\'s own is called "{each.name}"', where=path, mend=mend)
        _check_field(each, path)
    return tuple(_make(each) for each in own)


def _check_field(own: OwnRule, path: str) -> None:
    """Raise HsplanError where a rule's field begins with no key of the format, nor with a column of the council's."""
    of_plan = own.field.startswith(_PLAN)
    first = own.field.removeprefix(_PLAN).split(".")[0]
    record = FORMATS["plan"].root if of_plan else FORMATS["plan"].records["action"]
    if record.field(first) is None and not first.startswith("x-"):
        known = (field.key for field in record.fields)
        mend = did_you_mean(first, known, 'A key of the plan itself is written "plan.source".')
        what = f'the rule "{own.name}": {"a plan" if of_plan else "an action"} has no key "{first}"'
        raise HsplanError(what, where=path, mend=mend)


def _make(own: OwnRule) -> Rule:
    import re

    pattern = re.compile(own.pattern) if own.pattern else None
    forbidden = re.compile(own.forbidden) if own.forbidden else None
    path = own.field.removeprefix(_PLAN).split(".")

    def wrong(text: str) -> bool:
        return bool((pattern and not pattern.search(text)) or (forbidden and forbidden.search(text)))

    def check(view: View) -> Iterator[Finding]:
        if own.field.startswith(_PLAN):
            for spot in _faults(view.plan.node, path, own.required, wrong):
                yield fault(spot.place(view), own.message)
            return
        for action in view.plan.actions:
            for spot in _faults(action.node, path, own.required, wrong):
                yield fault(spot.place(view), f"{named(action)}: {own.message}")._replace(action=action.id)

    return Rule(own.code, own.name, own.severity, _page(own), plan_check=check)


def _page(own: OwnRule) -> str:
    """The page of a council's own rule, in the words of its configuration."""
    within, _, key = own.field.removeprefix(_PLAN).rpartition(".")
    looks = [
        (f"Where there is `{within}:`, `{key}:` has to be in it." if within else "It has to be there.")
        if own.required
        else "",
        f"It has to match `{own.pattern}`." if own.pattern else "",
        f"It may not match `{own.forbidden}`." if own.forbidden else "",
    ]
    of = f"`{own.field.removeprefix(_PLAN)}:` of {'the plan' if own.field.startswith(_PLAN) else 'an action'}"
    return (
        f"{own.message}\n\nA rule of your council's, from hsplan.toml, about {of}. {' '.join(filter(None, looks))}\n\n"
        f"Why it matters: {own.reason}"
    )


def _faults(node: Map, path: list[str], required: bool, wrong: Callable[[str], bool]) -> Iterator[Spot]:
    """Where below a map the field is missing, or says what it should not.

    What stands within another record (`budget.note`) is asked of that record, so only where there is one.
    """
    key, rest = path[0], path[1:]
    value = node.get(key)
    if value is None:
        if required and not rest:
            yield Spot(node, key, as_key=True)
        return
    if not rest:
        for text, spot in names_under(node, key):
            if wrong(text):
                yield spot
        return
    for below in _maps(value):
        yield from _faults(below, rest, required, wrong)


def _maps(value: Value) -> Iterator[Map]:
    if isinstance(value, Map):
        yield value
    elif isinstance(value, Seq):
        yield from (entry for entry in value if isinstance(entry, Map))
