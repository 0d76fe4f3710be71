"""Actions that come round: judged by the occurrence that is due next after the last progress."""

from __future__ import annotations

from datetime import date, timedelta

from hsplan.timescale import Timescale, occurrences


def next_occurrence(timescale: Timescale, reported: date | None, due: date | None) -> date | None:
    """The first occurrence after the day last reported on; `due` where the rule fixes no days."""
    if reported is None or due is None or reported < due:
        return due
    coming = occurrences(timescale, reported + timedelta(days=1), reported + timedelta(days=5 * 366))
    return coming[0] if coming else due
