"""Keys that are not there, and keys that should not be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile

from hsplan.document import Document, Map
from hsplan.findings import Finding, listed, nearest, shorten
from hsplan.schema.example import as_yaml
from hsplan.schema.kinds import Choice, Entries, Field, Format, Kind, Many, Part, Record
from hsplan.schema.phrases import a_record, likeness
from hsplan.schema.trail import Spot
from hsplan.schema.typed import blank


def missing_keys(document: Document, spot: Spot, meant: set[str]) -> Iterator[Finding]:
    """A finding for each key that the record must have; not for those that an unknown key was `meant` to be."""
    step = spot.step
    for key in step.record.required:
        field = step.record.field(key)
        if field is None or key in meant or not blank(step.node.get(key)):
            continue
        there = key in step.node
        message = f'{step.full}: "{key}" is blank.' if there else f'{step.full} has no "{key}".'
        place = document.key(step.node, key) if there else step.place
        yield Finding("missing-key", message, place, _what(field), action=spot.action)


def _what(field: Field) -> str:
    """What a field is, with the words that it takes or an example."""
    if isinstance(field.kind, Choice):
        return f"{field.description} Write one of: {', '.join(word.word for word in field.kind.words)}."
    example = as_yaml(field)
    return f"{field.description} For example: {example}" if example else field.description


def unknown_keys(document: Document, format: Format, spot: Spot) -> list[tuple[Finding, str]]:
    """A finding for each key that the record does not have, with the key that was probably meant, "" for none."""
    record, node = spot.step.record, spot.step.node
    found = []
    for key in node:
        if record.field(key) is not None:
            continue
        message = f'{spot.step.full}: "{shorten(key)}" is not a key of {a_record(record)}'
        homes, move = _homes(format, spot, key)
        above = ""
        meant = _called(record, key) or ("" if homes else _slip(record, key, node))
        if not meant and (inside := _too_far_in(spot, key)):
            above = inside
            message = f"{message}; it looks like {a_record(record)}."
            what = "it" if node[key] is None else "it, and all that stands below it,"
            help = f'Put {what} further to the left, in line with "{spot.step.key}".'
        elif meant:
            message, help = f'{message}. Did you mean "{meant}"?', _meaning(record, meant, node)
        elif homes:
            message, help = f"{message}; it belongs to {listed(map(a_record, homes), 'or')}.", move
        elif out := _too_far_left(format, spot, key):
            above, entry = out
            message = f"{message}; it looks like {a_record(entry)}."
            help = f'Put it, and all that stands below it, further to the right: it goes under "{above}:".'
        else:
            message, help = f"{message}.", _keys(record, key)
        place, proposed = document.key(node, key), tuple(filter(None, (meant or above,)))
        found.append((Finding("unknown-key", message, place, help, action=spot.action, proposed=proposed), meant))
    return found


def _called(record: Record, key: str) -> str:
    """The key that people mean by this word, or by its look when letter case and spaces are put right."""
    names = {likeness(also): field.key for field in record.fields for also in field.also}
    names.update({likeness(field.key): field.key for field in record.fields})
    return names.get(likeness(key), "")


def _slip(record: Record, key: str, there: Collection[str]) -> str:
    """The key that a slip of the hand may have spoilt; one that the record has already only where it is very near."""
    keys = [field.key for field in record.fields]
    near = nearest(key.casefold(), (each for each in keys if each not in there), 0.65)
    return near or nearest(key.casefold(), (each for each in keys if each in there), 0.85)


def _too_far_left(format: Format, spot: Spot, key: str) -> tuple[str, Record] | None:
    """The key, and the kind of record that stands under it by ids, where this looks like one more of them: it follows
    on them, and has keys of theirs alone."""
    record, node = spot.step.record, spot.step.node
    value, above = node[key], [each for each in takewhile(key.__ne__, node) if record.field(each)]
    todo = [record.field(above[-1])] if above and isinstance(value, Map) and value else []
    for field in todo:
        if field is not None and isinstance(field.kind, Entries):
            entry = format.records[field.kind.record]
            if isinstance(value, Map) and _fits(value, entry):
                return field.key, entry
            todo += entry.fields
    return None


def _too_far_in(spot: Spot, key: str) -> str:
    """The key under which a record's like stand by ids, where this looks like the id of the next one: its lines stand
    below it, or are read as those of the record before it. "" for what looks otherwise."""
    record, value = spot.step.record, spot.step.node[key]
    looks = any(sign.isdigit() for sign in key) and key.replace(".", "").replace("-", "").isalnum()
    if not spot.step.key or not looks or (value is not None and not (isinstance(value, Map) and _fits(value, record))):
        return ""
    holders = spot.steps[-2].record.fields
    return next((each.key for each in holders if each.kind == Entries(record.name)), "")


def _fits(node: Map, record: Record) -> bool:
    """Whether what stands there is such a record; the next ones of its kind may have come to stand under it."""
    known = {key for key in node if record.field(key)}
    if not known or not known.issuperset(record.required):
        return False
    return all(key in known or isinstance(value, Map) for key, value in node.items())


def _meaning(record: Record, key: str, there: Collection[str]) -> str:
    field = record.field(key)
    assert field is not None
    if key in there:
        return f'"{key}" stands there already: put everything under that one.'
    return f"{key}: {field.description}"


def _homes(format: Format, spot: Spot, key: str) -> tuple[list[Record], str]:
    """The records that do have the key, nearest first and three at most, and how to get it there."""
    homes = [each for each in (format.root, *format.records.values()) if any(key == field.key for field in each.fields)]
    names = {home.name for home in homes}
    below = {_holds(field.kind): f'"{field.key}:"' for field in spot.step.record.fields if _holds(field.kind) in names}
    if below:
        return [
            home for home in homes if home.name in below
        ], f"Write it under {listed(below.values(), 'or')}, further in."
    for above in reversed(spot.steps[:-1]):
        if above.record.name in names:
            move = f"Move it to the left, so that it lines up with the other keys of {above.short}."
            return [above.record], move
    return homes[:3], _keys(spot.step.record, key)


def _holds(kind: Kind) -> str:
    """The record that a field holds, "" for none."""
    kind = kind.of if isinstance(kind, Many) else kind
    return kind.record if isinstance(kind, Part | Entries) else ""


def _keys(record: Record, key: str) -> str:
    if key.startswith("x-"):
        return "A council's own columns stand on themes, goals and actions only."
    if len(key.split()) > 2:
        return "If these words belong to the text above them, put that whole text in double quotes."
    own = ", and x- keys for the council's own columns" if record.columns else ""
    return f"Keys of {a_record(record)}: {', '.join(field.key for field in record.fields)}{own}."
