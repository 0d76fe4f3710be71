"""Recurrences: a frequency and what anchors it, as an RRULE and its first due date."""

from __future__ import annotations

from datetime import date
from typing import Final

from hsplan.frozen import Frozen
from hsplan.timescale.days import DAY, add_months, month_length
from hsplan.timescale.frequency import Frequency
from hsplan.timescale.opening import after
from hsplan.timescale.point import Open, Point
from hsplan.timescale.record import Context, Precision

_FIXING: Final = frozenset(("day", "month", "quarter", "half", "season"))


class Recurrence(Frozen):
    """`due` is the first due date on or after the period's start, where the wording fixes a day or a month."""

    rule: str
    due: date | None = None
    precision: Precision | None = None
    meaning: str = ""
    doubt: str | None = None


def plain(frequency: Frequency, context: Context) -> Recurrence:
    """ "quarterly": no due date; "end of each month": the first month's end."""
    due = first_fixed(frequency.by, context) if frequency.fixed else None
    precision: Precision | None = "day" if due else None
    return Recurrence(frequency.rule, due, precision, frequency.words, frequency.doubt)


def first_fixed(by: str, context: Context) -> date | None:
    """The first date of a BYMONTH, BYMONTHDAY rule on or after the period's start."""
    base = context.start or context.adopted
    if base is None:
        return None
    rule = dict(part.split("=") for part in by.split(";") if part)
    months = [int(month) for month in rule.get("BYMONTH", "1,2,3,4,5,6,7,8,9,10,11,12").split(",")]
    wanted = int(rule.get("BYMONTHDAY", "-1"))
    year, month = base.year, base.month
    for _ in range(12 * 9):
        length = month_length(year, month)
        number = length if wanted < 0 else wanted
        if month in months and number <= length and date(year, month, number) >= base:
            return date(year, month, number)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def each_year(frequency: Frequency, opens: list[Open], context: Context) -> Recurrence | None:
    """ "each April", "annually by 31 March", "quarterly (June, September, December, March)"."""
    days = [_month_and_day(what) for what in opens]
    placed = [day for day in days if day is not None]
    if len(placed) != len(opens):
        return None
    numbers = {day for _, day in placed}
    if len(numbers) > 1:
        return None
    months = ",".join(str(month) for month in sorted({month for month, _ in placed}))
    by = f";BYMONTH={months};BYMONTHDAY={numbers.pop()}"
    interval = f";INTERVAL={frequency.interval}" if frequency.unit == "YEARLY" and frequency.interval > 1 else ""
    due = first_fixed(by, context)
    precision: Precision = "day" if opens[0].unit == "day" else "month"
    return Recurrence(f"FREQ=YEARLY{interval}{by}", due, precision if due else None, "", frequency.doubt)


def _month_and_day(what: Open) -> tuple[int, int] | None:
    """The month and day that it ends on each year; -1 is the month's last day."""
    if what.unit == "day" and what.edge is None:
        return what.number, what.day
    base = date(2001, 1, 1)
    found = after(what, base)
    if found is None or found.last is None or what.unit == "easter":
        return None
    last = found.last
    return last.month, -1 if (last + DAY).day == 1 else last.day


def anchored(frequency: Frequency, point: Point, context: Context) -> Recurrence:
    """ "every 6 months from March 2010": counted from a dated point."""
    if frequency.fixed or point.last is None or not (frequency.thereafter or point.precision in _FIXING):
        return plain(frequency, context)
    anchor = point.last
    at_end = point.precision != "day" and (anchor + DAY).day == 1
    by = ""
    if at_end and frequency.unit in ("MONTHLY", "YEARLY"):
        by = ";BYMONTHDAY=-1" if frequency.unit == "MONTHLY" else f";BYMONTH={anchor.month};BYMONTHDAY=-1"
    due = on_or_after(frequency, anchor, context.start or anchor, at_end)
    return Recurrence(frequency.rule + by, due, point.precision, f"{frequency.words}, {point.meaning}", frequency.doubt)


def on_or_after(frequency: Frequency, anchor: date, day: date, at_end: bool) -> date:
    """The first occurrence on or after a day, counted from the anchor."""
    if anchor >= day:
        return anchor
    if frequency.unit in ("DAILY", "WEEKLY"):
        step = frequency.interval * (7 if frequency.unit == "WEEKLY" else 1)
        missing = (day - anchor).days
        return date.fromordinal(anchor.toordinal() + -(-missing // step) * step)
    step = frequency.interval * (12 if frequency.unit == "YEARLY" else 1)
    count = max(0, ((day.year - anchor.year) * 12 + day.month - anchor.month) // step)
    for number in (count, count + 1, count + 2):
        found = add_months(anchor, number * step)
        if at_end:
            found = found.replace(day=month_length(found.year, found.month))
        if found >= day:
            return found
    return anchor
