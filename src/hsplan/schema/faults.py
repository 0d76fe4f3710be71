"""jsonschema's errors to findings: one for each cause, in file order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from hsplan.document import Document
from hsplan.findings import Finding, Place
from hsplan.schema.entries import cut_entry
from hsplan.schema.ids import bad_key
from hsplan.schema.json_schema import json_schema
from hsplan.schema.keys import missing_keys, unknown_keys
from hsplan.schema.scalars import bad_scalar
from hsplan.schema.shapes import wrong_shape
from hsplan.schema.table import FORMATS, FileKind
from hsplan.schema.trail import follow
from hsplan.schema.typed import typed
from hsplan.schema.values import is_day, is_past

Path = tuple[str | int, ...]


def findings(document: Document, kind: FileKind) -> list[Finding]:
    """Every fault of a document that has a root, as plain findings in file order."""
    assert document.root is not None
    by_path: dict[Path, list[ValidationError]] = {}
    for error in validator(kind).iter_errors(typed(document.root, kind)):
        by_path.setdefault(tuple(error.absolute_path), []).append(error)
    told = {finding.place for finding in document.findings}
    lost = [finding.place for finding in document.findings if finding.name == "words-lost"]
    plan = document.root.get("id")
    found = [
        finding._replace(plan=plan) if isinstance(plan, str) else finding
        for path, errors in by_path.items()
        for finding in _at(document, kind, path, errors)
        # Where the reader has already said why a key is strange, the schema has nothing to add.
        if finding.name != "unknown-key" or not (finding.place in told or _inside(finding.place, lost))
    ]
    return sorted(found, key=lambda finding: (finding.place.line, finding.place.column))


def _inside(place: Place, others: Iterable[Place]) -> bool:
    """Whether a place begins in one of the others."""
    return any(other.start <= place.start < (other.end_line, other.end_column) for other in others)


@cache
def validator(kind: FileKind) -> Any:
    """jsonschema's validator for one kind of file, with checks of days and of past facts' dates."""
    return Draft202012Validator(json_schema(kind), format_checker=_formats())


def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    checker.checks("date")(lambda value: not isinstance(value, str) or is_day(value))
    checker.checks("past-date")(lambda value: not isinstance(value, str) or is_past(value))
    return checker


def _at(document: Document, kind: FileKind, path: Path, errors: list[ValidationError]) -> Iterator[Finding]:
    """The findings for the errors at one path: a value has one fault, a record may lack keys and have wrong ones."""
    format = FORMATS[kind]
    spot = follow(document, format, path)
    keywords = {error.validator for error in errors}
    names = [str(error.instance) for error in errors if "propertyNames" in error.relative_schema_path]
    if names:
        yield from (bad_key(document, format, spot, name) for name in names)
    elif cut := cut_entry(format, spot) if keywords & {"required", "additionalProperties"} else None:
        yield cut
    elif keywords & {"required", "additionalProperties"}:
        unknown = unknown_keys(document, format, spot)
        yield from (finding for finding, _ in unknown)
        yield from missing_keys(document, spot, meant={key for _, key in unknown})
    else:
        # Text of a wrong look, or else a list or a map where the format has something else.
        yield bad_scalar(format, spot) or wrong_shape(format, spot)
