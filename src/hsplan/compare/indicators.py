"""Indicators: targets weakened or strengthened, figures reported, figures changed after the fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hsplan.compare.actions import titles
from hsplan.compare.change import Change
from hsplan.compare.pairing import frozen, paired
from hsplan.compare.parts import rest
from hsplan.compare.subject import Subject, subject_of
from hsplan.compare.wording import plain
from hsplan.monitor.catalogue import completed
from hsplan.monitor.figures import with_unit
from hsplan.plan import Actual, Baseline, Indicator, Plan, Target

_TOLD = frozenset(("title", "baseline", "targets", "actuals"))

Units = tuple[str, str]
"""What the figures of both sides count."""

_MEASURE = {"better": "what counts as better", "unit": "the unit"}
"""What a target means nothing without."""


def indicators(old: Plan, new: Plan) -> Iterator[Change]:
    """The changes to all indicators, matched by id, then by title."""
    pairs, gone, come = paired(
        list(old.indicators.values()),
        list(new.indicators.values()),
        lambda each: each.id,
        lambda each: plain(each.title) or None,
    )
    for was, now in pairs:
        if was.node != now.node or was.id != now.id:
            yield from _compared(_subject(old, new, was, now), was, now)
    for each in gone:
        aim = " with its target" if each.has_aim else ""
        kind = "indicator-removed" if each.has_aim or each.actuals else "details-changed"
        yield _subject(old, new, each, None).change(kind, f"removed{aim}")
    for each in come:
        yield _subject(old, new, None, each).change("indicator-added", "new")


def _subject(old: Plan, new: Plan, was: Indicator | None, now: Indicator | None) -> Subject:
    """An indicator by the title that it has in the catalogue, where its plan gives it none."""
    return subject_of(old, new, "indicator", was and completed(was), now and completed(now))


def _compared(subject: Subject, old: Indicator, new: Indicator) -> Iterator[Change]:
    if old.id != new.id:
        yield subject.change("renumbered", f"its id {old.id} became {new.id}", values=(old.id, new.id))
    yield from titles(old.title, new.title, subject)
    told = _TOLD
    for key, what in _MEASURE.items():
        was, now = (str(each.node.get(key) or "") for each in (old, new))
        if old.has_aim and was and now and was != now:
            text = f"the target stands, but {what} was {was} and is now {now}"
            yield subject.change("target-changed", text, key, values=(was, now))
            told = told | {key}
    units = (completed(old).unit, completed(new).unit)
    yield from _baseline(subject, old.baseline, new.baseline, units)
    yield from _targets(subject, old.targets, new.targets, completed(new).better or completed(old).better, units)
    yield from _actuals(subject, old.actuals, new.actuals, units)
    yield from rest(subject, old.node, new.node, told, {})


def _targets(
    subject: Subject, old: Sequence[Target], new: Sequence[Target], better: str, units: Units
) -> Iterator[Change]:
    pairs, gone, come = paired(
        old, new, lambda each: frozen(each.node), lambda each: (each.period, each.per, each.by), lambda each: each.value
    )
    for was, now in pairs:
        if was.node != now.node:
            values = (_told(was.value, was, units[0]), _told(now.value, now, units[1]))
            text = f"the target was {values[0]} and is now {values[1]}"
            kind = _direction(was.value, now.value, better)
            if was.value == now.value and (was.period, was.per, was.by) == (now.period, now.per, now.by):
                kind, text = "details-changed", f"a detail of the target {values[1]} changed"
            key = (frozen(was.node), frozen(now.node))
            yield subject.change(kind, text, *key, old=was.node, new=now.node, values=values)
    for each in gone:
        told = _told(each.value, each, units[0])
        yield subject.change("target-removed", f"the target {told} was taken out", old=each.node, values=(told, ""))
    for each in come:
        told = _told(each.value, each, units[1])
        yield subject.change("target-added", f"a target is set, {told}", new=each.node, values=("", told))


def _direction(was: Decimal | None, now: Decimal | None, better: str) -> str:
    if was is None or now is None or was == now or better not in ("higher", "lower"):
        return "target-removed" if was is not None and now is None else "target-changed"
    return "target-strengthened" if (now > was) == (better == "higher") else "target-weakened"


def _actuals(subject: Subject, old: Sequence[Actual], new: Sequence[Actual], units: Units) -> Iterator[Change]:
    pairs, gone, come = paired(old, new, lambda each: frozen(each.node), lambda each: (each.period, each.by))
    for was, now in pairs:
        if was.node != now.node:
            values = (_told(was.value, was, units[0]), _told(now.value, now, units[1]))
            if was.value == now.value:
                kind, text = "details-changed", f"a detail of the figure {values[1]} changed"
            elif was.provisional or was.value is None:
                kind, text = "figure-added", f"the provisional figure {values[0]} became {values[1]}"
            else:
                kind, text = "figure-edited", f"the figure {values[0]} was changed after the fact to {values[1]}"
            key = (frozen(was.node), frozen(now.node))
            yield subject.change(kind, text, *key, old=was.node, new=now.node, values=values)
    for each in gone:
        told = _told(each.value, each, units[0])
        yield subject.change("figure-deleted", f"the figure {told} was deleted", old=each.node, values=(told, ""))
    for each in come:
        told = _told(each.value, each, units[1])
        provisional = ", provisional" if each.provisional else ""
        text = f"a figure is given, {told}{provisional}"
        yield subject.change("figure-added", text, new=each.node, values=("", told))


def _baseline(subject: Subject, old: Baseline | None, new: Baseline | None, units: Units) -> Iterator[Change]:
    if (old.node if old else None) == (new.node if new else None):
        return
    values = (_told(old.value, old, units[0]) if old else "", _told(new.value, new, units[1]) if new else "")
    here = subject.at(old.node if old else None, new.node if new else None)
    if old is None or (old.value is None and new is not None):
        yield here.change("baseline-given", f"a baseline is given, {values[1]}", values=values)
    elif new is None:
        yield here.change("baseline-changed", f"the baseline {values[0]} was taken out", values=values)
    elif values == (values[1], values[0]):
        yield here.change("details-changed", "a detail of the baseline changed", frozen(new.node))
    else:
        text = f"the baseline {values[0]} was changed after the fact to {values[1]}"
        yield here.change("baseline-changed", text, values=values)


def _told(value: Decimal | None, entry: Target | Actual | Baseline, unit: str) -> str:
    figure = with_unit(value, unit) if value is not None else "without a figure"
    per = f" per {entry.per}" if isinstance(entry, Target) and entry.per not in ("", "period") else ""
    period = f" for {entry.period}" if entry.period else ""
    by = f" by {entry.by}" if entry.by else ""
    return f"{figure}{per}{period}{by}"
