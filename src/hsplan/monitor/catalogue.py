"""The catalogue of standard homelessness indicators that ships with hsplan, and how an indicator of a plan uses it."""

from __future__ import annotations

import os.path
from functools import cache

from hsplan.frozen import Frozen
from hsplan.plan import Indicator, PastDate
from hsplan.plan.period import past


class Standard(Frozen):
    """One standard indicator. `counts_from` is since when the statistic is collected as it is now."""

    code: str
    title: str
    unit: str
    better: str
    frequency: str
    snapshot: bool
    counts_from: PastDate | None
    source: str


@cache
def catalogue() -> dict[str, Standard]:
    """Every standard indicator by its code, from catalogue.toml beside this file; read when first asked for."""
    import tomllib

    with open(os.path.join(os.path.dirname(__file__), "catalogue.toml"), "rb") as file:
        content = tomllib.load(file)
    return {
        code: Standard(
            code=code,
            title=entry["title"],
            unit=entry["unit"],
            better=entry.get("better", ""),
            frequency=entry["frequency"],
            snapshot=entry["snapshot"],
            counts_from=past(entry["counts_from"]),
            source=entry["source"],
        )
        for code, entry in content.items()
    }


def standard_of(indicator: Indicator) -> Standard | None:
    """The standard indicator that it names; None where it names none, or one that is not in the catalogue."""
    return catalogue().get(indicator.catalogue) if indicator.catalogue else None


def completed(indicator: Indicator) -> Indicator:
    """The indicator with what the plan leaves out taken from the catalogue. What the plan says always wins."""
    standard = standard_of(indicator)
    if standard is None:
        return indicator
    return indicator._replace(
        title=indicator.title or standard.title,
        unit=indicator.unit or standard.unit,
        better=indicator.better or standard.better,
        frequency=indicator.frequency or standard.frequency,
        snapshot=standard.snapshot if indicator.snapshot is None else indicator.snapshot,
    )
