"""Figures as reports write them, and which of them may be added."""

from __future__ import annotations

import re
from decimal import Decimal

from hsplan.plan import Indicator

_RATE_UNIT = re.compile(
    r"%|\b(?:per|percent|percentage|rate|ratio|average|mean|median|proportion|share)\b", re.IGNORECASE
)
_RATE_TITLE = re.compile(r"%|\b(?:per ?cent|percentage|average|mean|median|proportion)\b", re.IGNORECASE)
_ONE = {"people": "person", "children": "child"}


def is_rate(indicator: Indicator) -> bool:
    """Whether its figures are percentages, rates or averages, which are never added, over time or organisations."""
    return bool(_RATE_UNIT.search(indicator.unit) or _RATE_TITLE.search(indicator.title))


def figure_text(value: Decimal) -> str:
    """A figure without trailing zeros, with commas for thousands: "1,250", "4.5", "0"."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def with_unit(value: Decimal, unit: str) -> str:
    """A figure with its unit: "31 households", "1 household", "45%", "2.6 per 1,000 households"."""
    figure = figure_text(value)
    if unit.casefold() in ("%", "percent", "per cent"):
        return f"{figure}%"
    if unit == "£":
        return f"£{figure}"
    return f"{figure} {_one(unit) if figure == '1' else unit}".strip()


def _one(unit: str) -> str:
    """The unit of a single one, for units of one word."""
    if unit in _ONE:
        return _ONE[unit]
    if unit.endswith("ies"):
        return unit[:-3] + "y"
    single = unit.isalpha() and unit.endswith("s") and not unit.endswith("ss")
    return unit[:-1] if single else unit
