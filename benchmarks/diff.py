"""`hsplan diff` and `hsplan history` against git's own words: whole processes, commands in turn, median of rounds.

    cd benchmarks && python diff.py

Two plans of 100 actions and two of 10,000, of which one action in ten has changed; then 500 commits to a plan of 100
actions, each of which adds a progress entry; then what git runs for a version of a plan that it shows, or merges. Every
figure is a ratio taken in one run; see README.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from lint import compare

from plans import OWNERS, plan_text

COMMITS = 500
BEFORE = "Second draft agreed by all but one of the partners"
AFTER = "Second draft agreed by all of the partners"
ENTRY = """\
              - date: {day}
                status: in progress
                note: "Talks with the partners, meeting {number}"
"""
ALONE = ("git", "-c", "core.pager=cat")


def edited(text: str) -> str:
    """The plan with one action in ten changed: by turns a lead, a title, a progress entry and a date change."""
    found = text.split("            title: ")
    for number in range(1, len(found), 10):
        part = found[number]
        turn = number // 10 % 4
        if turn == 0:
            part = part.replace("lead: ", "lead: City #", 1)
        elif turn == 1:
            part = part.replace('"', '"Again: ', 1)
        elif turn == 2:
            part = part.replace(BEFORE, AFTER)
        else:
            change = "{date: 2025-01-01, timescale: March 2029, decided: 2025-01-10, decision: Board}"
            part = part.replace(
                "            progress:", f"            date_changes: [{change}]\n            progress:", 1
            )
        found[number] = part
    return "            title: ".join(found)


def sides(text: str) -> dict[str, str]:
    """A plan, and two versions of it: one with an entry for each even action, one for each odd."""
    parts = text.split('          "')
    made = {"base": text}
    for side, first in (("ours", 1), ("theirs", 2)):
        own = list(parts)
        for place in range(first, len(own), 2):
            own[place] = _with_entry(own[place], ENTRY.format(day=date(2026, 3, 1), number=place))
        made[side] = '          "'.join(own)
    return made


def history(folder: Path) -> None:
    """A repository of 500 commits in the folder, made by git's own importer, with its working tree."""
    parts = plan_text("live-2024", 100).split('          "')
    stream = [_blob(1, OWNERS)]
    mark = 1
    for number in range(COMMITS):
        day = date(2024, 4, 2) + timedelta(days=2 * number)
        if number:
            place = number % 100 + 1
            parts[place] = _with_entry(parts[place], ENTRY.format(day=day, number=number))
        mark += 1
        stream += [_blob(mark, '          "'.join(parts)), _commit(day, mark, first=not number)]
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input="".join(stream).encode(), check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=folder, check=True)


def _with_entry(part: str, entry: str) -> str:
    """An action's text with one more progress entry; what follows the action in the file stays behind it."""
    lines = part.splitlines(keepends=True)
    last = max(index for index, line in enumerate(lines) if line.startswith("                note: "))
    return "".join([*lines[: last + 1], entry, *lines[last + 1 :]])


def _blob(mark: int, text: str) -> str:
    return f"blob\nmark :{mark}\ndata {len(text.encode())}\n{text}\n"


def _commit(day: date, mark: int, *, first: bool) -> str:
    seconds = int((day - date(1970, 1, 1)).total_seconds()) + 43_200
    who = f"An officer <officer@example.org> {seconds} +0000"
    owners = "M 100644 :1 plans/owners.yaml\n" if first else ""
    return (
        f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata 8\nProgress\n{owners}"
        f"M 100644 :{mark} plans/live-2024.yaml\n\n"
    )


def _print(title: str, commands: dict[str, list[str]], folder: Path, rounds: int) -> None:
    costs = compare(commands, folder, rounds)
    bare, git = costs["python -c pass"].cpu, costs[next(iter(commands))].cpu
    print(f"\n{title}")
    for name, cost in costs.items():
        print(f"  {name:<34} {cost.cpu / bare:8.1f} interpreter starts {cost.cpu / git:8.1f} x git")


def main() -> None:
    """Print both tables."""
    hsplan = [sys.executable, "-m", "hsplan"]
    bare = {"python -c pass": [sys.executable, "-c", "pass"]}
    os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for actions, rounds in ((100, 9), (10_000, 3)):
            text = plan_text("old", actions)
            (folder / "old.yaml").write_text(text, encoding="utf-8")
            (folder / "new.yaml").write_text(edited(text), encoding="utf-8")
            commands = {
                "git diff --no-index": [*ALONE, "diff", "--no-index", "old.yaml", "new.yaml"],
                "hsplan diff": [*hsplan, "diff", "old.yaml", "new.yaml"],
                "hsplan diff --format html": [*hsplan, "diff", "old.yaml", "new.yaml", "--format", "html"],
                **bare,
            }
            _print(f"two plans of {actions} actions", commands, folder, rounds)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        history(folder)
        as_at = ["--as-at", "2026-12-31"]
        commands = {
            "git log -p": [*ALONE, "log", "-p", "--", "plans/live-2024.yaml"],
            "hsplan history live-2024/5.1": [*hsplan, "history", "live-2024/5.1"],
            "hsplan history live-2024 --trend csv": [*hsplan, "history", "live-2024", "--trend", "csv", *as_at],
            **bare,
        }
        _print(f"{COMMITS} commits to a plan of 100 actions", commands, folder, 5)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for side, text in sides(plan_text("live", 100)).items():
            (folder / side).write_text(text, encoding="utf-8")
        files = ["ours", "base", "theirs"]
        commands = {
            "git merge-file": ["git", "merge-file", "-p", *files],
            "hsplan merge-driver": [*hsplan, "merge-driver", "base", "ours", "theirs", "7", "live.yaml"],
            "hsplan textconv": [*hsplan, "textconv", "base"],
            **bare,
        }
        # The driver writes over ours; merged once more, that is all of the work again.
        _print("one version, or two officers' versions, of 100 actions", commands, folder, 9)


if __name__ == "__main__":
    main()
