"""Entries of a list that are written as a text with a colon: `- 2026-09-30: Begins next year`, `- Bid sent: May`."""

from __future__ import annotations

from hsplan.findings import Finding, shorten
from hsplan.schema.choices import STATUS
from hsplan.schema.dates import day_meant
from hsplan.schema.example import quoted
from hsplan.schema.kinds import Format, Record
from hsplan.schema.phrases import a_record
from hsplan.schema.trail import Spot
from hsplan.timescale import read


def cut_entry(format: Format, spot: Spot) -> Finding | None:
    """The finding for such an entry, with how it is written; None for any other record.

    The words after the colon are told only where they are a time or a status: others may be internal.
    """
    step = spot.step
    name, rest = next(iter(step.node.items()), ("", None))
    if step.key or len(step.node) != 1 or not isinstance(rest, str) or _known(format, name):
        return None
    keys = _keys(step.record, name, rest)
    if not keys:
        return None
    message = f'{step.full}: "{shorten(name)}" stands where a key of {a_record(step.record)} is due.'
    help = f"Write it as - {{{', '.join(keys)}}}"
    if keys[-1].endswith('..."'):
        help += ", with the words in place of the dots"
    return Finding("wrong-shape", message, spot.place, f"{help}.", action=spot.action)


def _known(format: Format, name: str) -> bool:
    return any(record.field(name) is not None for record in (format.root, *format.records.values()))


def _keys(record: Record, name: str, rest: str) -> tuple[str, ...]:
    """What would be written in braces; () where that cannot be told."""
    day = day_meant(name)
    timed = record.field("timescale") is not None and read(rest).due is not None
    if day is not None and record.field("date") is not None:
        if record.field("status") is not None and any(rest == each.word for each in STATUS.words):
            return f"date: {day.isoformat()}", f"status: {rest}"
        return f"date: {day.isoformat()}", f"timescale: {rest}" if timed else 'note: "..."'
    if record.required == ("title",) and " " in name:
        return (f"title: {quoted(name)}", f"timescale: {rest}") if timed else (f'title: "{name}: ..."',)
    return ()
