"""What was read past: whether it could carry time after all, and must be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hsplan.timescale.cascade import Node
from hsplan.timescale.clauses import Clause
from hsplan.timescale.days import listed
from hsplan.timescale.lexicon import PLAIN

# Classes that always tell something about time or doubt when nothing used them.
_TELLING: Final = frozenset(
    listed(
        "refx weekday uday uweek umonth uquarter uhalf uyear termw phase beginning starting since onwards "
        "approx not ntimes fy fye schoolw callw municipal wc ? lt gt length months quarter half n5 n8"
    )
)
# Words that only tell something where no plain word follows: "early intervention", "within budget", "from partners".
_BEFORE_PLAIN: Final = frozenset(
    listed(
        "end mid early late begin before after following until from within between next this every by to life "
        "short medium long working ordw numw subject first over throughout during c ca least"
    )
)
_SILENT_ALONE: Final = frozenset(
    (
        "by",
        "to",
        "this",
        "ordw",
        "numw",
        "begin",
        "from",
        "within",
        "first",
        "during",
        "short",
        "medium",
        "long",
        "working",
        "over",
        "subject",
        "life",
        "every",
    )
)
_AFTER_STATUS: Final = frozenset(listed("and ongoing in on at for with but tbc status freq regular then subject cond"))
_NUMBERS: Final = frozenset(("n1", "n2", "n3", "o", "big", "y4"))
_SIGNS: Final = frozenset(["-", "/", "&", "(", ")", ";", ",", ":", ".", "sign", "'"])
_TIMES: Final = frozenset(("point", "due", "starts", "begun", "slip", "upto", "rel", "bounded", "eachyear"))


def untold(nodes: list[Node], used: list[bool], text: str) -> list[str]:
    """The unused words that could carry time or turn its meaning, as they stand in the wording."""
    return [
        text[node.start : node.end]
        for number, node in enumerate(nodes)
        if not used[number] and _tells(nodes, number, text)
    ]


def _tells(nodes: list[Node], number: int, text: str) -> bool:
    cls = nodes[number].cls
    if cls in _TELLING:
        return True
    if cls == "of":  # "for the duration of the Trailblazer project", "the 10th of"
        return number > 0 and nodes[number - 1].cls in ("bounded", "o")
    if cls == "or":  # one of two times
        following = nodes[number + 1].cls if number + 1 < len(nodes) else ""
        return following in _TIMES and number > 0 and nodes[number - 1].cls in _TIMES
    if cls == "&":  # "5 years +"
        return text[nodes[number].start] == "+" and number > 0 and nodes[number - 1].cls in _TIMES
    following = nodes[number + 1].cls if number + 1 < len(nodes) else ""
    if cls == "from" and following == "begin":
        return True
    if cls in _BEFORE_PLAIN:
        return cls not in _SILENT_ALONE and not _plain(following)
    if cls == "est":
        return number > 0 and nodes[number - 1].cls in (_SIGNS | _TIMES)
    if cls == "careful":
        return not _plain(following) or (number > 0 and nodes[number - 1].cls in _TIMES)
    if cls in _NUMBERS:
        return _number_tells(nodes, number, following)
    return False


def _plain(cls: str) -> bool:
    """Whether a node of this class is a word that is not about time."""
    return bool(cls) and cls not in _SIGNS and cls not in _TIMES and cls not in _TELLING and cls not in _NUMBERS


def _number_tells(nodes: list[Node], number: int, following: str) -> bool:
    """A figure counts things ("10 units") or is a reference ("Priority 2"), unless it touches a date."""
    before = nodes[number - 1].cls if number else ""
    if following in _TIMES or before in _TIMES:
        return True
    if before == "sign" or following == "sign":
        return False
    if following in _SIGNS and number + 2 < len(nodes) and nodes[number + 2].cls in _TIMES:
        return before != "w"
    return not (following and following not in _SIGNS) and before not in ("w", "plan", "review")


def beside_year(nodes: list[Node], text: str) -> Iterator[str]:
    """Unknown words right beside a year that stands alone: they may be a month that nobody could spell."""
    for number, node in enumerate(nodes):
        if node.cls not in ("point", "due", "upto") or not node.value.bare:
            continue
        if node.cls == "point" and number and nodes[number - 1].cls == "w":
            yield from _unknown(nodes[number - 1], text)
        if number + 1 < len(nodes) and nodes[number + 1].cls == "w":
            yield from _unknown(nodes[number + 1], text)


def _unknown(node: Node, text: str) -> Iterator[str]:
    word = text[node.start : node.end]
    if word.lower() not in PLAIN:
        yield word


def dates_inside(nodes: list[Node], clause: Clause) -> bool:
    """Whether a condition's own words hold a time that was not taken as a deadline."""
    return any(node.cls in _TIMES or node.cls in ("freq", "ntimes") for node in nodes[clause.first + 1 : clause.last])


def statuses(nodes: list[Node], used: list[bool]) -> list[int]:
    """Words for how an action stands ("Completed March 2021"), not for what is to be ("review complete Sept 2013")."""
    found = []
    for number, node in enumerate(nodes):
        if node.cls != "status" or used[number]:
            continue
        before = nodes[number - 1].cls if number else ""
        following = nodes[number + 1].cls if number + 1 < len(nodes) else ""
        if _plain(following) and following not in _AFTER_STATUS:  # "Complete first draft": what is to be done
            continue
        if before not in ("w", "review", "be", "to", "plan", "phase", "publish"):
            found.append(number)
    return found
