"""What is true of a plan as at a date: status, position, dates that moved. Pure; knows no files and no clock."""

from hsplan.monitor.assess import PlanState, assess
from hsplan.monitor.state import (
    CLOSED_POSITIONS,
    OPEN_POSITIONS,
    POSITIONS,
    ActionState,
    MilestoneState,
    Move,
    OrganisationState,
    Proposed,
)
from hsplan.monitor.thresholds import Thresholds

__all__ = [
    "CLOSED_POSITIONS",
    "OPEN_POSITIONS",
    "POSITIONS",
    "ActionState",
    "MilestoneState",
    "Move",
    "OrganisationState",
    "PlanState",
    "Proposed",
    "Thresholds",
    "assess",
]
