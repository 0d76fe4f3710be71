"""Keys of the format, of whatever record, by what may be said of them and what stands under them."""

from __future__ import annotations

from hsplan.schema.kinds import Entries, Names
from hsplan.schema.table import FORMATS

_RECORDS = [record for format in FORMATS.values() for record in (format.root, *format.records.values())]
_FIELDS = [field for record in _RECORDS for field in record.fields]
PUBLIC = frozenset(field.key for field in _FIELDS) - {"internal_note"}
"""Every key of the format but that one."""
HOLDERS = frozenset(field.key for field in _FIELDS if isinstance(field.kind, Entries | Names))
"""The keys under which ids and names stand as keys."""
