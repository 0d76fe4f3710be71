"""What an action may cost."""

from __future__ import annotations

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.plan.values import text


class Budget(Frozen):
    """An amount of money as it is written, its currency ("" for pounds), and a note; or words alone, as the note."""

    amount: str
    currency: str
    note: str


def read_budget(node: Map) -> Budget | None:
    """What stands under an action's `budget:`; None where nothing does."""
    value = node.get("budget")
    if value is None:
        return None
    if isinstance(value, Map):
        found = Budget(text(value, "amount"), text(value, "currency"), text(value, "note"))
    else:
        found = Budget("", "", text(node, "budget"))
    return found if any(found) else None
