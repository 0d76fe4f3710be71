"""Three versions of a plan to one, part by part."""

from __future__ import annotations

from typing import TypeVar

from hsplan.document import Document, Map, Seq, read
from hsplan.frozen import Frozen
from hsplan.merging.pairing import Three, paired
from hsplan.merging.parts import Cut, Part, cut
from hsplan.merging.pieces import Clash, Pieces, marked
from hsplan.merging.places import moved_apart
from hsplan.merging.proof import proved

_OURS = {"hsplan", "owners"}
"""By one of these keys a file is known as a plan or an owners list; in others, what is added twice may mean twice."""
_COLLECTIONS = {"themes", "goals", "actions", "indicators", "owners", "phases", "columns", "governance", "glossary"}
"""Maps of things by their ids: where both sides begin one, each may have put something in."""

_T = TypeVar("_T")


class _Known(Frozen):
    """What holds for the whole merge: the text that both began with, and the ids that each side moved elsewhere."""

    base: str
    apart: set[str]


class Merge(Frozen):
    """A merged file, and whether something in it is marked for a person to decide."""

    data: bytes
    conflict: bool


def merge(base: bytes, ours: bytes, theirs: bytes, marker: int = 7) -> Merge | None:
    """The changes of both sides in one file; None where that cannot be proved, and nothing is to be written.

    What both changed differently is marked as git does, with signs of the length `marker`. The result is read again:
    it says what either side says, and every line that a side added is in it.
    """
    if ours == theirs or base == theirs:
        return Merge(ours, False)
    if base == ours:
        return Merge(theirs, False)
    documents = [read(data, "") for data in (base, ours, theirs)]
    if any(document.findings or not _OURS & (document.root or {}).keys() for document in documents):
        return None
    new_line = _of_three(*("\r\n" if "\r\n" in document.text else "\n" for document in documents))
    first, mine, other = (_side(document, new_line) for document in documents)
    if first is None or mine is None or other is None:
        return None
    pieces = _whole(first, mine, other)
    if pieces is None or not proved(pieces, [part_text(each) for each in (first, mine, other)]):
        return None
    text = marked(pieces.parts, marker, new_line)
    end = _of_three(*(document.text.endswith(("\n", "\r")) for document in documents))
    bom = _of_three(*(document.bom for document in documents))
    text = text if end or pieces.clashes else text.removesuffix(new_line)
    return Merge((b"\xef\xbb\xbf" if bom else b"") + text.encode(), pieces.clashes)


def part_text(side: Cut) -> str:
    """The text that was cut."""
    return "".join(part.whole for part in side.parts) + side.tail


def _side(document: Document, new_line: str) -> Cut | None:
    """A document in parts, all with the same line breaks, since those of another editor change nothing."""
    text = document.text
    lines = text.replace("\r\n", "\n")
    if "\r" in lines or 0 < text.count("\r\n") < lines.count("\n"):
        return None
    wanted = (lines if lines.endswith("\n") else lines + "\n").replace("\n", new_line)
    if wanted != text:
        document = read(wanted.encode(), "")
    return cut(wanted, document.root) if document.root is not None else None


def _of_three(base: _T, ours: _T, theirs: _T) -> _T:
    return theirs if ours == base else ours


def _whole(base: Cut, ours: Cut, theirs: Cut) -> Pieces | None:
    pairs = paired(base.parts, ours.parts, theirs.parts, by_name=True)
    tail = _text(base.tail, ours.tail, theirs.tail)
    if pairs is None:
        return None
    known = _Known(part_text(base), moved_apart(base.parts, ours.parts, theirs.parts))
    return _children(pairs, known, as_map=True).then([tail if tail is not None else Clash(ours.tail, theirs.tail)])


def _children(pairs: list[Three], known: _Known, *, as_map: bool) -> Pieces:
    """The parts of a map or a list, one after the other."""
    found = Pieces.empty(as_map)
    above: set[tuple[bool, str]] = set()
    for three in pairs:
        part = three.ours or three.theirs
        assert part is not None
        if three.base is not None or (three.ours is not None and three.theirs is not None):
            found, above = found.add(part.name, _one(three, known)), set()
        elif three.ours is None and part.name in known.apart:
            found = found.add(part.name, Pieces.clash(None, part))
        else:
            # A comment that stood here already, below which both sides put something, is in both of what they put in.
            mine = three.ours is not None
            twice = part.lead.strip() and (not mine, part.lead) in above and part.lead in known.base
            found = found.add(part.name, Pieces.of(part._replace(lead="") if twice else part))
            above.add((mine, part.lead))
    return found


def _one(three: Three, known: _Known) -> Pieces:
    """One thing: as the side that changed it has it, or inside it part by part, else marked."""
    base, ours, theirs = three
    texts = [part.whole if part else None for part in three]
    if texts[1] == texts[2] or texts[0] == texts[2]:
        return Pieces.of(ours)
    if texts[0] == texts[1] and not _holds(theirs, known.apart):
        return Pieces.of(theirs)
    if ours is None or theirs is None:
        return Pieces.clash(ours, theirs)
    lead = _text(base.lead if base else None, ours.lead, theirs.lead)
    inside = None if lead is None else _inside(base, ours, theirs, known)
    return Pieces.clash(ours, theirs) if inside is None or lead is None else inside.below([lead])


def _inside(base: Part | None, ours: Part, theirs: Part, known: _Known) -> Pieces | None:
    """What both changed, merged by its parts; None where it has none, or where it cannot be told which are the same."""
    if ours.body == theirs.body or (base and base.body == theirs.body):
        return Pieces.of(ours._replace(lead=""))
    if base and base.body == ours.body and not _holds(theirs, known.apart):
        return Pieces.of(theirs._replace(lead=""))
    kind = type(ours.value)
    if not ours.children or not theirs.children or type(theirs.value) is not kind:
        return None
    begun = base is None or base.value is None
    if begun and kind is Map and ours.name not in _COLLECTIONS:
        return None  # two new things of one id
    if not begun and base is not None and (not base.children or type(base.value) is not kind):
        return None
    head = _text(base.head if base and not begun else None, ours.head, theirs.head)
    was = base.children if base else ()
    pairs = paired(was, ours.children, theirs.children, by_name=kind is not Seq)
    if head is None or pairs is None:
        return None
    return _children(pairs, known, as_map=kind is Map).below([head])


def _holds(part: Part | None, names: set[str]) -> bool:
    """Whether one of the names stands anywhere in a part."""
    if not names or part is None:
        return False
    return any(child.name in names or _holds(child, names) for child in part.children)


def _text(base: str | None, ours: str, theirs: str) -> str | None:
    """Of three texts the one that was changed; None where both were, differently."""
    if ours == theirs or base == theirs:
        return ours
    return theirs if base == ours else None
