"""How single findings are mended, by the names of their rules. Each fixer gives the new document, or None where it is
not certain how."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.clock import today
from hsplan.document import Document, Map, Seq, Value, read
from hsplan.document.splice import add_entry, reorder, replace
from hsplan.document.splice.patch import Patch
from hsplan.document.splice.scalar import double, in_place_of
from hsplan.document.splice.verify import commit
from hsplan.findings import Finding
from hsplan.lint.fix_spots import Spot, at_place, find, key_of, keys, scalars, stands_beside, text_at
from hsplan.plan.period import day
from hsplan.schema.table import FORMATS
from hsplan.workspace import Loaded, Workspace

Fixer = Callable[[Loaded, Finding, Workspace], Document | None]


def _owner_alias(loaded: Loaded, finding: Finding, workspace: Workspace) -> Document | None:
    """An owner's other spelling becomes its key."""
    document = loaded.document
    spot = at_place(document, scalars(document.root), finding)
    owner = loaded.owners.resolve(text_at(document, spot.path)) if spot else None
    if spot is None or owner is None or stands_beside(document, spot.path, owner.key):
        return None
    return replace(document, spot.path, owner.key)


def _odd_character(loaded: Loaded, finding: Finding, workspace: Workspace) -> Document | None:
    """Signs that Word makes of typed ones become what was typed, in a date, a name or an id."""
    document = loaded.document
    spot = at_place(document, scalars(document.root), finding)
    if spot is not None:
        return replace(document, spot.path, _typed(text_at(document, spot.path)))
    key = at_place(document, keys(document.root), finding)
    if key is None:
        return None
    *parent, old = key.path
    new = _typed(str(old))
    # Whoever names the id elsewhere would be left behind.
    if document.text.count(str(old)) > 1 or not new:
        return None
    source = document.text[key.start : key.end]
    patch = Patch(key.start, key.end, in_place_of(new, source))

    def rename(node: dict[str, Value]) -> dict[str, Value]:
        return {new if name == old else name: value for name, value in node.items()}

    return commit(document, [[patch]], tuple(parent), rename)


def _words_lost(loaded: Loaded, finding: Finding, workspace: Workspace) -> Document | None:
    """Quotation marks round a text that a comma in braces cuts, or a `#` before a figure."""
    document = loaded.document
    key = at_place(document, keys(document.root), finding)
    return _hash(document, finding) if key is None else _comma(document, key)


def _comma(document: Document, bare: Spot) -> Document | None:
    parent = bare.path[:-1]
    node = find(document, parent)
    if not isinstance(node, Map) or document.text[node.start] != "{":
        return None
    names = list(node)
    at = names.index(str(bare.path[-1]))
    first = at
    while first and _is_bare(node, names[first]):
        first -= 1
    last = at
    while last + 1 < len(names) and _is_bare(node, names[last + 1]):
        last += 1
    name, lost = names[first], names[first + 1 : last + 1]
    if not lost or not _is_sentence(name) or any(key in _KNOWN_KEYS for key in lost):
        return None
    start, end = node.marks[name][2], node.marks[lost[-1]][1]
    old, raw = node[name], document.text[start:end]
    if not isinstance(old, str) or not raw.startswith(old) or not raw.isprintable():
        return None

    def join(values: dict[str, Value]) -> dict[str, Value]:
        return {key: raw if key == name else value for key, value in values.items() if key not in lost}

    return commit(document, [[Patch(start, end, double(raw))]], parent, join)


def _hash(document: Document, finding: Finding) -> Document | None:
    at = document.offset(finding.place.line, finding.place.column)
    end = document.offset(finding.place.end_line, finding.place.end_column)
    if not document.text[at + 1 : at + 2].isdigit():
        return None
    for spot in scalars(document.root):
        if spot.end == at - 1 and _is_sentence(key_of(spot.path)):
            raw = document.text[spot.start : end].split(" # ")[0].rstrip()
            if text_at(document, spot.path) == document.text[spot.start : spot.end] and raw.isprintable():
                return commit(document, [[Patch(spot.start, spot.start + len(raw), double(raw))]], spot.path, _to(raw))
    return None


def _to(text: str) -> Callable[[object], str]:
    return lambda _: text


def _mixed_line_endings(loaded: Loaded, finding: Finding, workspace: Workspace) -> Document | None:
    """The commoner kind of line ending throughout."""
    before = loaded.document
    plain = before.text.replace("\r\n", "\n")
    windows = before.text.count("\r\n")
    text = plain.replace("\n", "\r\n") if 2 * windows > plain.count("\n") else plain
    after = Document(before.path, text, bom=before.bom)
    again = read(after.to_bytes(), before.path)
    return again if again.root == before.root and len(again.findings) <= len(before.findings) else None


def _sides(loaded: Loaded, finding: Finding, workspace: Workspace) -> Document | None:
    """The action that another says it went on into names that one as well, where it names some already."""
    plan, document = loaded.plan, loaded.document
    action = next((each for each in plan.actions if each.id == finding.action), None) if plan else None
    if plan is None or action is None:
        return None
    named = set(action.carried_from)
    missing = [name for name in workspace.carried_into(plan).get(action.id, []) if name not in named]
    path = next((spot.path for spot in keys(document.root) if spot.path[-2:] == ("actions", action.id)), None)
    if path is None or not named or not missing or any(name.endswith("/?") for name in (*named, *missing)):
        return None
    return add_entry(document, (*path, "carried_from"), missing[0])


def _in_order(loaded: Loaded, finding: Finding, workspace: Workspace) -> Document | None:
    """Progress entries by their dates, those of one day as they stand. A date still to come is rather a slip."""
    document = loaded.document
    spot = at_place(document, scalars(document.root), finding)
    entries = find(document, spot.path[:-2]) if spot else None
    if spot is None or not isinstance(entries, Seq):
        return None
    days = [day(text_at(document, (*spot.path[:-2], index, "date"))) for index in range(len(entries))]
    known = [each for each in days if each is not None]
    if len(known) < len(days) or max(known) > today():
        return None
    return reorder(document, spot.path[:-2], sorted(range(len(known)), key=known.__getitem__))


FIXERS: dict[str, Fixer] = {
    "owner-alias": _owner_alias,
    "odd-character": _odd_character,
    "words-lost": _words_lost,
    "mixed-line-endings": _mixed_line_endings,
    "carried-sides-disagree": _sides,
    "entries-out-of-order": _in_order,
}

_SENTENCES = frozenset({"title", "note", "internal_note", "reason", "resources", "role", "description"})
_KNOWN_KEYS = frozenset(
    field.key for record in (FORMATS["plan"].root, *FORMATS["plan"].records.values()) for field in record.fields
)
_TYPED = str.maketrans({
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
})  # fmt: skip


def _typed(text: str) -> str:
    return text.translate(_TYPED).strip(" \"'")


def _is_sentence(key: str) -> bool:
    return key in _SENTENCES or key.startswith("x-")


def _is_bare(node: Map, key: str) -> bool:
    """Whether a key in braces has no colon, so that it is the end of a text that a comma cut."""
    mark = node.marks[key]
    return node[key] is None and mark[1] == mark[2]
