"""Internal text of a plan: what is found in it is told without its words.

A finding goes into the log of a public repository, a pull request, a page of test results; the words must not. Internal
are notes and columns that say so, and whatever stands under a key that the format does not know: somebody may have
meant `internal_note:`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from hsplan.document import Document, Map, Seq, Value
from hsplan.findings import Finding, capital
from hsplan.frozen import Frozen
from hsplan.lint.format_keys import HOLDERS, PUBLIC
from hsplan.lint.marked import places_of

if TYPE_CHECKING:
    from hsplan.lint.rule import Rule
    from hsplan.plan import Plan

_COVER = "·"
"""Stands for each letter that a source line does not show."""
_NESTED = (Map, Seq)


class Stretch(Frozen):
    """Where internal text stands, and its key. Messages that may quote it stand from `about` on: at the key already,
    where a list or a record is under it and no text."""

    about: int
    start: int
    end: int
    key: str


class Internal(Frozen):
    """The stretches of a file that hold internal text, in file order, none within another."""

    spans: tuple[Stretch, ...]

    def at(self, offset: int) -> str:
        """The key of the stretch that a place of the file lies in; "" for none."""
        found = self.around(offset)
        return found.key if found is not None else ""

    @property
    def parts(self) -> Iterator[tuple[int, int]]:
        """The first place of each stretch, and the first behind it."""
        return ((about, max(end, start + 1)) for about, start, end, _ in self.spans)

    def around(self, offset: int) -> Stretch | None:
        """The stretch that a place of the file lies in."""
        number = bisect_right(self.spans, offset, key=attrgetter("about")) - 1
        found = self.spans[number] if number >= 0 else None
        return found if found is not None and offset < max(found.end, found.start + 1) else None


NONE = Internal(())


_ESCAPES = ("x", "u", "U")
"""Behind a backslash, in double quotes, they begin the number of a letter: a key may be written so."""


def may_hide(plan: Plan) -> bool:
    """Whether a plan can have internal text, if the format finds no fault in it and so knows every key. Quick to see of
    a plan that has none."""
    text = plan.document.text
    if "internal_note" in text or any(text[at + 1 : at + 2] in _ESCAPES for at in places_of("\\", text)):
        return True
    nodes = [group.node for group in (*plan.themes, *plan.goals)] + [action.node for action in plan.actions]
    return any(plan.columns.get(key, True) for key in set[str]().union(*nodes) - PUBLIC)


def internal_text(document: Document, columns: Mapping[str, bool]) -> Internal:
    """Where internal text stands. `columns` says of the council's own columns whether they are internal; one that it
    does not have is, as in a report. In a file that cannot be read it has none, since nobody knows."""
    public = PUBLIC.union(key for key, internal in columns.items() if not internal)
    found = list(_within(document, public))
    if document.root is None or any(each.name == "duplicate-key" for each in document.findings):
        from hsplan.lint.internal_lines import by_lines

        found += [Stretch(start, start, end, key) for start, end, key in by_lines(document.text, public)]
    return Internal(tuple(_joined(found)))


def _joined(found: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for each in sorted(found):
        if joined and each.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(each.end, joined[-1].end))
        else:
            joined.append(each)
    return joined


def _within(document: Document, public: Collection[str]) -> Iterator[Stretch]:
    """By the tree of values, which knows where each ends."""
    todo: list[tuple[Value, bool]] = [(document.root, False)]  # and whether names stand as keys there
    while todo:
        node, names = todo.pop()
        if isinstance(node, Seq):
            todo += [(entry, False) for entry in node if entry.__class__ in _NESTED]
        elif isinstance(node, Map):
            strange = frozenset() if names else node.keys() - public
            todo += [
                (value, not names and key in HOLDERS)
                for key, value in node.items()
                if value.__class__ in _NESTED and key not in strange
            ]
            for key in strange:
                if node.marks[key][1] < node.marks[key][2]:  # else words after a comma, a key without a colon
                    yield _stretch(document.text, node, key)


def _like_a_key(word: str, mark: tuple[int, int, int, int]) -> bool:
    """Whether a key in braces looks like one of the format, with its colon; others may be words of a text that a comma
    cut."""
    return mark[1] < mark[2] and word.isascii() and word.islower() and word.replace("_", "").isalpha()


def _stretch(text: str, node: Map, key: str) -> Stretch:
    """From behind a key's colon to the end of its value. What stands in no signs that close may go on to the end of the
    line, words behind a "#"; in braces up to the next key, words behind a comma."""
    key_start, key_end, first, end = node.marks[key]
    nested = node[key].__class__ in _NESTED
    start = text.find(":", key_end, first) + 1 or first
    if text[first : first + 1] not in ('"', "'", "{", "["):
        while end > start and text[end - 1].isspace():  # a block ends on the line below
            end -= 1
        stops = [stop for stop in (text.find("\n", end), text.find("\r", end)) if stop >= 0]
        if text[node.start : node.start + 1] == "{":
            stops += [mark[0] for other, mark in node.marks.items() if mark[0] > end and _like_a_key(other, mark)]
        end = min(stops, default=len(text))
    return Stretch(key_start if nested else start, start, end, key)


_TELLS_NO_WORDS = frozenset(("indentation", "unclosed", "tab", "not-yaml"))
"""Faults of reading whose messages quote no words of the file."""


def untold(finding: Finding, rule: Rule, document: Document, plan: Plan | None, internal: Internal) -> Finding:
    """The finding; of one in internal text what its rule finds, instead of a message that may quote the words."""
    if finding.place.path != document.path or not internal.spans or finding.name in _TELLS_NO_WORDS:
        return finding
    at = document.offset(finding.place.line, finding.place.column)
    stretch = internal.around(at)
    if stretch is None or (at < stretch.start and _quotes_none(finding, stretch.key)):
        return finding
    from hsplan.lint.rule import named, summary_of

    action = next((each for each in plan.actions if each.id == finding.action), None) if plan else None
    where, what = _named(stretch.key), summary_of(rule)
    message = f"{f'{named(action)}, {where}' if action else capital(where)}: {what[0].lower()}{what[1:]}"
    return finding._replace(message=message, help=f'"hsplan rule {rule.code}" says how to mend it.')


def _quotes_none(finding: Finding, key: str) -> bool:
    """Whether a finding at a key, under which a list or a record stands, quotes that key at most, and the key gives
    nothing away: one word, or what seems meant for the format. Several words may have been lost from a note."""
    if finding.name == "missing-key":
        return True  # the first key of a record stands for the record
    return finding.name == "unknown-key" and (bool(finding.proposed) or key.replace("-", "").replace("_", "").isalnum())


def _named(key: str) -> str:
    """Where it stands. A key that the format does not know may be words of theirs, and is not named."""
    if key.startswith("x-"):
        return f'internal column "{key}"'
    return "internal note" if key == "internal_note" else "text under an unknown key"


def covered(document: Document, number: int, internal: Internal) -> str:
    """A line of the file, counted from 1, with a dot for each letter of internal text."""
    line = document.line(number)
    if not internal.spans:
        return line
    first = document.offset(number, 1)
    last = first + len(line)
    after = max(bisect_right(internal.spans, first, key=attrgetter("start")) - 1, 0)
    for _, start, end, _ in takewhile(lambda span: span.start < last, islice(internal.spans, after, None)):
        if end > first:
            at, to = max(start - first, 0), min(end - first, len(line))
            line = line[:at] + "".join(sign if sign.isspace() else _COVER for sign in line[at:to]) + line[to:]
    return line
