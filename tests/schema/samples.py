"""Files to check: real ones, and one that has every key of the format, made from the table's own examples."""

from __future__ import annotations

import json
from pathlib import Path

from hsplan.document import Document, Map, read
from hsplan.schema.kinds import Entries, Field, Format, Kind, Many, Names, Part, Record
from hsplan.schema.table import FORMATS, FileKind

TOP = Path(__file__).parents[2]


def real_files() -> list[Path]:
    """The plans and the examples of the format, the ones that can be read as YAML."""
    found = [*TOP.glob("plans/*.yaml"), *TOP.glob("tests/examples/format/**/*.yaml")]
    return sorted(path for path in found if document(path).root is not None)


def examples() -> list[Path]:
    """Every example of every room, right or wrong, that can be read as YAML."""
    found = TOP.glob("tests/**/*.yaml")
    return sorted(path for path in found if document(path).root is not None)


def kind_of(path: Path) -> FileKind:
    return "owners" if path.name == "owners.yaml" else "plan"


def document(path: Path) -> Document:
    return read(path.read_bytes(), path.relative_to(TOP).as_posix() if path.is_relative_to(TOP) else path.name)


def with_root(base: Document, root: Map) -> Document:
    """The same text with other values."""
    made = Document(base.path, base.text)
    made.root = root
    return made


def everything(kind: FileKind) -> Document:
    """A file in which every record has every key. JSON is YAML, so the reader takes it as it is."""
    format = FORMATS[kind]
    return read(json.dumps(_record(format, format.root), indent=1).encode(), f"{kind}.yaml")


def _record(format: Format, record: Record) -> dict[str, object]:
    made = {field.key: _value(format, field, field.kind) for field in record.fields}
    if record.columns:
        made["x-risks"] = ["Landlords may not sign", "No funds"]
    return made


def _value(format: Format, field: Field, kind: Kind) -> object:
    if isinstance(kind, Entries):
        keys = list(field.examples[0])  # type: ignore[call-overload]
        return {key: _record(format, format.records[kind.record]) for key in keys}
    if isinstance(kind, Part):
        return _record(format, format.records[kind.record])
    if isinstance(kind, Many) and isinstance(kind.of, Part):
        return [_record(format, format.records[kind.of.record])]
    assert not isinstance(kind, Names) or field.examples
    return field.examples[0]
