"""A real plan that is about to be broken: how a break finds its target in any plan, and how it edits it.

Targets are chosen by structure, the action of which lint says least first, so that what is broken is all that is said
of it. Edits are insertions and replacements of text at the places that the document knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from hsplan.document import Map, Seq
from hsplan.lint import Report
from hsplan.lint.texts import prose
from hsplan.monitor import PlanState, assess
from hsplan.plan import Action, Group
from hsplan.timescale.wording import words
from hsplan.workspace import Loaded
from tests.lint.mutations.broken import OPEN, SHUT, Broken, Edit, NoTarget


class Page:
    """One plan as at its date, with what lint says of it before anything is broken."""

    def __init__(self, loaded: Loaded, as_at: date, report: Report) -> None:
        assert loaded.plan is not None
        assert loaded.plan.period is not None
        self.plan, self.owners, self.document = loaded.plan, loaded.owners, loaded.document
        self.text, self.root, self.as_at = loaded.document.text, loaded.plan.node, as_at
        self.period = loaded.plan.period
        self.report = report
        self.said = Counter(each.action for each in (*report.findings, *(found for found, _ in report.accepted)))
        self.state: PlanState = assess(self.plan, self.owners, as_at)
        self.states = {each.action.id: each for each in self.state.actions}
        words = prose(self.root)
        self.sentences = tuple(words.around(range(len(words.text) + 1)))

    # What to break

    def actions(self, wanted: Callable[[Action], object] = lambda action: True) -> list[Action]:
        """The actions that will do, those of which lint says least first."""
        return sorted(filter(wanted, self.plan.actions), key=lambda action: self.said[action.id])

    def action(self, wanted: Callable[[Action], object], what: str) -> Action:
        """The best of them. Raises NoTarget, with what was looked for, where there is none."""
        found = self.actions(wanted)
        self.need(found, f"there is no {what}")
        return found[0]

    def need(self, there: object, why_not: str) -> None:
        """Raise NoTarget with the reason where what a break needs is not there."""
        if not there:
            raise NoTarget(why_not)

    def peopled(self) -> list[Group]:
        """The themes or goals that actions stand in directly."""
        return [group for group in (*self.plan.themes, *self.plan.goals) if group.actions]

    def day(self, days: int = 0) -> date:
        """A day so many days after the as-at date."""
        return date.fromordinal(self.as_at.toordinal() + days)

    def when(self, days: int = 0) -> str:
        """The same as an officer writes it."""
        return words(self.day(days))

    # How to break it

    def swap(self, node: Map, key: str, new: str) -> Edit:
        """Another value under a key."""
        return Edit(*node.marks[key][2:], new)

    def add(self, node: Map, key: str, value: str) -> Edit:
        """A new key before the others of a record; further lines of the value are indented below it."""
        line = f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"
        if self.text[node.start] == "{":
            return Edit(node.start + 1, node.start + 1, f"{line}, ")
        indent = "\n" + " " * (node.start - self.text.rfind("\n", 0, node.start) - 1)
        return Edit(node.start, node.start, line.replace("\n", indent) + indent)

    def put(self, node: Map, key: str, value: str) -> Edit:
        """The value under the key, whether it stands there already or not."""
        return self.swap(node, key, value) if key in node else self.add(node, key, value)

    def drop(self, node: Map, key: str) -> Edit:
        """The key, its value and the rest of the lines that they stand in taken out."""
        start, end = node.marks[key][0], node.marks[key][3]
        if self.text[node.start] == "{":
            comma = self.text.find(",", end, node.end)
            return Edit(start, comma + 1 if comma > 0 else end, "")
        begin = self.text.rfind("\n", 0, start) + 1
        if self.text[begin:start].strip():  # the first key after a list's dash: the next one moves up to it
            after = min(mark[0] for name, mark in node.marks.items() if mark[0] > end)
            return Edit(start, after, "")
        line_end = self.text.find("\n", end)
        return Edit(begin, len(self.text) if line_end < 0 else line_end + 1, "")

    def append(self, node: Map, key: str, more: str) -> Edit:
        """More words at the end of a text."""
        end = node.marks[key][3]
        end -= self.text[end - 1] in "\"'"
        return Edit(end, end, more)

    def entry(self, node: Map, key: str, value: str) -> Edit:
        """A new first entry of the list under a key, which need not be there."""
        listed = node.get(key)
        if isinstance(listed, Seq) and self.text[listed.start] == "[":
            return Edit(listed.start + 1, listed.start + 1, f"{value}, ")
        if isinstance(listed, Seq):
            indent = listed.start - self.text.rfind("\n", 0, listed.start) - 1
            return Edit(listed.start, listed.start, f"- {value}\n{' ' * indent}")
        return self.put(node, key, f"[{value}]")

    def last_entry(self, node: Map, key: str, value: str) -> Edit:
        """A new last entry of a list in block form."""
        listed = node[key]
        assert isinstance(listed, Seq)
        indent = listed.start - self.text.rfind("\n", 0, listed.start) - 1
        end = self.text.find("\n", listed.marks[-1][1])
        return Edit(end, end, f"\n{' ' * indent}- {value}")

    def below(self, key: str, name: str, value: str) -> Edit:
        """A new first record in one of the plan's own maps (owners, glossary, indicators…), which need not be there."""
        node = self.root.get(key)
        return (
            self.add(node, name, value) if isinstance(node, Map) else self.add(self.root, key, f"\n  {name}: {value}")
        )

    def new_action(self, name: str, title: str, more: str) -> Edit:
        """A new action at the head of the first group that has any, with a lead and an outcome."""
        actions = self.peopled()[0].node["actions"]
        assert isinstance(actions, Map)
        lead = "" if "lead:" in more else f"\n  lead: {self._least_busy()}"
        return self.add(actions, name, f'\n  title: "{title}"{lead}\n  outcomes: ["It is there"]\n  {more}')

    def _least_busy(self) -> str:
        leads = Counter(action.lead[0] for action in self.plan.actions if len(action.lead) == 1)
        fit = (name for name, _ in reversed(leads.most_common()) if self._answers(name))
        return next(fit)

    def _answers(self, name: str) -> bool:
        owner = self.owners.get(name)
        return owner is not None and owner.kind != "group" and owner.end is None

    # Where it is to be found

    def mark(self, start: int, end: int) -> tuple[Edit, Edit]:
        """Two edits that mark a stretch that stays as it is."""
        return Edit(start, start, OPEN), Edit(end, end, SHUT)

    def name(self, node: Map) -> tuple[Edit, Edit]:
        """The id of a record."""
        assert node.name is not None
        return self.mark(*node.name)

    def key(self, node: Map, key: str) -> tuple[Edit, Edit]:
        """A key."""
        return self.mark(*node.marks[key][:2])

    def value(self, node: Map, key: str) -> tuple[Edit, Edit]:
        """The value of a key."""
        return self.mark(*node.marks[key][2:])


class Break(NamedTuple):
    """How a rule is broken in any plan, and the preparations (by name) that it is broken after."""

    make: Callable[[Page], Broken]
    prepared: tuple[str, ...] = ()
