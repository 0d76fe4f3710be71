"""What a plan is called where it is one of several."""

from __future__ import annotations

import os

from hsplan.plan import Plan


def named(plan: Plan) -> str:
    """Its id; where it has none yet, its file's name."""
    return plan.id or os.path.basename(plan.document.path)
