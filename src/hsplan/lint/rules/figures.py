"""HS6, third part: figures that cannot be, or that tell too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.rules.measuring import named_indicator
from hsplan.monitor.catalogue import completed
from hsplan.monitor.figures import is_percent
from hsplan.plan import Indicator

if TYPE_CHECKING:
    from decimal import Decimal


@plan_rule("HS625", "figure-absurd", "warning", lasting=True)
def figure_absurd(view: View) -> Iterator[Finding]:
    """A figure that can't be: below nought, a percentage over 100, ten times and more what the indicator's other
    figures are, or a hundred times its baseline and targets. Of three figures and fewer, only those for stretches of
    the same length are compared, from ten upwards, and the baseline and the targets have to say the same.

    Why it matters: a slipped point or nought stands in the report until a member asks.

    Failing:

        indicators:
          acceptances:
            title: "Households helped in time"
            unit: "%"
            actuals: [{period: Q4 2012/13, value: 640}]

    Passing:

        indicators:
          acceptances:
            title: "Households helped in time"
            unit: "%"
            actuals: [{period: Q4 2012/13, value: 64.0}]

    To mend it: correct the figure. A change by more than all of something ("+ 120 %") is accepted with its reason.
    """
    for indicator in view.plan.indicators.values():
        name, figures = named_indicator(indicator), _figures(indicator)
        percent = is_percent(completed(indicator).unit)
        actual = sorted(value for value, _, kind in figures if kind == "actual" and value > 0)
        middle = actual[len(actual) // 2] if len(actual) > 3 else None
        known = max((value for value, _, kind in figures if kind != "actual"), default=None)
        for value, node, kind in figures:
            if value < 0:
                why = "is below nought"
            elif percent and value > 100:
                why = "is more than 100 per cent"
            elif kind == "actual" and middle and (value >= middle * 10):
                why = f"is ten times the others and more (half of them are {middle} or less)"
            elif kind == "actual" and known and value >= known * 100:
                why = f"is a hundred times the baseline and the targets and more ({known} at most)"
            elif kind == "actual" and not middle and (others := _beside(indicator, node, known)):
                why = f"is ten times the others and more ({others} at most)"
            else:
                continue
            yield fault(view.document.value(node, "value"), f"{name}: {value} {why}.", "Correct it.")


def _beside(indicator: Indicator, node: Map, known: Decimal | None) -> Decimal | None:
    """Where an indicator has few figures: what all that one of them can be compared with come to at most, if that is a
    tenth of it and less; else None."""
    this = next(actual for actual in indicator.actuals if actual.node is node)
    others = [
        other.value
        for other in indicator.actuals
        if other.node is not node and other.value and (_shape(other.period), other.by) == (_shape(this.period), this.by)
    ]
    if not others or (known is None and len(others) < _ENOUGH):
        return None
    most = max(*others, known or others[0])
    return most if this.value is not None and max(others) >= _NOT_FEW and this.value >= most * 10 else None


def _shape(period: str) -> str:
    """What kind of stretch a period is, by its look: "Q1 2024/25" and "Q2 2024/25" are of one."""
    import re

    return re.sub(r"\d", "0", re.sub(r"[^\W\d_]{3,}", "a", period))


_ENOUGH = 2
_NOT_FEW = 10
"""From one to twelve is no slip: small counts jump."""


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

    Passing:

        indicators:
          sixteen-in-bb:
            title: "People of 16 and 17 in bed and breakfast"
            unit: people
            actuals: [{period: 2012/13, value: 9}]

    To mend it: give the figure for a longer period or a larger area; or keep it out of the file, and write in the
    `note:` that it was below five.
    """
    for indicator in view.plan.indicators.values():
        whole = completed(indicator)
        if not any(word in _PEOPLE for word in whole.unit.casefold().split()):
            continue
        small = [
            (value, node) for value, node, kind in _figures(indicator) if kind != "target" and value in (1, 2, 3, 4)
        ]
        if small:
            value, node = small[0]
            more = f" and {len(small) - 1} more of its figures are" if len(small) > 1 else " is"
            message = f"{named_indicator(indicator)}: {value}{more} so small that people may be recognised."
            yield fault(view.document.value(node, "value"), message, "Give it for a longer period or a larger area.")


_PEOPLE_WORDS = "people persons households families children applicants cases rough sleepers clients acceptances"
_PEOPLE = frozenset(_PEOPLE_WORDS.split())


def _figures(indicator: Indicator) -> list[tuple[Decimal, Map, str]]:
    """Every figure, with its record and whether it is a baseline, a target or an actual."""
    found: list[tuple[Decimal, Map, str]] = []
    if indicator.baseline is not None and indicator.baseline.value is not None:
        found.append((indicator.baseline.value, indicator.baseline.node, "baseline"))
    found += [(target.value, target.node, "target") for target in indicator.targets if target.value is not None]
    found += [(actual.value, actual.node, "actual") for actual in indicator.actuals if actual.value is not None]
    return found


RULES = (figure_absurd, small_number)
