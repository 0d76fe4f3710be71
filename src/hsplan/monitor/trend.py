"""Direction of travel: a figure against the one of the period before, and of the same period a year before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from hsplan.frozen import Frozen
from hsplan.monitor.reading import Reading, Series, newest
from hsplan.monitor.slots import FREQUENCIES, months_of, shifted, slot_of
from hsplan.plan import Indicator, Period

Direction = Literal["better", "worse", "same", "none"]


class Trend(Frozen):
    """A figure against an earlier one. `change` is how much higher (positive) it is now, in the indicator's unit.

    `direction` is "none" where there is nothing to compare with, or where no way is better than the other.
    """

    direction: Direction
    change: Decimal | None
    against: Reading | None


NO_TREND = Trend("none", None, None)


def trends(series: Series, latest: Reading, indicator: Indicator) -> tuple[Trend, Trend]:
    """Against the period before, and against the same period a year before (seasons make the first alone unfair).

    A count is compared only with a period of its own length; a snapshot with the newest one of the period of its
    frequency. A missing period is not skipped: then there is no direction.
    """
    slot = _slot(latest.period, indicator)
    if slot is None:
        return _trend(latest, _before(series, latest.period.start) if indicator.snapshot else None, indicator), NO_TREND
    months = months_of(slot) or 12
    return (
        _trend(latest, _in(series, shifted(slot, -months), indicator), indicator),
        _trend(latest, _in(series, shifted(slot, -12), indicator), indicator),
    )


def _slot(period: Period, indicator: Indicator) -> Period | None:
    """The period that a reading stands for: its own whole months; of a snapshot, the slot of its frequency."""
    usual = FREQUENCIES.get(indicator.frequency)
    if indicator.snapshot and usual:
        return slot_of(period.end, usual)
    return period if months_of(period) in FREQUENCIES.values() else None


def _in(series: Series, slot: Period, indicator: Indicator) -> Reading | None:
    if not indicator.snapshot:
        return series.get(slot)
    return newest({period: each for period, each in series.items() if slot.start <= period.end <= slot.end}, indicator)


def _before(series: Series, day: date) -> Reading | None:
    earlier = {period: each for period, each in series.items() if period.end < day}
    return earlier[max(earlier, key=lambda period: (period.end, period.start))] if earlier else None


def _trend(now: Reading, then: Reading | None, indicator: Indicator) -> Trend:
    if then is None:
        return NO_TREND
    change = now.value - then.value
    if indicator.better not in ("higher", "lower"):
        return Trend("none", change, then)
    if change == 0:
        return Trend("same", change, then)
    return Trend("better" if (change > 0) == (indicator.better == "higher") else "worse", change, then)
