"""First table: figures. Years, dates in figures, numbered quarters and months, lengths of time."""

from __future__ import annotations

from typing import Final

from hsplan.timescale import naming
from hsplan.timescale.cascade import Form, Made
from hsplan.timescale.days import FIRST_YEAR, MONTHS, full_year, month_end, split_year, words
from hsplan.timescale.point import Length, Open, Point
from hsplan.timescale.record import Context
from hsplan.timescale.year import Year, calendar, financial


def _dash_doubt(first: int) -> str:
    return (
        f"It is read as the financial year {split_year(first)} (to 31 March {first + 1}); "
        f"it could also mean the calendar years {first} to {first + 1}."
    )


def _follows(first: int, second: int) -> bool:
    return second == (first + 1) % 100 or second == first + 1


def split(_: Context, first: int, second: int) -> Made | None:
    """2014/15 and 2014/2015 are financial years; 2014/20 is a stretch of years."""
    if _follows(first, second):
        return Made("year", financial(first))
    return _years(first, second)


def split_one(_: Context, first: int, second: int) -> Made | None:
    """2013/4 is 2013/14 if the figures follow one another."""
    if second != (first + 1) % 10:
        return None
    doubt = f"It is read as the financial year {split_year(first)}; it could also mean {MONTHS[second - 1]} {first}."
    return Made("year", financial(first, doubt if second else None))


def _years(first: int, second: int) -> Made | None:
    last = second if second > 99 else first // 100 * 100 + second
    if not first < last <= first + 30:
        return None
    doubt = f"It is read as the calendar years {first} to {last}; financial years would end on 31 March {last}."
    return Made("year", Year("calendar", first, last, doubt))


def dashed(_: Context, first: int, second: int) -> Made | None:
    """2024-25 is likelier a financial year than two calendar years; 2021-26 is a stretch; 2011-04 is April 2011."""
    if _follows(first, second):
        return Made("year", financial(first, _dash_doubt(first)))
    stretch = _years(first, second)
    if stretch is not None:
        return stretch
    if 1 <= second <= 12:
        return Made("point", naming.month(Context(), second, calendar(first)))
    return None


def short_split(context: Context, first: int, second: int) -> Made | None:
    """23/24 is a financial year; 03/21 a month and a year; 31/03 a day and a month."""
    if _follows(first, second) and first > 12:
        return Made("year", financial(full_year(first)))
    if _follows(first, second) and (first >= 3 or second > 12):
        year = full_year(first)
        doubt = f"It is read as the financial year {split_year(year)}; it could also be a month or a day."
        return Made("year", financial(year, doubt))
    return _month_or_day(first, second)


def _month_or_day(first: int, second: int) -> Made | None:
    if (first, second) == (24, 7):  # round the clock
        return Made("ongoing", None)
    if 1 <= first <= 31 and 1 <= second <= 12 and (first > 12 or second < 10):
        if first > month_end(2000, second).day:
            return None
        found = naming.open_point(Open("day", second, first), f"{first} {MONTHS[second - 1]}")
        if first > 12:
            return Made("point", found)
        return Made("point", found._replace(doubt=f"It is read as the day {first} {MONTHS[second - 1]}."))
    if 1 <= first <= 12:
        year = full_year(second)
        point = naming.month(Context(), first, calendar(year))
        if point is not None:
            doubt = f"It is read as {MONTHS[first - 1]} {year}."
            return Made("point", point._replace(doubt=doubt))
    return None


def short_dashed(_: Context, first: int, second: int) -> Made | None:
    if not _follows(first, second) or first < 5:
        return None
    return Made("year", financial(full_year(first), _dash_doubt(full_year(first))))


def day_month_year(context: Context, number: int, month: int, year: int) -> Made | None:
    """31/03/2020, day first always; a month above 12 is refused and the other order suggested."""
    if year < 100:
        year = full_year(year)
    found = naming.day(context, number, month, year)
    if found is None and 1 <= number <= 12 < month <= 31 and year >= FIRST_YEAR:
        other = naming.day(context, month, number, year)
        if other is not None and other.last is not None:
            sentence = f"Dates are day/month/year here, and there is no month {month}."
            found = naming.impossible(sentence, words(other.last))
    if found is None and year >= FIRST_YEAR:
        found = naming.impossible("There is no such day.", None)
    return None if found is None else Made("point", found)


def year_month_day(context: Context, year: int, month: int, number: int) -> Made | None:
    return day_month_year(context, number, month, year)


def month_year(context: Context, month: int, year: int) -> Point | None:
    """03/2021."""
    return naming.month(context, month, calendar(year)) if 1 <= month <= 12 else None


def eight(context: Context, figures: int) -> Point | None:
    """20240331, as computers write it."""
    year, month, number = figures // 10000, figures // 100 % 100, figures % 100
    if not FIRST_YEAR <= year < 2100 or not 1 <= month <= 12:
        return None
    return naming.day(context, number, month, year)


def days_of_month(_: Context, first: int, last: int, month: int) -> tuple[int, int, int] | None:
    return (first, last, month) if 0 < first < last <= 31 else None


def plan_year(_: Context, number: int) -> Year | None:
    """Year 1 of the plan."""
    return Year("plan", number, number) if 0 < number <= 15 else None


def nth_year(context: Context, number: int) -> Made | None:
    if number == -1:
        return Made("point", _last_year(context))
    made = plan_year(context, number)
    return None if made is None else Made("planyear", made)


def _last_year(context: Context) -> Point:
    if context.end is None:
        return Point("year", None, None, "year", "last year of the plan", doubt=naming.NO_PERIOD)
    return Point("year", None, context.end, "year", "last year of the plan")


def phase(_: Context, number: int) -> Year:
    return Year("plan", number, number, noun="phase")


def plan_years(_: Context, first: Year, number: int) -> Year | None:
    """Years 1&2, 1 to 3: from the start of one to the end of the other."""
    return first._replace(last=number) if first.last < number <= 15 else None


def years_of_plan(_: Context, first: Year, last: Year) -> Year | None:
    return first._replace(last=last.last) if first.last < last.first and last.noun == first.noun else None


def nth_years(context: Context, one: int, other: int) -> Year | None:
    return Year("plan", one, other) if 0 < one < other else None


def length(unit: str) -> list[Form]:
    """The forms of one unit: "6 months", "6-month", "12-18 months", "a year"."""

    def one(_: Context, count: int) -> Length:
        return Length(None, count, unit)

    def two(_: Context, low: int, high: int) -> Length | None:
        return Length(low, high, unit) if low < high else None

    return [
        Form(f"COUNT [-] u{unit}", "length", one),
        Form(f"COUNT -|to|/|or|and COUNT u{unit}", "length", two),
        Form(f"COUNT & u{unit}", "morethan", one),
        Form(f"a|an u{unit}", "length", lambda _: Length(None, 1, unit)),
    ]


FORMS: Final = [
    # years
    Form("y4", "year", lambda _, year: calendar(year)),
    Form("' n2", "year", lambda _, short: calendar(full_year(short))),
    Form("y4 / n2|y4", "year", split),
    Form("y4 / n1", "year", split_one),
    Form("y4 - n2|y4", "year", dashed),
    Form("y4 - ' n2", "year", dashed),
    Form("y4 / ' n2", "year", split),
    Form("n2 / n2", "year", short_split),
    Form("' n2 / n2", "year", short_split),
    Form("' n2 / ' n2", "year", short_split),
    Form("n2 - n2", "year", short_dashed),
    Form("' n2 - n2", "year", short_dashed),
    Form("' n2 - ' n2", "year", short_dashed),
    Form("n1 / NUMBER", "point", lambda _, a, b: _month_or_day(a, b)),
    Form("n2 / n1", "point", lambda _, a, b: _month_or_day(a, b)),
    Form("y4 > -|/ DAY [of] month", "year", lambda _, year: calendar(year)),  # 1 May 2019 - 31 March 2020
    Form("y4 > - NUMBER /|. NUMBER", "year", lambda _, year: calendar(year)),  # 01/04/2019 - 31/03/2020
    Form("n2 /|- n2 > uquarter|uhalf|uyear COUNT", "year", short_split),  # 22/23 Q3
    Form("n2 > uquarter|uhalf COUNT", "n2", lambda _, short: short),
    Form("f / uyear", "fy"),
    Form("ordw review", "status", lambda _, nth: Made("status", None) if nth == -1 else None),  # last reviewed
    Form("month > be|need|not|have|change|vary|also", "w", lambda _, month: Made("w", None) if month == 5 else None),
    Form("refw NUMBER [.] [NUMBER] [.] [NUMBER]", "w"),  # Priority 1, Action 3.1
    Form("refw > NUMBER month", "refx"),
    # dates in figures
    Form("NUMBER / NUMBER / n2|y4", "point", day_month_year),
    Form("NUMBER - NUMBER - n2|y4", "point", day_month_year),
    Form("NUMBER . NUMBER [.] n2|y4", "point", day_month_year),
    Form("NUMBER / NUMBER y4", "point", day_month_year),
    Form("n2 n2 y4", "point", day_month_year),
    Form("NUMBER / month / n2|y4", "point", day_month_year),
    Form("y4 - NUMBER - NUMBER", "point", year_month_day),
    Form("y4 / NUMBER / NUMBER", "point", year_month_day),
    Form("y4 . NUMBER . NUMBER", "point", year_month_day),
    Form("NUMBER /|-|. y4", "point", month_year),
    Form("n8", "point", eight),
    Form("[t] NUMBER : n2 [:] [n2]", "clock"),
    Form("DAY -|to|&|and|/|, DAY [of] month", "days", days_of_month),
    # numbered quarters, halves, months
    Form("uquarter COUNT", "quarter", lambda _, number: number),
    Form("ORDINAL uquarter", "quarter", lambda _, number: number),
    Form("uhalf NUMBER", "half", lambda _, number: number),
    Form("ORDINAL uhalf", "half", lambda _, number: number),
    Form("ORDINAL - uhalf", "half", lambda _, number: number),
    Form("ORDINAL uweek [of|in]", "nthweek", lambda _, number: number),
    Form("umonth COUNT", "months", lambda _, number: (number, number)),
    Form("umonth COUNT -|to|&|and COUNT", "months", lambda _, a, b: (a, b) if a < b else None),
    # years and phases of the plan
    Form("uyear COUNT", "planyear", plan_year),
    Form("ORDINAL uyear", "planyear", nth_year),
    Form("ORDINAL and|&|to|- ORDINAL uyear", "planyear", nth_years),
    Form("phase COUNT", "planyear", phase),
    Form("planyear -|to|&|and|/|, COUNT", "planyear", plan_years),
    Form("planyear , and|& COUNT", "planyear", plan_years),
    Form("planyear -|to|&|and|/ planyear", "planyear", years_of_plan),
    Form("planyear -|to|&|and|/ uyear|phase COUNT", "planyear", plan_years),
    Form("planyear > ,|and|&|-|to DAY month", "planyear", lambda _, year: year),
    Form("planyear > -|to|,|and|& COUNT UNIT", "planyear", lambda _, year: year),
    # lengths
    *length("day"), *length("week"), *length("month"), *length("quarter"), *length("year"),
    Form("COUNT working uday", "length", lambda _, count: Length(None, count, "working day")),
    Form("COUNT fortnight", "length", lambda _, count: Length(None, 2 * count, "week")),
    Form("COUNT [-] uhour", "hours"),
    Form("fortnight", "length", lambda _: Length(None, 2, "week")),
    # ages and round-the-clock services are no times
    Form("n2 /|-|to|and n2 uyear [-] old", "w"),
    Form("n2 uyear [-] old", "w"),
]  # fmt: skip
