"""The later tables: edges of points, ranges, and the small words before and after them."""

from __future__ import annotations

from datetime import date
from typing import Final

from hsplan.frozen import Frozen
from hsplan.timescale.cascade import Builder, Form
from hsplan.timescale.days import DAY, words
from hsplan.timescale.edges import at_edge
from hsplan.timescale.naming import before
from hsplan.timescale.point import Point
from hsplan.timescale.record import Context


class Start(Frozen):
    """From this day on: a first day without a last."""

    point: Point
    first: date | None


# -- edges -----------------------------------------------------------------------------------------------------------
def edge(name: str) -> Builder:
    return lambda _, point: at_edge(point, name)


def nth_week(_: Context, number: int, point: Point) -> Point | None:
    """The first week of June is read as ending on the 7th, the last with the month."""
    if point.kind != "month" or point.first is None or point.last is None or not -1 <= number <= 5:
        return None
    days = 7 * number if 0 < number < 5 else (point.last - point.first).days + 1
    last = date.fromordinal(point.first.toordinal() + days - 1)
    return point._replace(last=last, doubt=f"That week is read as ending on {words(last)}.", precision="day")


def week_beginning(_: Context, *values: int | Point) -> Point | None:
    """w/c 3 June, w/c Monday 3 June: the week's Sunday, with a doubt."""
    point = values[-1]
    if not isinstance(point, Point) or point.kind != "date":
        return None
    if point.last is None:
        return point
    last = date.fromordinal(point.last.toordinal() + 6)
    doubt = f"The week beginning {words(point.last)} is read as due by its last day, {words(last)}."
    meaning = f"week beginning {words(point.last)}"
    return Point("date", point.last, last, "day", meaning, doubt, spread=True)


def week_ending(_: Context, point: Point) -> Point:
    return point


def named_day(_: Context, weekday: int, point: Point) -> Point | None:
    """Monday 3 June 2024; a weekday that does not fit its date is told."""
    if point.kind != "date":
        return None
    if point.last is None or point.last.weekday() == weekday:
        return point
    return point._replace(doubt=f"{words(point.last)} is a {point.last.strftime('%A')}.")


def year_to(_: Context, point: Point) -> Point:
    return point


EDGES: Final = [
    Form("end [-] [of|in] point", "point", edge("end")),
    Form("before end [of] point", "point", edge("end")),
    Form("point end", "point", edge("end")),
    Form("end [of] [period] to|ending point", "point", edge("end")),
    Form("mid [-] [of|in] point", "point", edge("mid")),
    Form("early [-] [of|in] point", "point", edge("early")),
    Form("late [-] [of|in] point", "point", edge("late")),
    Form("early [to|-|/] mid [-] point", "point", edge("mid")),
    Form("early [to|-|/] late [-] point", "point", edge("late")),
    Form("mid [to|-|/] late [-] point", "point", edge("late")),
    Form("mid to|-|/ end [of] point", "point", edge("end")),
    Form("late to|-|/ end [of] point", "point", edge("end")),
    Form("beginning [of] point", "point", edge("beginning")),
    Form("begin of point", "point", edge("beginning")),
    Form("point beginning", "point", edge("beginning")),
    Form("next|this|following point", "point", lambda _, point: None if point.open is None else point),
    Form("weekday [,] point", "point", named_day),
    Form("nthweek point", "point", nth_week),
    Form("wc [weekday] point", "point", week_beginning),
    Form("we point", "point", week_ending),
    Form("uyear ending|end|to [on] point", "point", year_to),
    Form("fy uyear ending|end|to [on] point", "point", year_to),
    Form("umonth|uquarter ending|end [on] point", "point", year_to),
    Form("end [of] planlife", "planend", lambda _, plan: plan._replace(kind="relative", spread=False)),
    Form("point clock", "point", lambda _, point: point),
    Form("clock [on] point", "point", lambda _, point: point),
]


# -- ranges ----------------------------------------------------------------------------------------------------------
def stretch(_: Context, one: Point, other: Point) -> Point | None:
    """From the first day of one point to the last of the other."""
    if explains(one, other):
        return explained(_, one, other)
    if explains(other, one) and other.last in (None, one.last):  # 2015/16 - Year 3
        return one
    if one.open is not None and other.open is not None:  # January - March each year
        return other._replace(doubt=f"It gives a stretch in each year: its end, {other.meaning}, is taken.")
    if one.first is None or other.last is None or one.fault or other.fault:
        if one.year is not None and other.year is not None and not one.fault and not other.fault:
            doubt = other.doubt or one.doubt
            return Point("range", one.first, other.last, other.precision, f"{one.meaning} to {other.meaning}", doubt)
        return None
    if other.last < one.first:
        return None
    doubt = other.doubt or one.doubt
    meaning = f"{_begin(one)} to {words(other.last)}"
    if one.precision == "year" and other.precision == "year" and doubt is None:
        meaning = f"{one.meaning.removeprefix('end of ')} to {other.meaning.removeprefix('end of ')}"
    return Point("range", one.first, other.last, other.precision, meaning, doubt, spread=True, year=other.year)


def _begin(point: Point) -> str:
    return words(point.first) if point.first is not None else point.meaning


def backwards(context: Context, one: Point, other: Point) -> Point | None:
    """ "April 2020 to March 2019" is refused; a stretch is a range."""
    found = stretch(context, one, other)
    if found is not None or one.first is None or other.last is None or one.fault or other.fault:
        return found
    sentence = f"It ends ({words(other.last)}) before it begins ({words(one.first)})."
    return Point("unparseable", None, None, None, "a range that ends before it begins", fault=sentence)


def pair(_: Context, one: Point, other: Point) -> Point | None:
    """Jan/Feb 2024, Autumn/Winter 2021: two that follow one another are one stretch."""
    if one.first is None or other.last is None or one.last is None or other.first is None:
        return None
    if one.last + DAY != other.first:
        return None
    doubt = one.doubt or other.doubt
    if one.kind == "season" and other.kind == "season" and one.meaning.startswith("autumn"):
        doubt = one.doubt
    begin = one.meaning.removeprefix("end of ").rsplit(" ", 1)[0] if one.kind == "month" else one.meaning
    meaning = f"{begin} to {other.meaning}"
    return other._replace(first=one.first, doubt=doubt, meaning=meaning, spread=True, bare=False)


def either(context: Context, one: Point, other: Point) -> Point | None:
    found = pair(context, one, other)
    if found is not None and found.last is not None:
        return found._replace(doubt=f"It gives two times: the later is taken, {words(found.last)}.")
    return found


# -- brackets --------------------------------------------------------------------------------------------------------
def explains(one: Point, other: Point) -> bool:
    """Whether two points beside one another say the same thing twice: "Year 1 - March 2014"."""
    plan = one.year is not None and one.year.style == "plan"
    return plan and not (other.year is not None and other.year.style == "plan") and other.kind != "ongoing"


def explained(_: Context, one: Point, other: Point) -> Point | None:
    """A point and its explanation in brackets: the narrower where one lies in the other, else what brackets say."""
    if other.fault or one.fault or other.last is None or other.first is None:
        return None
    if one.last is None or one.first is None:
        financial = other.year is not None and other.year.style == "financial"
        return other._replace(doubt=None) if explains(one, other) and financial else other
    if explains(one, other) and (one.first, one.last) == (other.first, other.last):
        return other._replace(doubt=None)
    if one.first <= other.first and other.last <= one.last:
        return other._replace(spread=other.spread or one.spread)
    if other.first <= one.first and one.last <= other.last:
        return one._replace(doubt=None if one.year is not None and one.year.style == "plan" else one.doubt)
    if one.other == (other.first, other.last):
        return one._replace(first=other.first, last=other.last, doubt=None, meaning=other.meaning, other=None)
    if explains(one, other):
        doubt = f"{one.meaning[0].upper()}{one.meaning[1:]} ends on {words(one.last)}; {words(other.last)} is taken."
        return other._replace(doubt=doubt)
    if one.kind == other.kind == "range" or one.precision != other.precision:
        doubt = f"It gives {words(one.last)} and, beside it, {words(other.last)}: the second is taken."
        return other._replace(doubt=doubt)
    return None


RANGES: Final = [
    Form("point - point", "point", stretch),
    Form("point to|until|through point", "point", backwards),
    Form("point [-] to [end|late|early] point", "point", backwards),
    Form("from point to|-|through|until point", "point", backwards),
    Form("between point and|to|-|& point", "point", backwards),
    Form("from point and point", "point", backwards),
    Form("point to|until|- planend", "point", stretch),
    Form("from point to|until|- planend", "point", stretch),
    Form("point / point", "point", pair),
    Form("point or point", "point", either),
]
BRACKETS: Final = [
    Form("point ( point )", "point", explained),
    Form("point - ( point )", "point", explained),
    Form("point ( by|to|from|end|in point )", "point", explained),
    Form("point : point", "point", lambda c, a, b: explained(c, a, b) if explains(a, b) else None),
    Form("point , point", "point", lambda c, a, b: explained(c, a, b) if explains(a, b) else None),
    Form("rel|term ( point )", "point", lambda c, a, b: b),
    Form("rel|term ( by|to|in point )", "point", lambda c, a, b: b),
    Form("term ( rel|length )", "term", lambda c, term, rel: rel if isinstance(rel, Point) else None),
    Form("term -|: rel", "term", lambda c, term, rel: rel),
]


# -- the small words -------------------------------------------------------------------------------------------------
def day_before(_: Context, point: Point) -> Point:
    """Before September 2013 is 31 August."""
    return before(point, f"before {_plain(point)}") or point


def _plain(point: Point) -> str:
    if point.kind == "date" and point.first is not None:
        return point.meaning
    return point.meaning.removeprefix("end of ")


def from_on(_: Context, point: Point) -> Start:
    if point.open is not None:
        return Start(point, None)
    return Start(point, point.first)


def after(_: Context, point: Point) -> Start:
    """After April 2022: from 1 May, with a doubt."""
    if point.last is None:
        return Start(point, None)
    first = point.last + DAY
    doubt = f"It says after {_plain(point)}: read as from {words(first)}, with no last day."
    return Start(point._replace(doubt=doubt), first)


def throughout(_: Context, point: Point) -> Point:
    return point._replace(kind="ongoing", spread=True, bare=False)


def misspelt_by(_: Context, point: Point) -> Point:
    return point


def in_plan(_: Context, plan: Point) -> Point:
    return plan._replace(kind="relative", spread=False)


SMALL_WORDS: Final = [
    Form("[by] by|in|on|at|for|during|within [by] point", "due", lambda _, point: point),
    Form("by [in|on|at|about|w|a] point", "due", lambda _, point: point),
    Form("by to|: point", "due", lambda _, point: point),
    Form("to|until point", "upto", lambda _, point: point._replace(spread=False)),
    Form("by|in|on|for|during|within|to|until|before|at planend", "due", lambda _, point: point),
    Form("planend", "due", lambda _, point: point),
    Form("by|within|in planlife", "due", in_plan),
    Form("before [-] point", "due", day_before),
    Form("throughout|over|across point", "bounded", throughout),
    Form("planlife", "bounded", lambda _, plan: plan),
    Form("for|during|over planlife", "bounded", lambda _, plan: plan),
    Form("from|starting [in|on|of] point [onwards]", "starts", from_on),
    Form("from [in|on] point to|- date|present", "starts", from_on),
    Form("careful [date] from [:] point", "former", lambda _, point: point),
    Form("from [in|on] point [and|,|-|to|until] ongoing", "goes on", from_on),
    Form("point [and|-|,|/] onwards", "starts", from_on),
    Form("in|on|by|during point [and|-|,] onwards", "starts", from_on),
    Form("onwards from point", "starts", from_on),
    Form("point to|-|until ongoing", "goes on", from_on),
    Form("point to|- date|present", "starts", from_on),
    Form("since [of] point", "starts", from_on),
    Form("after|following [-] point", "starts", after),
    Form("begin [by|in|on|:|-|of] point", "begun", lambda _, point: point),
    Form("point [-|(|:] begin [)|date]", "begun", lambda _, point: point),
    Form("to|will|should|must be point", "due", lambda _, point: point),
    Form("be point", "slip", misspelt_by),
]
