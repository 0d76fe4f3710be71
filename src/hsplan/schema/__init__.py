"""The format of the files: a fast yes, and for a no the reasons in plain words. Also finds the shipped files."""

from hsplan.schema.explain import explain
from hsplan.schema.fast import valid
from hsplan.schema.files import schema_folder, templates_folder
from hsplan.schema.table import VERSION, FileKind
from hsplan.schema.version import version

__all__ = ["VERSION", "FileKind", "explain", "schema_folder", "templates_folder", "valid", "version"]
