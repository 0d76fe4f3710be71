"""A county that never was: six districts, each with a plan every five years, whose every hand-over is known.

Generated from a seed, so the accounts can be counted from what was decided here, without hsplan.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from hsplan.document import read
from hsplan.plan import Owners, Plan, read_plan

DISTRICTS = ("arden", "brock", "calder", "dunmore", "elmley", "fenwick")
YEARS = tuple(date(year, 3, 31) for year in range(2004, 2026))
"""The last day of every financial year, from before the first plan to after the last."""
_FATES = ("achieved", "now routine", "withdrawn", "superseded", "carried over", "open")
_SHARES = (42, 10, 8, 8, 24, 8)


class County(NamedTuple):
    """The plans as YAML by id, when and how each action ended (`plan/action`), and every hand-over, old and new."""

    plans: dict[str, str]
    ends: dict[str, tuple[date, str]]
    links: tuple[tuple[str, str], ...]


def county(seed: int = 2026, generations: int = 4, actions: int = 100) -> County:
    """Six districts' plans, five years each from April 2004 on, with so many actions each."""
    return _Maker(seed, generations, actions).made()


def plans_of(made: County) -> list[tuple[Plan, Owners]]:
    """The county's plans, read."""
    found = (read_plan(read(text.encode(), f"{plan_id}.yaml")) for plan_id, text in made.plans.items())
    return [(plan, Owners({}, plan.owners)) for plan in found]


class _Maker:
    def __init__(self, seed: int, generations: int, actions: int) -> None:
        self.random = Random(seed)
        self.generations = generations
        self.actions = actions
        self.taken: dict[str, int] = defaultdict(int)
        self.ends: dict[str, tuple[date, str]] = {}
        self.links: list[tuple[str, str]] = []

    def made(self) -> County:
        """Decide and write, generation after generation, since what is carried in takes the first ids of a plan."""
        plans = {}
        for generation in range(self.generations):
            for district in DISTRICTS:
                plan_id = f"{district}-{2004 + 5 * generation}"
                plans[plan_id] = self._plan(plan_id, generation, district)
        return County(plans, self.ends, tuple(self.links))

    def _plan(self, plan_id: str, generation: int, district: str) -> str:
        year = 2004 + 5 * generation
        lines = [
            "hsplan: 1",
            f"id: {plan_id}",
            f'title: "{district.capitalize()} homelessness strategy {year} to {year + 5}"',
            f"period: {{from: {year}-04-01, to: {year + 5}-03-31}}",
            f"adopted: {year}-04-01",
            f"follows: {district}-{year - 5}" if generation else "reporting: yearly",
            "owners:\n  Housing Team: {kind: team}",
            "actions:",
        ]
        for number in range(1, self.actions + 1):
            lines.append(f'  "{number}":')
            lines += [f"    {line}" for line in self._action(plan_id, number, year, generation)]
        return "\n".join(lines) + "\n"

    def _action(self, plan_id: str, number: int, year: int, generation: int) -> list[str]:
        fate = self.random.choices(_FATES, _SHARES)[0]
        last = generation == self.generations - 1
        if (fate == "carried over" and last) or (fate == "superseded" and number == self.actions):
            fate = "open"
        first = date(year, 4, 1)
        end = date(year + 5, 3, 31)
        day = end if fate == "carried over" else first + timedelta(days=self.random.randrange(30, 1800))
        due = f"{self.random.choice(('June', 'September', 'December'))} {year + self.random.randrange(5)}"
        lines = [f'title: "Action {number} of {plan_id}"', "lead: Housing Team", f"timescale: {due}", "progress:"]
        lines.append(f"  - {{date: {first + timedelta(days=20)}, status: in progress}}")
        if fate == "open":
            return lines
        name = f"{plan_id}/{number}"
        self.ends[name] = (day, fate)
        into = self._into(plan_id, number, fate, year, last)
        self.links += [(name, target) for target in into]
        entry: dict[str, Any] = {"date": str(day), "status": fate}
        if fate in ("withdrawn", "superseded"):
            entry["decided"] = str(day)
        if into:
            entry["into"] = into
        lines.append(f"  - {json.dumps(entry)}")
        return lines

    def _into(self, plan_id: str, number: int, fate: str, year: int, last: bool) -> list[str]:
        """Where an action goes on: mostly into one of the next plan, now and then split, merged or into nothing."""
        chance = self.random.random()
        if fate == "superseded":
            return [f"{plan_id}/{self.random.randrange(number + 1, self.actions + 1)}"]
        if last or (fate == "achieved" and chance > 0.1) or (fate not in ("achieved", "carried over")):
            return []
        district = plan_id.rpartition("-")[0]
        if self.random.random() < 0.1:
            district = self.random.choice(DISTRICTS)
        new = f"{district}-{year + 5}"
        if fate == "carried over" and chance < 0.04:
            return []
        if chance > 0.85 and self.taken[new]:
            return [f"{new}/{self.taken[new]}"]
        parts = 2 if chance > 0.7 else 1
        self.taken[new] += parts
        return [f"{new}/{self.taken[new] - part}" for part in range(parts)]
