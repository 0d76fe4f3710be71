"""One file as it was read."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from itertools import accumulate

from hsplan.document.nodes import Map, Seq
from hsplan.findings import Finding, Place


class Document:
    """A file's text, its values (`root`, None where nothing could be read) and what was wrong with it.

    Columns count code points from 1. Line breaks are LF, CRLF or a lone CR, as editors show them. `bom` says that the
    file begins with a byte order mark, which `text` leaves out and `to_bytes` gives back.
    """

    __slots__ = ("_starts", "bom", "findings", "path", "root", "text")

    def __init__(self, path: str, text: str, *, bom: bool = False) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self.root: Map | None = None
        self.findings: tuple[Finding, ...] = ()
        self._starts: list[int] | None = None

    def to_bytes(self) -> bytes:
        """The file as it is to be written, in UTF-8, with its byte order mark if it had one."""
        return (codecs.BOM_UTF8 if self.bom else b"") + self.text.encode("utf-8")

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of `text[start:end]`, without the white space that a block ends with."""
        if end is None:
            end = start
        elif not self.text[end - 1 : end].strip():  # white space, or behind the end of the file
            end = start + len(self.text[start:end].rstrip())
        starts = self._starts or self._line_starts()
        line = last = bisect_right(starts, start)
        if line < len(starts) and end >= starts[line]:  # most end on the line on which they begin
            last = bisect_right(starts, end)
        return Place(self.path, line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)

    def whole(self) -> Place:
        """The place that stands for the file as a whole."""
        return Place(self.path)

    def record(self, node: Map) -> Place:
        """Where a record is named: its id, or its first line where it stands in a list."""
        if node.name is not None:
            return self.place(*node.name)
        line_end = self.text.find("\n", node.start, node.end)
        return self.place(node.start, node.end if line_end < 0 else line_end)

    def key(self, node: Map, key: str) -> Place:
        """Where the key stands; for one that is not there, where its owner is named."""
        mark = node.marks.get(key)
        return self.place(mark[0], mark[1]) if mark else self.record(node)

    def value(self, node: Map, key: str) -> Place:
        """Where the value of a key stands, or the key itself where the value is blank or runs over lines."""
        mark = node.marks.get(key)
        if mark is None:
            return self.record(node)
        if mark[2] == mark[3] or (isinstance(node[key], Map | Seq) and self.text[mark[2]] not in "[{"):
            return self.place(mark[0], mark[1])
        return self.place(mark[2], mark[3])

    def entry(self, node: Seq, index: int) -> Place:
        """Where an entry of a list stands; of a map in it, its first line."""
        start, end = node.marks[index]
        line_end = self.text.find("\n", start, end)
        return self.place(start, end if line_end < 0 else line_end)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """Where a line and column, counted from 1, stand in `text`."""
        return self._line_starts()[line - 1] + column - 1

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            if _odd_breaks(self.text):
                starts, offset = [0], 0
                for line in self.text.splitlines(keepends=True):
                    offset += len(line)
                    if line.endswith(("\n", "\r")):
                        starts.append(offset)
            else:
                starts = [0, *accumulate([len(line) + 1 for line in self.text.split("\n")])]
                starts.pop()  # after the last line there is no break
            self._starts = starts
        return self._starts


def _odd_breaks(text: str) -> bool:
    return "\r" in text and "\r" in text.replace("\r\n", "")
