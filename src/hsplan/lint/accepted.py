"""Accepted findings: kept in the plan beside what they are about, each with its reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hsplan.document import Document, Map, Seq, Value
from hsplan.findings import Finding, Place, some
from hsplan.frozen import Frozen
from hsplan.lint.marked import places_of
from hsplan.plan.values import texts

_NESTED = (Map, Seq)
_CONTAINERS = frozenset(("themes", "goals", "actions"))


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


def acceptances(document: Document) -> list[Acceptance]:
    """Every acceptance of a file, in file order: innermost records come after those that they stand in."""
    words = list(places_of("accepted", document.text))
    if document.root is None or not words:
        return []
    everything = document.place(0, len(document.text))
    search = _Search(document, words)
    search.walk(document.root, everything._replace(end_line=everything.end_line + 1))
    return search.found


class _Search:
    """The way through a file to its acceptances: only where the word stands (`words`), which in most records it does
    not."""

    def __init__(self, document: Document, words: Sequence[int]) -> None:
        self.found: list[Acceptance] = []
        self._document = document
        self._words = words
        self._records: dict[str, list[tuple[int, int]]] | None = None

    def walk(self, node: Map | Seq, whole: Place) -> None:
        document = self._document
        if isinstance(node, Seq):
            for index, entry in enumerate(node):
                if isinstance(entry, _NESTED) and self._word_within(*node.marks[index]):
                    self.walk(entry, document.place(*node.marks[index]))
            return
        container = not _CONTAINERS.isdisjoint(node)
        for key, value in node.items():
            if key == "accepted" and isinstance(value, Seq):
                for index, entry in enumerate(value):
                    if isinstance(entry, Map):
                        ids = texts(entry, "for")
                        scope = _Scope(whole, ids, container, self._records_of(ids))
                        self.found.append(Acceptance(entry, document.entry(value, index), scope))
            elif isinstance(value, _NESTED):
                start, _, _, end = node.marks[key]
                if self._word_within(start, end):
                    self.walk(value, document.place(start, end))

    def _word_within(self, start: int, end: int) -> bool:
        at = bisect_left(self._words, start)
        return at < len(self._words) and self._words[at] < end

    def _records_of(self, ids: Sequence[str]) -> tuple[Place, ...]:
        """Where the goals, themes and indicators of the ids stand."""
        if ids and self._records is None:
            self._records = _records(self._document)
        known = self._records or {}
        return tuple([self._document.place(*record) for id in ids for record in known.get(id, ())])


def _holds(place: Place, other: Place) -> bool:
    return place.start <= other.start <= (place.end_line, place.end_column)


def _records(document: Document) -> dict[str, list[tuple[int, int]]]:
    """Where in the text the goals, themes and indicators begin and end, by their ids."""
    found: dict[str, list[tuple[int, int]]] = {}
    todo: list[Value] = [document.root]
    for node in todo:
        for key in ("themes", "goals", "indicators"):
            records = node.get(key) if isinstance(node, Map) else None
            if isinstance(records, Map):
                for id, mark in records.marks.items():
                    found.setdefault(id, []).append((mark[0], mark[3]))
                todo += records.values() if key == "themes" else ()
    return found


def _text(entry: Map, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _suggest(word: str) -> str:
    from hsplan.lint.registry import RULES, meant

    return meant(word, RULES)
