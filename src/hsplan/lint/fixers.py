"""How single findings are mended, by the names of their rules. Each fixer gives the new document, or says in words why
it leaves the finding, since it is not certain what was meant; "" where nothing is known that could mend it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hsplan.document import Document, Seq, read
from hsplan.document.splice import reorder, replace
from hsplan.findings import Finding
from hsplan.lint.fix_carrying import missing_into, missing_source
from hsplan.lint.fix_spots import at_place, find, key_of, keys, rename, scalars, stands_beside, text_at
from hsplan.lint.fix_words import words_lost
from hsplan.plan.period import day
from hsplan.schema.table import knows
from hsplan.workspace import Loaded, Workspace

Fixer = Callable[[Loaded, Finding, Workspace, date], Document | str]
"""The day is the one after which all is still to come."""


def _owner_alias(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    """An owner's other spelling becomes its key, be it a value or what a date or a record stands under."""
    document = loaded.document
    spot = at_place(document, scalars(document.root), finding)
    key = at_place(document, keys(document.root), finding) if spot is None else None
    written = text_at(document, spot.path) if spot else str(key.path[-1]) if key else ""
    owner = loaded.owners.resolve(written)
    if owner is None:
        return "the name stands in words that go on over lines"
    if key is not None:
        return rename(document, key, owner.key) or "the owner stands there already"
    if spot is None or stands_beside(document, spot.path, owner.key):
        return "the owner stands in the same list already"
    return replace(document, spot.path, owner.key)


def _odd_character(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    """Signs that Word makes of typed ones become what was typed, in a date, a name or an id."""
    document = loaded.document
    spot = at_place(document, scalars(document.root), finding)
    if spot is not None:
        text = text_at(document, spot.path)
        typed = _typed(text)
        figure = key_of(spot.path) in ("value", "amount") and typed.isdigit()
        new = int(typed) if figure else typed
        return "a list has to be made of a text" if text[0] == "-" else replace(document, spot.path, new)
    key = at_place(document, keys(document.root), finding)
    if key is None:
        return "it stands in words that go on over lines"
    *parent, old = key.path
    new = _typed(str(old))
    if not knows(new) and parent[-1:] != ["owners"]:
        new = "".join(new.split())  # an id takes no spaces
    if (document.text.count(str(old)) > 1 and not knows(new)) or not new:
        return "the id is named in other places too"
    return rename(document, key, new) or "the mended name stands there already"


def _mixed_line_endings(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    """The commoner kind of line ending throughout."""
    before = loaded.document
    plain = before.text.replace("\r\n", "\n")
    windows = before.text.count("\r\n")
    text = plain.replace("\n", "\r\n") if 2 * windows > plain.count("\n") else plain
    after = Document(before.path, text, bom=before.bom)
    again = read(after.to_bytes(), before.path)
    same = again.root == before.root and len(again.findings) <= len(before.findings)
    return again if same else "the file would then read otherwise"


def _in_order(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    """Progress entries by their dates, those of one day as they stand. A date still to come is rather a slip."""
    document = loaded.document
    spot = at_place(document, scalars(document.root), finding)
    entries = find(document, spot.path[:-2]) if spot else None
    if spot is None or not isinstance(entries, Seq):
        return "no list of entries is there"
    days = [day(text_at(document, (*spot.path[:-2], index, "date"))) for index in range(len(entries))]
    known = [each for each in days if each is not None]
    if len(known) < len(days):
        return "an entry has no date that can be read"
    if max(known) > latest:
        return "a date is still to come, and may be a slip"
    return reorder(document, spot.path[:-2], sorted(range(len(known)), key=known.__getitem__))


def _words_lost(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    return words_lost(loaded.document, finding)


FIXERS: dict[str, Fixer] = {
    "owner-alias": _owner_alias,
    "odd-character": _odd_character,
    "words-lost": _words_lost,
    "mixed-line-endings": _mixed_line_endings,
    "into-missing": missing_into,
    "carried-sides-disagree": missing_source,
    "entries-out-of-order": _in_order,
}

_TYPED = str.maketrans({
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
})  # fmt: skip


def _typed(text: str) -> str:
    return " ".join(text.translate(_TYPED).strip(" \"'").split())
