"""Conditions: where "subject to funding" begins and ends in a wording."""

from __future__ import annotations

from typing import Final

from hsplan.frozen import Frozen
from hsplan.timescale.cascade import Node

_COUNTS_FROM: Final = frozenset(("of", "from", "after", "following", "since"))
_WITHOUT_DATE: Final = frozenset(("after", "following", "until", "before"))
_NEVER_STARTS: Final = frozenset(("post", "pre"))
_STOPS: Final = frozenset(("ongoing", "tbc", "bounded"))
_TIMES: Final = frozenset(
    (
        "point",
        "due",
        "starts",
        "goes on",
        "begun",
        "slip",
        "upto",
        "freq",
        "eachyear",
        "rel",
        "term",
        "vague",
        "ongoing",
        "bounded",
        "tbc",
    )
)
_DEADLINES: Final = frozenset(("due", "upto", "starts", "goes on", "begun", "slip"))
_INSIDE: Final = frozenset(("in", "on", "at", "for", "during", "of", "within"))


class Clause(Frozen):
    """Nodes `first` up to (not with) `last`, and the words, as they stand in the wording."""

    first: int
    last: int
    words: str


def clauses(nodes: list[Node], text: str) -> list[Clause]:
    """Every condition of a wording, in order."""
    found: list[Clause] = []
    at = 0
    while at < len(nodes):
        if not _begins(nodes, at, text):
            at += 1
            continue
        last = _end(nodes, at, text)
        start = nodes[at].start
        if nodes[at].cls == "rel":  # the length is a time; what follows it is the condition
            start = nodes[at + 1].start if at + 1 < last else start
        found.append(Clause(at, last, text[start : nodes[last - 1].end].strip(" ,;.-–(")))
        at = last
    return found


def _begins(nodes: list[Node], at: int, text: str) -> bool:
    node = nodes[at]
    if node.cls == "cond":
        return True
    if node.cls == "rel":  # "one week of support need being identified": counted from an event
        return at + 2 < len(nodes) and nodes[at + 1].cls in _COUNTS_FROM and nodes[at + 2].cls not in _TIMES
    if node.cls not in _WITHOUT_DATE or text[node.start : node.end].lower() in _NEVER_STARTS:
        return False
    following = nodes[at + 1].cls if at + 1 < len(nodes) else ""
    return following not in ("", ";", ".", ")", ",", "by", "?")


def _end(nodes: list[Node], at: int, text: str) -> int:
    """One after the last node of the clause: it runs to a sign that ends it, or to a deadline of its own."""
    depth = 0
    count = len(nodes)
    for number in range(at + 1, count):
        cls = nodes[number].cls
        if cls == "(":
            depth += 1
        elif cls == ")":
            depth -= 1
            if depth < 0:
                return number
        if depth:
            continue
        if cls == ";" or cls in _STOPS or (cls == "." and number + 1 < count and not _in_code(nodes[number], text)):
            return _before_and(nodes, number, at)
        if cls in (",", "-", ":") and number + 1 < count and nodes[number + 1].cls in _TIMES:
            return number
        if cls in _DEADLINES and _first_word(text, nodes[number].start) not in _INSIDE:
            return _before_and(nodes, number, at)
    return count


def _in_code(point: Node, text: str) -> bool:
    """Whether a full stop stands within an action's code: "once 1.2 is done"."""
    return text[point.start - 1].isdecimal() and text[point.end : point.end + 1].isdecimal()


def _first_word(text: str, start: int) -> str:
    return text[start : start + 12].split(None, 1)[0].lower()


def _before_and(nodes: list[Node], number: int, at: int) -> int:
    return number - 1 if number - 1 > at and nodes[number - 1].cls in ("and", "&", ",", "-", "(", "but") else number
