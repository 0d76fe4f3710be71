"""What a comparison reports: one change for each cause."""

from __future__ import annotations

from collections.abc import Mapping

from hsplan.compare.kinds import LEVELS, Level, weight
from hsplan.compare.wording import ordinal
from hsplan.frozen import Frozen


class Side(Frozen):
    """How something stood on one side: the file and line (from 1), and what it said, "" where that is not told."""

    path: str
    line: int
    value: str


class Change(Frozen):
    """One change. `subject` is what it is about ("action", "goal", "indicator"…), `id` and `title` say which one.

    `action` is the action's id where it is about one, else "". `happened` is what happened, without what it happened
    to; `move` is which of the plan's agreed moves of that date it is, 0 where it is none.
    `old` is None for what is new, `new` for what is gone. `fingerprint` stays the same wherever it stands in the file
    and between whichever two revisions it is seen.
    """

    kind: str
    level: Level
    plan: str
    subject: str
    id: str
    title: str
    happened: str
    old: Side | None
    new: Side | None
    fingerprint: str
    move: int = 0

    @property
    def text(self) -> str:
        """What happened; of a move after the first with its number, as "… Second move"."""
        return f"{self.happened.rstrip('.')}. {ordinal(self.move)} move" if self.move > 1 else self.happened

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


def order(change: Change) -> tuple[int, int]:
    """Sorts changes worst first, by their levels and in a level by their kinds; else they stay in the plan's order."""
    return LEVELS.index(change.level), weight(change.kind)


def with_levels(changes: list[Change], levels: Mapping[str, Level]) -> list[Change]:
    """The changes with the levels that a council gives to some kinds; the same list where it gives none."""
    if not levels:
        return changes
    return [each._replace(level=levels.get(each.kind, each.level)) for each in changes]
