"""The report on the disk: whether it is up to date, and how it is opened."""

from __future__ import annotations

import os

from hsplan.cli.quiet import warn
from hsplan.errors import HsplanError
from hsplan.findings import command


def is_site(path: str) -> bool:
    """Whether a path asks for a folder of pages: a folder that is there, or a name that ends with a slash."""
    return path.endswith(("/", os.sep)) or os.path.isdir(path)


def compare(path: str, text: str) -> int:
    """0 where the file on disk is what would be made now; else 1, and a line that says so."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            there = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise HsplanError("cannot be read.", where=path, mend="Write it first, with --output.") from error
    if there == text:
        print(f"{path} is what would be made now.")
        return 0
    only = "; only the commit that its last lines name is another" if _said(there) == _said(text) else ""
    print(f"{path} is not what would be made now{only}. Write it again with {command('--output', path)}.")
    return 1


def _said(text: str) -> list[str]:
    """What a report says, without the line on where it comes from."""
    return [line for line in text.splitlines() if "Made with hsplan from" not in line]


def open_file(path: str) -> None:
    """Show it in the browser, or say that there is none."""
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(path).resolve().as_uri()):
        warn(f"No browser could be opened; open {path} yourself.")
