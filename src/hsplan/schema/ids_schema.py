"""The plan's schema with the workspace's own ids in it, so that any YAML editor completes and checks them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from hsplan.frozen import Frozen
from hsplan.schema.json_schema import json_schema
from hsplan.schema.kinds import Kind, Many, Record, Scalar
from hsplan.schema.table import FORMATS
from hsplan.schema.table_common import ACTION, OWNER, PLAN_ACTION, RECORD

Titles = Mapping[str, str]
"""Ids with what an editor says of each."""

_UNDER_OWNERS = frozenset(("governance", "published"))
"""The maps whose keys are owners."""
_PHASE = "a phase's id"
_INDICATOR = "an indicator's id"


class Ids(Frozen):
    """The ids that a plan may name. `actions` are by their own ids, `plan_actions` by `plan/action`; `plans` are those
    that these are of, `groups` the themes and goals."""

    plans: Collection[str]
    owners: Titles
    actions: Titles
    plan_actions: Titles
    groups: Titles
    indicators: Titles
    phases: Titles


def ids_schema(ids: Ids) -> dict[str, Any]:
    """The schema of the plan file in which owners, actions, indicators and phases are those given.

    A `plan/action` of a plan that is kept elsewhere may be any. What `accepted:` is for is completed and never
    underlined: it may be an action that was removed.
    """
    records = {**ids.indicators, **ids.groups, **ids.actions}
    known = {
        OWNER.noun: ("owner_id", ids.owners, ()),
        ACTION.noun: ("action_id", ids.actions, ()),
        PLAN_ACTION.noun: ("plan_action", ids.plan_actions, (_elsewhere(ids.plans),)),
        RECORD.noun: ("record_id", records, (_ANY,)),
        _INDICATOR: ("indicator_id", ids.indicators, ()),
        _PHASE: ("phase_id", ids.phases, ()),
    }
    schema = json_schema("plan")
    schema["$id"] = "urn:hsplan:schema:ids:1"
    names = {noun: name for noun, (name, _, _) in known.items()}
    format = FORMATS["plan"]
    _put(schema, format.root, names)
    for name, record in format.records.items():
        _put(schema["$defs"][name], record, names)
    schema["$defs"] |= {name: _definition(titles, others) for name, titles, others in known.values()}
    return schema


_ANY = {"type": "string"}


def _elsewhere(plans: Collection[str]) -> dict[str, Any]:
    """Text that names no action of these plans, or `plan/?`, where it is not known which."""
    return {**_ANY, "pattern": f"^(?!(?:{'|'.join(map(_escaped, sorted(plans)))})/(?!\\?$))"} if plans else _ANY


def _escaped(id: str) -> str:
    # An id has no other sign than this that a pattern reads otherwise.
    return id.replace(".", "\\.")


def _definition(titles: Titles, others: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One of the ids, or a number or a blank, of which an editor cannot tell whether it is one; or what else may be."""
    listed = sorted(titles)
    choice: dict[str, Any] = {"enum": listed, "enumDescriptions": [titles[each] for each in listed]}
    return {"anyOf": [*([choice] if listed else []), {"type": ["number", "null"]}, *others]}


def _put(schema: dict[str, Any], record: Record, names: Mapping[str, str]) -> None:
    for field in record.fields:
        if field.key in _UNDER_OWNERS:
            schema["properties"][field.key]["propertyNames"] = {"$ref": f"#/$defs/{names[OWNER.noun]}"}
        name = names.get(_noun(field.kind))
        if name is None:
            continue
        property = schema["properties"][field.key]
        ref = {"$ref": f"#/$defs/{name}"}
        if not isinstance(field.kind, Many):
            property |= ref
            continue
        property["items"] = {**property["items"], **ref}
        if field.kind.or_one:
            property["anyOf"] = [ref, {"type": "array"}]


def _noun(kind: Kind) -> str:
    if isinstance(kind, Many):
        kind = kind.of
    return kind.noun if isinstance(kind, Scalar) else ""
