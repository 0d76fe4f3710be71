"""How far a long run has come, for somebody who waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from hsplan.cli.quiet import quiet

Each = TypeVar("Each")
_PATIENCE = 1.0
"""Seconds before a bar is drawn."""


def watched(items: Iterable[Each], total: int, what: str) -> Iterator[Each]:
    """The items as they come; a bar is drawn on stderr where that is a terminal and they take more than a second."""
    if quiet() or not sys.stderr.isatty():
        yield from items
        return
    from time import monotonic

    start, done, rest = monotonic(), 0, iter(items)
    for item in rest:
        done += 1
        yield item
        if monotonic() - start > _PATIENCE:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=done)
        for item in rest:
            progress.advance(task)
            yield item
