"""Bytes to a document, in one parse."""

from __future__ import annotations

import codecs

from hsplan.document.document import Document
from hsplan.document.encoding import decode
from hsplan.document.events import events
from hsplan.document.losses import words_lost
from hsplan.document.nodes import Map
from hsplan.document.tree import Unreadable, build
from hsplan.findings import Finding


def read(data: bytes, path: str, *, pure: bool = False) -> Document:
    """Read a YAML file. Never raises for bad content: what can't be read is a finding with a place.

    `path` is what findings call the file. `pure` reads without the C extension (slower, the same result).
    """
    text, findings = decode(data, path)
    document = Document(path, text, bom=data.startswith(codecs.BOM_UTF8))
    if findings:
        document.findings = findings
        return document
    from ruamel.yaml.error import YAMLError

    try:
        tree = build(events(text, pure=pure), text)
    except Unreadable as fault:
        document.findings = (Finding(fault.name, fault.message, document.place(fault.start, fault.end), fault.help),)
    except YAMLError as error:
        from hsplan.document.syntax import explain

        document.findings = (explain(document, error),)
    else:
        document.findings = tuple(words_lost(document, tree))
        if isinstance(tree.root, Map):
            document.root = tree.root
        else:
            document.findings = (*document.findings, _not_a_map(document, tree.root))
    return document


def _not_a_map(document: Document, root: object) -> Finding:
    shape = "one piece of text" if isinstance(root, str) else "a list"
    message = f"The file holds {shape}, not the keys of a plan or of the owners list."
    if root is None:
        message = "The file is empty."
    help = 'Begin it with "hsplan: 1", then "id:" and "title:" in a plan, or "owners:" in the owners list.'
    return Finding("not-a-plan", message, document.whole(), help)
