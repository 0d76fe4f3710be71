"""Kinds of year (financial, school, municipal), years that are not named, and the plan's own period."""

from __future__ import annotations

from datetime import date
from typing import Final

from hsplan.timescale import naming, opening
from hsplan.timescale.cascade import Builder, Form, Made
from hsplan.timescale.days import add_months, block, full_year, words
from hsplan.timescale.naming import open_point
from hsplan.timescale.opening import Event
from hsplan.timescale.point import Open, OpenUnit, Point
from hsplan.timescale.record import Context
from hsplan.timescale.year import Year, calendar, financial


def financial_year(_: Context, year: Year) -> Year | None:
    """FY 2023-24 is certain; FY 2024 is read as the year that ends in March 2024."""
    if year.style == "financial":
        return year._replace(doubt=None)
    if year.style != "calendar":
        return None
    if year.first != year.last:
        return Year("financial", year.first, year.last - 1, year.doubt)
    doubt = (
        f"It is read as the financial year that ends on 31 March {year.first}; "
        f"it could also be the one that begins in April {year.first}."
    )
    return financial(year.first - 1, doubt)


def financial_short(context: Context, short: int) -> Year | None:
    return financial_year(context, calendar(full_year(short)))


def year_ending(_: Context, year: Year) -> Year | None:
    """FYE 2022 is the year to 31 March 2022."""
    if year.style == "financial":
        return year._replace(doubt=None)
    return financial(year.first - 1) if year.style == "calendar" and year.first == year.last else None


def year_ending_short(context: Context, short: int) -> Year | None:
    return year_ending(context, calendar(full_year(short)))


def year_end(context: Context, year: Year) -> Made | None:
    """Year end 2021/22 is 31 March 2022; of a single year the financial year's end in it, with a doubt."""
    if year.style != "calendar":
        return Made("point", naming.year(context, year._replace(doubt=None)))
    doubt = f"The year end is read as 31 March {year.first}, the financial year's; it could also be 31 December."
    return Made("point", naming.year(context, financial(year.first - 1, doubt)))


def school_year(_: Context, year: Year) -> Year | None:
    return Year("school", year.first, year.last) if year.style == "financial" else None


def municipal_year(_: Context, year: Year) -> Year | None:
    """A council's own year runs from its annual meeting in May (Local Government Act 1972, schedule 12)."""
    doubt = "A municipal year is read as ending on 30 April; it ends with the council's annual meeting in May."
    return Year("municipal", year.first, year.last, doubt) if year.style == "financial" else None


def single_year(_: Context, year: Year) -> Year | None:
    return year._replace(doubt=None)


def of_this(unit: OpenUnit, offset: int) -> Builder:
    """This year, next financial year: counted from the plan's start."""
    names = {"financial": "financial year", "year": "year"}

    def build(_: Context) -> Point:
        which = "this" if offset == 0 else "next"
        return open_point(Open(unit, offset), f"{which} {names[unit]}")

    return build


def plan_year_relative(offset: int) -> Builder:
    """ "next year", counted in years of the plan where its period is known."""

    def build(context: Context) -> Point:
        found = naming.year(context, Year("plan", 1 + offset, 1 + offset))
        which = "next" if offset else "this"
        if found.last is None:
            return found._replace(kind="relative")
        doubt = f"It says {which} year: read as year {1 + offset} of the plan, which ends on {words(found.last)}."
        return found._replace(kind="relative", doubt=doubt)

    return build


def of_start(months: int, offset: int, name: str) -> Builder:
    """This month, next quarter: counted from adoption, else from the plan's start."""

    def build(context: Context) -> Point:
        base = context.adopted or context.start
        if base is None:
            return Point("relative", None, None, "month", name, doubt=naming.NO_PERIOD)
        first_month = base.month if months == 1 else (base.month - 1) // 3 * 3 + 1
        first = date(base.year, first_month, 1)
        first, last = block(add_months(first, months * offset), months)
        doubt = f"It says {name}: counted from {words(base)}, and so read as up to {words(last)}."
        return Point("relative", first, last, "month" if months == 1 else "quarter", name, doubt=doubt)

    return build


def event_in(name: Event) -> Builder:
    def build(_: Context, year: Year) -> Point | None:
        return opening.event(name, year.first) if year.style == "calendar" else None

    return build


def _event(name: Event, pattern: str) -> list[Form]:
    title = opening.TITLES[name]
    return [
        Form(f"{pattern} [recess|holiday|holidays] [of|in|,] year", "point", event_in(name)),
        Form(pattern, "point", value=open_point(Open(name, 0), title)),
    ]


def adoption(context: Context) -> Point:
    """ "By adoption", "from adoption of the strategy"."""
    if context.adopted is None:
        return plan_start(context)._replace(meaning="adoption of the plan")
    return Point("relative", context.adopted, context.adopted, "day", "adoption of the plan")


def plan_start(context: Context) -> Point:
    if context.start is None:
        return Point("relative", None, None, "day", "start of the plan", doubt=naming.NO_PERIOD)
    return Point("relative", context.start, context.start, "day", "start of the plan")


def plan_end(context: Context, *_: object) -> Point:
    return naming.plan_period(context)._replace(kind="relative", spread=False, meaning="end of the plan")


_DURING: Final = "throughout|during|whole|entire|over|across"

FORMS: Final = [
    # kinds of year
    Form("fy [uyear] [of|in|:|-|for|to|end|ending] year", "year", financial_year),
    Form("fy [uyear] n2", "year", financial_short),
    Form("year fy [uyear]", "year", financial_year),
    Form("fy uyear ( year )", "year", financial_year),
    Form("fye [-] [in] year", "year", year_ending),
    Form("fye [-] n2", "year", year_ending_short),
    Form("fy [uyear] ending|ended [in] year", "year", year_ending),
    Form("fy [uyear] end [-|of|in|,] year", "year", year_end),
    Form("uyear [-] end [-|of|in|,] year", "year", year_end),
    Form("year uyear [-] end", "year", year_end),
    Form("year fy uyear [-] end", "year", year_end),
    Form("end [of] uyear [of] year", "year", year_end),
    Form("schoolw uyear [of] year", "year", school_year),
    Form("year schoolw uyear", "year", school_year),
    Form("municipal uyear [of] year", "year", municipal_year),
    Form("callw uyear [of] year", "year", single_year),
    Form("year callw uyear", "year", single_year),
    Form("uyear [of] year", "year", lambda _, year: year),
    # years that are not named
    Form("[this] fy uyear", "point", of_this("financial", 0)),
    Form("this fy", "point", of_this("financial", 0)),
    Form("next|following|new fy [uyear]", "point", of_this("financial", 1)),
    Form("this uyear", "point", plan_year_relative(0)),
    Form("next|following uyear", "point", plan_year_relative(1)),
    Form("[this] callw uyear", "point", of_this("year", 0)),
    Form("next|following callw uyear", "point", of_this("year", 1)),
    Form("this umonth", "point", of_start(1, 0, "this month")),
    Form("next|following umonth", "point", of_start(1, 1, "next month")),
    Form("this uquarter", "point", of_start(3, 0, "this quarter")),
    Form("next|following uquarter", "point", of_start(3, 1, "next quarter")),
    Form("end [of] umonth", "point", of_start(1, 0, "end of the month")),
    Form("umonth [-] end", "point", of_start(1, 0, "end of the month")),
    Form("end [of] uquarter", "point", of_start(3, 0, "end of the quarter")),
    Form("uquarter [-] end", "point", of_start(3, 0, "end of the quarter")),
    Form("end [of] [this] uyear", "point", of_this("financial", 0)),
    Form("uyear [-] end", "point", of_this("financial", 0)),
    Form("fy uyear [-] end", "point", of_this("financial", 0)),
    Form("fye", "point", of_this("financial", 0)),
    *_event("christmas", "christmas|xmas"),
    *_event("easter", "easter"),
    *_event("new-year", "new uyear"),
    # the plan
    Form("life [of] [this|our|a] [length] plan [period]", "planlife", naming.plan_period),
    Form("plan period|life|term|duration", "planlife", naming.plan_period),
    Form("termw [of] [this|our] plan", "planlife", naming.plan_period),
    Form(f"{_DURING} [whole|entire] [of] [this|our] plan [period|life]", "planlife", naming.plan_period),
    Form(f"{_DURING} [whole|entire] [life|period|termw] [of] plan [period]", "planlife", naming.plan_period),
    Form("throughout|over|across|for life|period", "planlife", naming.plan_period),
    Form("throughout|over|across|for life|period [of] [this|our|a] [length] plan", "planlife", naming.plan_period),
    Form("all uyear of plan", "planlife", naming.plan_period),
    Form("all length|uyear", "planlife", naming.plan_period),
    Form("end [of] [this|our] plan [period|life|date]", "planend", plan_end),
    Form("end [of] life|period [of] [this|our] plan", "planend", plan_end),
    Form("end [of] termw of plan", "planend", plan_end),
    Form("plan end [date]", "planend", plan_end),
]  # fmt: skip

# Applied last: "6 months from adoption" is a length.
ANCHORS: Final = [
    Form("by|at adopt [of|by] [this|our] [plan]", "due", adoption),
    Form("by|at plan adopt", "due", adoption),
    Form("from|since adopt [of|by] [this|our] [plan]", "starts", adoption),
    Form("by|at|in begin|beginning [of] [this|our] plan", "due", plan_start),
    Form("from|since begin|beginning [of] [this|our] plan", "starts", plan_start),
]
