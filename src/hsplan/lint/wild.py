"""Which figures of an indicator cannot be, or stand out so far from the others that a slip is likelier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hsplan.document import Map
from hsplan.frozen import Frozen
from hsplan.monitor.figures import figure_text, is_percent
from hsplan.plan import Actual, Indicator

if TYPE_CHECKING:
    from decimal import Decimal


class Figure(Frozen):
    """A figure with its record. `kind` is baseline, target or actual."""

    value: Decimal
    node: Map
    kind: str


def _figures(indicator: Indicator) -> list[Figure]:
    """Every figure of an indicator."""
    found: list[Figure] = []
    if indicator.baseline is not None and indicator.baseline.value is not None:
        found.append(Figure(indicator.baseline.value, indicator.baseline.node, "baseline"))
    found += [Figure(each.value, each.node, "target") for each in indicator.targets if each.value is not None]
    found += [Figure(each.value, each.node, "actual") for each in indicator.actuals if each.value is not None]
    return found


def wild(indicator: Indicator) -> Iterator[tuple[Figure, str, str]]:
    """The figures that cannot be, each with the reason and how to mend it. What the catalogue knows of the indicator is
    in it already."""
    every = _figures(indicator)
    if not every:
        return
    percent = is_percent(indicator.unit) or (not indicator.unit and _is_share(indicator.title))
    whole = sorted(each.value for each in every if each.value >= 1) if percent else []
    stated = max((each.value for each in every if each.kind != "actual"), default=None)
    beside = {id(node): why for series in _series(indicator) for node, why in _apart(series, stated, indicator.better)}
    for each in every:
        help = "Correct it."
        if each.value < 0:
            why = "is below nought"
        elif percent and each.value > 100:
            why = "is more than 100 per cent"
        elif percent and _is_fraction(each.value, whole):
            why = f"is a hundredth of what the others are ({whole[0]} at least)"
            help = f"As a percentage it is {figure_text(each.value * 100)}."
        elif each.kind == "target" and stated == 0 and indicator.better == "higher":
            why = "as a target is met whatever happens, since higher is better"
            help = "Agree a target, or correct better:."
        elif each.kind == "actual" and stated and each.value >= stated * 100:
            why = f"is a hundred times the baseline and the targets and more ({stated} at most)"
        elif id(each.node) in beside:
            why = beside[id(each.node)]
            help = help if each.value else "Correct it, or leave it out until it is known."
        else:
            continue
        yield each, why, help


def _is_share(title: str) -> bool:
    """Whether a title of an indicator without a unit says that it is so much of a hundred: "% of cases closed"."""
    import re

    return re.match(r"\W*(?:%|per ?cent(?:age)?|proportion|share) of\b", title, re.IGNORECASE) is not None


def _is_fraction(value: Decimal, whole: Sequence[Decimal]) -> bool:
    """Whether a percentage was written as a part of one, 0.85, by the others; `whole` are those of them from one up."""
    return bool(whole) and 0 < value < 1 and value * 10 < whole[0] and whole[0] <= value * 200 <= whole[-1] * 4


def _series(indicator: Indicator) -> list[list[Actual]]:
    """The figures that may be compared with each other: by one organisation, for stretches of one kind."""
    found: dict[tuple[str, str], list[Actual]] = {}
    for each in indicator.actuals:
        if each.value is not None:
            found.setdefault((_shape(each.period), each.by), []).append(each)
    return list(found.values())


def _shape(period: str) -> str:
    """What kind of stretch a period is, by its look: "Q1 2024/25" and "Q2 2024/25" are of one."""
    import re

    return re.sub(r"\d", "0", re.sub(r"[^\W\d_]{3,}", "a", period))


_TIMES = 8
"""A nought too many makes ten times the figure, which may itself be a fifth less than the others."""
_FEW, _MANY = 20, 100
"""Below the first no count is wild, since from one to twelve is no slip: small counts jump. From the second on, so many
times what half of the others are will do; between them it is so many times each of the others."""
_ENOUGH = 4
"""From so many figures on, the series itself says what is usual; before, baseline and targets have to say the same."""


def _apart(series: Sequence[Actual], stated: Decimal | None, better: str) -> Iterator[tuple[Map, str]]:
    """The figures of a series that stand apart from the others of it, each with the reason.

    `stated` is the greatest of the baseline and the targets.
    """
    known = sorted(each.value for each in series if each.value and each.value > 0)
    for at, each in enumerate(series if known else ()):
        value = each.value
        if value is None:
            continue
        beside = [other.value for other in series[max(at - 1, 0) : at + 2] if other is not each and other.value]
        usual = _usual(known, stated, alone=all(value >= other * _TIMES for other in beside))
        if usual is not None and value >= _MANY and value >= usual * _TIMES:
            yield each.node, f"is many times what is usual here (about {usual})"
        elif len(known) >= _ENOUGH and value >= _FEW and value >= known[-2] * _TIMES:
            yield each.node, f"is many times the others ({known[-2]} at most)"
        elif len(known) >= _ENOUGH and known[1] >= (_FEW if value % 1 else _MANY) and 0 < value * _TIMES <= known[1]:
            yield each.node, f"is a small part of the others ({known[1]} at least)"
        elif not value and better != "lower" and known[0] >= 10 and len(known) == len(series) - 1 >= _ENOUGH - 1:
            yield each.node, f"is nought, and the others are {known[0]} at least"


def _usual(known: Sequence[Decimal], stated: Decimal | None, *, alone: bool) -> Decimal | None:
    """What the figures of a series mostly are, seen from one that is much more. Others as wild do not hide one that
    stands `alone` between its neighbours, up to half of all; where they stand together, they may be a leap that lasts.
    None where there are too few to say."""
    if len(known) >= _ENOUGH:
        return known[(len(known) - 1) // 2 if alone else len(known) // 2]
    if len(known) > 1 and stated is not None:
        return max(known[0], stated)
    return known[-2] if len(known) > 2 else None
