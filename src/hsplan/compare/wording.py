"""Words, dates and lengths of time as the sentences give them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.findings import counted, listed
from hsplan.timescale.days import MONTHS, month_end, words

_LONGEST = 160
_SPELLING = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """The text without what is only spelling: letter case, white space, punctuation, the shape of quotes."""
    letters = "".join(sign if sign.isalnum() else " " for sign in text.translate(_SPELLING).casefold())
    return " ".join(letters.split())


def same_words(old: str, new: str) -> bool:
    """Whether two texts differ only in spelling."""
    return old == new or plain(old) == plain(new)


def title_words(text: str) -> frozenset[str]:
    """The words by which two titles are compared, without the shortest ones."""
    return frozenset(word for word in plain(text).split() if len(word) > 3)


def day_words(day: date | None) -> str:
    """ "July 2010" for the last day of that month, as deadlines go; else the day: "14 July 2010"."""
    if day is None:
        return "no date"
    if day == month_end(day.year, day.month):
        return f"{MONTHS[day.month - 1]} {day.year}"
    return words(day)


def length_words(start: date, end: date) -> str:
    """The time between two days, without its direction: "16 months", "3 years", "12 days"."""
    start, end = min(start, end), max(start, end)
    months = (end.year - start.year) * 12 + end.month - start.month
    at_end = end == month_end(end.year, end.month)
    if end.day < start.day and not at_end:
        months -= 1
    whole = end.day == start.day or (at_end and start == month_end(start.year, start.month))
    if months < 2 and not (whole and months):
        return counted((end - start).days, "day")
    years, rest = divmod(months, 12)
    if years and not rest:
        return counted(years, "year")
    return counted(months, "month") if months < 24 else f"{counted(years, 'year')} {counted(rest, 'month')}"


def quoted(text: str) -> str:
    """A text in quotation marks, cut where it is long."""
    return f'"{clipped(text)}"'


def clipped(text: str) -> str:
    """One line of at most 160 letters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def differing(old: Sequence[str], new: Sequence[str]) -> str:
    """ "A and B added, C taken out" of two lists; "in another order" where only that differs."""
    added = [name for name in new if name not in old]
    gone = [name for name in old if name not in new]
    parts = [f"{listed(added)} added"] * bool(added) + [f"{listed(gone)} taken out"] * bool(gone)
    return ", ".join(parts) or "in another order"


def ordinal(number: int) -> str:
    """ "First", "Second" … "Tenth", then "Move 11"'s "11th"."""
    names = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
    return names[number - 1] if 1 <= number <= len(names) else f"{number}th"
