"""Text that does not look as its field wants it: words, days, figures, flags, ids."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.findings import Finding
from hsplan.schema.dates import day_fault, past_fault
from hsplan.schema.figures import figure_fault, flag_fault
from hsplan.schema.ids import id_fault
from hsplan.schema.kinds import Choice, Format, Scalar
from hsplan.schema.phrases import shorten
from hsplan.schema.table import VERSION
from hsplan.schema.trail import Spot
from hsplan.schema.wording import word_fault


def bad_scalar(format: Format, spot: Spot) -> Finding | None:
    """The finding for one text of a wrong look; None where no text stands, or none is due."""
    kind, value = spot.kind, spot.value
    if not isinstance(value, str) or not isinstance(kind, Scalar | Choice) or spot.field is None:
        return None
    if isinstance(kind, Choice):
        name, (message, help) = "unknown-word", word_fault(kind, spot.field.key, value)
    else:
        name, judge = _BY_TYPE[kind.type]
        message, help = judge(spot, value)
    # An id's message names its record itself.
    message = message if name == "bad-id" else f"{spot.step.full}: {message}"
    return Finding(name, message, spot.place, help, action=spot.action)


def _version(spot: Spot, value: str) -> tuple[str, str]:
    return (
        f'"hsplan" is "{shorten(value)}", but there is only version {VERSION} of the format.',
        f"Write hsplan: {VERSION}",
    )


def _day(spot: Spot, value: str) -> tuple[str, str]:
    key = spot.field.key if spot.field else ""
    return day_fault(spot.where, key, value, needed=key in spot.step.record.required)


_BY_TYPE: dict[str, tuple[str, Callable[[Spot, str], tuple[str, str]]]] = {
    "id": ("bad-id", lambda spot, value: id_fault(value, f"the id of {spot.step.short}")),
    "day": ("bad-date", _day),
    "past": ("bad-date", lambda spot, value: past_fault(spot.where, value)),
    "figure": ("bad-value", lambda spot, value: figure_fault(spot.where, value)),
    "flag": ("bad-value", lambda spot, value: flag_fault(spot.where, value)),
    "version": ("bad-value", _version),
}
