"""The readings of an indicator known as at a date: by whom, of which period, and of all organisations together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from hsplan.frozen import Frozen
from hsplan.monitor.figures import is_rate
from hsplan.monitor.periods import PeriodReader
from hsplan.monitor.slots import DAY, FREQUENCIES, months_of
from hsplan.plan import Actual, Indicator, Owners, Period, Plan


class Reading(Frozen):
    """A figure of a period, from one entry of the plan or summed from several. `wording` is the period in words."""

    period: Period
    wording: str
    value: Decimal
    provisional: bool
    actuals: tuple[Actual, ...]

    @property
    def summed(self) -> bool:
        """Whether it was added up from several figures."""
        return len(self.actuals) > 1


Series = dict[Period, Reading]
"""One reading a period."""


class Readings(Frozen):
    """What is known: of the whole plan, and of each organisation that gives figures of its own."""

    whole: Series
    organisations: dict[str, Series]
    unclear: tuple[Actual, ...]
    """Figures whose period cannot be read; they count for nothing."""


def readings(indicator: Indicator, plan: Plan, owners: Owners, as_at: date, read: PeriodReader) -> Readings:
    """Sort an indicator's figures. The order in which they stand in the file never matters.

    A figure is known from the end of its period, or from its `date:` where that is later. A snapshot is counted on one
    day of its period, and its `date:` is that day; without one it may be any day since the period began. Several
    figures of one period by the same organisation: a final one before a provisional one, then the later date, then the
    less favourable.
    """
    known, unclear = _known(indicator, as_at, read)
    found: dict[str, list[tuple[Period, Actual]]] = {}
    for period, entry in known:
        found.setdefault(voice_of(entry.by, plan, owners), []).append((period, entry))
    series = {voice: _series(entries, indicator) for voice, entries in found.items()}
    whole = series.pop("", {})
    if series and not is_rate(indicator):
        expected = owners.expand(plan.organisations)
        whole = {**_sums([series.get(name, {}) for name in expected]), **whole}
    return Readings(whole, series, tuple(unclear))


def _known(indicator: Indicator, as_at: date, read: PeriodReader) -> tuple[list[tuple[Period, Actual]], list[Actual]]:
    """The figures known as at a date with their periods, and those whose period cannot be read."""
    known, unclear = [], []
    for entry in indicator.actuals:
        period = period_of_actual(entry, indicator, read)
        if entry.value is None:
            continue
        if period is not None and known_from(entry, period, indicator) <= as_at:
            known.append((period, entry))
        elif period is None and (entry.date is None or entry.date <= as_at):
            unclear.append(entry)
    return known, unclear


def known_figures(indicator: Indicator, as_at: date, read: PeriodReader) -> list[Actual]:
    """The figures known as at a date, in the order of the plan; those too whose period cannot be read."""
    known, unclear = _known(indicator, as_at, read)
    found = {id(entry) for entry in (*(entry for _, entry in known), *unclear)}
    return [entry for entry in indicator.actuals if id(entry) in found]


def period_of_actual(entry: Actual, indicator: Indicator, read: PeriodReader) -> Period | None:
    """The period of a figure; of a snapshot without one, the day of the count."""
    if entry.period:
        return read(entry.period)
    return Period(entry.date, entry.date) if indicator.snapshot and entry.date else None


def voice_of(by: str, plan: Plan, owners: Owners) -> str:
    """The key of the organisation that a figure or target is of; "" for all of the plan's organisations together."""
    if not by:
        return ""
    organisations = set(owners.expand(plan.organisations))
    if organisations and organisations <= set(owners.expand((by,))):
        return ""
    owner = owners.resolve(by)
    return owner.key if owner else by


def total(parts: Sequence[Reading], period: Period, wording: str) -> Reading:
    """The sum of several readings, provisional where one of them is."""
    actuals = tuple(actual for part in parts for actual in part.actuals)
    value = sum((part.value for part in parts), Decimal(0))
    return Reading(period, wording, value, any(part.provisional for part in parts), actuals)


def newest(series: Series, indicator: Indicator) -> Reading | None:
    """The reading that ended last; of several that end on a day, the one of the indicator's own frequency."""
    usual = FREQUENCIES.get(indicator.frequency)

    def rank(period: Period) -> tuple[date, bool, date]:
        return period.end, months_of(period) == usual, period.start

    return series[max(series, key=rank)] if series else None


def tiled(series: Series, stretch: Period) -> tuple[date, list[Reading]]:
    """Readings that cover a stretch from its first day without gap or overlap, as few as will do, and their last day.

    It is the stretch's own last day where they cover it whole.
    """
    best: dict[date, list[Reading]] = {stretch.start: []}
    for period in sorted(series):
        if period.start in best and period.end <= stretch.end:
            parts = [*best[period.start], series[period]]
            known = best.get(period.end + DAY)
            if known is None or len(parts) < len(known):
                best[period.end + DAY] = parts
    reached = max(best)
    return reached - DAY, best[reached]


def scattered(series: Series, stretch: Period) -> tuple[tuple[Reading, ...], tuple[Period, ...]]:
    """Readings that lie in a stretch without overlap, oldest first, and the gaps before and between them.

    What follows the last of them is no gap: it may be still to come.
    """
    found: list[Reading] = []
    gaps: list[Period] = []
    day = stretch.start
    while starts := [each.start for each in series if day <= each.start and each.end <= stretch.end]:
        first = min(starts)
        gaps += [Period(day, first - DAY)] if day < first else []
        reached, parts = tiled(series, Period(first, stretch.end))
        found += parts
        day = reached + DAY
    return tuple(found), tuple(gaps)


def known_from(entry: Actual, period: Period, indicator: Indicator) -> date:
    """The day from which a figure is known."""
    if indicator.snapshot:
        return entry.date or period.start
    return max(entry.date, period.end) if entry.date else period.end


def _series(entries: Iterable[tuple[Period, Actual]], indicator: Indicator) -> Series:
    chosen: dict[Period, Actual] = {}
    for period, entry in entries:
        rival = chosen.get(period)
        if rival is None or _weight(entry, indicator) > _weight(rival, indicator):
            chosen[period] = entry
    return {
        period: Reading(period, entry.period or str(entry.date), entry.value or Decimal(0), entry.provisional, (entry,))
        for period, entry in chosen.items()
    }


def _weight(entry: Actual, indicator: Indicator) -> tuple[bool, date, Decimal]:
    value = entry.value or Decimal(0)
    return not entry.provisional, entry.date or date.min, -value if indicator.better == "higher" else value


def _sums(each: Sequence[Series]) -> Series:
    """The periods of which every organisation has given a figure, added up."""
    if not each:
        return {}
    shared = [period for period in each[0] if all(period in series for series in each)]
    return {period: total([series[period] for series in each], period, each[0][period].wording) for period in shared}
