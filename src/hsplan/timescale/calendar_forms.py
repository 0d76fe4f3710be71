"""Second table: days, months, quarters, halves, seasons and years become points."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hsplan.timescale import naming
from hsplan.timescale.cascade import Builder, Form
from hsplan.timescale.days import MONTHS, full_year, words
from hsplan.timescale.naming import open_point
from hsplan.timescale.point import Open, Point
from hsplan.timescale.record import Context
from hsplan.timescale.year import Year, calendar
from hsplan.timescale.year_forms import financial_year


# -- days and months -------------------------------------------------------------------------------------------------
def day_short(context: Context, number: int, month: int, short: int) -> Point | None:
    return naming.day(context, number, month, full_year(short))


def numbered(context: Context, number: int, month: int, year: Year) -> Point | None:
    """ "1. March 2023": the first of March, or the first item of a list."""
    found = naming.day_of_year(context, number, month, year)
    if found is None or found.last is None or number > 20:
        return found
    return found._replace(doubt=f"It is read as {words(found.last)}; “{number}.” could also be the number of an item.")


def month_to_year(context: Context, number: int, year: Year) -> Point | None:
    """April 2026; April 2026 - 2028, from the first day of the month on."""
    if year.style != "calendar" or year.first == year.last:
        return naming.month(context, number, year)
    whole = naming.year(context, year)
    if whole.last is None:
        return None
    first = date(year.first, number, 1)
    meaning = f"{words(first)} to {words(whole.last)}"
    return whole._replace(kind="range", first=first, meaning=meaning, spread=True)


def month_first(context: Context, month: int, number: int, year: Year) -> Point | None:
    """March 31, 2024."""
    return naming.day_of_year(context, number, month, year)


def day_open(_: Context, number: int, month: int) -> Point | None:
    if not 1 <= number <= 31:
        return None
    if naming.day(_, number, month, 2000) is None:
        return None
    checked = naming.day(_, number, month, 2000)
    if checked is not None and checked.fault is not None:
        longest = checked.suggestion.rsplit(" ", 1)[0] if checked.suggestion else None
        return naming.impossible(f"{MONTHS[month - 1]} has no such day: its last day is {longest}.", longest)
    return open_point(Open("day", month, number), f"{number} {MONTHS[month - 1]}")


def month_then_day(context: Context, month: int, number: int) -> Point | None:
    return day_open(context, number, month)


def month_open(_: Context, month: int) -> Point:
    return open_point(Open("month", month), MONTHS[month - 1])


def days_in(context: Context, days: tuple[int, int, int], year: Year) -> Point | None:
    """1-5 June 2024."""
    first, last, month = days
    return naming.several(
        naming.day_of_year(context, first, month, year), naming.day_of_year(context, last, month, year)
    )


def days_short(context: Context, days: tuple[int, int, int], short: int) -> Point | None:
    return days_in(context, days, calendar(full_year(short)))


def days_open(context: Context, days: tuple[int, int, int]) -> Point | None:
    return day_open(context, days[1], days[2])


# -- quarters, halves, seasons ---------------------------------------------------------------------------------------
def quarter_short(context: Context, number: int, short: int) -> Point | None:
    return naming.quarter(context, number, calendar(full_year(short)))


def of_financial_year(build: Callable[[Context, int, Year], Point | None], *, year_first: bool) -> Builder:
    """Q3 FY22/23; of FY2024, which may be either of two years, with a doubt."""

    def made(context: Context, one: Any, other: Any) -> Point | None:
        number, year = (other, one) if year_first else (one, other)
        if isinstance(year, int):
            year = calendar(full_year(year))
        placed = financial_year(context, year)
        found = None if placed is None else build(context, number, placed)
        return found if found is None or placed is None else found._replace(doubt=placed.doubt)

    return made


def quarter_in_months(context: Context, number: int, first: int, last: int, year: Year | int) -> Point | None:
    """Q3 (Oct-Dec) 2022: the months say which quarter is meant."""
    if isinstance(year, int):
        year = calendar(full_year(year))
    one, other = naming.month(context, first, year), naming.month(context, last, year)
    if first > last and year.style == "calendar":
        return None
    found = naming.several(one, other)
    if found is None or (last - first) % 12 != 2:
        return None
    doubt = (
        None if number in ((last - 4) % 12 // 3 + 1, last // 3) else f"Quarter {number} has other months than these."
    )
    return found._replace(kind="quarter", precision="quarter", doubt=doubt, spread=False)


def half_short(context: Context, number: int, short: int) -> Point | None:
    return naming.half(context, number, calendar(full_year(short)))


def year_quarter(context: Context, year: Year, number: int) -> Point | None:
    return naming.quarter(context, number, year)


def year_quarters(context: Context, year: Year, one: int, other: int) -> Point | None:
    return naming.quarters(context, one, other, year)


def year_half(context: Context, year: Year, number: int) -> Point | None:
    return naming.half(context, number, year)


def quarter_open(_: Context, number: int) -> Point | None:
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:
        return None
    return open_point(Open("quarter", number), f"quarter {number}")


def half_open(_: Context, number: int) -> Point | None:
    number = 2 if number == -1 else number
    return open_point(Open("half", number), f"half {number}") if 1 <= number <= 2 else None


def half_month(context: Context, number: int, month: int, year: Year | int) -> Point | None:
    """The first half of March 2023 ends on the 15th."""
    found = naming.month(context, month, calendar(full_year(year)) if isinstance(year, int) else year)
    if found is None or found.first is None or number == 2:
        return found
    return (
        found._replace(last=found.first.replace(day=15), meaning=f"first half of {found.meaning[7:]}")
        if number == 1
        else None
    )


def season_short(context: Context, number: int, short: int) -> Point | None:
    return naming.season(context, number, calendar(full_year(short)))


def year_season(context: Context, year: Year, number: int) -> Point | None:
    return naming.season(context, number, year)


def season_open(_: Context, number: int) -> Point:
    return open_point(Open("season", number), naming.SEASONS[number])


def school_term(context: Context, season: int, year: Year) -> Point | None:
    """Autumn term ends in December, spring term at Easter, summer term in July: read as the end of the month."""
    months = {0: 4, 1: 7, 2: 12}
    if season not in months:
        return None
    split = year.style == "financial" and season != 2
    found = naming.month(context, months[season], calendar(year.first + split))
    if found is None:
        return None
    doubt = f"The {naming.SEASONS[season]} term is read as ending in {found.meaning.removeprefix('end of ')}."
    return found._replace(doubt=doubt, precision="season", kind="season")


def recess(context: Context, season: int, year: Year) -> Point | None:
    """The summer recess is as good as the summer, with a doubt."""
    found = naming.season(context, season, year)
    if found is None or found.last is None:
        return found
    doubt = f"The {naming.SEASONS[season]} recess or holidays are read as {found.meaning}, to {words(found.last)}."
    return found._replace(doubt=doubt)


FORMS: Final = [
    Form("days [,] YEAR", "point", days_in),
    Form("days [,] n2", "point", days_short),
    Form("days", "point", days_open),
    Form("NUMBER . month [,|-] YEAR", "point", numbered),
    Form("DAY [st] [uday] [of|-|.|/] month [,|-|.|/|of|'] YEAR", "point", naming.day_of_year),
    Form("DAY [st] [of|-|.|/] month [,|-|.|/] n2", "point", day_short),
    Form("DAY [st] [of|-|.] month > [,|-|/|;] DAY [st] [of] month", "point", day_open),  # 30 June/31 July 2023
    Form("DAY [st] [of|-|.] month", "point", day_open),
    Form("month DAY [,] YEAR", "point", month_first),
    Form("month o", "point", month_then_day),
    Form("month n1", "point", month_then_day),
    Form("month YEAR", "point", month_to_year),
    Form("month [,|-|/|of|in|(|.] YEAR", "point", naming.month),
    Form("month [-|/|.|,] n2", "point", naming.month_short),
    Form("YEAR [,|-|/|:] month", "point", lambda c, y, m: naming.month(c, m, y)),
    Form("month", "point", month_open),
    Form("quarter [GLUE|(] YEAR", "point", naming.quarter),
    Form("quarter [,|-|/|of] n2", "point", quarter_short),
    Form("quarter -|/|&|and|to|, COUNT|quarter [GLUE|(] YEAR", "point", naming.quarters),
    Form("YEAR [,|-|/|:|(] quarter", "point", year_quarter),
    Form("YEAR [,|-|/|:|(] quarter -|/|&|and|to COUNT|quarter", "point", year_quarters),
    Form("YEAR uquarter COUNT", "point", year_quarter),
    Form("quarter [of|,|-|(|/] fy [uyear] [-] year", "point", of_financial_year(naming.quarter, year_first=False)),
    Form("quarter [of|,|-|(] fy n2", "point", of_financial_year(naming.quarter, year_first=False)),
    Form("fy [uyear] year [,|-|(|:] quarter", "point", of_financial_year(naming.quarter, year_first=True)),
    Form("fy n2 [,|-|(|:] quarter", "point", of_financial_year(naming.quarter, year_first=True)),
    Form("half [of|,|-|(] fy [uyear] year", "point", of_financial_year(naming.half, year_first=False)),
    Form("fy [uyear] year [,|-|(] half", "point", of_financial_year(naming.half, year_first=True)),
    Form("quarter [(|-|,|:] month -|to month [)] [,] YEAR|n2", "point", quarter_in_months),
    Form("quarter", "point", quarter_open),
    Form("quarter data|figures|return|returns|statistics|stats|results", "w"),
    Form("half [GLUE|(] YEAR", "point", naming.half),
    Form("half [of] n2", "point", half_short),
    Form("YEAR [,|-|/|:|(] half", "point", year_half),
    Form("half [of] month YEAR|n2", "point", half_month),
    Form("half", "point", half_open),
    Form("season [,|-|of|in|/] YEAR", "point", naming.season),
    Form("season [-] n2", "point", season_short),
    Form("season recess|holiday|holidays [of|in|,] YEAR", "point", recess),
    Form("YEAR [,|-] season", "point", year_season),
    Form("season termw [of|in] YEAR", "point", school_term),
    Form("season", "point", season_open),
    Form("YEAR > [,|-|:|(|to|until|and|&] month YEAR|n2", "point", naming.year),
    Form("YEAR", "point", naming.year),
]  # fmt: skip
