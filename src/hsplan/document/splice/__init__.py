"""The only writer of plan text: small edits that leave every other byte as it stood.

Each function takes a document and gives a new one, read again and compared; nothing is written to disk here. Several
edits are made one after the other, each on the document that the one before gave.
"""

from hsplan.document.splice.edits import add_entry, add_key, replace
from hsplan.document.splice.new import New, Path
from hsplan.document.splice.refused import SpliceRefused
from hsplan.document.splice.reorder import reorder

__all__ = ["New", "Path", "SpliceRefused", "add_entry", "add_key", "reorder", "replace"]
