"""Every sentence of a plan with its place: what rules about words read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hsplan.document import Map, Seq

_NAMES = """
hsplan id nation organisations period adopted closed follows reporting source strategy governance meetings returns
columns phases owners client_groups glossary lead partners each phase added due depends_on budget indicators links
accepted date for by status rag into decision decided refused done carried_from purpose timescale
"""
_NOT_SENTENCES = frozenset(_NAMES.split())
"""Keys whose values are names, ids, dates or references, not sentences."""
_RECORDS = frozenset({"strategy", "governance", "phases", "indicators"})
"""Of these, those under which a plan keeps records with sentences of their own."""


class Sentence(NamedTuple):
    """One text: the id of the action it stands in ("" outside actions), its words and where they stand."""

    action: str
    text: str
    start: int
    end: int


def sentences(root: Map) -> Iterator[Sentence]:
    """Titles, outcomes, resources, notes and the council's own columns, in document order."""
    yield from _in_map(root, "")


def around(every: Iterable[Sentence], offsets: Iterable[int]) -> Iterator[Sentence]:
    """The sentences that hold any of these places in the file, each once. Both are in the order of the file.

    A pattern runs over the whole file in one go, and only what may hold a match is then looked at closely.
    """
    found = iter(offsets)
    at = next(found, -1)
    for sentence in every:
        while 0 <= at < sentence.start:
            at = next(found, -1)
        if at < 0:
            return
        if at < sentence.end:
            yield sentence


def _in_map(node: Map, action: str) -> Iterator[Sentence]:
    for key, value in node.items():
        if value is None or (key in _NOT_SENTENCES and not (key in _RECORDS and isinstance(value, Map))):
            continue
        if value.__class__ is str:
            mark = node.marks[key]
            yield Sentence(action, value, mark[2], mark[3])
        elif isinstance(value, Map):
            yield from _in_actions(value) if key == "actions" else _in_map(value, action)
        elif isinstance(value, Seq):
            yield from _in_list(value, action)


def _in_actions(node: Map) -> Iterator[Sentence]:
    for key, value in node.items():
        if isinstance(value, Map):
            yield from _in_map(value, key)


def _in_list(node: Seq, action: str) -> Iterator[Sentence]:
    for index, value in enumerate(node):
        if isinstance(value, str):
            yield Sentence(action, value, *node.marks[index])
        elif isinstance(value, Map):
            yield from _in_map(value, action)
