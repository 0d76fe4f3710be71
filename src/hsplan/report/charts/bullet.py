"""An indicator on one line: a bar for the figure now, a thick line for the target, a circle for the baseline, and an
arrow from the figure before."""

from __future__ import annotations

from decimal import Decimal

from hsplan.frozen import Frozen

_WIDTH, _EDGE = 180.0, 10.0


class Bullet(Frozen):
    """Where the bar ends and the marks stand; None for what is not known. `zero_x` is where the bar begins."""

    prefix: str
    sentence: str
    zero_x: float
    now_x: float
    now_width: float
    target_x: float | None
    baseline_x: float | None
    before_x: float | None
    """Where the figure before stands, if it is another one: an arrow leads from it to the figure now."""
    tip_x: float
    """Where the arrow ends: the figure now."""
    width: float = _WIDTH
    height: float = 30.0


def bullet(
    prefix: str,
    sentence: str,
    now: Decimal,
    target: Decimal | None,
    baseline: Decimal | None,
    before: Decimal | None = None,
) -> Bullet | None:
    """The chart of an indicator; None where there is nothing to compare the figure with."""
    known = [value for value in (now, target, baseline, before) if value is not None]
    low, high = min(*known, Decimal(0)), max(*known, Decimal(0))
    if len(known) < 2 or low == high:
        return None

    def place(value: Decimal) -> float:
        return round(_EDGE + (_WIDTH - 2 * _EDGE) * float((value - low) / (high - low)), 1)

    start, end = sorted((place(Decimal(0)), place(now)))
    return Bullet(
        prefix=prefix,
        sentence=sentence,
        zero_x=place(Decimal(0)),
        now_x=start,
        now_width=round(end - start, 1),
        target_x=None if target is None else place(target),
        baseline_x=None if baseline is None else place(baseline),
        before_x=None if before is None or place(before) == place(now) else place(before),
        tip_x=place(now),
    )
