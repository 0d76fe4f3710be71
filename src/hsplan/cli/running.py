"""What every command does alike: read a day, open the workspace, deliver the result. Knows no parser."""

from __future__ import annotations

import os
import sys
from datetime import date

from hsplan.cli.quiet import say, warn
from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.findings import did_you_mean, quoted_command
from hsplan.plan import Plan
from hsplan.plan.period import day
from hsplan.workspace import Loaded, Workspace, configuration, write_output
from hsplan.workspace.files import shown
from hsplan.workspace.output import is_device


def as_at_date(text: str, option: str = "--as-at") -> date:
    """The day asked for with an option, else today. Raises HsplanError for what is no day, or a slip of centuries."""
    if not text:
        return today()
    found = day(text)
    if found is None:
        raise HsplanError(
            f'{option}: "{text}" is not a day of the calendar.', mend="Write it as YYYY-MM-DD, 2026-03-31."
        )
    if not 1900 <= found.year < 2200:
        raise HsplanError(f"{option}: {text} is too far away.", mend="Give a year between 1900 and 2199.")
    return found


def choice(option: str, value: str, known: tuple[str, ...]) -> str:
    """The value if it is one of the known words. Raises HsplanError with a suggestion otherwise."""
    if value in known:
        return value
    raise HsplanError(f'{option}: "{value}" is none of {", ".join(known)}.', mend=did_you_mean(value, known))


def open_workspace(paths: list[str] | None, at: str = "", *, may_be_empty: bool = False) -> Workspace:
    """The workspace that the paths stand in, with its configuration; `at` a revision where one is named.
    `may_be_empty`: where no paths are given, no plan need be there."""
    if at:
        from hsplan.versions.snapshot import workspace_at

        return workspace_at(paths or [], at, may_be_empty=may_be_empty)
    config, root = configuration(paths or ())
    return Workspace.load(paths or [], config, root, may_be_empty=may_be_empty)


def readable(workspace: Workspace) -> tuple[list[tuple[Loaded, Plan]], int]:
    """The named plans that can be read, each once, and the exit code: 1 where one had to be left out, which stderr then
    says."""
    found = []
    code = 0
    for path in each_once(workspace):
        loaded = workspace.read(path)
        if loaded.plan is None:
            path = loaded.document.path
            lint_it = lint_line(workspace, path)
            warn(f"Warning: {path} cannot be read and is left out; {lint_it} says why.")
            code = 1
        else:
            found.append((loaded, loaded.plan))
    return found, code


def each_once(workspace: Workspace) -> list[str]:
    """The named files, each plan once; of one that stands in two files stderr says which is left out."""
    paths, copies = workspace.counted()
    for path, other in copies.items():
        warn(f"Warning: {shown(path)} is left out: it has the same plan id as {other}, which counts.")
    return paths


def lint_line(workspace: Workspace, *paths: str) -> str:
    """The command that checks these files of the workspace, to be pasted."""
    at = workspace.source.revision
    return quoted_command("hsplan", "lint", *paths, *(("--at", at) if at else ()))


def use_colour(when: str, output: str) -> bool:
    """Whether to paint: on a terminal that shows colours, unless NO_COLOR is set or the result goes to a file."""
    choice("--color", when, ("auto", "always", "never"))
    if when == "never" or (when == "auto" and (output or not _wants_colour())):
        return False
    return _console_paints() or when == "always"


def _wants_colour() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def _console_paints() -> bool:
    """Whether the terminal shows colours. One of Windows has to be told to (PowerShell 5.1 prints them as letters)."""
    if sys.platform != "win32":
        return True
    try:
        from colorama import just_fix_windows_console  # comes with click there
    except ModuleNotFoundError:
        return False
    just_fix_windows_console()
    return True


def refuse_source(path: str) -> None:
    """Raise HsplanError where a result would be written over a plan, an owners list or the settings: over a file that
    is called like one, or that a link leads to, or that begins as they do under whatever name."""
    names = (path.lower(), os.path.realpath(path).lower())
    called = any(name.endswith((".yaml", ".yml", ".toml")) for name in names)
    if os.path.isfile(path) and (called or _begins_as_plan(path)):
        raise HsplanError(
            "is there already, and may be a plan or the settings.", where=path, mend="Choose another name."
        )


def _begins_as_plan(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            beginning = file.read(1 << 16)
    except OSError:
        return False  # whoever writes it is told why
    lines = (line for line in beginning.splitlines() if b"hsplan" in line)
    return any(line.partition(b":")[0].strip(b" \t\"'\xef\xbb\xbf") == b"hsplan" for line in lines)


def deliver(text: str | bytes, output: str, *, mark: bool = False) -> None:
    """Print the result, text or the bytes of a file, or write it to a file whole and say so on stderr. `mark`: begin
    a file, but nothing that is printed or piped, with the mark by which Excel knows that it is UTF-8."""
    if output:
        refuse_source(output)
        if mark and isinstance(text, str) and not is_device(output):
            text = f"\ufeff{text}"
        write_output(output, text)
        say(f"Written: {output}")
    elif isinstance(text, bytes):
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
