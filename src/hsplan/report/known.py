"""A plan as an audience may see it and as it was known on a day, so that what is compared can tell nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from hsplan.document import Document, Map, Seq, Value
from hsplan.frozen import Frozen
from hsplan.monitor.catalogue import completed
from hsplan.monitor.reading import known_from, period_of_actual
from hsplan.plan import Plan, period_of, read_plan

_DATED = {"progress": "date", "date_changes": "date", "returns": "date"}
"""Lists whose entries are known from their own day on."""


class _Sieve(Frozen):
    """What is left out of a plan: what is dated after `day` (ISO), actions that joined it after `joined`, internal
    notes and columns that are not among `columns` unless that is None, and the `figures` of these identities."""

    day: str
    joined: str
    columns: Collection[str] | None
    figures: Collection[int]


def known_plan(plan: Plan, as_at: date, columns: Collection[str] | None, stood: date | None = None) -> Plan:
    """The plan without what was written for after `as_at`; with `columns`, without internal notes and other columns.

    `columns` are the council's own columns that a public report may show; None keeps everything internal. `stood` is
    the day that an earlier version is judged at: what joined it only later was not in it.
    """
    joined = min(stood or as_at, as_at).isoformat()
    root = _map(plan.node, _Sieve(as_at.isoformat(), joined, columns, _figures_to_come(plan, as_at)))
    if root is plan.node:
        return plan
    document = Document(plan.document.path, plan.document.text, bom=plan.document.bom)
    document.root = root
    return read_plan(document)


def _figures_to_come(plan: Plan, as_at: date) -> frozenset[int]:
    """The figures, by the identity of their maps, that are not known yet: their period has not ended (of a count on
    one day: not begun), or their date is still to come."""
    found = []
    for each in plan.indicators.values():
        indicator = completed(each)
        for entry in indicator.actuals:
            period = period_of_actual(entry, indicator, lambda said: period_of(said, plan.context))
            day = known_from(entry, period, indicator) if period else entry.date
            found += [id(entry.node)] if day and day > as_at else []
    return frozenset(found)


def internal_texts(node: Value, columns: Collection[str], inside: bool = False) -> Iterator[str]:
    """Every text of a plan that only its internal report may show."""
    if isinstance(node, Map):
        for key, value in node.items():
            hidden = key == "internal_note" or (key.startswith("x-") and key not in columns)
            yield from internal_texts(value, columns, inside or hidden)
    elif isinstance(node, Seq):
        for each in node:
            yield from internal_texts(each, columns, inside)
    elif inside and node:
        yield " ".join(node.split())


def _map(node: Map, sieve: _Sieve, *, actions: bool = False) -> Map:
    """The same map where nothing has to go; `actions` says that it is a map of actions."""
    kept: dict[str, Value] = {}
    day, columns = sieve.day, sieve.columns
    for key, value in node.items():
        if actions and isinstance(value, Map) and _after(value, "added", sieve.joined):
            continue
        if columns is not None and (key == "internal_note" or (key.startswith("x-") and key not in columns)):
            continue
        if key in ("decided", "refused", "done", "closed") and _later(node, key, day):
            continue
        if isinstance(value, Seq):
            kept[key] = _list(value, sieve, _DATED.get(key, ""))
        else:
            inside = key == "actions" and not actions
            kept[key] = _map(value, sieve, actions=inside) if isinstance(value, Map) else value
    if len(kept) == len(node) and all(kept[key] is value for key, value in node.items()):
        return node
    found = Map(node.start)
    found.end, found.name, found.marks = node.end, node.name, node.marks
    found.update(kept)
    return found


def _list(node: Seq, sieve: _Sieve, dated: str) -> Value:
    pairs = list(zip(node, node.marks, strict=True))
    kept = [
        (each, mark)
        for each, mark in pairs
        if not (id(each) in sieve.figures or (dated and isinstance(each, Map) and _after(each, dated, sieve.day)))
    ]
    entries = [_map(each, sieve) if isinstance(each, Map) else each for each, _ in kept]
    if len(entries) == len(node) and all(now is was for now, was in zip(entries, node, strict=True)):
        return node
    found = Seq(node.start)
    found.end, found.marks = node.end, [mark for _, mark in kept]
    found.extend(entries)
    return found


def _later(node: Map, key: str, day: str) -> bool:
    """Whether a fact came after the day; a refusal is as old as the decision beside it."""
    return _after(node, "decided" if key == "refused" else key, day)


def _after(node: Map, key: str, day: str) -> bool:
    """Whether a date, as exact as it is written ("2011-04"), lies after the day."""
    value = node.get(key)
    return isinstance(value, str) and value[:4].isdigit() and value > day[: len(value)]
