"""HS6, second part: whether an indicator can be judged at all, and whether its figures can be so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, named, plan_rule
from hsplan.monitor.catalogue import completed
from hsplan.plan import Indicator

if TYPE_CHECKING:
    from decimal import Decimal


@plan_rule("HS620", "target-missing", "note")
def target_missing(view: View) -> Iterator[Finding]:
    """An indicator that says which way is better and has no target.

    Why it matters: its figures go up and down, and nobody can say whether that is enough.

    Failing:

        indicators:
          acceptances: {title: "Homeless acceptances", better: lower, baseline: {period: 2012/13, value: 120}}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: agree a target; where it is watched and not aimed at, take `better:` out.
    """
    for indicator in view.plan.indicators.values():
        if indicator.better and not any(target.value is not None for target in indicator.targets):
            message = f"{_named(indicator)} has no target."
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
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: add `baseline:` with the last figure before the plan. A target of nought needs none.
    """
    for indicator in view.plan.indicators.values():
        wanted = [target.value for target in indicator.targets if target.value is not None]
        started = indicator.baseline is not None and indicator.baseline.value is not None
        if any(wanted) and not started:
            message = f"{_named(indicator)} has a target and no baseline."
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
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: add `period:`, "2013/14" for example.
    """
    for indicator in view.plan.indicators.values():
        for target in indicator.targets:
            if not target.period and target.value is not None:
                message = f"{_named(indicator)}: a target does not say for which period it holds."
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
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: add `better: higher` or `better: lower`.
    """
    for indicator in view.plan.indicators.values():
        if any(target.value is not None for target in indicator.targets) and not _complete(indicator).better:
            message = f"{_named(indicator)} has a target, and does not say which way is better."
            place = view.document.record(indicator.node)
            yield fault(place, message, "Add better: higher or better: lower.")


@plan_rule("HS624", "target-worse", "warning")
def target_worse(view: View) -> Iterator[Finding]:
    """A target that is worse than where the indicator stood at the start.

    Why it matters: the plan then promises less than is done already; or the direction is wrong.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 130}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            better: lower
            baseline: {period: 2012/13, value: 120}
            targets: [{period: 2013/14, per: year, value: 110}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: correct the figure or `better:`. Where the target is meant, accept the finding and say why.
    """
    for indicator in view.plan.indicators.values():
        before = indicator.baseline.value if indicator.baseline else None
        whole = _complete(indicator)
        if before is None or indicator.baseline is None or not whole.better:
            continue
        yearly = _year(indicator.baseline.period)
        for target in indicator.targets:
            if target.value is None or target.by != indicator.baseline.by:
                continue
            if target.per and not whole.snapshot and not (target.per == "year" and yearly) and "%" not in whole.unit:
                continue  # the two figures are for stretches of different length
            if target.value < before if whole.better == "higher" else target.value > before:
                message = (
                    f"{_named(indicator)}: the target of {target.value} is worse than the baseline of {before}, since "
                    f"{whole.better} is better."
                )
                yield fault(view.document.value(target.node, "value"), message, "Correct the figure, or say why.")


@plan_rule("HS625", "figure-absurd", "warning", lasting=True)
def figure_absurd(view: View) -> Iterator[Finding]:
    """A figure that can't be: below nought, a percentage over 100, or ten times and more what the indicator's other
    figures are.

    Why it matters: a slipped point or nought stands in the report until a member asks.

    Failing:

        indicators:
          acceptances:
            title: "Households helped in time"
            unit: "%"
            actuals: [{period: Q4 2012/13, value: 640}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          acceptances:
            title: "Households helped in time"
            unit: "%"
            actuals: [{period: Q4 2012/13, value: 64.0}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: correct the figure. A change by more than all of something ("+ 120 %") is accepted with its reason.
    """
    for indicator in view.plan.indicators.values():
        figures = _figures(indicator)
        percent = "%" in _complete(indicator).unit or "per cent" in _complete(indicator).unit.casefold()
        actual = sorted(value for value, _, kind in figures if kind == "actual" and value > 0)
        middle = actual[len(actual) // 2] if len(actual) > 3 else None
        for value, node, kind in figures:
            if value < 0:
                why = "is below nought"
            elif percent and value > 100:
                why = "is more than 100 per cent"
            elif kind == "actual" and middle and (value >= middle * 10):
                why = f"is ten times the others and more (half of them are {middle} or less)"
            else:
                continue
            yield fault(view.document.value(node, "value"), f"{_named(indicator)}: {value} {why}.", "Correct it.")


@plan_rule("HS626", "small-number", "note")
def small_number(view: View) -> Iterator[Finding]:
    """A count of one to four people or households in an indicator.

    Why it matters: plan and report are public, and in a small place such a figure may tell who it is.

    Failing:

        indicators:
          sixteen-in-bb:
            title: "People of 16 and 17 in bed and breakfast"
            unit: people
            actuals: [{period: Q4 2012/13, value: 2}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        indicators:
          sixteen-in-bb:
            title: "People of 16 and 17 in bed and breakfast"
            unit: people
            actuals: [{period: 2012/13, value: 9}]
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: give the figure for a longer period or a larger area; or keep it out of the file, and write in the
    `note:` that it was below five.
    """
    for indicator in view.plan.indicators.values():
        whole = _complete(indicator)
        if not any(word in _PEOPLE for word in whole.unit.casefold().split()):
            continue
        small = [
            (value, node) for value, node, kind in _figures(indicator) if kind != "target" and value in (1, 2, 3, 4)
        ]
        if small:
            value, node = small[0]
            more = f" and {len(small) - 1} more of its figures are" if len(small) > 1 else " is"
            message = f"{_named(indicator)}: {value}{more} so small that people may be recognised."
            yield fault(view.document.value(node, "value"), message, "Give it for a longer period or a larger area.")


_PEOPLE_WORDS = "people persons households families children applicants cases rough sleepers clients acceptances"
_PEOPLE = frozenset(_PEOPLE_WORDS.split())


@plan_rule("HS627", "result-missing", "note")
def result_missing(view: View) -> Iterator[Finding]:
    """An action without an outcome or an indicator, in a plan in which three quarters of the actions have one. One that
    stands in a theme or a goal with indicators or outcomes has those. Where more lack it, that is said once of a plan
    that names its organisations.

    Why it matters: nobody can say what was gained by it, only that something was done.

    Failing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: May 2014, outcomes: ["Fewer evictions"]}
        "1.2": {title: "Open a hostel", lead: Housing Team, timescale: June 2014, outcomes: ["Twelve more beds"]}
        "1.3": {title: "Visit prisons", lead: Housing Team, timescale: July 2014, outcomes: ["Nobody leaves homeless"]}
        "1.4": {title: "Train all staff", lead: Housing Team, timescale: December 2013}

    Passing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: May 2014, outcomes: ["Fewer evictions"]}
        "1.2": {title: "Open a hostel", lead: Housing Team, timescale: June 2014, outcomes: ["Twelve more beds"]}

    To mend it: add `outcomes:`, or `indicators:` with the id of one.
    """
    plan = view.plan
    grouped = {action for group in (*plan.themes, *plan.goals) if _has_result(group.node) for action in group.actions}
    themed = {theme.id for theme in plan.themes if _has_result(theme.node)}
    lacking = [
        action
        for action in plan.actions
        if not (action.outcomes or action.indicators or action.id in grouped or action.theme in themed)
    ]
    if len(lacking) * 4 <= len(plan.actions):
        for action in lacking:
            message = f"{named(action)} has no outcome and no indicator."
            found = fault(view.document.record(action.node), message, "Say under outcomes: what is gained by it.")
            yield found._replace(action=action.id)
    elif plan.organisations and len(plan.actions) >= ENOUGH:
        message = f"{len(lacking)} of the {len(plan.actions)} actions have no outcome and no indicator."
        place = view.document.value(plan.node, "title")
        yield fault(place, message, "Say under outcomes: what is gained by each.")


ENOUGH = 8
"""With fewer actions than this nothing is said of the plan as a whole."""


def _has_result(node: Map) -> bool:
    return bool(node.get("outcomes") or node.get("indicators"))


def _figures(indicator: Indicator) -> list[tuple[Decimal, Map, str]]:
    """Every figure, with its record and whether it is a baseline, a target or an actual."""
    found: list[tuple[Decimal, Map, str]] = []
    if indicator.baseline is not None and indicator.baseline.value is not None:
        found.append((indicator.baseline.value, indicator.baseline.node, "baseline"))
    found += [(target.value, target.node, "target") for target in indicator.targets if target.value is not None]
    found += [(actual.value, actual.node, "actual") for actual in indicator.actuals if actual.value is not None]
    return found


def _year(period: str) -> bool:
    """Whether a baseline's period is a year, or is not said, so that it is taken for one."""
    import re

    return not period or bool(re.fullmatch(r"\d{4}([/-]\d{2,4})?", period.strip()))


def _complete(indicator: Indicator) -> Indicator:
    return completed(indicator)


def _named(indicator: Indicator) -> str:
    title = completed(indicator).title
    return f'Indicator {indicator.id} "{title}"' if title else f"Indicator {indicator.id}"


RULES = (
    target_missing,
    baseline_missing,
    target_period_missing,
    direction_missing,
    target_worse,
    figure_absurd,
    small_number,
    result_missing,
)
