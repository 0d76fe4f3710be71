"""Dates that are none, and how they would be written."""

from __future__ import annotations

import re
from datetime import date

from hsplan.findings import shorten
from hsplan.timescale import read
from hsplan.timescale.days import add_months, month_length

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?|(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+),? (\d{4})", re.IGNORECASE)
_LENGTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
"""How many months a wording of each kind lasts, up to and with its last day."""
_EXAMPLE = "2027-03-31"
_MONTH_YEAR = re.compile(r"([a-z]+)\.?,? (\d{4})|(\d{1,2})/(\d{4})|(\d{4})-(\d{1,2})", re.IGNORECASE)


def day_fault(where: str, key: str, value: str, *, needed: bool) -> tuple[str, str]:
    """Message and help for text that is not a day of the calendar written YYYY-MM-DD.

    `where` is what the message calls the value; `needed` says that its record can't do without it.
    """
    reason = _not_in_calendar(value)
    if reason:
        return f'{where} is "{value}", but {reason}.', "Write a day of the calendar as year-month-day."
    message = f'{where} is "{shorten(value)}", which is not a day written year-month-day.'
    day = day_meant(value)
    if day:
        words = f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"
        return message, f"Write {day.isoformat()} if {words} is meant."
    if key == "due":
        return message, 'Put these words under "timescale:" and leave "due:" out; hsplan reads the day from them.'
    stretch = _stretch(value)
    if stretch and key in ("from", "to"):
        which, meant = ("first", stretch[0]) if key == "from" else ("last", stretch[1])
        return message, f"Write {meant.isoformat()} if the {which} day of {shorten(value)} is meant."
    month = _month(value)
    if month:
        return message, f"The day is missing. The month is {month}: write {month}-01, or the day that is right."
    unknown = "" if needed else ", or leave the key out where the day is not known"
    return message, f"Write a day, for example {stretch[1].isoformat() if stretch else _EXAMPLE}{unknown}."


def past_fault(where: str, value: str) -> tuple[str, str]:
    """Message and help for text that is none of YYYY, YYYY-MM and YYYY-MM-DD."""
    reason = _not_in_calendar(value)
    if reason:
        return f'{where} is "{value}", but {reason}.', "Write a day (2027-03-31), a month (2027-03) or a year (2027)."
    message = f'{where} is "{shorten(value)}", which is not a date written year-month-day, year-month or year.'
    day = day_meant(value)
    written = day.isoformat() if day else _month(value)
    if written:
        return message, f"Write {written}."
    return message, "Write a day (2027-03-31), a month (2027-03) or a year (2027); other words go into a note."


def _not_in_calendar(value: str) -> str:
    """Why a text that has the right look is not a day: there is no such month, or the month is shorter."""
    match = _ISO.fullmatch(value)
    parts = match.groups() if match else (*value.split("-"), "1") if re.fullmatch(r"\d{4}-\d{2}", value) else ()
    if len(parts) != 3:
        return ""
    year, month, day = map(int, parts)
    if not 1 <= month <= 12:
        return f"there is no month {parts[1]}"
    if year < 1:
        return "there is no year 0"
    days = month_length(year, month)
    return f"{_MONTHS[month - 1].capitalize()} {year} has {days} days" if not 1 <= day <= days else ""


def day_meant(value: str) -> date | None:
    """The day that was probably meant. Figures with the day first are read as they are in Britain,
    unless only the American way makes a day of them."""
    text = _out_of_excel(value.strip())
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (part for part in match.groups() if part)
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        if int(month) > 12:
            day, month = month, day  # the American way
    elif match := _IN_WORDS.fullmatch(text):
        day, month, year = match[1], str(_number(match[2])), match[3]
    else:
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _out_of_excel(text: str) -> str:
    """The day in words where Excel has made a number of it; else the text."""
    if not text.isdigit() or len(text) != 5:
        return text
    found = read(text)
    return found.suggestion or text if found.faults == ("excel-serial",) else text


def _stretch(value: str) -> tuple[date, date] | None:
    """The first and last day of the month, quarter or year that a wording gives beyond doubt."""
    found = read(value)
    months = _LENGTHS.get(found.kind)
    if found.due is None or found.doubt or found.condition or found.further or months is None:
        return None
    start = add_months(found.due.replace(day=1), 1 - months)
    return (start, found.due) if found.due.day == month_length(found.due.year, found.due.month) else None


def _month(value: str) -> str:
    """The month that was probably meant, as YYYY-MM; "" where none can be told."""
    match = _MONTH_YEAR.fullmatch(value.strip())
    if not match:
        return ""
    year = match[2] or match[4] or match[5]
    month = _number(match[1]) if match[1] else int(match[3] or match[6])
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""


def _number(name: str) -> int:
    """The number of a month by its name or the first three letters or more of it; 0 for none."""
    word = name.casefold()
    return next((n for n, month in enumerate(_MONTHS, 1) if len(word) >= 3 and month.startswith(word)), 0)
