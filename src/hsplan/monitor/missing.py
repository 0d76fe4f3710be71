"""Readings that should be there by now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hsplan.monitor.catalogue import standard_of
from hsplan.monitor.periods import Missing, PeriodReader, Periods
from hsplan.monitor.reading import Readings, Series, voice_of
from hsplan.monitor.slots import DAY, FREQUENCIES, months_of, within
from hsplan.plan import Indicator, Owners, Period, Plan

__all__ = ["Missing", "missing"]


def missing(
    indicator: Indicator, plan: Plan, owners: Owners, known: Readings, as_at: date, lag: int, periods: Periods
) -> tuple[Missing, ...]:
    """The months, quarters or years of the plan whose figure is not known `lag` days after they ended, oldest first.

    Nothing is expected of a draft, of an indicator without a frequency or without any figure (known by then, aimed at
    or started from), of periods that begin before the plan (or before the statistic itself) or end after it. A series
    that began before the plan goes on: what follows its newest figure from before the plan is expected too.
    """
    months = FREQUENCIES.get(indicator.frequency)
    if months is None or not _watched(indicator, known, as_at) or plan.life(as_at) == "draft":
        return ()
    last = as_at - timedelta(days=lag)
    for end in (plan.period.end if plan.period else None, plan.closed):
        last = min(last, end) if end else last
    expected = owners.expand(plan.organisations) or tuple(known.organisations) if known.organisations else ()
    first = _first_day(indicator, plan, known, months)
    began, by = _baseline(indicator, plan, owners, periods.read)
    if began is not None and began.end < first:
        began = None  # as mostly: it stands for none of the periods asked about
    if not known.whole and not expected and (began is None or by):
        return periods.empty(first, last, months)
    whole = _Served(known.whole, months)
    by_name = {name: _Served(known.organisations.get(name, {}), months) for name in expected}
    owed = whole.lacking(periods.slots(first, last, months))
    if began is not None and not by:
        owed = [slot for slot in owed if not within(slot, began)]
    if not expected:
        return tuple([Missing(slot, ()) for slot in owed])
    found = []
    for slot in owed:
        silent = [name for name in expected if not by_name[name].has(slot)]
        if began is not None and within(slot, began):
            silent = [name for name in silent if name != by]
        if silent:
            found.append(Missing(slot, () if len(silent) == len(expected) else tuple(silent)))
    return tuple(found)


def _watched(indicator: Indicator, known: Readings, as_at: date) -> bool:
    """Whether figures may be expected. A first count within a period that goes on makes those before it none."""
    every = (reading for series in (known.whole, *known.organisations.values()) for reading in series.values())
    return indicator.has_aim or any(
        reading.period.end <= as_at or any(actual.date for actual in reading.actuals) for reading in every
    )


def _baseline(indicator: Indicator, plan: Plan, owners: Owners, read: PeriodReader) -> tuple[Period | None, str]:
    """The period of which the baseline is the figure, and whose it is ("" for all together)."""
    baseline = indicator.baseline
    if baseline is None or baseline.value is None or not baseline.period:
        return None, ""
    return read(baseline.period), voice_of(baseline.by, plan, owners)


class _Served:
    """Which slots have a reading that ends in them, or that is of a longer period around them."""

    def __init__(self, series: Series, months: int) -> None:
        self._ends = sorted(period.end for period in series)
        self._longer = [period for period in series if months_of(period) != months]

    def lacking(self, slots: tuple[Period, ...]) -> Iterable[Period]:
        """Those of the slots without one."""
        return [slot for slot in slots if not self.has(slot)] if self._ends else slots

    def has(self, slot: Period) -> bool:
        if not self._ends:
            return False
        at = bisect_left(self._ends, slot.start)
        ends_there = at < len(self._ends) and self._ends[at] <= slot.end
        return ends_there or any(within(slot, period) for period in self._longer)


def _first_day(indicator: Indicator, plan: Plan, known: Readings, months: int) -> date:
    """From when figures are expected: the plan's start, or where its series stood by then."""
    start = plan.period.start if plan.period else plan.adopted
    assert start is not None
    before = [period.end for period in _all(known) if period.end < start and months_of(period) in (months, None)]
    first = max(before) + DAY if before else start
    standard = standard_of(indicator)
    return max(first, standard.counts_from.first) if standard and standard.counts_from else first


def _all(known: Readings) -> Iterator[Period]:
    yield from known.whole
    for series in known.organisations.values():
        yield from series
