"""`-q`, which every command takes: the result, and on stderr only what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, suppress
from io import StringIO
from typing import Any


def call(run: Callable[..., object], values: Mapping[str, Any]) -> object:
    """Run a command with what it is given; "quiet" it need not take itself."""
    own = {name: value for name, value in values.items() if name != "quiet" or name in run.__annotations__}
    if not values.get("quiet"):
        return run(**own)
    with _hushed():
        return run(**own)


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
