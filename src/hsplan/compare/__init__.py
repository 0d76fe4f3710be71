"""Two plans to the list of what changed between them, by meaning. Pure; knows no files, no git and no clock."""

from hsplan.compare.change import KINDS, LEVELS, Change, Level, Side, at_least, order, with_levels
from hsplan.compare.plans import added_in, compare_plans
from hsplan.compare.versions import Comparison, Version, changed_only, compare_versions

__all__ = [
    "KINDS",
    "LEVELS",
    "Change",
    "Comparison",
    "Level",
    "Side",
    "Version",
    "added_in",
    "at_least",
    "changed_only",
    "compare_plans",
    "compare_versions",
    "order",
    "with_levels",
]
