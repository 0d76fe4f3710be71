"""The proof of a merge: it is read again, and its lines are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hsplan.document import read
from hsplan.merging.pieces import Pieces, decided


def proved(pieces: Pieces, texts: Sequence[str]) -> bool:
    """Whether the pieces read back as they are meant, and hold every line that a side added to the base.

    `texts` are the base, ours and theirs.
    """
    for side, wanted in (("ours", pieces.ours), ("theirs", pieces.theirs)):
        document = read(decided(pieces.parts, side).encode(), "")
        if document.findings or document.root != wanted:
            return False
    base, ours, theirs = (_lines(text) for text in texts)
    there = sum((_lines(text) for text in _all(pieces)), Counter())
    kept = base - (base - ours) - (base - theirs)
    return not (kept + ((ours - base) | (theirs - base))) - there


def _all(pieces: Pieces) -> list[str]:
    return [text for part in pieces.parts for text in ([part] if isinstance(part, str) else part)]


def _lines(text: str) -> Counter[str]:
    return Counter(text.splitlines())
