"""The figures of an indicator over time as a small line beside its name: the last one marked, the target across it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hsplan.frozen import Frozen

_WIDTH, _HEIGHT, _EDGE = 140.0, 34.0, 6.0
FEWEST = 3
"""Of fewer figures no line is drawn."""
MOST = 12
"""So many figures are drawn, the newest ones."""


class Sparkline(Frozen):
    """`path` is the line, (`last_x`, `last_y`) its end; `target_y` is None where no target is known."""

    prefix: str
    sentence: str
    path: str
    last_x: float
    last_y: float
    target_y: float | None
    edge: float = _EDGE
    width: float = _WIDTH
    height: float = _HEIGHT


def sparkline(prefix: str, sentence: str, values: Sequence[Decimal], target: Decimal | None) -> Sparkline | None:
    """The line of the newest figures, oldest first; None where there are too few."""
    if len(values) < FEWEST:
        return None
    drawn = values[-MOST:]
    known = [*drawn, target] if target is not None else drawn
    low, high = min(known), max(known)

    def y(value: Decimal) -> float:
        share = float((value - low) / (high - low)) if high > low else 0.5
        return round(_HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * share, 1)

    step = (_WIDTH - 2 * _EDGE) / (len(drawn) - 1)
    points = [(round(_EDGE + step * number, 1), y(value)) for number, value in enumerate(drawn)]
    path = "M" + "L".join(f"{x} {height}" for x, height in points)
    return Sparkline(prefix, sentence, path, *points[-1], None if target is None else y(target))
