"""Wordings read by one context, each once: officers write the same few again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hsplan.timescale.reading import read
from hsplan.timescale.record import Context, Timescale

Reader = Callable[[str], Timescale]
"""Reads a wording by one plan's own period, adoption date and phases."""


def reader_of(context: Context) -> Reader:
    """A reader that remembers what it has read, for as long as somebody holds it."""
    return cache(lambda wording: read(wording, context))
