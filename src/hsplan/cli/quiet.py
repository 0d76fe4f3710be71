"""`-q`, which every command takes: the result, and on stderr only what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

_QUIET = ContextVar("quiet", default=False)


def call(run: Callable[..., object], values: Mapping[str, Any]) -> object:
    """Run a command with what it is given; "quiet" it need not take itself."""
    own = {name: value for name, value in values.items() if name != "quiet" or name in run.__annotations__}
    token = _QUIET.set(bool(values.get("quiet")))
    try:
        return run(**own)
    finally:
        _QUIET.reset(token)


def quiet() -> bool:
    """Whether the command that runs was asked for its result alone."""
    return _QUIET.get()


def say(line: str) -> None:
    """Tell somebody something beside the result, unless that is all that was asked for."""
    if not quiet():
        print(line, file=sys.stderr)


def warn(line: str) -> None:
    """Tell somebody what went wrong or was left out, whatever was asked for."""
    print(line, file=sys.stderr)
