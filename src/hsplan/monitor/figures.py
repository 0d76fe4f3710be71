"""Figures as reports write them, and which of them may be added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hsplan.plan import Budget, Indicator
from hsplan.schema.values import figure

if TYPE_CHECKING:
    from decimal import Decimal

# Not compiled here: every lint loads this, and few ask.
_RATE_UNIT = r"%|\b(?:per|percent|percentage|rate|ratio|average|mean|median|proportion|share)\b"
_RATE_TITLE = r"%|\bper \d|\b(?:per ?cent|percentage|average|mean|median|proportion)\b"
_RATE_SIGNS = ("%", "per", "rate", "ratio", "average", "mean", "median", "proportion", "share")
"""One of these stands in whatever the two find, and in few others; to look for a word costs a tenth of a pattern."""
_ONE = {"people": "person", "children": "child", "percentage points": "percentage point"}
_PERCENT = ("%", "percent", "per cent", "percentage")


def is_rate(indicator: Indicator) -> bool:
    """Whether its figures are percentages, rates or averages, which are never added, over time or organisations."""
    either = f"{indicator.unit} {indicator.title}".casefold()
    if not any(sign in either for sign in _RATE_SIGNS):
        return False
    said = ((_RATE_UNIT, indicator.unit), (_RATE_TITLE, indicator.title))
    return any(re.search(pattern, text, re.IGNORECASE) for pattern, text in said)


def is_percent(unit: str) -> bool:
    """Whether a unit is so much of a hundred: "%", "% of cases", "per cent", "percentage"."""
    return "%" in unit or ("cent" in unit.casefold() and bool(re.search(r"\bper ?cent(?:age)?\b", unit, re.IGNORECASE)))


def figure_text(value: Decimal) -> str:
    """A figure without trailing zeros, with commas for thousands: "1,250", "4.5", "0"."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def with_unit(value: Decimal, unit: str) -> str:
    """A figure with its unit: "31 households", "1 household", "45%", "2.6 per 1,000 households"."""
    figure = figure_text(value)
    if unit.casefold() in _PERCENT:
        return f"{figure}%"
    if unit == "£":
        return _money(value)
    return f"{figure} {_one(unit) if figure == '1' else unit}".strip()


def _money(value: Decimal, sign: str = "£") -> str:
    """ "£1,250", "£1,250.50", "-£5", "EUR 5": with both places of the pence or none, and never rounded."""
    size = value.copy_abs()  # abs() and round() know 28 digits
    exact = figure_text(size)
    pence = len(exact.partition(".")[2])
    text = f"{size:,.2f}" if 0 < pence <= 2 else exact
    return f"-{sign}{text}" if value < 0 else f"{sign}{text}"


def budget_text(budget: Budget | None) -> str:
    """The money with its currency, and the note: "£3,000.50; each district"; an amount that is no figure as it is
    written. "" where there is no budget."""
    if budget is None:
        return ""
    amount = budget.amount
    sign = "£" if budget.currency in ("", "GBP") else f"{budget.currency} "
    if figure(amount) is not None:
        from decimal import Decimal

        amount = _money(Decimal(amount), sign)
    elif amount and budget.currency:
        amount = f"{budget.currency} {amount}"
    return "; ".join(part for part in (amount, budget.note) if part)


def difference(value: Decimal, unit: str) -> str:
    """How far two figures lie apart, with the unit: "5 households", "4.8 percentage points"."""
    return with_unit(value, "percentage points" if is_percent(unit) else unit)


def _one(unit: str) -> str:
    """The unit of a single one, for units of one word."""
    if unit in _ONE:
        return _ONE[unit]
    if unit.endswith("ies"):
        return unit[:-3] + "y"
    single = unit.isalpha() and unit.endswith("s") and not unit.endswith("ss")
    return unit[:-1] if single else unit
