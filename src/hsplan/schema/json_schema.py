"""The table as JSON Schema 2020-12, with what editors show: titles, descriptions, examples, words with their meanings.

No oneOf and no unevaluatedProperties: their errors can't be read and editors ignore them. A value that may have two
shapes lists both types, and each keyword minds only its own.
"""

from __future__ import annotations

from typing import Any

from hsplan.schema.kinds import Choice, Entries, Field, Format, Kind, Many, Part, Record, Scalar
from hsplan.schema.table import FORMATS, VERSION, FileKind
from hsplan.schema.table_common import COMMON
from hsplan.schema.values import COLUMN_PATTERN, DAY_PATTERN, ID_PATTERN, PAST_PATTERN

Schema = dict[str, Any]

_IDS: dict[FileKind, str] = {"plan": "action-plan", "owners": "owners"}
_TITLES: dict[FileKind, str] = {"plan": "Homelessness action plan", "owners": "Owners list"}
_SHARED = {field.key: f"any_{field.key}" for field in COMMON}
_DAY_MESSAGE = "Write the day as year-month-day, for example 2027-03-31."
_PAST_MESSAGE = "Write a day (2027-03-31), a month (2027-03) or a year (2027)."
_ID_MESSAGE = "An id takes letters, digits, dots, underscores and hyphens, without spaces."
_COLUMN_MESSAGE = "A column's key begins with x- and takes letters, digits, dots, underscores and hyphens."
_SCALARS: dict[str, Schema] = {
    "text": {"type": ["string", "number", "null"]},
    "id": {"type": ["string", "number", "null"], "pattern": ID_PATTERN, "patternErrorMessage": _ID_MESSAGE},
    "day": {
        "type": ["string", "null"],
        "format": "date",
        "pattern": DAY_PATTERN,
        "patternErrorMessage": _DAY_MESSAGE,
    },
    "past": {
        "type": ["string", "integer", "null"],
        "format": "past-date",
        "pattern": PAST_PATTERN,
        "patternErrorMessage": _PAST_MESSAGE,
        "minimum": 1000,
        "maximum": 9999,
    },
    "figure": {"type": ["number", "null"]},
    "flag": {"type": "boolean"},
    "version": {"type": "integer", "const": VERSION},
}
_SAID = {"pattern": r"\S", "patternErrorMessage": "Write the words between the quotation marks."}
"""What a text must be that has to be there."""


def json_schema(kind: FileKind) -> Schema:
    """The published schema of one kind of file. The same table gives the same text, key by key."""
    format = FORMATS[kind]
    root = _record(format, format.root)
    del root["description"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:hsplan:schema:{_IDS[kind]}:{VERSION}",
        "title": _TITLES[kind],
        "description": format.root.description,
        **root,
        "$defs": {
            **{name: _record(format, record) for name, record in format.records.items()},
            **{_SHARED[field.key]: _property(field, required=False) for field in COMMON},
        },
    }


def _record(format: Format, record: Record) -> Schema:
    made: Schema = {
        "description": record.description,
        "type": _record_type(format, record),
        "required": list(record.required),
        "properties": {
            # What stands on most records stands once, so that the schema can be read.
            field.key: {"$ref": f"#/$defs/{_SHARED[field.key]}"}
            if field in COMMON
            else _property(field, field.key in record.required)
            for field in record.fields
        },
        "additionalProperties": False,
    }
    if not record.required:
        del made["required"]
    if record.columns:
        column = record.field("x-")
        assert column is not None
        made["patternProperties"] = {"^x-": _property(column, required=False)}
    return made


def _record_type(format: Format, record: Record) -> str | list[str]:
    """A record that stands under a key of its own may be left blank there; one under an id may not."""
    for holder in (format.root, *format.records.values()):
        for field in holder.fields:
            if isinstance(field.kind, Part) and field.kind.record == record.name:
                more = _types(field.kind.or_one) if field.kind.or_one else ["null"]
                return ["object", *more]
    return "object"


def _property(field: Field, required: bool) -> Schema:
    return {
        "title": field.title,
        "description": field.description,
        **_kind(field.kind, required),
        "examples": list(field.examples),
    }


def _kind(kind: Kind, required: bool = False) -> Schema:
    if isinstance(kind, Scalar):
        said = _SAID if required and kind.type == "text" else {}
        return {**_solid(_SCALARS[kind.type]), **said} if required else dict(_SCALARS[kind.type])
    if isinstance(kind, Choice):
        words = [word.word for word in kind.words]
        meanings = [word.description for word in kind.words]
        return {"type": "string", "enum": words, "enumDescriptions": meanings}
    if isinstance(kind, Part):
        return {"$ref": f"#/$defs/{kind.record}", **({"type": "object"} if required else {}), **_alone(kind.or_one)}
    if isinstance(kind, Many):
        one = _kind(kind.of) if kind.or_one else {}
        return {**one, "type": [*one.get("type", ["null"]), "array"], "items": _item(kind.of)}
    if isinstance(kind, Entries):
        return _solid(_entries(kind)) if required else _entries(kind)
    one = _kind(kind.of) if kind.or_one else {}
    return {**one, "type": [*one.get("type", ["null"]), "object"], "additionalProperties": _kind(kind.of)}


def _item(kind: Scalar | Choice | Part) -> Schema:
    """An entry of a list; of a record, the type that leaves out what may stand in its place elsewhere."""
    return _solid(_kind(kind)) if isinstance(kind, Scalar) else _kind(kind)


def _alone(kind: Scalar | None) -> Schema:
    """What binds the plain text that may stand in a record's place."""
    return {key: value for key, value in _SCALARS[kind.type].items() if key != "type"} if kind else {}


def _entries(kind: Entries) -> Schema:
    made: Schema = {"type": ["object", "null"], "additionalProperties": {"$ref": f"#/$defs/{kind.record}"}}
    if kind.keys == "id":
        made["propertyNames"] = {"pattern": ID_PATTERN, "patternErrorMessage": _ID_MESSAGE}
    elif kind.keys == "column":
        made["propertyNames"] = {"pattern": COLUMN_PATTERN, "patternErrorMessage": _COLUMN_MESSAGE}
    return made


def _types(kind: Scalar) -> list[str]:
    return list(_SCALARS[kind.type]["type"])


def _solid(schema: Schema) -> Schema:
    """The same without null: for what must be there."""
    kept = schema["type"]
    if isinstance(kept, list):
        kept = [name for name in kept if name != "null"]
        kept = kept[0] if len(kept) == 1 else kept
    return {**schema, "type": kept}
