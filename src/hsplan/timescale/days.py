"""Sums with dates that every form needs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
DAY: Final = timedelta(days=1)


def month_length(year: int, month: int) -> int:
    """How many days the month (1 to 12) has in that year."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month - 1]


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, month_length(year, month))


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last day where it is shorter (31 August + 6 = 28 February)."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= 9999:
        return date.max if year > 9999 else date.min
    return date(year, month, day.day if day.day <= 28 else min(day.day, month_length(year, month)))


def months_later(day: date, months: int) -> date:
    """The same day so many months on; the end of a month stays the end of a month, as deadlines do."""
    moved = add_months(day, months)
    return month_end(moved.year, moved.month) if day == month_end(day.year, day.month) else moved


def block(first: date, months: int) -> tuple[date, date]:
    """The first and last day of so many months from a day: 1 April and 3 give 1 April and 30 June."""
    return first, add_months(first, months) - DAY


def full_year(short: int) -> int:
    """A year written with two digits is in the 2000s."""
    return 2000 + short


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus, as Meeus gives it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def words(day: date) -> str:
    """A date as reports write it: "30 September 2013"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def split_year(first: int) -> str:
    """How a financial or school year is written: 2014 gives "2014/15"."""
    return f"{first}/{(first + 1) % 100:02d}"


def listed(words: str) -> tuple[str, ...]:
    """A list of words written as one text."""
    return tuple(words.split())
