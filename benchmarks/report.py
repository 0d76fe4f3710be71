"""Whole-process `hsplan report` against the interpreter: plans of 100 actions up, templates compiled before or not.

Every figure is a ratio taken in one run, commands in turn, median of rounds; see README.md.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from lint import compare

from plans import write_plans


def main() -> None:
    """Print a table for plans of 100, 1,000 and 10,000 actions, or of the numbers given."""
    numbers = [int(word) for word in sys.argv[1:]] or [100, 1000, 10000]
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            os.environ["XDG_CACHE_HOME"] = name
            (path,) = write_plans(folder, 1, number)
            report = [sys.executable, "-m", "hsplan", "report", str(path), "--as-at", "2026-03-31", "--format"]
            costs = compare(
                {
                    "python -c pass": [sys.executable, "-c", "pass"],
                    "HTML": [*report, "html"],
                    "HTML, first": ["env", "HSPLAN_NO_CACHE=1", *report, "html"],
                    "Markdown": [*report, "md"],
                    "Markdown, first": ["env", "HSPLAN_NO_CACHE=1", *report, "md"],
                },
                folder,
                9 if number <= 100 else 3,
            )
            print(f"\n{number} actions ({path.stat().st_size / 1e6:.2f} MB)")
            bare = costs["python -c pass"].cpu
            for each, cost in costs.items():
                beyond = cost.cpu - bare
                print(f"  {each:<16} {cost.cpu / bare:8.1f} interpreter starts {beyond:7.3f} s {cost.memory:6.0f} MB")


if __name__ == "__main__":
    main()
