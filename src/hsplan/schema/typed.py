"""A file's values as JSON Schema sees them: figures and flags as such, blank values left out."""

from __future__ import annotations

from typing import TypeAlias

from hsplan.document import Map, Seq, Value
from hsplan.schema.kinds import Entries, Format, Kind, Many, Names, Part, Record, Scalar
from hsplan.schema.table import FORMATS, FileKind
from hsplan.schema.values import figure, flag, whole

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def typed(root: Map, kind: FileKind = "plan") -> dict[str, Json]:
    """Plain Python values for a JSON Schema validator.

    A blank value is an absent one, in records, lists and maps of names; so is "" for what must be there. Where a record
    is due under an id, a blank stays as None: "5.1:" with nothing under it is an action that says nothing. What has the
    wrong shape keeps it.
    """
    return _record(FORMATS[kind], FORMATS[kind].root, root)


def _record(format: Format, record: Record, node: Map) -> dict[str, Json]:
    made: dict[str, Json] = {}
    for key, value in node.items():
        field = record.field(key)
        if field is None:
            made[key] = _plain(value)
        elif value is not None and not (key in record.required and blank(value)):
            made[key] = _value(format, field.kind, value)
    return made


def blank(value: Value) -> bool:
    """Whether it says nothing: no value, or quotation marks with nothing between them."""
    return value is None or (isinstance(value, str) and not value.strip())


def _value(format: Format, kind: Kind, value: Value) -> Json:
    if isinstance(value, str):
        return _scalar(kind, value)
    if isinstance(value, Seq):
        if not isinstance(kind, Many):
            return []
        return [_value(format, kind.of, entry) for entry in value if entry is not None]
    if not isinstance(value, Map):
        return None
    if isinstance(kind, Part):
        return _record(format, format.records[kind.record], value)
    if isinstance(kind, Entries):
        record = format.records[kind.record]
        return {
            key: _record(format, record, entry) if isinstance(entry, Map) else _plain(entry)
            for key, entry in value.items()
        }
    if isinstance(kind, Names):
        return {key: _value(format, kind.of, entry) for key, entry in value.items() if entry is not None}
    return {}


def _scalar(kind: Kind, text: str) -> Json:
    if isinstance(kind, Many | Names) and kind.or_one:
        return _scalar(kind.of, text)
    if isinstance(kind, Part) and kind.or_one:
        return _scalar(kind.or_one, text)
    if isinstance(kind, Scalar):
        read = {"figure": figure, "flag": flag, "version": whole}.get(kind.type)
        number = read(text) if read else None
        return text if number is None else number
    return text


def _plain(value: Value) -> Json:
    """A value that no field describes: only its shape matters."""
    return value if value is None or isinstance(value, str) else [] if isinstance(value, Seq) else {}
