"""An earlier version of the plan, which a report is compared with."""

from __future__ import annotations

from collections.abc import Mapping
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
    levels: Mapping[str, Level] = MappingProxyType({})
    """How grave the council takes some kinds of changes to be, where not as hsplan does."""
