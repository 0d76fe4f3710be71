"""Lengths of time in words, the same wherever one is told."""

from __future__ import annotations

from datetime import date

from hsplan.findings import counted, listed
from hsplan.timescale.days import months_later

_DAYS_ALONE = 31
"""Up to this many days a length of time is given in days, beyond it in months and days."""
_MONTHS_ALONE, _YEARS = 12, 24
"""From this many months on without days, which no longer tell a reader anything; and in years and months."""


def how_long(start: date, end: date) -> str:
    """The time from a day to a later one: "23 days", "5 months and 2 days", "14 months", "2 years and 3 months"."""
    days = (end - start).days
    if days <= _DAYS_ALONE:
        return counted(days, "day")
    months = (end.year - start.year) * 12 + end.month - start.month
    if months_later(start, months) > end:
        months -= 1
    if months >= _YEARS:
        years, left = divmod(months, 12)
        return listed([text for text in (counted(years, "year"), counted(left, "month") if left else "") if text])
    rest = (end - months_later(start, months)).days if months < _MONTHS_ALONE else 0
    return listed([text for text in (counted(months, "month"), counted(rest, "day") if rest else "") if text])
