"""The format of the files: a fast yes, and for a no the reasons in plain words. Also finds the shipped files."""

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.schema.fast import valid
from hsplan.schema.files import schema_folder, templates_folder
from hsplan.schema.table import VERSION, FileKind, knows
from hsplan.schema.version import version


def explain(document: Document, kind: FileKind = "plan") -> list[Finding]:
    """What is wrong, in plain words: one finding for each cause, in file order; [] where nothing is or nothing could be
    read. Asked only after `valid` has said no: jsonschema and the modules that put its errors into words are loaded
    here and nowhere else, so that a run over files that are right does not pay for them.
    """
    if document.root is None:
        return []
    newer = version(document)
    if newer:
        return newer
    from hsplan.schema.faults import findings

    return findings(document, kind)


__all__ = ["VERSION", "FileKind", "explain", "knows", "schema_folder", "templates_folder", "valid", "version"]
