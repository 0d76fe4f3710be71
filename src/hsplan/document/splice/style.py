"""How a file is laid out, measured where something new goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from hsplan.document.nodes import Map, Seq, Value
from hsplan.frozen import Frozen

DEFAULT_STEP = 2
_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[ \t]*[\r\n]")


class Sample(Frozen):
    """A value that stands in the text already and whose style a new one copies; `first` is its first character."""

    value: Value
    first: str

    @property
    def is_flow(self) -> bool:
        """Whether it is a map in braces or a list in brackets."""
        return self.first in ("{", "[")


class Layout(Frozen):
    """How many columns a nested map's keys (`step`) and a list's dashes (`dash`) stand to the right of their key."""

    step: int
    dash: int


def is_flow(text: str, node: Map | Seq) -> bool:
    """Whether a map is written in braces, a list in brackets."""
    return text[node.start] in "{["


def column(text: str, offset: int) -> int:
    """The column of an offset, counted from 0."""
    return offset - line_start(text, offset)


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line break."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def line_break(text: str, offset: int) -> str:
    """The line break used around an offset: that of its line, else that of the file's first line, else LF."""
    found = _BREAK.search(text, offset) or _BREAK.search(text)
    return found[0] if found else "\n"


def measure(text: str, scopes: Iterable[Map | Seq]) -> Layout:
    """The layout of the nearest examples: `scopes` are the nodes around the edit, the innermost first."""
    step = dash = None
    for scope in scopes:
        for child, offset in _offsets(text, scope):
            if isinstance(child, Map):
                step = offset if step is None else step
            elif dash is None:
                dash = offset
            if step is not None and dash is not None:
                return Layout(step, dash)
    step = DEFAULT_STEP if step is None else step
    return Layout(step, step if dash is None else dash)


def _offsets(text: str, node: Map | Seq) -> Iterator[tuple[Map | Seq, int]]:
    if is_flow(text, node):
        return
    for key, value in node.items() if isinstance(node, Map) else enumerate(node):
        if not isinstance(value, Map | Seq):
            continue
        if isinstance(node, Map) and isinstance(key, str) and not is_flow(text, value):
            offset = column(text, value.start) - column(text, node.marks[key][0])
            if offset >= isinstance(value, Map):
                yield value, offset
        yield from _offsets(text, value)


def after_dash(text: str, node: Seq) -> int:
    """How far right of its dash a list's last entry begins: two columns, unless the file has it otherwise."""
    start = node.marks[-1][0]
    offset = column(text, start) - column(text, node.start)
    dash = start - offset
    return offset if offset > 1 and text[dash:start].strip(" ") == "-" else DEFAULT_STEP


def spaced(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether every two neighbours (start, end) stand apart by a blank line."""
    gaps = [_gap(text, before, after[0]) for before, after in pairwise(spans)]
    return bool(gaps) and all(_BLANK_LINE.search(gap) for gap in gaps)


def _gap(text: str, before: tuple[int, int], start: int) -> str:
    end = before[0] + len(text[before[0] : before[1]].rstrip())
    return text[end:start]


def spans(node: Map | Seq) -> list[tuple[int, int]]:
    """(start, end) of each entry, of a map from its key on."""
    if isinstance(node, Map):
        return [(mark[0], mark[3]) for mark in node.marks.values()]
    return node.marks


def samples(text: str, node: Map | Seq) -> list[Sample]:
    """The entries of a list or the values of a map as samples, the newest first."""
    starts = [mark[2] for mark in node.marks.values()] if isinstance(node, Map) else [mark[0] for mark in node.marks]
    values = list(node.values()) if isinstance(node, Map) else list(node)
    return [Sample(value, text[start : start + 1]) for value, start in zip(values, starts, strict=True)][::-1]


def under_key(text: str, parents: list[Sample], key: str) -> list[Sample]:
    """What the sampled maps hold under one key, blank values left out."""
    found = [parent.value for parent in parents if isinstance(parent.value, Map)]
    return [
        Sample(value, text[(start := node.marks[key][2]) : start + 1])
        for node in found
        if (value := node.get(key)) is not None
    ]


def in_lists(text: str, parents: list[Sample]) -> list[Sample]:
    """The entries of the sampled lists."""
    return [sample for parent in parents if isinstance(parent.value, Seq) for sample in samples(text, parent.value)]
