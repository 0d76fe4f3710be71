"""What changed since an earlier version of the plan, told by nothing but what the audience may see."""

from __future__ import annotations

import re

from hsplan.compare import Change, compare_plans, order
from hsplan.plan import Owners, Plan
from hsplan.report.earlier import Earlier
from hsplan.report.known import internal_texts, known_plan
from hsplan.report.setting import Setting
from hsplan.report.told import public_change

_QUOTED = re.compile(r'"([^"]{3,})"')


def changes_since(setting: Setting, earlier: Earlier) -> list[Change]:
    """What changed up to the report's date, worst first, by nothing but what the audience may see.

    Notes, reasons and decisions that were changed or taken out since are not quoted to the public, and nothing is that
    has become internal: it must not come back through what changed.
    """
    columns = None
    if not setting.internal:
        then = Setting(earlier.state, setting.audience)
        columns = setting.columns().keys() & then.columns().keys()
    as_at = setting.state.as_at
    old = known_plan(earlier.state.plan, as_at, columns, earlier.state.as_at)
    new = known_plan(setting.plan, as_at, columns)
    owners = (_with_own(earlier.state.owners, old), _with_own(setting.state.owners, new))
    found = sorted(compare_plans(old, new, owners, earlier.levels), key=order)
    if columns is None:
        return found
    hidden = "\n".join(internal_texts(setting.plan.node, columns))
    told = (public_change(each) if each.kind in _COMMENTS or _quotes(each, hidden) else each for each in found)
    return [each for each in told if each is not None]


_COMMENTS = frozenset(
    ("progress-edited", "progress-deleted", "date-change-edited", "date-change-deleted", "resources-changed")
)
"""Kinds whose sentences quote what stands there no more, and what was no promise."""


def _quotes(change: Change, hidden: str) -> bool:
    """Whether a sentence quotes what is internal now; the mark of what was cut off aside."""
    quoted = (text.rstrip("…") for text in _QUOTED.findall(f"{change.title}\n{change.text}"))
    return bool(hidden) and any(text and text in hidden for text in quoted)


def _with_own(owners: Owners, plan: Plan) -> Owners:
    return Owners(owners.by_key, plan.owners)
