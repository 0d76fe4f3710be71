"""What lineage and accounts of a county cost, against reading the same plans.

The county is the tests' own: 6 districts, 4 generations of plans over 20 years, 2,400 actions. Every figure is a ratio
taken in one run, the median of rounds, since machines drift. Run it from the project's folder:

    python -m benchmarks.county
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from hsplan.monitor import PlanState, assess
from hsplan.monitor.accounts import accounts
from hsplan.monitor.book import book_of
from hsplan.monitor.life import life
from hsplan.monitor.lineage import lineage
from tests.monitor.county import YEARS, county, plans_of

ROUNDS = 7


def seconds(work: Callable[[], object]) -> float:
    """The median time of a piece of work."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def every_account(states: list[PlanState]) -> None:
    """Everything that two plans and more say of each other as at one date: every account and ledger."""
    found = accounts([book_of(state) for state in states])
    assert all(each.opened + each.carried_in >= each.still_open for each in found.plans)
    assert not any(ledger.faults for ledger in found.ledgers)


def main() -> None:
    """Print the ratios, for one date in the middle and for all the years."""
    made = county()
    plans = plans_of(made)
    day = YEARS[-1]
    states = [assess(plan, owners, day) for plan, owners in plans]
    of = lineage(states)
    reading = seconds(lambda: plans_of(made))
    figures = {
        "reading the plans": reading,
        "assessing every action, one date": seconds(lambda: [assess(plan, owners, day) for plan, owners in plans]),
        "lineage, accounts and ledgers, one date": seconds(lambda: every_account(states)),
        "the whole life of each action": seconds(lambda: [life(of, name) for name in of.actions]),
    }
    print(f"{len(plans)} plans, {len(of.actions)} actions, {len(of.pairs)} hand-overs as at {day}")
    for name, taken in figures.items():
        print(f"  {name:<42} {taken / reading:6.3f} x reading")


if __name__ == "__main__":
    main()
