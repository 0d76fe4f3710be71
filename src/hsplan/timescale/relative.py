"""Times counted from the plan: "within 6 months of adoption", "month 6", "short term"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from hsplan.timescale.cascade import Builder, Form, Made
from hsplan.timescale.days import DAY, add_months, words
from hsplan.timescale.point import Length, Point
from hsplan.timescale.record import Context

NO_BASE: Final = "It counts from the plan's adoption or start, which is not known here."
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}


def moved(day: date, count: int, unit: str) -> date:
    """A day so many units on; working days leave out Saturdays and Sundays, not bank holidays."""
    if unit in _MONTHS_IN:
        return add_months(day, min(count * _MONTHS_IN[unit], 6000))
    if unit == "working day":
        weeks, rest = divmod(min(count, 5000), 5)
        day += timedelta(days=7 * weeks)
        while rest:
            day += DAY
            rest -= day.weekday() < 5
        return day
    return day + timedelta(days=min(count, 9999) * (7 if unit == "week" else 1))


def spoken(length: Length) -> str:
    """ "6 months", "12 to 18 months", "1 year"."""
    number = f"{length.low} to {length.high}" if length.low is not None else str(length.high)
    return f"{number} {length.unit}{'' if number == '1' else 's'}"


def counted(length: Length, base: date | None, name: str) -> Point:
    """A length counted from a day. "within 6 months" is the same day six months on, or the month's last day."""
    meaning = f"{spoken(length)} after {name}"
    if base is None:
        return Point("relative", None, None, None, meaning, doubt=NO_BASE, length=length)
    last = moved(base, length.high, length.unit)
    first = base if length.low is None else moved(base, length.low, length.unit)
    doubt = "Bank holidays are not taken out." if length.unit == "working day" else None
    meaning = f"{spoken(length)} after {words(base)}, {name}"
    return Point("relative", first, last, "day", meaning, doubt=doubt, spread=length.low is not None, length=length)


def from_plan(context: Context, length: Length) -> Point:
    """Counted from adoption, else from the first day of the plan's period."""
    if context.adopted is not None:
        return counted(length, context.adopted, "the plan's adoption")
    return counted(length, context.start, "the plan's start")


def from_start(context: Context, length: Length) -> Point:
    if context.start is None:
        return from_plan(context, length)
    return counted(length, context.start, "the plan's start")


def from_a_start(context: Context, length: Length) -> Point:
    found = from_start(context, length)
    return found._replace(doubt=found.doubt or "It counts from a start or commencement: read as the plan's start.")


def from_publication(context: Context, length: Length) -> Point:
    found = from_plan(context, length)
    doubt = found.doubt or "It counts from publication or launch: read as the plan's adoption."
    return found._replace(doubt=doubt)


def from_point(_: Context, length: Length, point: Point) -> Point | None:
    """Within 3 months of 1 April 2014."""
    base = point.first if point.kind == "date" else point.last
    if base is None:
        return None
    doubt = (
        point.doubt
        if point.kind == "date"
        else f"It is counted from the end of {point.meaning.removeprefix('end of ')}, {words(base)}."
    )
    return counted(length, base, point.meaning)._replace(doubt=doubt)


def over(context: Context, length: Length) -> Point:
    """ "over 12 months", "5+ years": no last day; "over the next 3 years" has its own form."""
    found = from_plan(context, length)
    doubt = f"It is read as within {spoken(length)}; it could also mean more than that."
    return found._replace(doubt=found.doubt or doubt, spread=False)


def more_than(context: Context, length: Length) -> Made:
    found = from_plan(context, length)
    doubt = f"It says more than {spoken(length)}: that sets no last day."
    begin = found.last
    return Made("starts", found._replace(first=begin, last=None, doubt=doubt, spread=begin is not None, precision=None))


def afterwards(context: Context, length: Length) -> Point:
    found = from_plan(context, length)
    doubt = f"It says after {spoken(length)}: read as the day when they are over."
    return found._replace(doubt=found.doubt or doubt)


def plan_of(context: Context, length: Length) -> Point:
    """ "5 year plan"."""
    found = from_start(context, length)
    return found._replace(doubt=found.doubt or f"It is read as within {spoken(length)} of the plan's start.")


def numbered_month(context: Context, months: tuple[int, int]) -> Point:
    """Month 6 is the sixth month of the plan: its last day."""
    low, high = months
    meaning = f"month {high} of the plan" if low == high else f"months {low} to {high} of the plan"
    base = context.start or context.adopted
    if base is None:
        return Point("relative", None, None, "month", meaning, doubt=NO_BASE)
    last = add_months(base, high) - DAY
    doubt = f"Month {high} is counted from the plan's start, {words(base)}."
    return Point("relative", add_months(base, low - 1), last, "month", meaning, doubt=doubt, spread=low != high)


def term(which: str) -> Builder:
    """Short, medium and long term: so many months from the plan's start, as configured."""

    def build(context: Context, *_: object) -> Point:
        months = {"short": context.terms.short, "medium": context.terms.medium, "long": context.terms.long}[which]
        meaning = f"{which} term, within {months} months"
        base = context.start or context.adopted
        if base is None:
            return Point("relative", None, None, None, meaning, doubt=f"{which.capitalize()} term names no date.")
        last = add_months(base, months) - DAY
        doubt = f"{which.capitalize()} term names no date: read as the first {months} months, to {words(last)}."
        return Point("relative", None, last, "period", meaning, doubt=doubt)

    return build


def first_part(context: Context, which: int, length: Length) -> Point | None:
    return from_start(context, length) if which == 1 else None


_ANCHOR: Final = "of|from|after|following|post|since|with"

TERMS: Final = [
    Form("short [-] termw", "term", term("short")),
    Form("medium|mid [-] termw", "term", term("medium")),
    Form("long|longer [-] termw", "term", term("long")),
    Form("short [-] [termw] to|-|/|and|& medium|mid [-] termw", "term", term("medium")),
    Form("medium|mid [-] [termw] to|-|/|and|& long|longer [-] termw", "term", term("long")),
    Form("short [-] [termw] to|-|/|and|& long [-] termw", "term", term("long")),
]

FORMS: Final = [
    Form(f"length {_ANCHOR} [plan] adopt [of|by] [this|our] [plan]", "rel", from_plan),
    Form(f"length {_ANCHOR} [this|our] plan [adopt]", "rel", from_plan),
    Form(f"length {_ANCHOR} [plan] publish [of] [this|our] [plan]", "rel", from_publication),
    Form(f"length {_ANCHOR} plan begin [date]", "rel", from_start),
    Form(f"length {_ANCHOR} begin [date] [of] [this|our] plan", "rel", from_start),
    Form(f"length {_ANCHOR} begin [date] [of]", "rel", from_a_start),  # an Act's, or the work's own, perhaps
    Form(f"length {_ANCHOR} point", "rel", from_point),
    Form("length into plan", "rel", from_start),
    Form("ORDINAL length [of] [this|our] [plan]", "rel", first_part),
    Form("length plan", "rel", plan_of),
    Form("length time|timescale|timeframe|period", "rel", from_plan),
    Form("length ' time", "rel", from_plan),
    Form("months [of] [plan]", "rel", numbered_month),
]
# Applied later, to what stands after a preposition.
PREFIXED: Final = [
    Form("within|in|for|by|during|next|to|until|before|lt|at [this|next|w] length", "rel", from_plan),
    Form("over [a] [period] [of] next|coming length", "rel", from_plan),
    Form(
        "within|in|for|by|during|next|to|until|before|lt|over|throughout [this|next] rel", "rel", lambda _, point: point
    ),
    Form("over [next] length", "rel", over),
    Form("less|fewer than length", "rel", from_plan),
    Form("more than length", "starts", more_than),
    Form("gt length", "starts", more_than),
    Form("morethan", "starts", more_than),
    Form("after length", "rel", afterwards),
    Form("length", "rel", from_plan),
    Form("length to|- rel", "rel", lambda c, low, rel: rel),
]
