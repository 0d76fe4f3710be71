"""The records: what a plan says, in the order in which it says it. Nothing here is computed from dates.

Each keeps `node`, the map it was read from, through which a finding gets its place.
"""

from __future__ import annotations

from datetime import date as Day

from hsplan.document import Document, Map
from hsplan.frozen import Frozen
from hsplan.plan.budget import Budget
from hsplan.plan.governance import Body, Meeting, Return
from hsplan.plan.indicator import Indicator
from hsplan.plan.owners import Owner
from hsplan.plan.period import PastDate, Period
from hsplan.timescale import Context


class Phase(Frozen):
    """A part of the plan's period with a name of its own."""

    id: str
    title: str
    period: Period | None
    node: Map


class DateChange(Frozen):
    """A move of a due date: agreed from the day `decided`, until then proposed; or refused."""

    date: Day | None
    timescale: str
    due: Day | None
    reason: str
    decision: str
    decided: Day | None
    refused: bool
    node: Map


class Milestone(Frozen):
    """A dated step of an action."""

    title: str
    timescale: str
    due: Day | None
    date_changes: tuple[DateChange, ...]
    done: PastDate | None
    note: str
    node: Map


class Progress(Frozen):
    """One dated entry on how an action stands. `by` is the organisation that speaks, "" for all of them."""

    date: Day | None
    period: str
    by: str
    status: str
    rag: str
    note: str
    internal_note: str
    into: tuple[str, ...]
    decision: str
    decided: Day | None
    refused: bool
    node: Map


class Action(Frozen):
    """One thing to be done. `theme` and `goal` are the ids of where it stands, "" where the plan has none."""

    id: str
    title: str
    theme: str
    goal: str
    lead: tuple[str, ...]
    partners: tuple[str, ...]
    each: tuple[str, ...]
    client_groups: tuple[str, ...]
    phase: str
    added: Day | None
    timescale: str
    due: Day | None
    date_changes: tuple[DateChange, ...]
    milestones: tuple[Milestone, ...]
    done: PastDate | None
    depends_on: tuple[str, ...]
    resources: tuple[str, ...]
    budget: Budget | None
    outcomes: tuple[str, ...]
    indicators: tuple[str, ...]
    links: tuple[str, ...]
    carried_from: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    note: str
    internal_note: str
    source: str
    progress: tuple[Progress, ...]
    node: Map


class Group(Frozen):
    """A theme or a goal: `kind` says which. A goal's `theme` is the theme it stands in, "" where there is none."""

    kind: str
    id: str
    title: str
    theme: str
    note: str
    actions: tuple[str, ...]
    """Ids of the actions that stand in it directly."""
    node: Map


class Plan(Frozen):
    """One plan file. `themes`, `goals` and `actions` are flat and in document order."""

    id: str
    title: str
    nation: str
    organisations: tuple[str, ...]
    period: Period | None
    adopted: Day | None
    closed: Day | None
    follows: str
    reporting: str
    source: str
    labels: dict[str, str]
    columns: dict[str, bool]
    """The council's own columns: key to whether it is internal."""
    column_titles: dict[str, str]
    phases: dict[str, Phase]
    owners: dict[str, Owner]
    client_groups: tuple[str, ...]
    glossary: dict[str, str]
    indicators: dict[str, Indicator]
    """By their ids, in document order."""
    governance: dict[str, Body]
    meetings: tuple[Meeting, ...]
    returns: tuple[Return, ...]
    themes: tuple[Group, ...]
    goals: tuple[Group, ...]
    actions: tuple[Action, ...]
    note: str
    context: Context
    """What the plan's timescales may refer to: its period, adoption and phases."""
    document: Document
    node: Map

    def life(self, as_at: Day) -> str:
        """ "draft" until the plan is adopted, "adopted" until the day it is closed, "closed" after that day."""
        if self.closed and as_at > self.closed:
            return "closed"
        return "adopted" if self.adopted and as_at >= self.adopted else "draft"

    def last_day(self, as_at: Day) -> Day:
        """The day to which lateness is counted: of a plan closed by then its last, since nobody works on it after."""
        return min(as_at, self.closed) if self.closed else as_at

    def label(self, kind: str) -> str:
        """The plan's own word for "theme", "goal" or "action"."""
        return self.labels.get(kind) or kind.capitalize()

    def theme_title(self, theme_id: str) -> str:
        """The title of a theme by its id; "" where there is none."""
        return next((theme.title for theme in self.themes if theme.id == theme_id), "")
