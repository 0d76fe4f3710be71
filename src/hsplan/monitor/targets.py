"""Which target holds for a reading, and over which stretch of time it is to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hsplan.frozen import Frozen
from hsplan.monitor.periods import PeriodReader
from hsplan.monitor.reading import Reading
from hsplan.monitor.slots import block, months_of, slot_of, within
from hsplan.plan import Period, Target
from hsplan.timescale.days import add_months

_PER = {"month": 1, "quarter": 3, "year": 12}


class Aim(Frozen):
    """A target with a figure, and the period that it holds in (None: always)."""

    target: Target
    value: Decimal
    period: Period | None


def aims(targets: Sequence[Target], read: PeriodReader) -> tuple[Aim, ...]:
    """The targets that have a figure, and a period that can be read where they name one."""
    found = []
    for target in targets:
        period = read(target.period) if target.period else None
        if target.value is not None and (period is not None or not target.period):
            found.append(Aim(target, target.value, period))
    return tuple(found)


def aim_for(reading: Reading, found: Sequence[Aim]) -> Aim | None:
    """The target that holds for a reading's period: the one with the shortest period, one without a period last."""
    holding = [aim for aim in found if aim.period is None or within(reading.period, aim.period)]
    return min(holding, key=_length, default=None)


def stretch_of(reading: Reading, aim: Aim, plan_period: Period | None) -> Period | None:
    """The stretch of time that a target for a count is for, around a reading; None where it cannot be told.

    `per: year` is the year that the reading lies in: counted from the start of the target's own period, else the
    financial year, else a reading's own twelve months. Without `per:` it is the target's period as a whole.
    """
    per = aim.target.per
    if per in ("", "period"):
        whole = aim.period or (plan_period if per else None)
        return whole if whole is not None and within(reading.period, whole) else None
    months, own = _PER.get(per), months_of(reading.period)
    if months is None or own is None or own > months:
        return None
    if own == months:
        return reading.period
    slot = slot_of(reading.period.end, months)
    whole_months = months_of(aim.period) if aim.period else None
    if aim.period and whole_months and whole_months % months == 0:
        start = aim.period.start
        passed = (reading.period.start.year - start.year) * 12 + reading.period.start.month - start.month
        slot = block(add_months(start, passed // months * months), months)
    fits = within(reading.period, slot) and (aim.period is None or within(slot, aim.period))
    return slot if fits else None


def _length(aim: Aim) -> tuple[bool, int]:
    return aim.period is None, (aim.period.end - aim.period.start).days if aim.period else 0
