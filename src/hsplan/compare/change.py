"""What a comparison reports: one change for each cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Level = Literal["weakened", "proposed", "slipped", "attention", "progress", "editorial"]
LEVELS: tuple[Level, ...] = ("weakened", "proposed", "slipped", "attention", "progress", "editorial")
"""Worst first: a promise taken back; what needs a decision; a later date, agreed; what a meeting should know; what was
achieved, started or new; wording and the rest."""

_KINDS: dict[Level, str] = {
    "weakened": "removed first-date-rewritten date-taken-away date-change-edited date-change-deleted progress-edited "
    "progress-deleted done-edited milestone-removed milestone-rewritten milestone-reopened target-weakened "
    "target-removed figure-edited figure-deleted baseline-changed indicator-removed plan-removed",
    "proposed": "date-proposed ending-proposed",
    "slipped": "date-later milestone-later",
    "attention": "ended-and-removed lead-changed partners-changed deferred withdrawn superseded carried-over reopened "
    "refused proposal-taken-back renumbered retitled moved outcomes-changed resources-changed phase-changed "
    "finding-accepted period-changed governance-changed owner-changed target-changed plan-reopened group-removed "
    "not-started",
    "progress": "achieved now-routine started progress-added added date-given date-earlier date-confirmed "
    "milestone-added milestone-done milestone-earlier target-strengthened target-added figure-added indicator-added "
    "baseline-given carried-in plan-added plan-adopted plan-closed meeting-added done-given",
    "editorial": "wording details-changed group-added",
}
KINDS: dict[str, Level] = {kind: level for level, kinds in _KINDS.items() for kind in kinds.split()}
"""Every kind of change, with its level unless the configuration gives another."""


class Side(NamedTuple):
    """How something stood on one side: the file and line (from 1), and what it said, "" where that is not told."""

    path: str
    line: int
    value: str


class Change(NamedTuple):
    """One change. `subject` is what it is about ("action", "goal", "indicator"…), `id` and `title` say which one.

    `action` is the action's id where it is about one, else "". `text` is what happened, without what it happened to.
    `old` is None for what is new, `new` for what is gone. `fingerprint` stays the same wherever it stands in the file
    and between whichever two revisions it is seen.
    """

    kind: str
    level: Level
    plan: str
    subject: str
    id: str
    title: str
    text: str
    old: Side | None
    new: Side | None
    fingerprint: str

    @property
    def action(self) -> str:
        """The action's id; "" where it is about something else."""
        return self.id if self.subject == "action" else ""

    @property
    def head(self) -> str:
        """What it is about: `5.1 Draw up a rent arrears protocol`, `indicator acceptances Homeless acceptances`."""
        name = " ".join(part for part in (self.id, self.title) if part)
        return name if self.subject == "action" else f"{self.subject} {name}".rstrip()

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return f"{self.head}: {self.text}"


def at_least(level: Level, threshold: str) -> bool:
    """Whether a level is as grave as the threshold or graver."""
    return LEVELS.index(level) <= LEVELS.index(threshold)


def order(change: Change) -> int:
    """Sorts changes worst first; those of one level stay in the order of the plan."""
    return LEVELS.index(change.level)


def with_levels(changes: list[Change], levels: Mapping[str, Level]) -> list[Change]:
    """The changes with the levels that a council gives to some kinds."""
    if not levels:
        return changes
    return [each._replace(level=levels.get(each.kind, each.level)) for each in changes]
