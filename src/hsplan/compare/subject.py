"""What changes are about, and how a change about it is made."""

from __future__ import annotations

from typing import Protocol

from hsplan.compare.change import Change, Side
from hsplan.compare.kinds import KINDS
from hsplan.document import Document, Map
from hsplan.frozen import Frozen
from hsplan.plan import Plan


class Subject(Frozen):
    """One record on both sides of a comparison; a side is None where the record is not there."""

    plan: str
    kind: str
    id: str
    title: str
    old_document: Document | None
    old_node: Map | None
    new_document: Document | None
    new_node: Map | None

    def at(self, old: Map | None, new: Map | None) -> Subject:
        """The same, with the entries on both sides that a change is about."""
        return self._replace(old_node=old or self.old_node, new_node=new or self.new_node)

    def change(
        self,
        kind: str,
        text: str,
        *key: object,
        old: Map | None = None,
        new: Map | None = None,
        values: tuple[str, str] = ("", ""),
        move: int = 0,
    ) -> Change:
        """A change of this subject. `key` tells it from others of its kind; `old` and `new` are the entries that it
        is about where they are not the whole record; `values` is what they said; `move` as in a change."""
        return Change(
            kind=kind,
            level=KINDS[kind],
            plan=self.plan,
            subject=self.kind,
            id=self.id,
            title=self.title,
            happened=text,
            old=_side(self.old_document, old if old is not None else self.old_node, values[0]),
            new=_side(self.new_document, new if new is not None else self.new_node, values[1]),
            fingerprint=fingerprint(self.plan, self.kind, self.id, kind, *values, *key),
            move=move,
        )


class Named(Protocol):
    """A record that has an id and a title: an action, a theme or a goal, an indicator."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def node(self) -> Map: ...


def subject_of(old: Plan, new: Plan, kind: str, was: Named | None, now: Named | None) -> Subject:
    """A record of two plans, or versions of one, by what the new one calls it; it stands in one of them at least."""
    each = now or was
    assert each is not None
    return Subject(
        new.id, kind, each.id, each.title,
        old.document, was.node if was else None, new.document, now.node if now else None,
    )  # fmt: skip


def fingerprint(*parts: object) -> str:
    """Twelve hexadecimal digits that stand for what happened to what."""
    from hashlib import sha256

    return sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _side(document: Document | None, node: Map | None, value: str) -> Side | None:
    if document is None or node is None:
        return None
    return Side(document.path, document.record(node).line, value)
