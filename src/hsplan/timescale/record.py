"""The reading of one wording, and what the reading may refer to."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hsplan.frozen import Frozen

Kind = Literal[
    "date", "month", "quarter", "half", "season", "year", "range", "relative",
    "ongoing", "recurring", "conditional", "tbc", "none", "unparseable",
]  # fmt: skip
Precision = Literal["day", "month", "quarter", "half", "season", "third", "year", "period"]
Fault = Literal[
    "impossible", "excel-serial", "backwards", "vague", "status", "no-year", "no-period", "too-long", "moved"
]


class Span(Frozen):
    """Characters of the wording, counted from 0; the end is not included."""

    start: int
    end: int


class Terms(Frozen):
    """How many months "short term", "medium term" and "long term" last, from the plan's start.

    Councils' own definitions differ; these defaults are the commonest (up to 1, 3 and 5 years).
    """

    short: int = 12
    medium: int = 36
    long: int = 60


class Context(Frozen):
    """What a wording may refer to; every part may be unknown.

    `start` and `end` are the first and last day of the plan's period, `adopted` the day from which months "after
    adoption" count, `phases` the plan's phases as (title, first day, last day).
    """

    start: date | None = None
    end: date | None = None
    adopted: date | None = None
    phases: tuple[tuple[str, date, date], ...] = ()
    terms: Terms = Terms()


class Timescale(Frozen):
    """An officer's wording and what it means.

    `kind` names the form that gives the due date; "conditional" and "tbc" stand only where there is no other time
    ("March 2015, subject to funding" is a month with a condition). "Ongoing and by April 2014" is ongoing, with a due
    date. `start` is the first day, given only where the wording gives one. `due` is the last day meant. `further`
    holds the other dates of a wording with several, oldest first.

    `recurrence` is RFC 5545 RRULE text; where it has no BYMONTH, it counts from `due`.
    `used` are the parts that were understood, sorted and merged; what is outside was read past.
    """

    wording: str
    kind: Kind
    start: date | None
    due: date | None
    precision: Precision | None
    recurrence: str | None
    condition: str | None
    doubt: str | None
    further: tuple[date, ...]
    correction: str | None
    suggestion: str | None
    used: tuple[Span, ...]
    meaning: str
    corrected: str | None = None
    """The whole wording with its misspellings put right; None where there are none."""
    faults: tuple[Fault, ...] = ()
    """Why a rule may want to speak: e.g. "excel-serial", "vague", "status" (words for how an action stands), "moved"
    (words for a date that was moved)."""
