"""How an indicator stands: its latest figure, the way it goes, and whether it meets its target."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from hsplan.frozen import Frozen
from hsplan.monitor.figures import difference, figure_text, is_percent, is_rate, with_unit
from hsplan.monitor.periods import PeriodReader
from hsplan.monitor.reading import Reading, Series, newest, scattered, tiled, total
from hsplan.monitor.slots import DAY, STRETCHES, months_of, named, without
from hsplan.monitor.targets import Aim, aim_for, aims, stretch_of
from hsplan.monitor.trend import NO_TREND, Trend, trends
from hsplan.plan import Indicator, Period, Target

IndicatorStatus = Literal["missed", "within tolerance", "part of the period", "met", "data only", "no data"]
"""Every status of an indicator, the worst first.

"part of the period" is a count whose target is for a longer stretch, of which not all figures are known.
"""


class Standing(Frozen):
    """An indicator, or one organisation's part of it, as at a date."""

    latest: Reading | None
    judged: Reading | None
    """What the status is about: the latest figure, or the sum over the stretch that the target is for."""
    so_far: Reading | None
    """The sum of what is known of the stretch that is not complete yet."""
    target: Target | None
    wanted: Decimal | None
    distance: Decimal | None
    """How much better than the target (positive) or worse (negative) the judged figure is, in the indicator's unit."""
    before: Trend
    """Against the period before."""
    year_before: Trend
    """Against the same period a year before."""
    status: IndicatorStatus
    rule: str
    """The status in words: the target, the figure and how far apart they are."""
    gaps: tuple[Period, ...] = ()
    """What `so_far` lacks before and between its figures."""


class Measure(Frozen):
    """What the judgement needs to know beside the figures. `tolerance` is in percent of the target."""

    indicator: Indicator
    plan_period: Period | None
    read: PeriodReader
    tolerance: int


def standing(series: Series, targets: tuple[Target, ...], measure: Measure) -> Standing:
    """Judge one series of readings by its own targets."""
    latest = newest(series, measure.indicator)
    if latest is None:
        return _said(None, "no data", "No figure is known yet.")
    before, year_before = trends(series, latest, measure.indicator)
    found = aims(targets, measure.read)
    return _judged(series, latest, found, measure)._replace(latest=latest, before=before, year_before=year_before)


def no_total(measure: Measure) -> Standing:
    """Where only single organisations have given figures that do not make a whole."""
    why = "percentages, rates and averages are never added" if is_rate(measure.indicator) else "not by all of them"
    return _said(None, "data only", f"Figures are given by organisation, and {why}, so there is none for all together.")


def _judged(series: Series, latest: Reading, found: tuple[Aim, ...], measure: Measure) -> Standing:
    indicator = measure.indicator
    if indicator.better not in ("higher", "lower"):
        return _said(latest, "data only", "It does not say which way is better, so it is compared with no target.")
    aim = aim_for(latest, found)
    if aim is None:
        return _said(latest, "data only", _no_target(latest, found))
    if indicator.snapshot or is_rate(indicator):
        return _compared(latest, aim, measure)
    stretch = stretch_of(latest, aim, measure.plan_period)
    if stretch is None:
        wording = "The target does not say which stretch of time it is for, or is for a shorter one than the figure."
        return _said(latest, "data only", wording, aim)
    if stretch == latest.period:
        return _compared(latest, aim, measure)
    return _over_stretch(series, stretch, aim, found, measure)


def _over_stretch(series: Series, stretch: Period, aim: Aim, found: tuple[Aim, ...], measure: Measure) -> Standing:
    """A count against a target for a longer stretch: its sum, once every figure of the stretch is known.

    Until then it is judged only where no other figure can change the answer (counts do not fall, and what is missing
    can only add to them), else by the stretch before.
    """
    reached, whole = tiled(series, stretch)
    if reached == stretch.end:
        return _compared(total(whole, stretch, named(stretch)), aim, measure)
    parts, gaps = scattered(series, stretch)
    known = Period(stretch.start, parts[-1].period.end)
    so_far = total(parts, known, named(known) + (f", {without(gaps)}" if gaps else ""))
    if (certain := _certain(so_far, stretch, aim, measure)) is not None:
        return certain._replace(gaps=gaps)
    before = _stretch_before(series, stretch, found, measure)
    part = STRETCHES.get(months_of(stretch) or 0, "period")
    said = f"So far {_shown(so_far.value, measure)} ({so_far.wording})"
    still = f"{_wanted(aim, stretch, measure)} {said}: part of the {part}, not judged yet."
    if before is not None:
        # The figure beside this is the whole stretch's before, which does not say it.
        still = still.replace(f"{said}:", f"{said[:-1]}, provisional):") if so_far.provisional else still
        return before._replace(so_far=so_far, gaps=gaps, rule=f"{before.rule} {still}")
    return _said(None, "part of the period", still, aim)._replace(so_far=so_far, gaps=gaps)


def _certain(so_far: Reading, stretch: Period, aim: Aim, measure: Measure) -> Standing | None:
    """Part of a stretch that has met a "higher" target, or missed a "lower" one beyond the tolerance, already."""
    if any((actual.value or 0) < 0 for actual in so_far.actuals):
        return None
    status, distance = _verdict(so_far.value, aim.value, measure)
    if status != ("met" if measure.indicator.better == "higher" else "missed"):
        return None
    words = (
        f"{_wanted(aim, stretch, measure)} It is {_shown(so_far.value, measure)} already ({so_far.wording}): {status}."
    )
    return _said(so_far, status, words, aim)._replace(so_far=so_far, distance=distance)


def _stretch_before(series: Series, stretch: Period, found: tuple[Aim, ...], measure: Measure) -> Standing | None:
    """The verdict on the stretch that ended the day before, where every figure of it is known and a target held."""
    earlier = {period: each for period, each in series.items() if period.end == stretch.start - DAY}
    last = newest(earlier, measure.indicator)
    aim = aim_for(last, found) if last else None
    own = stretch_of(last, aim, measure.plan_period) if last and aim else None
    if aim is None or own is None or own.end != stretch.start - DAY:
        return None
    reached, parts = tiled(series, own)
    return _compared(total(parts, own, named(own)), aim, measure) if reached == own.end else None


def _compared(reading: Reading, aim: Aim, measure: Measure) -> Standing:
    status, distance = _verdict(reading.value, aim.value, measure)
    was = f"It was {_shown(reading.value, measure)}{' (provisional)' if reading.provisional else ''}"
    unit = measure.indicator.unit
    # The unit stands just before; but a percentage is not so many percent off.
    off = difference(abs(distance), unit) if is_percent(unit) or unit == "£" else figure_text(abs(distance))
    gap = "" if distance >= 0 else f", {'short by' if measure.indicator.better == 'higher' else 'over by'} {off}"
    kept = f"{status} of {measure.tolerance}%" if status == "within tolerance" else status
    words = f"{_wanted(aim, reading.period, measure)} {was}{gap}: {kept}."
    return _said(reading, status, words, aim)._replace(distance=distance)


def _verdict(value: Decimal, wanted: Decimal, measure: Measure) -> tuple[IndicatorStatus, Decimal]:
    distance = value - wanted if measure.indicator.better == "higher" else wanted - value
    if distance >= 0:
        return "met", distance
    allowed = abs(wanted) * measure.tolerance / 100
    return ("within tolerance" if -distance <= allowed else "missed"), distance


def _wanted(aim: Aim, period: Period, measure: Measure) -> str:
    least = "at least " if measure.indicator.better == "higher" else "at most " if aim.value else ""
    return f"Target for {named(period)}: {least}{_shown(aim.value, measure)}."


def _no_target(latest: Reading, found: tuple[Aim, ...]) -> str:
    if not found:
        return "It has no target."
    ends = [aim.period for aim in found if aim.period]
    newest_one = f" (the newest target is for {named(max(ends, key=lambda period: period.end))})" if ends else ""
    return f"No target holds for {named(latest.period)}{newest_one}."


def _shown(value: Decimal, measure: Measure) -> str:
    return with_unit(value, measure.indicator.unit)


def _said(judged: Reading | None, status: IndicatorStatus, rule: str, aim: Aim | None = None) -> Standing:
    target, wanted = (aim.target, aim.value) if aim else (None, None)
    return Standing(None, judged, None, target, wanted, None, NO_TREND, NO_TREND, status, rule)
