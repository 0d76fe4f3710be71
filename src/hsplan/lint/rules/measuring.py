"""HS6, second part: whether an indicator can be judged at all: its target, its baseline, which way is better."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.rules.indicators import named_indicator
from hsplan.monitor.catalogue import completed
from hsplan.monitor.figures import is_rate
from hsplan.plan import Baseline, Indicator, Target


@plan_rule("HS620", "target-missing", "note")
def target_missing(view: View) -> Iterator[Finding]:
    """An indicator that says which way is better and has no target.

    Why it matters: its figures go up and down, and nobody can say whether that is enough.

    Failing:

        indicators:
          acceptances: {title: "Homeless acceptances", better: lower, baseline: {period: 2012/13, value: 120}}

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]

    To mend it: agree a target; where it is watched and not aimed at, take `better:` out.
    """
    for indicator in view.plan.indicators.values():
        if indicator.better and not any(target.value is not None for target in indicator.targets):
            message = f"{named_indicator(indicator)} has no target."
            yield fault(view.document.record(indicator.node), message, "Agree a target, or take better: out.")


@plan_rule("HS621", "baseline-missing", "note")
def baseline_missing(view: View) -> Iterator[Finding]:
    """An indicator with a target and without a figure for where it stood at the start, from before the plan.

    Why it matters: nobody can say whether the target is bold or was met already.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            targets: [{period: 2013/14, per: year, value: 110}]

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]

    To mend it: add `baseline:` with the last figure before the plan. A target of nought needs none.
    """
    for indicator in view.plan.indicators.values():
        wanted = [target.value for target in indicator.targets if target.value is not None]
        started = indicator.baseline is not None and indicator.baseline.value is not None
        if any(wanted) and not started:
            message = f"{named_indicator(indicator)} has a target and no baseline."
            place = view.document.key(indicator.node, "baseline" if "baseline" in indicator.node else "targets")
            yield fault(place, message, "Add baseline: with the last figure before the plan.")


@plan_rule("HS622", "target-period-missing", "note")
def target_period_missing(view: View) -> Iterator[Finding]:
    """A target that does not say for which period it holds.

    Why it matters: nobody knows by when it is to be reached.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{per: year, value: 110}]

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]

    To mend it: add `period:`, "2013/14" for example.
    """
    for indicator in view.plan.indicators.values():
        for target in indicator.targets:
            if not target.period and target.value is not None:
                message = f"{named_indicator(indicator)}: a target does not say for which period it holds."
                yield fault(view.document.record(target.node), message, "Add period:, for example 2013/14.")


@plan_rule("HS623", "direction-missing", "warning")
def direction_missing(view: View) -> Iterator[Finding]:
    """An indicator with a target that does not say whether higher or lower is better.

    Why it matters: whether the target is met can't be told from the figures.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]

    To mend it: add `better: higher` or `better: lower`.
    """
    for indicator in view.plan.indicators.values():
        if any(target.value is not None for target in indicator.targets) and not completed(indicator).better:
            message = f"{named_indicator(indicator)} has a target, and does not say which way is better."
            place = view.document.record(indicator.node)
            yield fault(place, message, "Add better: higher or better: lower.")


@plan_rule("HS624", "target-worse", "warning")
def target_worse(view: View) -> Iterator[Finding]:
    """A target that is worse than where the indicator stood at the start. A count is held against a baseline for the
    same time only: 25 in a quarter may be more than 90 in a year.

    Why it matters: the plan then promises less than is done already; or the direction is wrong.

    Where one of the two cannot be, HS625 (figure-absurd) speaks instead.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 130}]

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]

    To mend it: correct the figure or `better:`. Where the target is meant, accept the finding and say why.
    """
    for indicator in view.plan.indicators.values():
        before, whole = indicator.baseline, completed(indicator)
        if before is None or before.value is None or not whole.better:
            continue
        for target in indicator.targets:
            if target.value is None or target.by != before.by:
                continue
            worse = target.value < before.value if whole.better == "higher" else target.value > before.value
            if worse and _comparable(whole, before, target, view):
                said = f"the target of {target.value} is worse than the baseline of {before.value}"
                message = f"{named_indicator(indicator)}: {said}, since {whole.better} is better."
                yield fault(
                    view.document.value(target.node, "value"),
                    message,
                    "Correct the figure, or accept the finding and say why.",
                )


def _comparable(indicator: Indicator, baseline: Baseline, target: Target, view: View) -> bool:
    """Whether a target whose figure is worse is worse for certain. A count also hangs on how long it is counted for:
    twelve in April may be more than 120 in a year. Too few in a longer time, or too many in a shorter one, are worse.
    """
    if indicator.snapshot or is_rate(indicator):
        return True
    before, wanted = _months(baseline.period, "", view), _months(target.period, target.per, view)
    if before is None or wanted is None:
        return False
    return wanted >= before if indicator.better == "higher" else wanted <= before


def _months(wording: str, per: str, view: View) -> int | None:
    """For how many months a figure is, a year's where nothing is said; None where it cannot be told."""
    from hsplan.monitor.slots import months_of

    if per in _PER:
        return _PER[per]
    if not wording and not per:
        return _PER["year"]
    period = view.periods.read(wording) if wording else view.plan.period
    return months_of(period) if period else None


_PER = {"month": 1, "quarter": 3, "year": 12}


RULES = (target_missing, baseline_missing, target_period_missing, direction_missing, target_worse)
