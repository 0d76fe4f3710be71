"""An edit that is not made."""

from hsplan.document.document import Document
from hsplan.errors import HsplanError


class SpliceRefused(HsplanError):
    """The edit cannot be made without touching something else, so nothing was changed."""


def refused(document: Document, what: str, offset: int | None = None) -> SpliceRefused:
    """The refusal of an edit of `document`, at `offset` of its text where that is known."""
    where = document.path if offset is None else str(document.place(offset))
    return SpliceRefused(what, where=where, mend="Nothing was changed; make this change by hand in the editor.")
