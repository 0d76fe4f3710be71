"""The fast yes: closures compiled from the table, which stop at the first fault and say nothing about it.

Nearly every file is right, so this runs on each, and jsonschema is loaded only after a no. A test holds that the two
agree.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hsplan.document import Map, Seq, Value
from hsplan.schema.kinds import Choice, Entries, Format, Kind, Many, Part, Record, Scalar
from hsplan.schema.table import FORMATS, VERSION, FileKind
from hsplan.schema.values import figure, flag, is_column, is_day, is_id, is_past, whole

Check = Callable[[Value], bool]


def valid(root: Map, kind: FileKind = "plan") -> bool:
    """Whether a file's values are what the format says. `explain` says what is wrong where they are not."""
    return _compiled(kind)(root)


@cache
def _compiled(kind: FileKind) -> Check:
    """The check for one kind of file, compiled when it is first asked for: a run may need only one of them."""
    return _Compiler(FORMATS[kind]).record(FORMATS[kind].root)


class _Compiler:
    """Turns the records of a format into functions; each record once."""

    def __init__(self, format: Format) -> None:
        self._records = format.records
        self._done: dict[str, Check] = {}

    def record(self, record: Record) -> Check:
        """A function that says whether a value is such a record."""
        checks = {field.key: self._kind(field.kind) for field in record.fields}
        # Text is what most keys take: a set of those keys spares a call for each.
        text = frozenset(key for key, check in checks.items() if check is _is_text)
        columns = self._kind(Many(Scalar("text", ""), or_one=True)) if record.columns else None
        required = record.required

        def check(node: Value) -> bool:
            if node.__class__ is not Map:
                return False
            for key, value in node.items():
                if key in text:
                    if value.__class__ is not str and value is not None:
                        return False
                elif key in checks:
                    if value is not None and not checks[key](value):
                        return False
                elif columns is None or not key.startswith("x-") or (value is not None and not columns(value)):
                    return False
            for key in required:
                needed = node.get(key)
                if needed is None or (needed.__class__ is str and not needed.strip()):
                    return False
            return True

        return check

    def _kind(self, kind: Kind) -> Check:
        if isinstance(kind, Scalar):
            return _SCALARS[kind.type]
        if isinstance(kind, Choice):
            words = frozenset(word.word for word in kind.words)
            return lambda value: value.__class__ is str and value in words
        if isinstance(kind, Part):
            return _either(self._named(kind.record), kind.or_one and self._kind(kind.or_one))
        if isinstance(kind, Many):
            return _many(self._kind(kind.of), kind.or_one)
        if isinstance(kind, Entries):
            return _entries(self._named(kind.record), _KEYS[kind.keys])
        return _names(self._kind(kind.of), kind.or_one)

    def _named(self, name: str) -> Check:
        if name not in self._done:
            self._done[name] = self.record(self._records[name])
        return self._done[name]


def _either(record: Check, one: Check | None) -> Check:
    if one is None:
        return record
    return lambda value: one(value) if value.__class__ is str else record(value)


def _many(entry: Check, or_one: bool) -> Check:
    def check(value: Value) -> bool:
        if value.__class__ is not Seq:
            return or_one and value.__class__ is str and entry(value)
        for item in value:  # noqa: SIM110
            if item is not None and not entry(item):
                return False
        return True

    return check


def _entries(record: Check, is_key: Callable[[str], object] | None) -> Check:
    def check(value: Value) -> bool:
        if value.__class__ is not Map:
            return False
        for key, entry in value.items():  # noqa: SIM110
            if (is_key is not None and not is_key(key)) or not record(entry):
                return False
        return True

    return check


def _names(one: Check, or_one: bool) -> Check:
    def check(value: Value) -> bool:
        if value.__class__ is not Map:
            return or_one and value.__class__ is str and one(value)
        return all(entry is None or one(entry) for entry in value.values())

    return check


def _is_text(value: Value) -> bool:
    return value.__class__ is str


_SCALARS: dict[str, Check] = {
    "text": _is_text,
    "id": lambda value: isinstance(value, str) and is_id(value) is not None,
    "day": lambda value: isinstance(value, str) and is_day(value),
    "past": lambda value: isinstance(value, str) and is_past(value),
    "figure": lambda value: isinstance(value, str) and figure(value) is not None,
    "flag": lambda value: isinstance(value, str) and flag(value) is not None,
    "version": lambda value: isinstance(value, str) and whole(value) == VERSION,
}
_KEYS: dict[str, Callable[[str], object] | None] = {"id": is_id, "column": is_column, "name": None}
