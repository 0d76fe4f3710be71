"""What every command does alike: read a day, open the workspace, deliver the result. Knows no parser."""

from __future__ import annotations

import os
import sys
from datetime import date

from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.plan import Plan
from hsplan.plan.period import day
from hsplan.workspace import Config, Loaded, Workspace, load_config, write_output


def as_at_date(text: str, option: str = "--as-at") -> date:
    """The day asked for with an option, else today. Raises HsplanError for what is no day."""
    if not text:
        return today()
    found = day(text)
    if found is None:
        raise HsplanError(
            f'{option}: "{text}" is not a day of the calendar.', mend="Write it as YYYY-MM-DD, 2026-03-31."
        )
    return found


def choice(option: str, value: str, known: tuple[str, ...]) -> str:
    """The value if it is one of the known words. Raises HsplanError with a suggestion otherwise."""
    if value in known:
        return value
    from difflib import get_close_matches

    close = get_close_matches(value, known, n=1)
    hint = f' Did you mean "{close[0]}"?' if close else ""
    raise HsplanError(f'{option}: "{value}" is none of {", ".join(known)}.{hint}')


def open_workspace(paths: list[str] | None) -> Workspace:
    """The workspace that the paths stand in, with its configuration."""
    config, root = configuration(paths)
    return Workspace.load(paths or [], config, root)


def configuration(paths: list[str] | None) -> tuple[Config, str]:
    """The configuration that holds for the paths (the current folder where none are given), and its root."""
    first = paths[0] if paths else "."
    return load_config(first if os.path.isdir(first) else os.path.dirname(first) or ".")


def readable(workspace: Workspace) -> tuple[list[tuple[Loaded, Plan]], int]:
    """The named plans that can be read, and the exit code: 1 where one had to be left out, which stderr then says."""
    found = []
    code = 0
    for loaded in workspace.plans():
        if loaded.plan is None:
            path = loaded.document.path
            print(f'Warning: {path} cannot be read and is left out; "hsplan lint {path}" says why.', file=sys.stderr)
            code = 1
        else:
            found.append((loaded, loaded.plan))
    return found, code


def use_colour(when: str, output: str) -> bool:
    """Whether to paint: on a terminal, unless NO_COLOR is set or the result goes to a file."""
    choice("--color", when, ("auto", "always", "never"))
    if when != "auto" or output:
        return when == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def refuse_source(path: str) -> None:
    """Raise HsplanError where a result would be written over a plan, an owners list or the settings."""
    if path.lower().endswith((".yaml", ".yml", ".toml")) and os.path.exists(path):
        raise HsplanError(
            "is there already, and may be a plan or the settings.", where=path, mend="Choose another name."
        )


def deliver(text: str, output: str) -> None:
    """Print the result, or write it to a file whole and say so on stderr."""
    if output:
        refuse_source(output)
        write_output(output, text)
        print(f"Written: {output}", file=sys.stderr)
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
