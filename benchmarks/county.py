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
from hsplan.monitor.account import account
from hsplan.monitor.ledger import ledgers
from hsplan.monitor.life import lives
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


def accounts(states: list[PlanState]) -> None:
    """Everything that two plans and more say of each other as at one date: every account and ledger."""
    of = lineage(states)
    assert all(account(state, of).balanced for state in states)
    assert all(ledger.agrees for ledger in ledgers(of))


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
        "lineage, accounts and ledgers, one date": seconds(lambda: accounts(states)),
        "the whole life of each action": seconds(lambda: list(lives(of))),
    }
    print(f"{len(plans)} plans, {len(of.actions)} actions, {len(of.pairs)} hand-overs as at {day}")
    for name, taken in figures.items():
        print(f"  {name:<42} {taken / reading:6.3f} x reading")


if __name__ == "__main__":
    main()
