"""A stretch of days that a wording names: a day, a month, a quarter, a year, a range."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hsplan.frozen import Frozen
from hsplan.timescale.record import Kind, Precision
from hsplan.timescale.year import Year

OpenUnit = Literal["day", "month", "quarter", "half", "season", "year", "financial", "christmas", "easter", "new-year"]


class Open(Frozen):
    """What a wording without a year names: 31 March is ("day", 3, 31), Q2 is ("quarter", 2), summer ("season", 1)."""

    unit: OpenUnit
    number: int
    day: int = 0
    edge: str | None = None


class Length(Frozen):
    """A length of time: "12-18 months" has low 12 and high 18."""

    low: int | None
    high: int
    unit: str


class Point(Frozen):
    """`first` and `last` are None while the year is open, and when a year of the plan can't be placed."""

    kind: Kind
    first: date | None
    last: date | None
    precision: Precision | None
    meaning: str
    doubt: str | None = None
    spread: bool = False
    """Whether the wording gives the first day too, as a range does; a bare month is only a deadline."""
    year: Year | None = None
    open: Open | None = None
    other: tuple[date, date] | None = None
    """The days of the other real reading, where there is one: brackets after it may say which is meant."""
    fault: str | None = None
    """Why no date could be made of it, as a sentence for an officer; then `last` is None."""
    suggestion: str | None = None
    length: Length | None = None
    """What a relative point was counted with."""
    bare: bool = False
    """A year alone: the words beside it decide whether it is one."""
