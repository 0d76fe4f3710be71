"""Regular expressions that could take hours on a text of one line: a repetition of what is repeated already."""

from __future__ import annotations

import re

from hsplan.frozen import Frozen

_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:#[^)]*|P<\w+>|P=\w+|<[=!]|[:=!>]|[a-zA-Z-]+:?|\(\w+\)))?)|(?P<close>\))"
    r"|(?P<times>(?:[*+?]|\{(?:\d+,?\d*|,\d*)\})[?+]?)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.",
    re.DOTALL,
)
_OPAQUE = re.compile(r"\(|\\\d")
"""A group, or what a group held: what it can hold is not looked into."""
_FEW = 9
"""Up to so many times is no danger."""


class _Piece(Frozen):
    """A sign, a class of them or a group: its text, what is repeated in it, and the signs that part two of it."""

    text: str
    repeated: tuple[str, ...] = ()
    parting: str = ""


def repeated_twice(pattern: str) -> str:
    """The first part of a pattern that repeats a repetition, as `(a+)+` does, so that there are more ways to read a
    text than can be tried; "" where there is none. What one sign always parts, as in `(\\w+ )+`, is read in one way.
    """
    above: list[list[_Piece]] = []
    pieces: list[_Piece] = []
    starts: list[int] = []
    for match in _TOKEN.finditer(pattern):
        if match["open"]:
            above.append(pieces)
            starts.append(match.start())
            pieces = []
        elif match["close"] and above:
            group = _group(pattern[starts.pop() : match.end()], pieces)
            pieces = [*above.pop(), group]
        elif match["times"] and pieces:
            last = pieces.pop()
            if _many(match["times"]) and not _parted(last):
                return last.text + match["times"]
            pieces.append(_times(last, match["times"]))
        else:
            pieces.append(_Piece(match[0]))
    return ""


def _many(times: str) -> bool:
    """Whether it lets something stand more than a few times, and gives back what it took: `a++` never does."""
    if times[-1] == "+" and len(times) > 1:
        return False
    if times[0] != "{":
        return times[0] in "*+"
    most = times.rstrip("?+}").lstrip("{").rpartition(",")[2]
    return not most or int(most) > _FEW


def _times(piece: _Piece, times: str) -> _Piece:
    repeated = (*piece.repeated, piece.text) if _many(times) else piece.repeated
    return _Piece(piece.text + times, repeated)


def _group(text: str, pieces: list[_Piece]) -> _Piece:
    repeated = tuple(each for piece in pieces for each in piece.repeated)
    signs = [] if any(piece.text == "|" for piece in pieces) else [each.text for each in (*pieces[:1], *pieces[-1:])]
    return _Piece(text, repeated, "".join(sign[-1] for sign in signs if _is_sign(sign)))


def _is_sign(text: str) -> bool:
    """Whether it stands for itself alone."""
    return (len(text) == 1 and text not in ".^$|") or (len(text) == 2 and text[0] == "\\" and not text[1].isalnum())


def _parted(piece: _Piece) -> bool:
    """Whether what is repeated in it, if anything, can hold none of the signs at its ends."""
    if not piece.repeated:
        return True
    return any(
        all(not _OPAQUE.match(each) and not re.fullmatch(each, sign, re.IGNORECASE) for each in piece.repeated)
        for sign in piece.parting
    )
