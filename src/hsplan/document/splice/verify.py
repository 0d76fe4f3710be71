"""The proof of an edit: the new text is read, and everything in it compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from hsplan.document.document import Document
from hsplan.document.nodes import Map
from hsplan.document.reader import read
from hsplan.document.splice.new import Path
from hsplan.document.splice.patch import Patch, apply
from hsplan.document.splice.refused import refused


def commit(document: Document, ways: list[list[Patch]], path: Path, change: Callable[[Any], Any]) -> Document:
    """The document after the first of several ways to make an edit that proves right.

    `change` takes the value at `path` as it was and gives what it must read as afterwards. Raises SpliceRefused where
    no way gives exactly that, with all other values, the order of keys and the findings as they were.
    """
    wanted = _changed(document.root, path, change)
    for patches in ways:
        data = Document(document.path, apply(document.text, patches), bom=document.bom).to_bytes()
        result = read(data, document.path)
        if result.root == wanted and _same_order(result.root, wanted, path) and _no_new_findings(document, result):
            return result
    what = "The change would not read back as it was meant, or would alter something else in the file."
    raise refused(document, what, ways[0][0].start)


def _changed(node: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(node)
    copy: Any = dict(node) if isinstance(node, Map) else list(node)
    copy[path[0]] = _changed(node[path[0]], path[1:], change)
    return copy


def _same_order(node: Any, wanted: Any, path: Path) -> bool:
    for step in path:
        node, wanted = node[step], wanted[step]
    return not isinstance(node, Map) or list(node) == list(wanted)


def _no_new_findings(before: Document, after: Document) -> bool:
    names = [Counter((finding.name, finding.message) for finding in each.findings) for each in (after, before)]
    return names[0] <= names[1]
