"""The days of a recurring timescale."""

from __future__ import annotations

from datetime import date, datetime, time

from hsplan.timescale.record import Timescale


def occurrences(timescale: Timescale, since: date, until: date) -> list[date]:
    """The due dates of a recurring timescale from one day to another, both included.

    Needs a fixed anchor: a due date to count from, or a rule that names its month and day ("each April"). Otherwise,
    and for a timescale that does not recur, the list is empty. The rule is expanded by dateutil (RFC 5545).
    """
    rule = timescale.recurrence
    if rule is None or until < since:
        return []
    anchor = timescale.due if timescale.kind == "recurring" and "UNTIL=" not in rule else None
    if anchor is None:
        if "BYMONTH=" not in rule:
            return []
        anchor = since
    from dateutil.rrule import rrulestr

    days = rrulestr(f"RRULE:{rule}", dtstart=datetime.combine(anchor, time()))
    found = days.between(datetime.combine(since, time()), datetime.combine(until, time()), inc=True)
    return [day.date() for day in found]
