"""A plan's account: where its actions came from, and what became of every one of them."""

from __future__ import annotations

from datetime import date

from hsplan.findings import counted
from hsplan.frozen import Frozen
from hsplan.monitor.assess import PlanState
from hsplan.monitor.lineage import Lineage
from hsplan.monitor.links import parts
from hsplan.timescale.wording import words

ACCOUNT_WORDS = {
    "opened": "opened",
    "carried_in": "carried in",
    "achieved": "achieved",
    "now_routine": "now routine",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
    "carried_out": "carried over",
    "still_open": "still open",
}
"""Each number of an account in words, in the order in which it is printed.

What went out is called carried over, since officers say "carried out" of what was done.
"""

_ENDED = ("achieved", "now routine", "withdrawn", "superseded", "carried over")


class Account(Frozen):
    """Numbers of actions as at a date: opened + carried in = all the others together.

    Each action counts once on either side. One that comes from another plan is carried in; any other was opened by the
    plan, one that came about by a merger or a split within it too. Carried out are those with status "carried over",
    whether or not they name where to.
    """

    plan: str
    as_at: date
    opened: int
    carried_in: int
    achieved: int
    now_routine: int
    withdrawn: int
    superseded: int
    carried_out: int
    still_open: int

    @property
    def balanced(self) -> bool:
        """Whether the two sides are the same number, as they always must be."""
        ended = self.achieved + self.now_routine + self.withdrawn + self.superseded + self.carried_out
        return self.opened + self.carried_in == ended + self.still_open

    @property
    def sentence(self) -> str:
        """The account in plain English; an ending that no action has is left out."""
        numbers = self._asdict()
        ends = [
            f"{numbers[name] or 'none'} {word}"
            for name, word in ACCOUNT_WORDS.items()
            if name not in ("opened", "carried_in") and (numbers[name] or name == "still_open")
        ]
        actions = self.opened + self.carried_in
        listed = " and ".join(part for part in (", ".join(ends[:-1]), ends[-1]) if part)
        plan = f"the plan has {counted(actions, 'action')}"
        came = f"{self.opened or 'none'} opened by it and {self.carried_in or 'none'} carried in from another plan"
        return f"As at {words(self.as_at)} {plan}, {came}: {listed}."


def account(state: PlanState, of: Lineage) -> Account:
    """The account of a plan of the lineage, as at the lineage's date."""
    carried_in = sum(_comes_from_elsewhere(f"{state.plan.id}/{each.action.id}", of) for each in state.actions)
    ended = dict.fromkeys(_ENDED, 0)
    still_open = 0
    for each in state.actions:
        if each.open:
            still_open += 1
        else:
            ended[each.position] += 1
    return Account(
        plan=state.plan.id,
        as_at=state.as_at,
        opened=len(state.actions) - carried_in,
        carried_in=carried_in,
        achieved=ended["achieved"],
        now_routine=ended["now routine"],
        withdrawn=ended["withdrawn"],
        superseded=ended["superseded"],
        carried_out=ended["carried over"],
        still_open=still_open,
    )


def _comes_from_elsewhere(name: str, of: Lineage) -> bool:
    plan = parts(name)[0]
    return any(parts(old)[0] != plan for old in of.predecessors.get(name, ()))
