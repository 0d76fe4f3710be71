"""How long one wording takes to read, beside `datetime.strptime` of one ISO date in the same run.

    python benchmarks/timescale.py

A ratio holds on any machine; the microseconds are this one's.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from hsplan.timescale import Context, read

PLAN = Context(date(2013, 4, 1), date(2018, 3, 31), date(2013, 4, 1))
COMMON = (
    "By Sept 2013",
    "December 2023",
    "Q1 2014/15",
    "31/03/2014",
    "Year 1",
    "Years 1&2",
    "Ongoing",
    "2014/15",
    "Quarterly",
)
MIXED = (
    "Ongoing and by April 2014", "Annual review be Dec each year", "Ongoing with review as at end March 2014",
    "within 6 months of adoption", "every six months from March 2010", "Subject to funding, by March 2015",
    "Setpember 2013", "Sept 13; Jan 14; April 14", "As detailed in plan", "Commence April 2021, complete by March 2022",
)  # fmt: skip
ROUNDS = 400


def microseconds(work: Callable[[], object], times: int) -> float:
    """The best of seven runs: the least disturbed one."""
    best = float("inf")
    for _ in range(7):
        start = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, (time.perf_counter() - start) / times)
    return best * 1e6


def reading(wordings: tuple[str, ...]) -> float:
    """Microseconds a wording."""
    return microseconds(lambda: [read(wording, PLAN) for wording in wordings], ROUNDS) / len(wordings)


def main() -> None:
    reading(COMMON + MIXED)  # the grammar's states are made when first needed
    fixed = microseconds(lambda: datetime.strptime("2014-03-31", "%Y-%m-%d"), 5000)
    print(f"datetime.strptime        {fixed:7.1f} µs   1.0")
    for name, wordings in (("common wordings", COMMON), ("mixed wordings", MIXED)):
        each = reading(wordings)
        print(f"{name:22} {each:9.1f} µs {each / fixed:5.1f}   {1e6 / each:,.0f} readings a second")
    junk = "12/" * 33_333
    print(f"100 KB of figures and slashes: {microseconds(lambda: read(junk), 5) / 1000:.2f} ms")


if __name__ == "__main__":
    main()
