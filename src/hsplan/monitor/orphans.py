"""Where the trail from plan to plan breaks off, on either side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.links import UNKNOWN, PlanLinks, parts

_SENTENCES = {
    "nowhere": "{action} is {other}, but does not say into which action.",
    "no name": '{action} names "{other}", which is not a plan and an action.',
    "no plan": "{action} goes on into {other}, but there is no such plan here.",
    "no action": "{action} goes on into {other}, but that plan has no such action.",
    "no predecessor": "{action} says that it comes from {other}, but that plan has no such action.",
    "not named back": "{action} says that it comes from {other}, which does not say so.",
    "left out": "{other} says that it went on into {action}, which names others that it comes from, but not this one.",
}
DISAGREE = ("not named back", "left out")
"""The faults by which two plans, both here, say different things."""


class Orphan(Frozen):
    """One broken link: `fault` is one of the short names above; `other` is what is named, of "nowhere" the status."""

    action: str
    other: str
    fault: str

    @property
    def sentence(self) -> str:
        """What is wrong, in a sentence."""
        return self.told({})

    def told(self, names: Mapping[str, str]) -> str:
        """The same with what to call plans, by their ids: "Y2.4 of the plan of 2007" for "plan-2007/Y2.4"."""
        action, other = (_called(name, names) for name in (self.action, self.other))
        return _SENTENCES[self.fault].format(action=action, other=other)


def _called(name: str, names: Mapping[str, str]) -> str:
    plan, action = parts(name)
    return f"{action} of {names[plan]}" if plan in names else name


def dangling(
    action: str, target: str, plans: Mapping[str, PlanLinks], elsewhere: Collection[str] = ()
) -> Orphan | None:
    """What is wrong with an `into:` of an action; None where it leads to an action here, or into a plan elsewhere."""
    plan, new = parts(target)
    if not plan:
        return Orphan(action, target, "no name")
    if plan in plans:
        return None if new in plans[plan].actions else Orphan(action, target, "no action")
    return None if plan in elsewhere else Orphan(action, target, "no plan")


def nowhere(links: PlanLinks) -> Iterator[Orphan]:
    """The actions carried over or superseded without it being said into which action."""
    for action, status in links.aimless.items():
        yield Orphan(f"{links.plan}/{action}", status, "nowhere")


def claims(
    links: PlanLinks, plans: Mapping[str, PlanLinks], as_at: date = date.max
) -> tuple[list[tuple[str, str]], list[Orphan]]:
    """What a plan's `carried_from:` adds to what the predecessors say: pairs (old, new), and where the two disagree.

    `plans` are the plans here, with their links as at the date. A predecessor whose file is elsewhere is believed; one
    that is here should have named the action by the day on which the plan's period begins.
    """
    begun = links.start is None or as_at >= links.start
    pairs: list[tuple[str, str]] = []
    faults: list[Orphan] = []
    before = _before(links, plans)
    for action, names in links.carried_from.items():
        here = f"{links.plan}/{action}"
        sources = before.get(here, ())
        for name in names:
            plan, old = parts(name)
            if not plan:
                faults.append(Orphan(here, name, "no name"))
            elif plan not in plans:
                pairs.append((name, here))
            elif old != UNKNOWN and old not in plans[plan].actions:
                faults.append(Orphan(here, name, "no predecessor"))
            elif (
                begun
                and name not in sources
                and not (old == UNKNOWN and any(parts(each)[0] == plan for each in sources))
            ):
                pairs.append((name, here))
                faults.append(Orphan(here, name, "not named back"))
        faults += [Orphan(here, each, "left out") for each in sources if _left_out(each, names)]
    return pairs, faults


def _before(links: PlanLinks, plans: Mapping[str, PlanLinks]) -> dict[str, list[str]]:
    """By each of the plan's actions: the actions that say they went on into it, of the plans that it names."""
    found: dict[str, list[str]] = {}
    named = dict.fromkeys(parts(name)[0] for names in links.carried_from.values() for name in names)
    for plan in named:
        if plan in plans:
            for old, targets in plans[plan].into.items():
                for target in targets:
                    if target.startswith(f"{links.plan}/"):
                        found.setdefault(target, []).append(f"{plan}/{old}")
    return found


def _left_out(source: str, names: tuple[str, ...]) -> bool:
    """Whether an action lists some of a plan's actions as what it comes from, but not this one."""
    plan = parts(source)[0]
    listed = [name for name in names if parts(name)[0] == plan]
    return bool(listed) and source not in listed and f"{plan}/{UNKNOWN}" not in listed
