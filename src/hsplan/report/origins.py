"""Which actions an action comes from: those of earlier plans, and of its own plan those that it took the place of."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import listed
from hsplan.monitor import ActionState
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import by_id

CARRIED_FROM, REPLACES, TAKES_FURTHER = "Carried over from", "Replaces", "Takes further"


def origins(each: ActionState, setting: Setting) -> Iterator[tuple[str, list[str]]]:
    """The labels with their texts: "Replaces" with "action 6" of this plan, "Takes further" with what was done,
    "Carried over from" with the others."""
    action, here = each.action, f"{setting.plan.id}/"
    names = dict.fromkeys((*action.carried_from, *setting.carried_from.get(action.id, ())))
    if not names:
        return
    # Of what stands in this plan only: most actions come from nowhere, or from another plan.
    own = [name for name in names if name.startswith(here)]
    ended = {here + state.action.id for state in setting.state.actions if state.position == "superseded"} if own else ()
    replaced = [name for name in own if name in ended]
    yield REPLACES, [listed([by_id(clean(name.removeprefix(here))) for name in replaced])]
    yield TAKES_FURTHER, [clean(name) for name in names if name in each.takes_further]
    yield CARRIED_FROM, [clean(name) for name in names if name not in replaced and name not in each.takes_further]
