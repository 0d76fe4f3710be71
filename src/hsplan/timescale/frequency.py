"""How often: "quarterly", "every 6 months", "twice a year". Becomes RFC 5545 RRULE text."""

from __future__ import annotations

from typing import Final

from hsplan.frozen import Frozen
from hsplan.timescale.cascade import Form
from hsplan.timescale.point import Length, Point
from hsplan.timescale.record import Context


class Frequency(Frozen):
    """`unit` is the RRULE's FREQ; `by` is further rule text where the wording fixes the day ("end of each month")."""

    unit: str
    interval: int
    doubt: str | None = None
    by: str = ""
    fixed: bool = False
    thereafter: bool = False
    """Whether it begins after a first time: "March 2023 and annually thereafter"."""

    name: str = ""
    """In words, where they differ from "every 3 months"."""

    @property
    def rule(self) -> str:
        """ "FREQ=MONTHLY;INTERVAL=3"."""
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ={self.unit}{interval}{self.by}"

    @property
    def words(self) -> str:
        """ "every 3 months", "every year"."""
        if self.name:
            return self.name
        noun = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}[self.unit]
        return f"every {noun}" if self.interval == 1 else f"every {self.interval} {noun}s"


DAILY: Final = Frequency("DAILY", 1)
WEEKLY: Final = Frequency("WEEKLY", 1)
FORTNIGHTLY: Final = Frequency("WEEKLY", 2)
MONTHLY: Final = Frequency("MONTHLY", 1)
QUARTERLY: Final = Frequency("MONTHLY", 3)
HALF_YEARLY: Final = Frequency("MONTHLY", 6)
YEARLY: Final = Frequency("YEARLY", 1)
MONTH_ENDS: Final = Frequency("MONTHLY", 1, None, ";BYMONTHDAY=-1", True, name="at the end of every month")
QUARTER_ENDS: Final = Frequency(
    "YEARLY", 1, None, ";BYMONTH=3,6,9,12;BYMONTHDAY=-1", True, name="at the end of every quarter"
)
FINANCIAL_YEAR_ENDS: Final = Frequency(
    "YEARLY", 1, None, ";BYMONTH=3;BYMONTHDAY=31", True, name="at the end of every financial year"
)
YEAR_ENDS: Final = Frequency(
    "YEARLY", 1, "The end of each year is read as 31 December; a financial year ends on 31 March.",
    ";BYMONTH=12;BYMONTHDAY=31", True,
)  # fmt: skip
FINANCIAL_YEAR_STARTS: Final = Frequency("YEARLY", 1, None, ";BYMONTH=4;BYMONTHDAY=1", True, name="on every 1 April")
YEAR_STARTS: Final = Frequency(
    "YEARLY", 1, "It is read as 1 January each year.", ";BYMONTH=1;BYMONTHDAY=1", True, name="on every 1 January"
)
MONTH_STARTS: Final = Frequency("MONTHLY", 1, None, ";BYMONTHDAY=1", True, name="at the start of every month")
QUARTER_STARTS: Final = Frequency(
    "YEARLY", 1, None, ";BYMONTH=1,4,7,10;BYMONTHDAY=1", True, name="at the start of every quarter"
)
BI_ANNUAL: Final = HALF_YEARLY._replace(doubt="It is read as twice a year; it could also mean every two years.")
BI_MONTHLY: Final = Frequency("MONTHLY", 2, "It is read as every two months; it could also mean twice a month.")
BI_WEEKLY: Final = FORTNIGHTLY._replace(doubt="It is read as every two weeks; it could also mean twice a week.")
TERMLY: Final = Frequency("MONTHLY", 4, "School terms are read as every four months.")
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}


def every(_: Context, length: Length) -> Frequency | None:
    """Every 6 months, every two years, every 1-2 years (the shorter, with a doubt)."""
    count = length.low or length.high
    doubt = f"It is read as every {count} {length.unit}s." if length.low else None
    if length.unit == "day":
        made = Frequency("DAILY", count, doubt)
    elif length.unit == "week":
        made = Frequency("WEEKLY", count, doubt)
    elif length.unit in _MONTHS_IN:
        months = count * _MONTHS_IN[length.unit]
        yearly = length.unit == "year" or months == 12
        made = Frequency("YEARLY", months // 12, doubt) if yearly else Frequency("MONTHLY", months, doubt)
    else:
        return None
    return made if 0 < count <= 120 else None


def times(unit: str, months: int) -> list[Form]:
    """Twice a year, four times a year, once per quarter."""

    def build(_: Context, count: int) -> Frequency | None:
        if count <= 0:
            return None
        if months % count == 0:
            spaced = months // count
            return Frequency("YEARLY", spaced // 12) if spaced % 12 == 0 else Frequency("MONTHLY", spaced)
        if months == 1 and count == 2:
            return FORTNIGHTLY._replace(doubt="Twice a month is read as every two weeks.")
        return Frequency("MONTHLY", max(1, months // count), f"{count} times a {unit} is read as evenly spaced.")

    adverb = {"year": "yearly|annually|annual", "quarter": "quarterly|qtrly|qtly", "month": "monthly"}[unit]
    return [
        Form(f"ntimes a|per|each|every|in u{unit}", "freq", build),
        Form(f"ntimes {adverb}", "freq", build),
    ]


def nth_times(_: Context, count: int) -> int:
    return count


def per_unit(unit: str, frequency: Frequency) -> list[Form]:
    return [
        Form(f"every|per u{unit}", "freq", value=frequency),
        Form(f"every other u{unit}", "freq", lambda _: frequency._replace(interval=2 * frequency.interval)),
        Form(
            f"every ORDINAL u{unit}",
            "freq",
            lambda _, nth: frequency._replace(interval=nth * frequency.interval) if nth > 1 else None,
        ),
    ]


def numbered(unit: str, frequency: Frequency) -> Form:
    """ "6 monthly", "three-yearly"."""

    def build(_: Context, count: int) -> Frequency | None:
        return frequency._replace(interval=count * frequency.interval) if 0 < count <= 60 else None

    return Form(f"COUNT [-] {unit}", "freq", build)


def later(_: Context, frequency: Frequency) -> Frequency:
    return frequency._replace(thereafter=True)


_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def on_weekday(_: Context, weekday: int) -> Frequency:
    """Every Monday."""
    return WEEKLY._replace(by=f";BYDAY={_WEEKDAYS[weekday]}", name=f"every {_WEEKDAY_NAMES[weekday]}")


def day_of_month(_: Context, number: int) -> Frequency | None:
    """The 10th of each month."""
    name = f"on day {number} of every month"
    return MONTHLY._replace(by=f";BYMONTHDAY={number}", fixed=True, name=name) if 1 <= number <= 31 else None


def every_point(_: Context, point: Point) -> Point | None:
    """ "each April", "every 31 March": a day or month without a year, each year."""
    return point if point.open is not None else None


_FIXED: Final = (
    ("daily", DAILY), ("weekly", WEEKLY), ("fortnightly", FORTNIGHTLY), ("monthly", MONTHLY),
    ("quarterly|qtrly|qtly", QUARTERLY), ("yearly|annual|annually|annum", YEARLY), ("termly", TERMLY),
    ("p . a", YEARLY), ("pa", YEARLY), ("per annum", YEARLY), ("per fy uyear", YEARLY), ("once yearly", YEARLY),
    ("once a|per|every|each|in uyear", YEARLY), ("once a|per|every|each uquarter", QUARTERLY),
    ("once a|per|every|each umonth", MONTHLY), ("once a|per|every|each uweek", WEEKLY),
    ("every fortnight", FORTNIGHTLY),
    ("uhalf [-] yearly", HALF_YEARLY), ("uhalf [-] annual|annually", HALF_YEARLY),
    ("every uhalf [-] uyear", HALF_YEARLY),
    ("semi [-] annual|annually|yearly", HALF_YEARLY), ("semiannual|semiannually", HALF_YEARLY),
    ("bi [-] annual|annually|yearly", BI_ANNUAL), ("biannual|biannually|biyearly", BI_ANNUAL),
    ("bi [-] ennial|ennially", Frequency("YEARLY", 2)), ("biennial|biennially", Frequency("YEARLY", 2)),
    ("triennial|triennially|tri - annual", Frequency("YEARLY", 3)),
    ("quinquennial|quinquennially", Frequency("YEARLY", 5)),
    ("bi [-] monthly", BI_MONTHLY), ("bimonthly", BI_MONTHLY), ("bi [-] weekly", BI_WEEKLY), ("biweekly", BI_WEEKLY),
    ("bi [-] quarterly", HALF_YEARLY._replace(doubt="It is read as every six months.")),
    ("end [of] every umonth", MONTH_ENDS), ("every umonth [-] end", MONTH_ENDS),
    ("end [of] every uquarter", QUARTER_ENDS), ("every uquarter [-] end", QUARTER_ENDS),
    ("quarterly end", QUARTER_ENDS),
    ("end [of] every uyear", YEAR_ENDS), ("every uyear [-] end", YEAR_ENDS),
    ("end [of] every fy uyear", FINANCIAL_YEAR_ENDS), ("every fy uyear [-] end", FINANCIAL_YEAR_ENDS),
    ("every fy uyear", YEARLY),
    ("begin|beginning of every fy uyear", FINANCIAL_YEAR_STARTS), ("begin|beginning of every uyear", YEAR_STARTS),
    ("begin|beginning of every umonth", MONTH_STARTS), ("begin|beginning of every uquarter", QUARTER_STARTS),
)  # fmt: skip

FORMS: Final = [
    *(Form(pattern, "freq", value=value) for pattern, value in _FIXED),
    Form("every > uquarter COUNT", "every"),
    Form("every weekday", "freq", on_weekday),
    Form("weekly on weekday", "freq", on_weekday),
    Form("o [uday] of every umonth", "freq", day_of_month),
    Form("once > every|per COUNT|ORDINAL|other", "w"),
    Form("COUNT times", "ntimes", nth_times),
    Form("COUNT > a|per|every uyear", "ntimes", nth_times),
    *times("year", 12), *times("quarter", 3), *times("month", 1),
    *per_unit("day", DAILY), *per_unit("week", WEEKLY), *per_unit("month", MONTHLY),
    *per_unit("quarter", QUARTERLY), *per_unit("year", YEARLY),
    numbered("weekly", WEEKLY), numbered("monthly", MONTHLY), numbered("yearly", YEARLY), numbered("annual", YEARLY),
    numbered("annually", YEARLY),
]  # fmt: skip

# Applied once lengths and months are read: "every 6 months", "each April".
LATER: Final = [
    Form("every length", "freq", every),
    Form("every point", "eachyear", every_point),
    Form("end [of] every point", "eachyear", every_point),
    Form("freq onwards", "freq", later),
    Form("freq after that|this", "freq", later),
    Form("then freq", "freq", later),
    Form("at|by|on|for freq", "freq", lambda _, frequency: frequency),
    Form("freq basis", "freq", lambda _, frequency: frequency),
    Form("a|on freq basis", "freq", lambda _, frequency: frequency),
    Form("on a freq basis", "freq", lambda _, frequency: frequency),
    Form("length [-] intervals|interval|cycle|cycles", "freq", every),
    Form("at|in length intervals", "freq", every),
]
