"""Whole-process `hsplan lint` against the interpreter, a bare libyaml parse, check-jsonschema and yamllint.

Every figure is a ratio taken in one run, commands in turn, median of rounds, since machines drift; see README.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from plans import write_plans

ROOT = Path(__file__).parent.parent
PARSE = "import sys, _ruamel_yaml as c\nfor p in sys.argv[1:]: c.CParser(open(p,'rb').read()).raw_parse()"


class Cost(NamedTuple):
    """Seconds of CPU and peak memory in MB of one whole process."""

    cpu: float
    memory: float


def run(command: list[str], folder: Path) -> Cost:
    """Run a command to its end, its output thrown away."""
    # Installed programs have their bytecode on disk; some machines switch the writing of it off.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(command, cwd=folder, stdout=null, stderr=null, env=environment)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(commands: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, Cost]:
    """The median cost of each command, run in turn, after one run of each that is not counted."""
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for command in commands.values() if rounds > 1 else ():
        run(command, folder)
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(run(command, folder))
    return {
        name: Cost(median(cost.cpu for cost in costs), max(cost.memory for cost in costs))
        for name, costs in taken.items()
    }


def commands(paths: list[Path], peers: str) -> dict[str, list[str]]:
    """What is compared, by name; `peers` is the Python of an environment with check-jsonschema and yamllint alone."""
    names = [str(path) for path in paths]
    schema = str(ROOT / "schema" / "action-plan.schema.json")
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "bare libyaml parse": [sys.executable, "-c", PARSE, *names],
        "hsplan lint": [sys.executable, "-m", "hsplan", "lint"],
        "check-jsonschema": [peers, "-m", "check_jsonschema", "--schemafile", schema, *names],
        "yamllint": [peers, "-m", "yamllint", "-d", "relaxed", *names],
    }


def main() -> None:
    """Print a table for 1, 10, 100 and 300 plans (or the numbers given) of 100 actions each."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()] or [1, 10, 100, 300]
    peers = next((word for word in sys.argv[1:] if not word.isdigit()), sys.executable)
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            paths = write_plans(folder, number)
            size = sum(path.stat().st_size for path in paths) / 1e6
            start = time.perf_counter()
            costs = compare(commands(paths, peers), folder, 9 if number == 1 else 3 if number <= 10 else 1)
            print(f"\n{number} plans of 100 actions ({size:.2f} MB), {time.perf_counter() - start:.0f} s of measuring")
            bare, ours = costs["python -c pass"].cpu, costs["hsplan lint"].cpu
            for each, cost in costs.items():
                starts, ratio = cost.cpu / bare, cost.cpu / ours
                print(f"  {each:<20} {starts:8.1f} interpreter starts {ratio:8.2f} x lint {cost.memory:6.0f} MB")


if __name__ == "__main__":
    main()
