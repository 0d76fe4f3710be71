"""What is wrong with a file, in plain words: asked only after the fast check has said no."""

from __future__ import annotations

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.schema.table import FileKind
from hsplan.schema.version import version


def explain(document: Document, kind: FileKind = "plan") -> list[Finding]:
    """One finding for each cause, in file order; [] where nothing is wrong or nothing could be read.

    jsonschema and the modules that put its errors into words are loaded here and nowhere else, so that a run over
    files that are right does not pay for them.
    """
    if document.root is None:
        return []
    newer = version(document)
    if newer:
        return newer
    from hsplan.schema.faults import findings

    return findings(document, kind)
