"""`hsplan textconv FILE`, which git runs for each version of a plan that it shows; nobody else needs it."""

from __future__ import annotations

import os
import sys

from hsplan.document import read
from hsplan.document.facts import facts, facts_in_conflict
from hsplan.errors import HsplanError

_EDITORS = ("VSCODE_PID", "VSCODE_GIT_COMMAND")
"""Set where VS Code or one of its extensions runs git: it reads the old text so and sets it beside the file's own."""


def run(arguments: list[str]) -> int:
    """Print the facts of a plan, one a line; the file's own bytes where it is no plan, or where an editor asks."""
    if len(arguments) != 1:
        raise HsplanError("git runs this command, with the name of one file.", mend="Try: hsplan diff")
    try:
        with open(arguments[0], "rb") as file:
            data = file.read()
    except OSError as error:
        raise HsplanError(f"cannot be read ({error.strerror or error})", where=arguments[0]) from error
    lines = None if any(os.environ.get(name) for name in _EDITORS) else _facts(data)
    sys.stdout.flush()
    sys.stdout.buffer.write(data if lines is None else "".join(f"{line}\n" for line in lines).encode())
    sys.stdout.buffer.flush()
    return 0


def _facts(data: bytes) -> list[str] | None:
    if b"hsplan" not in data and b"owners" not in data:
        return None
    document = read(data, "")
    if document.root is None:
        return facts_in_conflict(document)
    return facts(document) if {"hsplan", "owners"} & document.root.keys() else None
