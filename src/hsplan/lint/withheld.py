"""What is found and held back, since something else may be its cause."""

from __future__ import annotations

from hsplan.findings import Finding
from hsplan.frozen import Frozen

UNREAD = frozenset(("unknown-key", "misplaced-key", "wrong-shape", "duplicate-key", "duplicate-id", "bad-id"))
"""Errors by which whole lines are read otherwise than they were meant, or not at all."""


class Held(Frozen):
    """A finding that is not told, and those that may be its cause: once all of these are known, it is told."""

    finding: Finding
    causes: tuple[Finding, ...]
