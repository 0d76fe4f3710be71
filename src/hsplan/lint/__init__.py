"""What a careful head of strategy would find on reading the plan with a red pen, in plain words, at its place."""

from hsplan.lint.engine import Report, lint
from hsplan.lint.selection import Selection

__all__ = ["Report", "Selection", "lint"]
