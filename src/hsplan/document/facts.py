"""A document as plain lines, one a fact, for whoever compares two of them line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.document.document import Document
from hsplan.document.nodes import Map, Seq, Value
from hsplan.document.reader import read
from hsplan.frozen import Frozen

_RECORDS = {
    "themes": "theme ",
    "goals": "goal ",
    "actions": "",
    "indicators": "indicator ",
    "owners": "owner ",
    "governance": "body ",
    "phases": "phase ",
    "columns": "column ",
}
"""What the records of a map are called before their id; an action goes by its id alone."""

_TAGS = ("date", "period", "for", "title", "rule", "by")
"""What tells the entries of a list apart, in words; their places in the list change too easily."""

_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_ONE = {"progress": "progress", "accepted": "accepted finding", "resources": "resources"}
_HEADED = ("themes", "goals", "actions")
"""The records that a hunk's headline names, so that each has its first line even without a title."""

_MARK = re.compile(r"^(<{7,}|\|{7,}|={7,}|>{7,})(?= |\r?$)", re.MULTILINE)
"""What git puts above, between and below the lines that two people changed differently."""


class _Fact(Frozen):
    """A line, and where in the text it comes from."""

    offset: int
    line: str


def facts(document: Document) -> list[str] | None:
    """One line a fact, in the order of the file, each beginning with the id of what it is about.

    `5.1 lead: Steering Group`, `5.1 progress 2010-09-30 status: in progress`, `goal 5 title: …`, `plan adopted: …`; a
    record's title comes first. Comments stand as they are. None where the file cannot be read, or where something in
    it is not read, since a fact must not be left out in silence.
    """
    if document.root is None or any(finding.name in ("duplicate-key", "words-lost") for finding in document.findings):
        return None
    found = [*_of_record(document.root, "plan", 0, False), *_comments(document)]
    return [_plain(fact.line) for fact in sorted(found, key=lambda fact: fact.offset)]


def facts_in_conflict(document: Document) -> list[str] | None:
    """The facts of a file in which git has marked what two people changed differently, with its marks among them.

    None where there are no such marks, or where what either of them wrote cannot be read.
    """
    if not _MARK.search(document.text):
        return None
    sides: tuple[list[str], ...] = ([], [])
    now = sides
    for line in document.text.splitlines(keepends=True):
        if mark := _MARK.match(line):
            now = {"<": sides[:1], "|": (), "=": sides[1:], ">": sides}[line[0]]
        for side in () if mark else now:
            side.append(line)
    ours, theirs = (facts(read("".join(side).encode(), document.path)) for side in sides)
    if ours is None or theirs is None:
        return None
    from difflib import SequenceMatcher

    found = []
    for kind, start, end, other, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        both = ["<<<<<<< ours", *ours[start:end], "=======", *theirs[other:last], ">>>>>>> theirs"]
        found += ours[start:end] if kind == "equal" else both
    return found


def _of_record(node: Map, subject: str, start: int, headed: bool) -> Iterator[_Fact]:
    """The facts of a record that has an id, or of the plan; `start` is where it is named."""
    title = node.get("title")
    if isinstance(title, str):
        yield _Fact(start, f"{subject} title: {title}")
    elif headed:
        yield _Fact(start, f"{subject} title: none")
    elif not node:
        yield _Fact(start, subject)
    for key, value in node.items():
        if key in _RECORDS and isinstance(value, Map):
            for name, record in value.items():
                at = value.marks[name][0]
                about = f"{_RECORDS[key]}{name}"
                if isinstance(record, Map):
                    yield from _of_record(record, about, at, key in _HEADED)
                else:
                    yield from _of_value(record, about, at, "")
        elif key != "title" or not isinstance(value, str):
            yield from _of_value(value, f"{subject} {_words(key)}", node.marks[key][0], key)


def _of_value(value: Value, label: str, start: int, key: str) -> Iterator[_Fact]:
    """The facts of a value that `label` names: a text, a list's entries, a map's keys."""
    if isinstance(value, str):
        yield _Fact(start, f"{label}: {value}")
    elif isinstance(value, Map):
        for name, item in value.items():
            yield from _of_value(item, f"{label} {_words(name)}", value.marks[name][0], name)
    elif isinstance(value, Seq):
        one = label.removesuffix(_words(key)) + _ONE.get(key, _words(key).removesuffix("s"))
        for number, (item, mark) in enumerate(zip(value, value.marks, strict=True), 1):
            if isinstance(item, Map):
                yield from _of_entry(item, one, mark[0], number)
            else:
                yield from _of_value(item, one, mark[0], "")


def _of_entry(entry: Map, label: str, start: int, number: int) -> Iterator[_Fact]:
    """The facts of a map in a list: what tells it apart goes into its name, each other key is a line."""
    tags = {key: value for key in _TAGS if isinstance(value := entry.get(key), str)}
    if "date" in tags:
        tags = {key: value for key, value in tags.items() if key in ("date", "by")}
    told = [f'"{value}"' if key == "title" else value for key, value in tags.items()]
    name = f"{label} {', '.join(told) or number}"
    found = [
        fact
        for key in entry
        if key not in tags
        for fact in _of_value(entry[key], f"{name} {_words(key)}", entry.marks[key][0], key)
    ]
    yield from found or [_Fact(start, name)]


def _comments(document: Document) -> Iterator[_Fact]:
    """What stands between the values and begins with `#`."""
    text, at = document.text, 0
    for start, end in [*_spans(document.root), (len(text), len(text))]:
        for found in _COMMENT.finditer(text, at, start):
            yield _Fact(found.start(), found[0].rstrip())
        at = max(at, end)


def _spans(node: Value) -> Iterator[tuple[int, int]]:
    """Where each key and each text stands, in file order."""
    if isinstance(node, Map):
        for key, (start, end, value_start, value_end) in node.marks.items():
            yield start, end
            yield from _spans(node[key]) if isinstance(node[key], Map | Seq) else ((value_start, value_end),)
    elif isinstance(node, Seq):
        for item, mark in zip(node, node.marks, strict=True):
            yield from _spans(item) if isinstance(item, Map | Seq) else (mark,)


def _words(key: str) -> str:
    return key.replace("_", " ")


def _plain(line: str) -> str:
    """A fact on one line: line breaks in a text as ` / `, and nothing in it that steers a terminal."""
    if line.isprintable():
        return line
    line = " / ".join(line.splitlines())
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04X}" for sign in line)
