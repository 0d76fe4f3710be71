"""Indicators: what they count, where they stood, what they are to reach and what they were, as the plan says it."""

from __future__ import annotations

from datetime import date as Day
from typing import TYPE_CHECKING

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.plan.period import day
from hsplan.plan.values import flag, records, text
from hsplan.schema.values import figure

if TYPE_CHECKING:
    from decimal import Decimal


class Baseline(Frozen):
    """Where an indicator stood at the start. `value` is None where the document prints only the period."""

    period: str
    value: Decimal | None
    by: str
    note: str
    node: Map


class Target(Frozen):
    """What an indicator is to reach. `per` is the stretch that the figure is for: month, quarter, year or period."""

    period: str
    per: str
    value: Decimal | None
    by: str
    note: str
    node: Map


class Actual(Frozen):
    """What an indicator was. `by` is the organisation whose figure it is, "" for all of them together.

    `date` is the day from which the figure is known: of the count, or of its publication.
    """

    period: str
    value: Decimal | None
    by: str
    provisional: bool
    date: Day | None
    note: str
    node: Map


class Indicator(Frozen):
    """A count or a rate. `better` is "higher", "lower", or "" for data only.

    `snapshot` is None where the plan does not say whether it is a state on a day. `catalogue` is its code among the
    standard indicators, from which what the plan leaves out is taken later, by the monitor.
    """

    id: str
    title: str
    unit: str
    better: str
    snapshot: bool | None
    frequency: str
    lead: str
    catalogue: str
    baseline: Baseline | None
    targets: tuple[Target, ...]
    actuals: tuple[Actual, ...]
    note: str
    internal_note: str
    source: str
    node: Map

    @property
    def has_aim(self) -> bool:
        """Whether a target or a baseline with a figure stands in it; documents often only name an indicator."""
        baseline = self.baseline is not None and self.baseline.value is not None
        return baseline or any(target.value is not None for target in self.targets)


def read_indicator(key: str, node: Map) -> Indicator:
    """One indicator as it stands under its id. What has the wrong shape is left out."""
    baseline = node.get("baseline")
    return Indicator(
        id=key,
        title=text(node, "title"),
        unit=text(node, "unit"),
        better=text(node, "better"),
        snapshot=flag(node, "snapshot") if text(node, "snapshot") else None,
        frequency=text(node, "frequency"),
        lead=text(node, "lead"),
        catalogue=text(node, "catalogue"),
        baseline=_baseline(baseline) if isinstance(baseline, Map) else None,
        targets=tuple(_target(entry) for entry in records(node, "targets")),
        actuals=tuple(_actual(entry) for entry in records(node, "actuals")),
        note=text(node, "note"),
        internal_note=text(node, "internal_note"),
        source=text(node, "source"),
        node=node,
    )


def _baseline(node: Map) -> Baseline:
    return Baseline(text(node, "period"), _value(node), text(node, "by"), text(node, "note"), node)


def _target(node: Map) -> Target:
    return Target(text(node, "period"), text(node, "per"), _value(node), text(node, "by"), text(node, "note"), node)


def _actual(node: Map) -> Actual:
    return Actual(
        period=text(node, "period"),
        value=_value(node),
        by=text(node, "by"),
        provisional=flag(node, "provisional"),
        date=day(node.get("date")),
        note=text(node, "note"),
        node=node,
    )


def _value(node: Map) -> Decimal | None:
    """The figure as it was written, so that 0.1 and 0.2 make 0.3; None for what the format does not take as one."""
    written = text(node, "value")
    if figure(written) is None:
        return None
    from decimal import Decimal

    return Decimal(written)
