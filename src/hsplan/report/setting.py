"""What every part of the report is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal

from hsplan.frozen import Frozen
from hsplan.monitor import PlanState
from hsplan.plan import Plan
from hsplan.report.records import Day
from hsplan.report.text import clean
from hsplan.timescale.wording import words
from hsplan.workspace.config import ReportSettings

Audience = Literal["public", "internal"]


class Setting(Frozen):
    """A plan's state, for whom the report is, and the predecessors (`plan/action`) of its actions by their ids.

    `settings` is what the configuration says of reports; `titles` are those of other plans by their ids, where known.
    """

    state: PlanState
    audience: Audience
    carried_from: Mapping[str, Sequence[str]] = MappingProxyType({})
    settings: ReportSettings = ReportSettings()
    titles: Mapping[str, str] = MappingProxyType({})

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.state.plan

    @property
    def internal(self) -> bool:
        """Whether internal notes and columns may be shown."""
        return self.audience == "internal"

    @property
    def closed(self) -> bool:
        """Whether the plan has ended by the report's date, so that it speaks of how each action ended."""
        return self.plan.life(self.state.as_at) == "closed"

    @property
    def draft(self) -> bool:
        """Whether the plan is not adopted yet, so that nothing in it can be late."""
        return self.plan.life(self.state.as_at) == "draft"

    @property
    def over(self) -> bool:
        """Whether an adopted plan's period is over without its being closed."""
        return self._past and self.plan.life(self.state.as_at) == "adopted"

    @property
    def lapsed(self) -> bool:
        """Whether the period of a draft is over, so that to adopt it as it stands would promise nothing."""
        return self._past and self.draft

    @property
    def _past(self) -> bool:
        period = self.plan.period
        return period is not None and self.state.as_at > period.end

    @property
    def last_day(self) -> date:
        """The day to which lateness is counted: of a closed plan the day it closed."""
        return self.plan.last_day(self.state.as_at)

    def columns(self) -> dict[str, str]:
        """The council's own columns that this audience may see, key to title; only one that is declared is public."""
        hidden = {} if self.internal else self.plan.columns
        titles = self.plan.column_titles.items()
        return {key: clean(title) for key, title in titles if not hidden.get(key, False)}


def day(found: date | None) -> Day | None:
    """A day for machines and people; None stays None."""
    return Day(found.isoformat(), words(found)) if found else None
