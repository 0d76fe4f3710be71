"""The plan's schema with the workspace's own ids in it, so that any YAML editor completes and checks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hsplan.frozen import Frozen
from hsplan.schema.json_schema import json_schema
from hsplan.schema.kinds import Kind, Many, Record, Scalar
from hsplan.schema.table import FORMATS
from hsplan.schema.table_common import ACTION, OWNER, PLAN_ACTION

Titles = Mapping[str, str]
"""Ids with what an editor says of each."""

_PHASE = "a phase's id"
_INDICATOR = "an indicator's id"


class Ids(Frozen):
    """The ids that a plan may name. `actions` are by their own ids, `plan_actions` by `plan/action`."""

    owners: Titles
    actions: Titles
    plan_actions: Titles
    indicators: Titles
    phases: Titles


def ids_schema(ids: Ids) -> dict[str, Any]:
    """The schema of the plan file in which owners, actions, indicators and phases are those given.

    A `plan/action` is completed but never underlined, since its plan may be kept elsewhere.
    """
    known = {
        OWNER.noun: ("owner_id", ids.owners, False),
        ACTION.noun: ("action_id", ids.actions, False),
        PLAN_ACTION.noun: ("plan_action", ids.plan_actions, True),
        _INDICATOR: ("indicator_id", ids.indicators, False),
        _PHASE: ("phase_id", ids.phases, False),
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


def _definition(titles: Titles, others: bool) -> dict[str, Any]:
    """One of the ids, or a number or a blank, of which an editor cannot tell whether it is one."""
    listed = sorted(titles)
    choice: dict[str, Any] = {"enum": listed, "enumDescriptions": [titles[each] for each in listed]}
    return {"anyOf": [*([choice] if listed else []), {"type": ["number", "null", *(["string"] if others else [])]}]}


def _put(schema: dict[str, Any], record: Record, names: Mapping[str, str]) -> None:
    for field in record.fields:
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
