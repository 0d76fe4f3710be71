"""Internal text by the look of the lines: in a file that cannot be read, and of a key that stands twice.

It covers too much rather than too little: the officer has the file, and others may read the log.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hsplan.frozen import Frozen
from hsplan.lint.format_keys import HOLDERS

_LINE = (
    r"(?P<before>[ \t]*(?:-[ \t]+)*)(?:\{[ \t]*)?"
    r"(?P<sign>[\"']?)(?P<key>[^\s\"'{}\[\],#:-][^\"'{}\[\]#:]{0,60}?)(?P=sign)[ \t]*:(?=[ \t]|$)"
)
_BRACED = r"[{,\[][ \t]*(?P<sign>[\"']?)(?P<key>[^\s\"'{}\[\],#:][^\"'{}\[\],#:]{0,60}?)(?P=sign)[ \t]*:(?=[ \t\"']|$)"
_SIGNED = r"(?<![\w-])(?P<astray>(?i:internal[ \w-]{0,20}|\w{1,20}_notes?|x-[\w-]{1,60}))[\"']?[ \t]*:"
"""What looks like an internal key where a key can stand only by mistake."""
_QUOTED = r"[ \t]*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?=[ \t]*(?:[,}]|$))"


class _Above(Frozen):
    """A key that a line stands under: how far in it is, whether ids stand under it, and how far in those are."""

    column: int
    holds: bool
    ids: int = -1


class _Going(Frozen):
    """Internal text that may go on below its line: where it began and has come to, the key, and how far in that is."""

    start: int
    end: int
    key: str
    column: int

    def takes(self, line: str) -> bool:
        """Whether a line is farther in than the key, or an entry of its list."""
        inside = len(line) - len(line.lstrip())
        return inside > self.column or (inside == self.column and line[inside] == "-")


def by_lines(text: str, public: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The stretches of internal text: start, end, and the key. `public` are the keys whose text may be told.

    What is in no quotation marks goes on over every line that is farther in, and over others up to the next key that
    the format knows.
    """
    above: list[_Above] = []
    going: _Going | None = None
    for each in re.finditer(r"[^\r\n]+", text):
        line = each[0]
        if line.isspace():
            continue
        if going is not None and going.takes(line):
            going = going._replace(end=each.end())
            continue
        found = re.match(_LINE, line)
        column = len(found["before"]) if found else len(line) - len(line.lstrip())
        under = [key for key in above if key.column < column]
        id = bool(under) and under[-1].holds and under[-1].ids in (-1, column)
        known = found if found is not None and (id or found["key"] in public) else None
        if going is not None and known is None:
            going = going._replace(end=each.end())
            continue
        if going is not None:
            yield going[:3]
        holds = known is not None and not id and known["key"] in HOLDERS
        if known is not None:
            if id:
                under[-1] = under[-1]._replace(ids=column)
            above = [*under, _Above(column, holds)]
        spans, going = _in_line(line, known.end() if known else 0, each.start(), column, holds, public)
        yield from spans
    if going is not None:
        yield going[:3]


def _in_line(
    line: str, told: int, offset: int, column: int, names: bool, public: Collection[str]
) -> tuple[list[tuple[int, int, str]], _Going | None]:
    """The stretches within a line behind its known key (`told`; 0 for none), and the one that may go on below it.

    `names` says that names stand as keys there.
    """
    spans: list[tuple[int, int, str]] = []
    braces = line.lstrip(" \t-").startswith(("{", "[")) or line[told:].lstrip().startswith(("{", "["))
    found = None if told else re.match(_LINE, line)
    pattern = re.compile(f"{_BRACED}|{_SIGNED}" if braces else _SIGNED)
    at = _skipped(line, told)
    while found := found or pattern.search(line, at):
        key = (found.groupdict().get("key") or found.groupdict().get("astray") or "").strip()
        at, end = found.end(), _skipped(line, found.end())
        if key in public:
            names = key in HOLDERS
        elif not (names and found.groupdict().get("key")):
            if end == at:
                return spans, _Going(offset + at, offset + len(line), key, column)
            spans.append((offset + at, offset + end, key))
        at, found = end, None
    return spans, None


def _skipped(line: str, at: int) -> int:
    """The end of the text in quotation marks that stands at a place; the place itself where there is none."""
    quoted = re.compile(_QUOTED).match(line, at)
    return quoted.end() if quoted else at
