"""What a wording's parts come to: one kind, one due date. The shapes are tried in the order of SHAPES."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from hsplan.timescale.days import DAY, words
from hsplan.timescale.gather import Said
from hsplan.timescale.outcome import Outcome, first_day
from hsplan.timescale.point import Point
from hsplan.timescale.record import Context, Fault
from hsplan.timescale.relative import moved, spoken
from hsplan.timescale.repeating import recurrence_of, recurring


# -- shapes with a date ----------------------------------------------------------------------------------------------
def refused(said: Said, context: Context) -> Outcome | None:
    """A day that does not exist, a range that ends before it begins."""
    bad = [point for point in _every_point(said) if point.fault is not None]
    if not bad:
        return None
    first = bad[0]
    fault: Fault = (
        "backwards" if first.suggestion is None and "before it begins" in (first.fault or "") else "impossible"
    )
    return Outcome(
        "unparseable", meaning=first.meaning, doubts=(first.fault,), suggestion=first.suggestion, faults=(fault,)
    )


def _every_point(said: Said) -> list[Point]:
    return [*said.dues, *(start.point for start in said.starts), *said.begins, *said.bounded, *said.yearly]


def deadline(said: Said, context: Context) -> Outcome | None:
    """One date or several: the last is due."""
    if not said.dues:
        return None
    dated = [point for point in said.dues if point.last is not None]
    if not dated:
        point = said.dues[-1]
        fault: Fault = "no-year" if point.open is not None else "no-period"
        return _of_point(point, (point.doubt or "It gives no date.",), (fault,))
    last = max(dated, key=lambda point: (point.last or date.min, point.kind == "date"))
    due = last.last
    further = tuple(day for day in said.dated() if day != due)
    first, doubt = first_day(said, due)
    kind = last.kind
    start = first
    if last.spread and not further:
        start = min(first, last.first) if first and last.first else last.first
    if first is not None and not further and kind != "ongoing":
        kind = "range"
    elsewhere = [point.doubt for point in said.dues]
    if len(dated) < len(said.dues):
        elsewhere.append("It gives several dates, not all with a year.")
    doubts = (*elsewhere, doubt, _length_doubt(said, due), *(point.doubt for point in said.begins if start is None))
    meaning = last.meaning if not further else f"{last.meaning}, the last of {len(further) + 1} dates"
    if start is not None and not last.spread:
        meaning = f"{words(start)} to {words(due)}" if due else last.meaning
    return Outcome(kind, start, due, last.precision, None, meaning, doubts, further)


def _of_point(point: Point, doubts: tuple[str | None, ...], faults: tuple[Fault, ...] = ()) -> Outcome:
    start = point.first if point.spread else None
    return Outcome(point.kind, start, point.last, point.precision, None, point.meaning, doubts, faults=faults)


def _length_doubt(said: Said, due: date | None) -> str | None:
    """A length beside a date ("12 months (March 2014)") agrees with it or is told."""
    for point in said.lengths:
        if point.last is not None and due is not None and abs((point.last - due).days) > 31:
            return f"It also gives a length of time, {point.meaning}; the date is taken."
    return None


# -- recurring and ongoing -------------------------------------------------------------------------------------------
def ongoing(said: Said, context: Context) -> Outcome | None:
    if "ongoing" not in said.marks and not said.bounded:
        return None
    rule, doubts, due, precision, meaning = None, [], None, None, "ongoing"
    further: tuple[date, ...] = ()
    start: date | None = None
    if said.frequencies:
        found, more, _ = recurrence_of(said, context)
        rule, due, precision = found.rule, found.due, found.precision
        doubts += [found.doubt, *more]
        meaning = f"ongoing, {found.meaning}"
    elif said.dues:
        made = deadline(said, context)
        if made is not None:
            due, precision, start, further = made.due, made.precision, made.start, made.further
            doubts += made.doubts
            meaning = f"ongoing, with a date: {made.meaning}"
            if "review" in said.marks:
                doubts.append("The work goes on; the date is for its review, and is taken as the due date.")
    elif said.bounded:
        bound = said.bounded[0]
        due, precision, meaning = bound.last, bound.precision, f"throughout {bound.meaning.removeprefix('end of ')}"
        doubts.append(bound.doubt)
    first, late = first_day(said, due)
    doubts += [item.point.doubt for item in said.starts]
    if due is None and said.lengths:
        doubts.append("It is ongoing, and also gives a length of time, which is not taken as a due date.")
    if due is None and said.begins:
        doubts.append("It is ongoing; when it starts is not taken as a due date.")
        first = said.begins[0].first
    faults: tuple[Fault, ...] = ()
    start = first or start
    if start is not None and meaning == "ongoing":
        meaning = f"ongoing from {words(start)}"
    return Outcome("ongoing", start, due, precision, rule, meaning, (*doubts, late), further, faults=faults)


# -- the rest --------------------------------------------------------------------------------------------------------
def begins_only(said: Said, context: Context) -> Outcome | None:
    """ "Jan 2013 start": a deadline for starting, with a doubt."""
    if not said.begins:
        return None
    if said.dues:
        return _begin_and_due(said, context)
    point = max(said.begins, key=lambda begin: begin.last or date.min)
    doubt = None
    if point.last is not None:
        doubt = f"It says when the work starts, not when it ends: it is due to have started by {words(point.last)}."
    return _of_point(point._replace(spread=False), (point.doubt, doubt))


def _begin_and_due(said: Said, context: Context) -> Outcome | None:
    """A start and an end: "Commence April 2021, complete by March 2022"."""
    lasts = [point.last for point in said.dues if point.last is not None]
    later = [begin for begin in said.begins if begin.first is not None and (not lasts or begin.first > max(lasts))]
    if not later:
        return None
    doubt = f"It also says that something starts on {words(later[0].first)}." if later[0].first else None
    moved = said._replace(dues=[*said.dues, *later], begins=[b for b in said.begins if b not in later])
    made = deadline(moved, context)
    return None if made is None else made._replace(doubts=(*made.doubts, doubt))


def relative(said: Said, context: Context) -> Outcome | None:
    if not said.lengths:
        return None
    point = max(said.lengths, key=lambda length: length.last or date.min)
    begins = [start.first for start in said.starts if start.first is not None]
    if begins and point.length is not None:  # "6 month pilot from April 2014"
        last = moved(begins[0], point.length.high, point.length.unit) - DAY
        told = f"It is read as {spoken(point.length)} from {words(begins[0])}."
        return Outcome("relative", begins[0], max(begins[0], last), "day", None, told[14:-1], (told,))
    doubt = "It gives several lengths of time; the longest is taken." if len(said.lengths) > 1 else None
    first, _ = first_day(said, point.last)
    made = _of_point(point, (point.doubt, doubt), () if point.last else ("no-period",))
    return made if first is None else made._replace(start=first)


def counted_from_event(said: Said, context: Context) -> Outcome | None:
    if not said.events:
        return None
    doubt = "It counts from something whose date is not known here."
    return Outcome("relative", meaning="counted from an event", doubts=(doubt,), faults=("vague",))


def starting(said: Said, context: Context) -> Outcome | None:
    """ "2019/20 onwards": a first day, no last one."""
    if not said.starts:
        return None
    item = said.starts[0]
    if item.first is None:
        doubt = item.point.doubt or "It says when the work starts, but gives no date that can be told."
        return Outcome("range", meaning=f"from {item.point.meaning}", doubts=(doubt,), faults=("no-year",))
    many = "It gives several starts; the first is taken." if len(said.starts) > 1 else None
    doubts = (item.point.doubt, many)
    return Outcome("range", item.first, None, item.point.precision, None, f"from {words(item.first)}", doubts)


def in_terms(said: Said, context: Context) -> Outcome | None:
    if not said.terms:
        return None
    return _of_point(said.terms[-1], (said.terms[-1].doubt,), ("vague",))


def vague(said: Said, context: Context) -> Outcome | None:
    if not said.marks & {"vague", "hours"}:
        return None
    doubt = "It names no date, so nobody can tell when it is late."
    return Outcome("relative", meaning="as soon as possible", doubts=(doubt,), faults=("vague",))


def to_be_confirmed(said: Said, context: Context) -> Outcome | None:
    return Outcome("tbc", meaning="to be confirmed") if "tbc" in said.marks else None


def conditional(said: Said, context: Context) -> Outcome | None:
    return Outcome("conditional", meaning="depends on a condition") if said.conditions else None


def regular(said: Said, context: Context) -> Outcome | None:
    if "regular" not in said.marks or "how" in said.marks:
        return None
    return Outcome("ongoing", meaning="regularly", doubts=("It does not say how often.",))


def no_time(said: Said, context: Context) -> Outcome | None:
    if not said.marks & {"pointer", "how", "clock"}:
        return None
    return Outcome("none", meaning="no time given")


SHAPES: Final[tuple[Callable[[Said, Context], Outcome | None], ...]] = (
    refused, recurring, ongoing, begins_only, deadline, relative, counted_from_event, starting, in_terms,
    to_be_confirmed, vague, conditional, regular, no_time,
)  # fmt: skip
