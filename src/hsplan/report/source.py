"""Where a report comes from: the commit that last changed the files that it was made from."""

from __future__ import annotations

from datetime import date

from hsplan.frozen import Frozen
from hsplan.timescale.wording import words


class Source(Frozen):
    """The last commit that changed the plan's file or the owners list; with several plans, any of their files."""

    commit: str
    """Its first eight characters."""
    day: str
    """Its author's day, "3 July 2011"."""
    changed: bool
    """Whether the files hold changes that are not committed yet."""
    words: str
    """All of it: "commit 1a2b3c4d of 3 July 2011, with changes that are not committed yet"."""


def source(commit: str, day: date, *, changed: bool) -> Source:
    """A source from a commit's full name and its author's day."""
    name, when = commit[:8], words(day)
    also = ", with changes that are not committed yet" if changed else ""
    return Source(name, when, changed, f"commit {name} of {when}{also}")
