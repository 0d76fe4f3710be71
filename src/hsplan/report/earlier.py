"""An earlier version of the plan, which a report is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from hsplan.frozen import Frozen
from hsplan.monitor import PlanState

if TYPE_CHECKING:
    from hsplan.compare import Level


class Earlier(Frozen):
    """The plan as it stood then, judged as at that day; `meeting` says that it is the day of the last meeting."""

    state: PlanState
    meeting: bool
    revision: str = ""
    """What the version is called in git, where it was asked for by that; "" where a day or a meeting was."""
    levels: Mapping[str, Level] = MappingProxyType({})
    """How grave the council takes some kinds of changes to be, where not as hsplan does."""

    @property
    def asked_for(self) -> date | None:
        """The day that was asked for in the place of the last meeting's; None where none was."""
        return None if self.meeting else self.state.as_at

    @property
    def closed(self) -> bool:
        """Whether the plan had been closed by then."""
        return self.state.plan.life(self.state.as_at) == "closed"
