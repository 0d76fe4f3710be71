"""Two plans to the list of what changed between them, by meaning. Pure; knows no files, no git and no clock."""

from hsplan.compare.change import Change, Side, at_least, order
from hsplan.compare.kinds import FAIL_ON, KINDS, LEVEL_MEANINGS, LEVELS, MEANINGS, Level, own_fail_on, own_levels
from hsplan.compare.plans import added_in, compare_plans, removed_in
from hsplan.compare.versions import Comparison, Version, changed_only, compare_versions

__all__ = [
    "FAIL_ON",
    "KINDS",
    "LEVELS",
    "LEVEL_MEANINGS",
    "MEANINGS",
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
    "own_fail_on",
    "own_levels",
    "removed_in",
]
