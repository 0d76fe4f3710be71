"""Accepted findings: kept in the plan beside what they are about, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from hsplan.document import Document, Map, Seq, Value
from hsplan.findings import Finding, Place, some
from hsplan.frozen import Frozen
from hsplan.plan.values import texts

_CONTAINERS = ("themes", "goals", "actions")


class _Scope(Frozen):
    """What an acceptance is about: a stretch of the file, or what has the ids: actions, and where in the file goals,
    themes and indicators stand; a container's own findings."""

    start: Place
    ids: tuple[str, ...]
    container: bool
    records: tuple[Place, ...] = ()


class Acceptance:
    """One `accepted:` entry. `used` is set once a finding has been covered by it."""

    __slots__ = ("_scope", "place", "reason", "rule", "until", "used")

    def __init__(self, entry: Map, place: Place, scope: _Scope) -> None:
        self.rule = _text(entry, "rule")
        self.reason = _text(entry, "reason")
        self.until = _text(entry, "until")
        self.used = False
        self.place = place
        self._scope = scope

    def covers(self, finding: Finding, as_at: date) -> bool:
        """Whether the finding stands accepted as at a date."""
        if not self.reason or self.rule not in (finding.rule, finding.name) or self._expired(as_at):
            return False
        if finding.action and (self._scope.ids or self._scope.container):
            return finding.action in self._scope.ids
        places = self._scope.records if self._scope.ids else (self._scope.start,)
        return any(_holds(each, finding.place) for each in places)

    def faults(self, rule_name: str, as_at: date, found: Iterable[Finding], *, ran: bool) -> Iterator[Finding]:
        """What is wrong with the acceptance itself; `rule_name` is "" where no rule has that code or name, and `found`
        is what all rules find that is not accepted."""
        if not self.rule:
            return  # the format says so
        if not rule_name:
            message = f'No rule is called "{self.rule}", so nothing is accepted here.'
            yield Finding("accepted-unknown-rule", message, self.place, _suggest(self.rule))
        elif self._expired(as_at):
            message = f"The acceptance of {self.rule} ended on {self.until}."
            yield Finding(
                "accepted-expired", message, self.place, "Mend what it is about, or set a later date with a reason."
            )
        elif ran and self.reason and not self.used:
            message, help = f"Nothing is found here by {self.rule} any more.", "Take the acceptance out."
            if ids := self._passed_over(rule_name, found):
                actions = f"{'action' if len(ids) == 1 else 'actions'} {some(ids, 3)}"
                message = f"This accepts nothing: it names no action, and {self.rule} is found in {actions}."
                help = "Add the ids of those that are meant under for:."
            yield Finding("accepted-unused", message, self.place, help)

    def _passed_over(self, rule_name: str, found: Iterable[Finding]) -> list[str]:
        """The actions below a theme, a goal or the plan that the rule finds something in, where the acceptance there
        names none."""
        if self._scope.ids or not self._scope.container:
            return []
        ids = (each.action for each in found if each.name == rule_name and _holds(self._scope.start, each.place))
        return list(dict.fromkeys(filter(None, ids)))

    def _expired(self, as_at: date) -> bool:
        return bool(self.until) and self.until < as_at.isoformat()


FAULTS = frozenset(("accepted-unknown-rule", "accepted-expired", "accepted-unused"))
"""What may be wrong with an acceptance."""


def acceptances(document: Document) -> list[Acceptance]:
    """Every acceptance of a file, in file order: innermost records come after those that they stand in."""
    found: list[Acceptance] = []
    if document.root is not None:
        everything = document.place(0, len(document.text))
        _walk(document, document.root, everything._replace(end_line=everything.end_line + 1), found)
    return found


def _walk(document: Document, node: Map | Seq, whole: Place, found: list[Acceptance]) -> None:
    """Only where the word stands at all, which in most records it does not."""
    if isinstance(node, Seq):
        for index, entry in enumerate(node):
            if isinstance(entry, Map | Seq) and _stands_in(document, *node.marks[index]):
                _walk(document, entry, document.place(*node.marks[index]), found)
        return
    container = any(key in node for key in _CONTAINERS)
    for key, value in node.items():
        if key == "accepted" and isinstance(value, Seq):
            for index, entry in enumerate(value):
                if isinstance(entry, Map):
                    ids = texts(entry, "for")
                    scope = _Scope(whole, ids, container, tuple(_records(document, ids)) if ids else ())
                    found.append(Acceptance(entry, document.entry(value, index), scope))
        elif isinstance(value, Map | Seq):
            start, _, _, end = node.marks[key]
            if _stands_in(document, start, end):
                _walk(document, value, document.place(start, end), found)


def _holds(place: Place, other: Place) -> bool:
    return place.start <= other.start <= (place.end_line, place.end_column)


def _records(document: Document, ids: Collection[str]) -> Iterator[Place]:
    """Where the goals, themes and indicators of the ids stand."""
    todo: list[Value] = [document.root]
    for node in todo:
        for key in ("themes", "goals", "indicators"):
            records = node.get(key) if isinstance(node, Map) else None
            if isinstance(records, Map):
                yield from (document.place(mark[0], mark[3]) for id, mark in records.marks.items() if id in ids)
                todo += records.values() if key == "themes" else ()


def _stands_in(document: Document, start: int, end: int) -> bool:
    return document.text.find("accepted", start, end) >= 0


def _text(entry: Map, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _suggest(word: str) -> str:
    from hsplan.lint.registry import RULES, meant

    return meant(word, RULES)
