"""Actions as plain rows, and the rows as a table, JSON or CSV."""

from hsplan.exporting.filters import SORTS, Filters, kept, ordered
from hsplan.exporting.formats import GROUPS, csv_text, json_text, table_text
from hsplan.exporting.rows import Row, rows

__all__ = ["GROUPS", "SORTS", "Filters", "Row", "csv_text", "json_text", "kept", "ordered", "rows", "table_text"]
