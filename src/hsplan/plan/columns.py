"""The council's own columns: which of them are kept out of anything public."""

from __future__ import annotations

from hsplan.document import Map, Seq
from hsplan.plan.values import text, texts
from hsplan.schema.table_plan import COLUMN_RECORD

_KNOWN = frozenset(field.key for field in COLUMN_RECORD.fields)
_LISTS = frozenset({"accepted"})


def columns_of(node: Map) -> tuple[tuple[str, str], ...]:
    """What an action, a goal or a theme says under the council's own columns, by their keys; a list as one text."""
    return tuple([(name, "; ".join(texts(node, name))) for name in node if name.startswith("x-")])


def hides(column: Map) -> bool:
    """Whether a column is internal: unless all of its declaration is understood, and says no or nothing of it.

    Who writes `Internal: true`, `internl: true` or `private: true` means to hide, and so does who leaves out the colon;
    what cannot be read hides, until somebody mends it.
    """
    if not _KNOWN.issuperset(column):
        return True
    if any(value.__class__ in (Map, Seq) for key, value in column.items() if key not in _LISTS):
        return True
    if column.get("internal") is None:
        mark = column.marks.get("internal")
        return mark is not None and mark[1] == mark[2]  # the word alone, as in {title: "Risks", internal}
    return text(column, "internal").casefold() != "false"
