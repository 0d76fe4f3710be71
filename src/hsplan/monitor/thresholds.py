"""Where a council draws its lines. Councils' rules differ, so every one of these can be set in the configuration."""

from __future__ import annotations

from hsplan.frozen import Frozen

CYCLES = {"monthly": 31, "quarterly": 92, "six-monthly": 184, "yearly": 366}
"""Days of each reporting cycle, by the longest month, quarter, half year and year."""


class Thresholds(Frozen):
    """In days, but for `tolerance`. The defaults follow the commonest rules found: up to a month late is amber, later
    is red; an indicator that misses its target by up to a tenth is within tolerance (Maidstone calls it amber)."""

    due_soon: int = 60
    amber: int = 1
    """Days late from which an action is amber."""
    red: int = 31
    """Days late from which an action is red."""
    tolerance: int = 10
    """Percent of an indicator's target by which a figure may miss it and still be within tolerance."""
    reading_lag: int = 120
    """Days after the end of a period from which an indicator's figure is missing: national figures come out three to
    four months later."""
