"""The edits that every writer is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hsplan.document.document import Document
from hsplan.document.nodes import Map, Seq, Value
from hsplan.document.splice.new import New, Path, as_read
from hsplan.document.splice.patch import Patch, below, beside
from hsplan.document.splice.refused import refused
from hsplan.document.splice.render import Renderer
from hsplan.document.splice.scalar import in_place_of
from hsplan.document.splice.style import Sample, after_dash, column, is_flow, measure, samples, spaced, spans
from hsplan.document.splice.verify import commit
from hsplan.document.splice.walk import child, find

_HEADER_COMMENT = re.compile(r"[|>][-+\d]*([ \t]+#[^\r\n]*)?")


def replace(document: Document, path: Path, new: str | int | bool) -> Document:
    """The document with the text, figure or blank at `path` replaced, in the old one's quotes where they can hold it.

    Raises SpliceRefused where a map or a list stands there, or nothing, or where the result would not read back.
    """
    _, start, end = _span(document, path)
    old = find(document, path)
    if isinstance(old, Map | Seq):
        raise refused(document, f'"{path[-1]}" holds several values, not one piece of text.', start)
    if old is None:
        return _fill(document, path, new)
    source = document.text[start:end].rstrip(" \t\r\n")  # other spaces are part of the text
    written = in_place_of(new, source) if isinstance(new, str) else str(as_read(new))
    if header := _HEADER_COMMENT.match(source):
        written += header[1] or ""
    return commit(document, [[Patch(start, start + len(source), written)]], path, lambda _: as_read(new))


def add_key(document: Document, path: Path, key: str, value: New, after: str | None = None) -> Document:
    """The document with `key: value` in the map at `path`: below the sibling `after` if that is there, else at the end.

    A blank value and `{}` are taken for a map without keys, and a key without a value for one that is not there.
    Raises SpliceRefused where the key has a value, where no map stands at `path`, or where the result would not read
    back.
    """
    node = find(document, path)
    if _is_vacant(node) and path and not isinstance(node, Seq):
        return _fill(document, path, {key: value})
    if not isinstance(node, Map):
        raise refused(document, f'There is no map to put "{key}" in.')
    if key in node:
        if node[key] is not None:
            raise refused(document, f'"{key}" has a value already.', node.marks[key][0])
        return _fill(document, (*path, key), value)

    def change(old: dict[str, Any]) -> dict[str, Any]:
        keys = list(old)
        at = keys.index(after) + 1 if after in old else len(keys)
        order = [*keys[:at], key, *keys[at:]]
        return {name: as_read(value) if name == key else old[name] for name in order}

    return commit(document, _key_ways(document, path, node, key, value, after), path, change)


def add_entry(document: Document, path: Path, value: New) -> Document:
    """The document with `value` as the last entry of the list at `path`; the list is made where there is none.

    Raises SpliceRefused where something else stands there, where the map that should hold it is missing, or where the
    result would not read back.
    """
    parent, key = find(document, path[:-1]), path[-1] if path else ""
    if isinstance(parent, Map) and isinstance(key, str) and key not in parent:
        return add_key(document, path[:-1], key, [value])
    node = find(document, path)
    if _is_vacant(node) and not isinstance(node, Map):
        return _fill(document, path, [value])
    if not isinstance(node, Seq):
        raise refused(document, f'There is no list under "{key}".')
    text, like = document.text, samples(document.text, node)
    write = _renderer(document, path)
    if is_flow(text, node):
        ways = _in_flow(text, node, node.marks[-1] if node else None, write.flow(value, like))
    else:
        lines = write.item(value, column(text, node.start), like, after_dash(text, node))
        ways = below(text, node.start, node.end, [""] * spaced(text, spans(node)) + lines)
    return commit(document, ways, path, lambda old: [*old, as_read(value)])


def _key_ways(document: Document, path: Path, node: Map, key: str, value: New, after: str | None) -> list[list[Patch]]:
    text, write = document.text, _renderer(document, path)
    last = after if after in node else next(reversed(node), None)
    entry = (node.marks[last][0], node.marks[last][3]) if last is not None else None
    if is_flow(text, node):
        return _in_flow(text, node, entry, write.flow_pair(key, value, [Sample(node, "{")]))
    assert entry is not None
    like = [sample for sample in samples(text, node) if isinstance(sample.value, dict)]
    lines = write.pair(key, value, column(text, node.start), like if isinstance(value, Mapping) else [])
    start, end = entry if after in node else (entry[0], node.end)
    return below(text, start, end, [""] * spaced(text, spans(node)) + lines)


def _in_flow(text: str, node: Map | Seq, last: tuple[int, int] | None, new: str) -> list[list[Patch]]:
    if last is None:
        return [[Patch(node.start + 1, node.start + 1, new)]]
    return beside(text, *last, new)


def _fill(document: Document, path: Path, value: New) -> Document:
    """A value where a key or a dash has none yet, or only `null`, `[]` or `{}`, which it stands in place of."""
    text = document.text
    parent, start, end = _span(document, path)
    write = _renderer(document, path[:-1])
    head = start
    while text[head - 1 : head] in (" ", "\t"):
        head -= 1
    if text[head - 1 : head] not in (":", "-"):
        patches = _in_place(document, start, end, write.flow(value, []))
    elif text[start:end].strip("[]{} \t\r\n").startswith("#"):
        patches = [Patch(start + 1, start + 1, write.flow(value, [])[1:-1])]
    else:
        inline = write.inline(value, column(text, head) + 1, [])
        if inline is not None or is_flow(text, parent):
            first, lines = f" {inline or write.flow(value, [])}", []
        elif isinstance(parent, Map):
            first, lines = "", write.body(value, column(text, parent.marks[str(path[-1])][0]), [])
        else:
            dash = column(text, head - 1)
            first, *lines = write.item(value, dash, [])
            first = first[dash + 1 :]
        patches = [Patch(head, end, first), *(below(text, head - 1, end, lines)[0] if lines else [])]
    return commit(document, [patches], path, lambda _: as_read(value))


def _in_place(document: Document, start: int, end: int, flow: str) -> list[Patch]:
    """`null`, `[]` or `{}` on a line below its key, become a value in braces or brackets."""
    if start == end:
        raise refused(document, "This name has no colon after it, so it can have no value.", start)
    return [Patch(start, end, flow)]


def _is_vacant(value: Value) -> bool:
    return value is None or (isinstance(value, Map | Seq) and not value)


def _span(document: Document, path: Path) -> tuple[Map | Seq, int, int]:
    """The map or list that holds the value at `path`, and where the value stands in the text."""
    parent = find(document, path[:-1])
    if path:
        child(document, parent, path[-1])
    if isinstance(parent, Map) and path:
        return parent, *parent.marks[str(path[-1])][2:]
    if isinstance(parent, Seq) and path:
        return parent, *parent.marks[int(path[-1])]
    raise refused(document, "The file as a whole cannot be replaced.")


def _renderer(document: Document, path: Path) -> Renderer:
    nodes = [find(document, path[:length]) for length in range(len(path), -1, -1)]
    return Renderer(document.text, measure(document.text, [node for node in nodes if isinstance(node, Map | Seq)]))
