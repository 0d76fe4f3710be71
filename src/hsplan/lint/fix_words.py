"""Sentences of which YAML drops words, put in quotation marks."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.document import Document, Map, Value
from hsplan.document.splice.patch import Patch
from hsplan.document.splice.scalar import double
from hsplan.document.splice.verify import commit
from hsplan.findings import Finding
from hsplan.lint.fix_spots import Spot, at_place, find, key_of, keys, scalars, text_at
from hsplan.schema.table import format_keys

UNSURE = "it is not certain where the text begins and ends"


def words_lost(document: Document, finding: Finding) -> Document | str:
    """Quotation marks round a text that a comma in braces cuts, a `#` before a figure, or that begins with `!` or `&`;
    else why not."""
    key = at_place(document, keys(document.root), finding)
    if key is not None:
        return _comma(document, key) or UNSURE
    spot = at_place(document, scalars(document.root), finding)
    return (_hash(document, finding) if spot is None else _sign(document, spot)) or UNSURE


def _comma(document: Document, bare: Spot) -> Document | None:
    parent = bare.path[:-1]
    node = find(document, parent)
    if not isinstance(node, Map) or document.text[node.start] != "{":
        return None
    names = list(node)
    at = names.index(str(bare.path[-1]))
    first = at
    while first and _is_bare(node, names[first]):
        first -= 1
    last = at
    while last + 1 < len(names) and _is_bare(node, names[last + 1]):
        last += 1
    name, lost = names[first], names[first + 1 : last + 1]
    if not lost or not is_sentence(name) or not format_keys().isdisjoint(lost):
        return None
    start, end = node.marks[name][2], node.marks[lost[-1]][1]
    old, raw = node[name], document.text[start:end]
    if not isinstance(old, str) or not raw.startswith(old) or not raw.isprintable():
        return None

    def join(values: dict[str, Value]) -> dict[str, Value]:
        return {key: raw if key == name else value for key, value in values.items() if key not in lost}

    return commit(document, [[Patch(start, end, double(raw))]], parent, join)


def _hash(document: Document, finding: Finding) -> Document | None:
    at = document.offset(finding.place.line, finding.place.column)
    end = document.offset(finding.place.end_line, finding.place.end_column)
    if not document.text[at + 1 : at + 2].isdigit():
        return None
    for spot in scalars(document.root):
        if spot.end == at - 1 and is_sentence(key_of(spot.path)):
            raw = document.text[spot.start : end].split(" # ")[0].rstrip()
            if text_at(document, spot.path) == document.text[spot.start : spot.end] and raw.isprintable():
                return commit(document, [[Patch(spot.start, spot.start + len(raw), double(raw))]], spot.path, _to(raw))
    return None


def _sign(document: Document, spot: Spot) -> Document | None:
    """A sentence of one line whose first word, `!Train` or `&Shelter`, YAML takes off."""
    raw = document.text[spot.start : spot.end].rstrip()
    rest = raw.split(None, 1)[1:]
    if not is_sentence(key_of(spot.path)) or rest != [text_at(document, spot.path)] or not raw.isprintable():
        return None
    return commit(document, [[Patch(spot.start, spot.start + len(raw), double(raw))]], spot.path, _to(raw))


def _to(text: str) -> Callable[[object], str]:
    return lambda _: text


def is_sentence(key: str) -> bool:
    """Whether what stands under a key is prose, rather than a name, a date or a figure."""
    return key in _SENTENCES or key.startswith("x-")


def _is_bare(node: Map, key: str) -> bool:
    """Whether a key in braces has no colon, so that it is the end of a text that a comma cut."""
    mark = node.marks[key]
    return node[key] is None and mark[1] == mark[2]


_SENTENCES = frozenset({"title", "note", "internal_note", "reason", "resources", "role", "description", "outcomes"})
