"""A list, a map or a text where the format has something else."""

from __future__ import annotations

from hsplan.document import Map, Seq, Value
from hsplan.findings import Finding, capital, listed, shorten
from hsplan.schema.example import as_yaml, quoted
from hsplan.schema.kinds import TEXT, Choice, Entries, Format, Many, Names, Part, Record, Scalar
from hsplan.schema.phrases import a, a_record
from hsplan.schema.trail import Spot, named, noun_of


def wrong_shape(format: Format, spot: Spot) -> Finding:
    """The finding for a value whose shape is not the one that its field takes."""
    if isinstance(spot.kind, Part):
        message, help = _not_a_record(format, spot, spot.kind)
    elif isinstance(spot.kind, Entries):
        message, help = _not_entries(format, spot, spot.kind)
    elif isinstance(spot.kind, Names):
        message, help = _not_names(spot)
    elif isinstance(spot.kind, Many):
        message, help = _not_a_list(format, spot, spot.kind)
    else:
        message, help = _not_text(format, spot)
    return Finding("wrong-shape", message, spot.place, help, action=spot.action)


def _found(value: Value) -> str:
    if isinstance(value, Seq):
        return "a list"
    if isinstance(value, Map):
        return f"keys ({listed(shorten(key, 30) for key in list(value)[:3])})" if value else "empty braces"
    return "nothing" if value is None else "text"


def _stands(value: Value) -> str:
    return f"{_found(value)} {'stand' if isinstance(value, Map) else 'stands'} here"


def _not_a_record(format: Format, spot: Spot, kind: Part) -> tuple[str, str]:
    """Text, a list or nothing where a record is due: in a list, under an id, or under a key of its own."""
    assert spot.field is not None
    record = format.records[kind.record]
    keys = _first_keys(record)
    if isinstance(spot.field.kind, Entries):
        name = capital(named(record, spot.field.kind, shorten(spot.item)))
        if spot.value is None:
            return f"{name} is empty: nothing stands under it.", f"Write {keys} under it, or delete it."
        help = f"Write {keys} under it, further in."
        if isinstance(spot.value, str) and record.field("title") is not None:
            help = f"Write the text under it, further in, as title: {quoted(shorten(spot.value))}"
        return f"{name}: {_stands(spot.value)}, but {a_record(record)} takes keys.", help
    if spot.item:
        message = f"{spot.step.full}: {spot.where} is {_found(spot.value)}, but {a_record(record)} takes keys."
        if isinstance(spot.value, str) and record.field("title") is not None:
            return message, f"Write it on a line of its own, as - title: {quoted(shorten(spot.value))}"
        return message, f"Begin it with a dash and {keys}."
    takes = f"takes keys ({', '.join(field.key for field in record.fields[:4])})"
    example = as_yaml(spot.field)
    return (
        f"{spot.step.full}: {spot.where} {takes}, but {_stands(spot.value)}.",
        f"For example: {example}" if example else "Write its keys under it, further in, each on a line of its own.",
    )


def _first_keys(record: Record) -> str:
    keys = record.required or tuple(field.key for field in record.fields[:2])
    return listed((f'"{key}:"' for key in keys), "and" if record.required else "or")


def _not_entries(format: Format, spot: Spot, kind: Entries) -> tuple[str, str]:
    record = format.records[kind.record]
    own = "name" if kind.keys == "name" else "id"
    stands = _stands(spot.value)
    message = f"{spot.step.full}: {spot.where} takes {a(record.noun)} under each {own}, but {stands}."
    if isinstance(spot.value, Seq):
        return message, f"Replace each dash by the {record.noun}'s {own} and a colon, with its keys further in."
    return message, f"Write the {own} with a colon, and the {record.noun}'s keys under it, further in."


def _not_names(spot: Spot) -> tuple[str, str]:
    assert spot.field is not None
    message = f"{spot.step.full}: {spot.where} takes names with a text each, but {_stands(spot.value)}."
    example = as_yaml(spot.field)
    return (
        message,
        f"For example: {example}" if example else "Write each on a line of its own: the name, a colon, the text.",
    )


def _not_a_list(format: Format, spot: Spot, kind: Many) -> tuple[str, str]:
    assert spot.field is not None
    key = spot.field.key
    if first := _after_dash(spot.value):
        message = f"{spot.step.full}: {spot.where} takes a list, and no space follows the dash of its first entry."
        return message, f"Type a space after each dash: - {first}"
    if isinstance(kind.of, Part):
        record = format.records[kind.of.record]
        if isinstance(spot.value, Map) and spot.value and record.field(next(iter(spot.value))) is not None:
            message = f"{spot.step.full}: {spot.where} takes a list, and the dash before its first entry is missing."
            return message, f'Begin each {record.noun} with a dash: "- {next(iter(spot.value))}:".'
        several = _plural(record.noun)
        message = f"{spot.step.full}: {spot.where} takes a list of {several}, but {_stands(spot.value)}."
        return message, f"Begin each with a dash and {_first_keys(record)}."
    cut = _cut_by_colon(spot) if kind.or_one else None
    if cut:
        return cut
    takes = f"{noun_of(kind.of, format)} or a list" if kind.or_one else "a list"
    message = f"{spot.step.full}: {spot.where} takes {takes}, but {_stands(spot.value)}."
    if isinstance(spot.value, str) and len(spot.value) <= 40 and "\n" not in spot.value:
        # A comma parts names, but belongs to a sentence.
        odd = set("[]{}:#\"'") | (set(",") if kind.of == TEXT else set())
        inside = quoted(spot.value) if set(spot.value) & odd else spot.value
        return message, f"Write {key}: [{inside}], or each on a line of its own after a dash."
    return message, "Write each on a line of its own, after a dash and a space; in double quotes where it has a colon."


def _after_dash(value: Value) -> str:
    """What stands right after the dash that was meant to begin a list's first entry: "Kent" for "-Kent -Surrey"."""
    text = f"{next(iter(value), '')}:" if isinstance(value, Map) else value
    if not isinstance(text, str) or not text.startswith("-") or text[1:2] in ("", " ", "-", ":"):
        return ""
    return shorten(text[1:].split(" -")[0].split("\n")[0])


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def _not_text(format: Format, spot: Spot) -> tuple[str, str]:
    """A list or a map where one value is due; mostly a colon within a text that lacks its quotation marks."""
    assert spot.field is not None
    assert isinstance(spot.kind, Scalar | Choice)
    value, key = spot.value, spot.field.key
    noun = noun_of(spot.kind, format)
    where = f"{spot.step.full}: {spot.where}"
    if isinstance(value, Seq):
        message = f"{where} takes {noun}, but a list stands here."
        texts = [entry for entry in value if isinstance(entry, str)]
        if len(texts) == 1 and not spot.item:
            return message, f"Write it without the list: {key}: {quoted(shorten(texts[0]))}"
        return message, "Write it without brackets or dashes; a text that begins with a bracket needs double quotes."
    assert isinstance(value, Map)
    cut = _cut_by_colon(spot)
    if cut:
        return cut
    name = next(iter(value), "")
    message = f"{where} takes {noun}, but {_stands(value)}."
    if spot.step.record.field(name) is not None:
        return message, f'"{name}" is a key of {a_record(spot.step.record)}: line it up with "{key}".'
    return message, f"Write one text after {key}:, in double quotes where it has a colon, brackets or braces."


def _cut_by_colon(spot: Spot) -> tuple[str, str] | None:
    """Message and help where a map is the two halves of a text with a colon in it; None where it is something else."""
    value = spot.value
    name, rest = next(iter(value.items()), ("", None)) if isinstance(value, Map) else ("", None)
    known = spot.step.record.field(name) is not None and not spot.item
    if not isinstance(value, Map) or len(value) != 1 or isinstance(rest, Map | Seq) or known:
        return None
    whole = f"{name}: {rest or ''}".strip()
    cut = f'is cut by the colon after "{shorten(name, 40)}", which YAML takes for the end of a key.'
    help = f"Put the whole text in double quotes: {quoted(whole)}" if len(whole) < 80 else _QUOTES
    return f"{spot.step.full}: {spot.where} {cut}", help


_QUOTES = "Put the whole text in double quotes."
