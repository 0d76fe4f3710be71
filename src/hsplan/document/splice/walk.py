"""From the root of a file to one of its values."""

from __future__ import annotations

from hsplan.document.document import Document
from hsplan.document.nodes import Map, Seq, Value
from hsplan.document.splice.new import Path
from hsplan.document.splice.refused import refused


def find(document: Document, path: Path) -> Value:
    """The value at `path`. Raises SpliceRefused where nothing stands there."""
    node: Value = document.root
    for step in path:
        node = child(document, node, step)
    return node


def child(document: Document, node: Value, step: str | int) -> Value:
    if isinstance(node, Map) and isinstance(step, str) and step in node:
        return node[step]
    if isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
        return node[step]
    raise refused(document, f'There is no "{step}" in the file where it was looked for.')
