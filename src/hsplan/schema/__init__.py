"""The format of the files: a fast yes, and for a no the reasons in plain words. Also finds the shipped files."""

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.schema.fast import valid
from hsplan.schema.files import schema_folder, templates_folder
from hsplan.schema.table import VERSION, FileKind
from hsplan.schema.version import version


def explain(document: Document, kind: FileKind = "plan") -> list[Finding]:
    """What `valid` said no to, in plain words; loaded only then, since nearly every file is right."""
    from hsplan.schema.explain import explain as explained

    return explained(document, kind)


__all__ = ["VERSION", "FileKind", "explain", "schema_folder", "templates_folder", "valid", "version"]
