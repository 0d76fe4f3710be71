"""What all rules together cost, against reading and validating the same plan: real plans, and one without findings.

CPU time inside one process, the best of many rounds taken in turn; see README.md.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hsplan.cli.running import open_workspace
from hsplan.document import read
from hsplan.lint import Report, lint
from hsplan.lint.looking import found_by
from hsplan.lint.registry import RULES
from hsplan.lint.rule import View
from hsplan.monitor import PlanState, assess
from hsplan.monitor.indicators import IndicatorState, assess_indicators
from hsplan.plan import read_plan
from hsplan.schema import valid
from hsplan.workspace import Workspace
from plans import write_plans

ROOT = Path(__file__).parent.parent
ROUNDS = 40


def best(*works: Callable[[], object]) -> list[float]:
    """The least CPU time of each, in milliseconds, all taken in turn."""
    least = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for number, work in enumerate(works):
            start = time.process_time_ns()
            work()
            least[number] = min(least[number], time.process_time_ns() - start)
    return [each / 1e6 for each in least]


def costs(path: Path, as_at: date) -> tuple[float, float, float, float, Report]:
    """Milliseconds to read and validate a plan, to judge where its actions stand (which reads its timescales) and its
    indicators, to find what all rules find, and for lint whole, the owners list too; and what lint found."""
    name = str(path)
    workspace: Workspace = open_workspace([name])
    found = lint(workspace, as_at)

    def reading() -> None:
        document = read(path.read_bytes(), name)
        assert document.root is not None
        read_plan(document)
        valid(document.root, "plan")

    loaded = workspace.read(workspace.named[0])
    plan = loaded.plan
    assert plan is not None
    thresholds = workspace.config.thresholds

    def judging() -> tuple[PlanState, tuple[IndicatorState, ...]]:
        state = assess(plan, loaded.owners, as_at, thresholds)
        return state, assess_indicators(plan, loaded.owners, as_at, thresholds)

    state, indicators = judging()

    def rules() -> None:
        view = View(plan, loaded.owners, state, workspace, as_at, sound=True)
        view.indicators = indicators
        list(found_by(RULES, view))

    times = best(reading, judging, rules, lambda: lint(workspace, as_at))
    return times[0], times[1], times[2], times[3], found


def main() -> None:
    """Print a line a plan."""
    gc.disable()  # as the command does
    with tempfile.TemporaryDirectory() as folder:
        (made,) = write_plans(Path(folder), 1)
        for path in [made, *sorted((ROOT / "plans").glob("*-*.yaml"))]:
            reading, judging, rules, whole, found = costs(path, date(2026, 11, 22))
            number = len(found.findings) + len(found.accepted)
            print(
                f"{path.stem:<22} reading and validating {reading:5.1f} ms; of that: judging "
                f"{judging / reading:4.2f}, all rules {rules / reading:4.2f}, lint whole {whole / reading:4.2f}; "
                f"{number} findings, accepted ones too"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
