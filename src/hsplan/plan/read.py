"""A document to the records of a plan or of the shared owners list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hsplan.document import Document, Map
from hsplan.plan.columns import hides
from hsplan.plan.governance import read_bodies, read_meetings, read_returns
from hsplan.plan.indicator import read_indicator
from hsplan.plan.owners import Owner
from hsplan.plan.period import Period, day
from hsplan.plan.read_action import read_action
from hsplan.plan.records import Action, Group, Phase, Plan
from hsplan.plan.values import entries, text, texts, words
from hsplan.timescale import Context


def read_plan(document: Document, before: Plan | None = None) -> Plan:
    """Read a plan from a document that has a root. What has the wrong shape is left out, never an exception.

    Actions that share their node with one of `before`, another version of the plan, are taken over from there.
    """
    node = document.root
    assert node is not None
    period = _period(node)
    adopted = day(node.get("adopted"))
    phases = {key: _phase(key, entry) for key, entry in entries(node, "phases")}
    columns = dict(entries(node, "columns"))
    contents = _Contents(node, before.actions if before else ())
    return Plan(
        id=text(node, "id"),
        title=text(node, "title"),
        nation=text(node, "nation"),
        organisations=texts(node, "organisations"),
        period=period,
        adopted=adopted,
        closed=day(node.get("closed")),
        follows=text(node, "follows"),
        reporting=text(node, "reporting"),
        source=text(node, "source"),
        labels=words(node, "labels"),
        columns={key: hides(entry) for key, entry in columns.items()},
        column_titles={key: text(entry, "title") or key for key, entry in columns.items()},
        phases=phases,
        owners=_owners(node, document.path),
        client_groups=texts(node, "client_groups"),
        glossary=words(node, "glossary"),
        indicators={key: read_indicator(key, entry) for key, entry in entries(node, "indicators")},
        governance=read_bodies(node),
        meetings=read_meetings(node),
        returns=read_returns(node),
        themes=tuple(contents.themes),
        goals=tuple(contents.goals),
        actions=tuple(contents.actions),
        note=text(node, "note"),
        context=_context(period, adopted, phases),
        document=document,
        node=node,
    )


def read_owners(document: Document) -> dict[str, Owner]:
    """The owners of a shared owners list, or of a plan's own `owners:`."""
    return _owners(document.root, document.path) if document.root is not None else {}


class _Contents:
    """Themes, goals and actions, gathered flat while the tree is walked in document order."""

    def __init__(self, root: Map, known: Iterable[Action]) -> None:
        self._known = {id(action.node): action for action in known}
        self.themes: list[Group] = []
        self.goals: list[Group] = []
        self.actions: list[Action] = []
        self._read(root, "", "")

    def _read(self, node: Map, theme_id: str, goal_id: str) -> tuple[str, ...]:
        """The contents of the plan, a theme or a goal, in file order; returns the ids of the actions directly in it."""
        own: tuple[str, ...] = ()
        for key in node:
            if key == "actions":
                own = self._actions(node, theme_id, goal_id)
            elif key == "goals" and not goal_id:
                for each_id, goal in entries(node, "goals"):
                    direct = self._read(goal, theme_id, each_id)
                    self.goals.append(_group("goal", each_id, goal, theme_id, direct))
            elif key == "themes" and not theme_id:
                for each_id, theme in entries(node, "themes"):
                    direct = self._read(theme, each_id, "")
                    self.themes.append(_group("theme", each_id, theme, "", direct))
        return own

    def _actions(self, node: Map, theme_id: str, goal_id: str) -> tuple[str, ...]:
        before = len(self.actions)
        for action_id, action in entries(node, "actions"):
            known = self._known.get(id(action))
            if known is not None:
                self.actions.append(known._replace(theme=theme_id, goal=goal_id))
            else:
                self.actions.append(read_action(action_id, action, theme_id, goal_id))
        return tuple(action.id for action in self.actions[before:])


def _group(kind: str, key: str, node: Map, theme: str, actions: tuple[str, ...]) -> Group:
    return Group(kind, key, text(node, "title"), theme, text(node, "note"), actions, node)


def _period(node: Map) -> Period | None:
    value = node.get("period")
    if not isinstance(value, Map):
        return None
    start, end = day(value.get("from")), day(value.get("to"))
    return Period(start, end) if start and end else None


def _phase(key: str, node: Map) -> Phase:
    start, end = day(node.get("from")), day(node.get("to"))
    return Phase(key, text(node, "title"), Period(start, end) if start and end else None, node)


def _context(period: Period | None, adopted: date | None, phases: dict[str, Phase]) -> Context:
    named = tuple((phase.title, *phase.period) for phase in phases.values() if phase.period)
    start, end = period or (None, None)
    if start and end and end < start:
        end = None  # a slip, so no wording is measured by it
    return Context(start, end, adopted, named)


def _owners(node: Map, path: str) -> dict[str, Owner]:
    return {
        key: Owner(
            key=key,
            name=text(entry, "name"),
            kind=text(entry, "kind"),
            also=texts(entry, "also"),
            members=texts(entry, "members"),
            part_of=text(entry, "part_of"),
            functions=texts(entry, "functions"),
            start=day(entry.get("from")),
            end=day(entry.get("to")),
            successor=text(entry, "successor"),
            path=path,
            node=entry,
        )
        for key, entry in entries(node, "owners")
    }
