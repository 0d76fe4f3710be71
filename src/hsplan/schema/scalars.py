"""Text that does not look as its field wants it: words, days, figures, flags, ids."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.findings import Finding, shorten
from hsplan.schema.dates import day_fault, past_fault
from hsplan.schema.figures import figure_fault, flag_fault
from hsplan.schema.ids import id_fault
from hsplan.schema.kinds import Choice, Format, Scalar
from hsplan.schema.table import VERSION
from hsplan.schema.trail import Spot
from hsplan.schema.wording import proposed, word_fault


def bad_scalar(format: Format, spot: Spot) -> Finding | None:
    """The finding for one text of a wrong look; None where no text stands, or none is due."""
    kind, value = spot.kind, spot.value
    if not isinstance(value, str) or not isinstance(kind, Scalar | Choice) or spot.field is None:
        return None
    words: tuple[str, ...] = ()
    if isinstance(kind, Choice):
        name, (message, help) = "unknown-word", word_fault(kind, spot.field.key, value)
        words = proposed(kind, value)
    else:
        name, judge = _BY_TYPE[kind.type]
        if kind.type == "figure":
            spot, value = _whole(spot, value)
        message, help = judge(spot, value)
    # An id's message names its record itself.
    message = message if name == "bad-id" else f"{spot.step.full}: {message}"
    return Finding(name, message, spot.place, help, action=spot.action, proposed=words)


def _version(spot: Spot, value: str) -> tuple[str, str]:
    return (
        f'"hsplan" is "{shorten(value)}", but there is only version {VERSION} of the format.',
        f"Write hsplan: {VERSION}",
    )


def _day(spot: Spot, value: str) -> tuple[str, str]:
    key = spot.field.key if spot.field else ""
    return day_fault(spot.where, key, value, needed=key in spot.step.record.required)


def _figure(spot: Spot, value: str) -> tuple[str, str]:
    return figure_fault(spot.where, value, counted=spot.step.record.name in ("baseline", "actual"))


def _whole(spot: Spot, value: str) -> tuple[Spot, str]:
    """A figure with what commas in braces cut off it: in `{amount: £3,000}`, "000" is read as a key of its own.

    A second "000" is not kept, but shows by its room.
    """
    node, keys = spot.step.node, list(spot.step.node)
    at = keys.index(spot.field.key) + 1 if spot.field and spot.field.key in keys else len(keys)
    end = first = node.marks[keys[at - 1]][3]
    for key in keys[at:]:
        if node[key] is not None or not key[:3].isdigit():
            break
        at += 1
        follows = node.marks[keys[at]][0] if at < len(keys) else node.end
        again = (follows - node.marks[key][1]) // len(f",{key}")
        value += f",{key}" * (1 + again)
        end = node.marks[key][1] + again * len(f",{key}")
    return spot._replace(place=spot.place._replace(end_column=spot.place.end_column + end - first)), value


_BY_TYPE: dict[str, tuple[str, Callable[[Spot, str], tuple[str, str]]]] = {
    "id": ("bad-id", lambda spot, value: id_fault(value, f"the id of {spot.step.short}")),
    "day": ("bad-date", _day),
    "past": ("bad-date", lambda spot, value: past_fault(spot.where, value)),
    "figure": ("bad-value", _figure),
    "flag": ("bad-value", lambda spot, value: flag_fault(spot.where, value)),
    "version": ("bad-value", _version),
}
