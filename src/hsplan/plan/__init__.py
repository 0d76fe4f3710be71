"""The records of a plan and how they are read from a document. Reading never raises for bad content."""

from hsplan.plan.budget import Budget
from hsplan.plan.governance import Body, Meeting, Return
from hsplan.plan.indicator import Actual, Baseline, Indicator, Target
from hsplan.plan.owners import Owner, Owners
from hsplan.plan.period import PastDate, Period, period_of
from hsplan.plan.read import read_owners, read_plan
from hsplan.plan.records import Action, DateChange, Group, Milestone, Phase, Plan, Progress
from hsplan.plan.statuses import CLOSED, NO_CHANGE, NOT_REPORTED, PROPOSABLE, STATUSES

__all__ = [
    "CLOSED",
    "NOT_REPORTED",
    "NO_CHANGE",
    "PROPOSABLE",
    "STATUSES",
    "Action",
    "Actual",
    "Baseline",
    "Body",
    "Budget",
    "DateChange",
    "Group",
    "Indicator",
    "Meeting",
    "Milestone",
    "Owner",
    "Owners",
    "PastDate",
    "Period",
    "Phase",
    "Plan",
    "Progress",
    "Return",
    "Target",
    "period_of",
    "read_owners",
    "read_plan",
]
