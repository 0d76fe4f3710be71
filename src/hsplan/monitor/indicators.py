"""A plan and a date to the state of each of its indicators. Pure: the figures come from the plan alone."""

from __future__ import annotations

from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.catalogue import completed
from hsplan.monitor.missing import missing
from hsplan.monitor.periods import Missing, Periods, periods_of
from hsplan.monitor.reading import Readings, readings, voice_of
from hsplan.monitor.standing import IndicatorStatus, Measure, Standing, no_total, standing
from hsplan.monitor.thresholds import Thresholds
from hsplan.plan import Actual, Indicator, Owners, Plan, Target

_JUDGED: tuple[IndicatorStatus, ...] = ("missed", "within tolerance", "met")
_UNJUDGED = ("data only", "no data")


class IndicatorState(Frozen):
    """One indicator as at a date. `indicator` is completed from the catalogue where it names a standard one."""

    indicator: Indicator
    standing: Standing
    by_organisation: tuple[tuple[str, Standing], ...]
    """For figures with `by:`, every organisation that has given one, and how it stands by its own targets."""
    missing: tuple[Missing, ...]
    unclear: tuple[Actual | Target, ...]
    """Figures and targets whose period cannot be read; they count for nothing."""

    @property
    def own(self) -> tuple[tuple[str, Standing], ...]:
        """The organisations that are judged by targets of their own."""
        return tuple((name, found) for name, found in self.by_organisation if found.status in _JUDGED)

    @property
    def status(self) -> IndicatorStatus:
        """The status of all organisations together; where there is no judging that, the worst by their own targets."""
        if self.standing.status in _UNJUDGED and self.own:
            return min((found.status for _, found in self.own), key=_JUDGED.index)
        return self.standing.status

    @property
    def rule(self) -> str:
        """The status in words: of all organisations together, and of those that have targets of their own."""
        own = [f"{name}: {found.rule}" for name, found in self.own]
        whole = [] if own and self.standing.status in _UNJUDGED else [self.standing.rule]
        return " ".join([*whole, *own])

    @property
    def title(self) -> str:
        """Its title, else its id."""
        return self.indicator.title or self.indicator.id


def assess_indicators(
    plan: Plan,
    owners: Owners,
    as_at: date,
    thresholds: Thresholds = Thresholds(),
    periods: Periods | None = None,
) -> tuple[IndicatorState, ...]:
    """What holds for each indicator of the plan, in document order, by the figures known as at a date. `periods` are
    the plan's, where they are at hand."""
    periods = periods or periods_of(plan)
    return tuple(
        _assess(completed(each), plan, owners, as_at, thresholds, periods) for each in plan.indicators.values()
    )


def _assess(
    indicator: Indicator,
    plan: Plan,
    owners: Owners,
    as_at: date,
    thresholds: Thresholds,
    periods: Periods,
) -> IndicatorState:
    read = periods.read
    known = readings(indicator, plan, owners, as_at, read)
    targets: dict[str, list[Target]] = {}
    for target in indicator.targets:
        targets.setdefault(voice_of(target.by, plan, owners), []).append(target)
    measure = Measure(indicator, plan.period, read, thresholds.tolerance)

    def stand(voice: str) -> Standing:
        series = known.organisations[voice] if voice else known.whole
        return standing(series, tuple(targets.get(voice, ())), measure)

    return IndicatorState(
        indicator=indicator,
        standing=stand("") if known.whole or not known.organisations else no_total(measure),
        by_organisation=tuple((name, stand(name)) for name in _in_order(known, plan, owners)),
        missing=missing(indicator, plan, owners, known, as_at, thresholds.reading_lag, periods),
        unclear=(*known.unclear, *(each for each in indicator.targets if each.period and read(each.period) is None)),
    )


def _in_order(known: Readings, plan: Plan, owners: Owners) -> list[str]:
    """The plan's organisations in its own order, then others by their names."""
    if not known.organisations:
        return []
    own = [name for name in owners.expand(plan.organisations) if name in known.organisations]
    return own + sorted(set(known.organisations) - set(own))
