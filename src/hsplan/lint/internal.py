"""Internal text of a plan: what is found in it is told without its words.

A finding goes into the log of a public repository, a pull request, a page of test results; the words must not. Internal
are notes and columns that say so, and whatever stands under a key that the format does not know: somebody may have
meant `internal_note:`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice, takewhile
from operator import itemgetter
from typing import NamedTuple

from hsplan.document import Document, Map, Seq, Value
from hsplan.findings import Finding, capital
from hsplan.schema.kinds import Entries, Names
from hsplan.schema.table import FORMATS

_COVER = "·"
"""Stands for each letter that a source line does not show."""
_RECORDS = [record for format in FORMATS.values() for record in (format.root, *format.records.values())]
_FIELDS = [field for record in _RECORDS for field in record.fields]
PUBLIC = frozenset(field.key for field in _FIELDS) - {"internal_note"}
"""Every key of the format but that one."""
HOLDERS = frozenset(field.key for field in _FIELDS if isinstance(field.kind, Entries | Names))
"""The keys under which ids and names stand as keys."""
_NESTED = (Map, Seq)


class Internal(NamedTuple):
    """The stretches of a file that hold internal text, in file order, none within another: start, end, and the key.
    `words` is all that stands in them, as it is written and as it is read, letters and digits alone."""

    spans: tuple[tuple[int, int, str], ...]
    words: str = ""

    def at(self, offset: int) -> str:
        """The key of the stretch that a place of the file lies in; "" for none."""
        number = bisect_right(self.spans, offset, key=itemgetter(0)) - 1
        found = self.spans[number] if number >= 0 else None
        return found[2] if found is not None and offset < max(found[1], found[0] + 1) else ""


NONE = Internal(())


def internal_text(document: Document, columns: Mapping[str, bool]) -> Internal:
    """Where internal text stands. `columns` says of the council's own columns whether they are internal; one that it
    does not have is, as in a report. In a file that cannot be read it has none, since nobody knows."""
    public = PUBLIC.union(key for key, internal in columns.items() if not internal)
    read: list[str] = []
    found = list(_within(document, public, read))
    if document.root is None or any(each.name == "duplicate-key" for each in document.findings):
        from hsplan.lint.internal_lines import by_lines

        found += by_lines(document.text, public)
    if not found:
        return NONE
    spans = tuple(_joined(found))
    words = [document.text[start:end] for start, end, _ in spans]
    return Internal(spans, "\n".join(map(_bare, [*words, *read])))


def _joined(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    joined: list[tuple[int, int, str]] = []
    for start, end, key in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), joined[-1][2])
        else:
            joined.append((start, end, key))
    return joined


def _within(document: Document, public: Collection[str], read: list[str]) -> Iterator[tuple[int, int, str]]:
    """By the tree of values, which knows where each ends; what is read there is added to `read`."""
    todo: list[tuple[Value, bool]] = [(document.root, False)]  # and whether names stand as keys there
    while todo:
        node, names = todo.pop()
        if isinstance(node, Seq):
            todo += [(entry, False) for entry in node if entry.__class__ in _NESTED]
        elif isinstance(node, Map):
            for key, value in node.items():
                if names or key in public:
                    if value.__class__ in _NESTED:
                        todo.append((value, not names and key in HOLDERS))
                elif node.marks[key][1] < node.marks[key][2]:  # else words after a comma, a key without a colon
                    yield (*_stretch(document.text, node.marks[key]), key)
                    read.append(str(value))


def _stretch(text: str, mark: tuple[int, int, int, int]) -> tuple[int, int]:
    """From behind a key's colon to the end of its value. What stands in no signs that close may go on to the end of the
    line: words behind a "#"."""
    _, key_end, first, end = mark
    start = text.find(":", key_end, first) + 1 or first
    if text[first : first + 1] not in ('"', "'", "{", "["):
        while end > start and text[end - 1].isspace():  # a block ends on the line below
            end -= 1
        end = min((stop for stop in (text.find("\n", end), text.find("\r", end)) if stop >= 0), default=len(text))
    return start, end


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def untold(finding: Finding, document: Document, internal: Internal) -> Finding:
    """The finding without the words that it quotes from internal text."""
    if finding.place.path != document.path or not internal.spans:
        return finding
    key = internal.at(document.offset(finding.place.line, finding.place.column))
    if not key:
        return finding
    part = _part(key)
    message, help = (_without(text, internal.words, part) for text in (finding.message, finding.help))
    return finding._replace(message=message, help=help)


def _part(key: str) -> str:
    """What stands for the words. A key that the format does not know may be words of theirs, and is not named."""
    if key.startswith("x-"):
        return f'a part of the internal column "{key}"'
    return "a part of the internal note" if key == "internal_note" else "a part of the text under an unknown key"


def _without(text: str, words: str, part: str) -> str:
    """A sentence with `part` for each of its quotations that stands among the words, the longest first. The title of
    the action that it begins with is public."""
    start = text.find('"')
    if text.startswith("Action ") and ":" not in text[:start]:
        start = text.find('"', text.find('"', start + 1) + 1)
    while start >= 0:
        end = text.rfind('"')
        while end > start and not _stands(text[start + 1 : end], words):
            end = text.rfind('"', 0, end)
        if end > start:
            text = text[:start] + (part if text[:start] else capital(part)) + text[end + 1 :]
            start += len(part)
        start = text.find('"', start + 1)
    head, _, rest = text.partition(" (")  # a list of keys
    listed, closing, rest = rest.partition(")")
    if closing and any(_stands(word, words) for word in listed.split() if word != "and"):
        return head + rest
    return text


def _stands(quotation: str, words: str) -> bool:
    bare = _bare(quotation)
    return bool(bare) and bare in words


def covered(document: Document, number: int, internal: Internal) -> str:
    """A line of the file, counted from 1, with a dot for each letter of internal text."""
    line = document.line(number)
    first = document.offset(number, 1)
    last = first + len(line)
    after = max(bisect_right(internal.spans, first, key=itemgetter(0)) - 1, 0)
    for start, end, _ in takewhile(lambda span: span[0] < last, islice(internal.spans, after, None)):
        if end > first:
            at, to = max(start - first, 0), min(end - first, len(line))
            line = line[:at] + "".join(sign if sign.isspace() else _COVER for sign in line[at:to]) + line[to:]
    return line
