"""Small words: numbers of things, lists, lengths of time, past dates."""

from __future__ import annotations

from datetime import date

from hsplan.findings import counted, listed
from hsplan.plan import PastDate
from hsplan.timescale.days import MONTHS, months_later
from hsplan.timescale.wording import words

PROPOSED_KINDS = {"deferred": "deferral", "withdrawn": "withdrawal", "superseded": "replacement"}
PROPOSED_NOUNS = {**PROPOSED_KINDS, "superseded": "replacement by another action"}
"""What is proposed by an entry of that status that nobody has decided."""

_DAYS_ALONE = 31
"""Up to this many days a length of time is given in days, beyond it in months and days."""
_MONTHS_ALONE, _YEARS = 12, 24
"""From this many months on without days, which no longer tell a reader anything; and in years and months."""


def due_dates(number: int) -> str:
    """ "The due date of 1 action", "The due dates of 2 actions"."""
    return f"The due {'date' if number == 1 else 'dates'} of {counted(number, 'action')}"


def the(body: str) -> str:
    """A body as a sentence names it: "the Cabinet"; one whose own name begins so keeps it."""
    return body if body.lower().startswith("the ") else f"the {body}"


def by_id(key: str) -> str:
    """An action's id in a sentence: "7.2", and "action 2", which by itself would be read as a number."""
    return f"action {key}" if key.isdigit() else key


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


def past_words(past: PastDate) -> str:
    """A past fact's date as exactly as it is known: "12 October 2010", "April 2011", "2011"."""
    if past.first == past.last:
        return words(past.first)
    if past.first.month == past.last.month:
        return f"{MONTHS[past.first.month - 1]} {past.first.year}"
    return str(past.first.year)
