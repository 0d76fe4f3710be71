"""`-q`, which every command takes: the result, and on stderr only what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from io import StringIO
from typing import Any

from typer.core import TyperOption

HELP = "Print the result alone, without hints and counts; warnings and errors still show."


def give_quiet(command: Any) -> None:
    """Let a parsed command take `-q`, and hold to it while it runs."""
    run: Callable[..., object] = command.callback
    is_own = any("--quiet" in parameter.opts for parameter in command.params)
    if not is_own:
        declared = ["quiet", "--quiet", "-q"]
        command.params.append(TyperOption(param_decls=declared, is_flag=True, default=False, help=HELP))

    def callback(**values: Any) -> object:
        quiet = values["quiet"] if is_own else values.pop("quiet")
        if not quiet:
            return run(**values)
        with _hushed():
            return run(**values)

    command.callback = callback


@contextmanager
def _hushed() -> Iterator[None]:
    """Hold back what is said on stderr. Warnings come at the end: by them something was left out."""
    said = StringIO()
    try:
        with redirect_stderr(said):
            yield
    finally:
        for line in said.getvalue().splitlines():
            if line.startswith("Warning:"):
                with suppress(OSError):
                    print(line, file=sys.stderr)
