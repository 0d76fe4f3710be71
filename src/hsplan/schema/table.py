"""The format of the plan file and of the owners list: the one table that everything in this room is derived from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from hsplan.schema.kinds import Choice, Field, Format, Many, Record
from hsplan.schema.table_action import ACTION_RECORD, BUDGET, GOAL, MILESTONE, THEME
from hsplan.schema.table_common import ACCEPTED, ACCEPTED_IN_PLAN
from hsplan.schema.table_indicator import ACTUAL, BASELINE, INDICATOR, TARGET
from hsplan.schema.table_owner import GOVERNANCE, MEETING, OWNER_RECORD, RETURN
from hsplan.schema.table_plan import COLUMN_RECORD, CONSULTED, LABELS, OWNERS_LIST, PERIOD, PHASE, PLAN, STRATEGY
from hsplan.schema.table_progress import DATE_CHANGE, PROGRESS

FileKind = Literal["plan", "owners"]

VERSION = 1
"""The version of the format that this table describes; `hsplan:` in a file says which one it is written in."""


def _by_name(*records: Record) -> dict[str, Record]:
    return {record.name: record for record in records}


FORMATS: dict[FileKind, Format] = {
    "plan": Format(
        PLAN,
        _by_name(
            PERIOD,
            STRATEGY,
            CONSULTED,
            GOVERNANCE,
            MEETING,
            RETURN,
            LABELS,
            COLUMN_RECORD,
            PHASE,
            OWNER_RECORD,
            INDICATOR,
            BASELINE,
            TARGET,
            ACTUAL,
            THEME,
            GOAL,
            ACTION_RECORD,
            DATE_CHANGE,
            MILESTONE,
            BUDGET,
            PROGRESS,
            ACCEPTED,
            ACCEPTED_IN_PLAN,
        ),
    ),
    "owners": Format(OWNERS_LIST, _by_name(OWNER_RECORD, ACCEPTED)),
}


def words_of(key: str) -> frozenset[str]:
    """The words of which a key of that name takes one, wherever it may stand; none where it takes any text."""
    return _words().get(key, frozenset())


def knows(key: str) -> bool:
    """Whether the format has a key of that name, wherever it may stand, or lets a council have one of its own so."""
    return key in format_keys() or (key.startswith("x-") and key.isascii() and key.replace("-", "").isalnum())


def _fields() -> Iterator[Field]:
    for each in FORMATS.values():
        for record in (each.root, *each.records.values()):
            yield from record.fields


@cache
def format_keys() -> frozenset[str]:
    """Every key that the format has, of whatever record; those that a council makes up are not among them."""
    return frozenset(field.key for field in _fields())


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for field in _fields():
        kind = field.kind.of if isinstance(field.kind, Many) else field.kind
        if isinstance(kind, Choice):
            found[field.key] = found.get(field.key, frozenset()) | {word.word for word in kind.words}
    return found
