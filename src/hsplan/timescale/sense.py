"""What a promise comes to, so that two wordings of it can be compared."""

from __future__ import annotations

from datetime import date

from hsplan.timescale.record import Timescale

Sense = tuple[date | None, date | None, str | None, str | None, str]


def sense(timescale: Timescale, due: date | None = None) -> Sense:
    """What a reading comes to; how exactly it was worded ("By Sept 2013", "30 September 2013") does not count.

    `due` is the date that stands beside a wording which gives none itself.
    """
    due = timescale.due or due
    return due, timescale.start, timescale.recurrence, timescale.condition, "" if due else timescale.kind
