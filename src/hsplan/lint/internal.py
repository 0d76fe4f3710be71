"""Internal notes and columns of a plan: what is found in them is told without their words.

A finding goes into the log of a public repository, a pull request, a page of test results; the words must not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from itertools import islice, takewhile
from operator import itemgetter
from typing import NamedTuple

from hsplan.document import Document, Map, Seq, Value
from hsplan.findings import Finding, capital

_COVER = "·"
"""Stands for each letter that a source line does not show."""
_KEY = (
    r"(?<![\w-])(?P<key>internal[ \w-]{1,20}|in[ \w-]{1,20}_notes?|x-[\w-]{1,60})[\"']?[ \t]{0,9}(?::|(?=[\"']))"
    r"(?:[ \t]*(?P<value>[^\r\n]+)|(?=\r?$))"
)
_SIGNS = ("internal", "_note", " x-", "{x-", ",x-")
_QUOTED = r"\"(?:[^\"\\\r\n]|\\.)*\"(?=[ \t]*(?:[,}#]|\r?$))|'(?:[^'\r\n]|'')*'(?=[ \t]*(?:[,}#]|\r?$))"
_OTHER_KEY = r" *(?:- |[\w\"'][^:\r\n]*:(?:[ \r\n]|$))"
_FARTHER = rf"(?:\r?\n(?:[ \t]*(?=\r?\n)| {{%d,}}[^\r\n]*|(?!{_OTHER_KEY})[^\r\n]+))*"


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
    if not any(sign in document.text for sign in _SIGNS):
        return NONE
    read: list[str] = []
    public = {key for key, internal in columns.items() if not internal}
    found = [*_written(document, public), *_within(document.root, public, read)]
    joined: list[tuple[int, int, str]] = []
    for start, end, key in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), joined[-1][2])
        else:
            joined.append((start, end, key))
    words = [document.text[start:end] for start, end, _ in joined]
    return Internal(tuple(joined), "\n".join(map(_bare, [*words, *read])))


def _within(node: Value, public: Collection[str], read: list[str]) -> Iterator[tuple[int, int, str]]:
    """By the tree of values, which knows where each ends; what is read there is added to `read`."""
    if isinstance(node, Seq):
        for entry in node:
            yield from _within(entry, public, read)
    elif isinstance(node, Map):
        for key, value in node.items():
            if _hidden(key, public):
                yield (*node.marks[key][2:], key)
                read.append(str(value))
            elif key != "columns":
                yield from _within(value, public, read)


def _written(document: Document, public: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """By the look of the lines: in a file that cannot be read, and of a key that stands twice."""
    import re

    text, told = document.text, 0
    for match in re.finditer(_KEY, text, re.MULTILINE):
        key, value = match["key"].strip(), match["value"] or ""
        if match.start() < told or not _hidden(key, public) or (key.startswith("x-") and value[:1] in ("", "{")):
            continue  # a column with nothing behind its key, or a brace, is being declared
        start = match.start("value") if match["value"] is not None else match.end()
        end = re.compile(_QUOTED, re.MULTILINE).match(text, start)
        if end is None:
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
            farther = _FARTHER % (len(line) - len(line.lstrip(" -")) + 1)
            end = re.compile(farther).match(text, match.end())
        assert end is not None  # the lines below may be none
        told = end.end()
        yield start, told, key


def _hidden(key: str, public: Collection[str]) -> bool:
    """Whether a key's text is internal; one that is misspelt (`internal_notes`, `interal_note`) is meant to be."""
    if key.startswith("x-"):
        return key not in public
    return key.startswith("in") and key != "internal" and ("internal" in key or "_note" in key)


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def untold(finding: Finding, document: Document, internal: Internal) -> Finding:
    """The finding without the words that it quotes from internal text."""
    if finding.place.path != document.path or not internal.spans:
        return finding
    key = internal.at(document.offset(finding.place.line, finding.place.column))
    if not key:
        return finding
    part = f'a part of the internal column "{key}"' if key.startswith("x-") else "a part of the internal note"
    message, help = (_without(text, internal.words, part) for text in (finding.message, finding.help))
    return finding._replace(message=message, help=help)


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
