"""The bar of positions: one segment for each, as wide as its share of the actions."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.frozen import Frozen

_WIDTH = 600.0  # of the drawing; on the page it scales
_HEIGHT = 56.0
_THIN = 30.0
_DIGIT = 13.0
"""The room that a digit of the number inside a segment takes."""
_MARGIN = 12.0


class Look(Frozen):
    """A fill, and strokes over it on a tile of 8 by 8 that tell it apart on a black and white print ("" for none)."""

    fill: str
    strokes: str = ""
    ink: str = "#000000"
    stroke_width: float = 1.5


_HATCH = "M-2 2l4-4M0 8l8-8M6 10l4-4"
_BACK_HATCH = "M-2 6l4 4M0 0l8 8M6-2l4 4"
_NET = "M0 0l8 8M0 8l8-8"
_DOTS = "M2 2h.01M6 6h.01"

LOOKS: dict[str, Look] = {
    "overdue": Look("#5c0f0a", _DOTS, "#ffffff", 2.0),
    "left-open": Look("#5c0f0a", _DOTS, "#ffffff", 2.0),
    "due-soon": Look("#ffc20e", _HATCH),
    "within-date": Look("#5694ca"),
    "ongoing-or-recurring": Look("#d2e2f1", "M0 4h8", "#0c2d4a"),
    "draft-date": Look("#ffffff", "M0 4h8M4 0v8", "#383f43"),
    "no-date": Look("#ffffff"),
    "deferred": Look("#eeefef", "M4 0v8", "#383f43"),
    "achieved": Look("#00703c"),
    "now-routine": Look("#cce2d8", _BACK_HATCH, "#005a30"),
    "carried-over": Look("#ffffff", _DOTS, "#383f43", 2.5),
    "superseded": Look("#b1b4b6"),
    "withdrawn": Look("#383f43", _NET, "#ffffff", 1.0),
}
"""By a position's key. The palette was measured for colour blindness and for grey; see tests/report/test_palette.py."""


class Segment(Frozen):
    """One part of a bar. `plate_width` is that of the white plate with the number; 0 where there is no room for it."""

    key: str
    label: str
    number: int
    x: float
    width: float
    middle: float
    plate_x: float
    plate_width: float
    look: Look


class StatusBar(Frozen):
    """A bar parted by position. `prefix` begins every id in it, `sentence` says what it shows.

    The bar runs from `top` down `depth`, the plates with the numbers likewise; `baseline` is where their text stands.
    """

    prefix: str
    sentence: str
    segments: tuple[Segment, ...]
    width: float = _WIDTH
    height: float = _HEIGHT
    top: float = 2.0
    depth: float = _HEIGHT - 4
    plate_top: float = 14.0
    plate_depth: float = _HEIGHT - 28
    baseline: float = 35.0


def status_bar(prefix: str, sentence: str, numbers: Iterable[tuple[str, str, int]], *, thin: bool = False) -> StatusBar:
    """A bar of one segment a position; `numbers` are (key, label, how many), in the order of the bar.

    A thin one has no room for numbers, which stand beside it.
    """
    rows = [row for row in numbers if row[2] > 0]
    total = sum(number for _, _, number in rows)
    segments, before = [], 0
    for key, label, number in rows:
        left, right = round(_WIDTH * before / total, 1), round(_WIDTH * (before + number) / total, 1)
        segments.append(_segment(key, label, number, left, round(right - left, 1)))
        before += number
    if thin:
        bare = tuple(each._replace(plate_width=0.0) for each in segments)
        return StatusBar(prefix, sentence, bare, height=_THIN, depth=_THIN - 4)
    return StatusBar(prefix, sentence, tuple(segments))


def _segment(key: str, label: str, number: int, x: float, width: float) -> Segment:
    plate = _MARGIN + _DIGIT * len(str(number))
    if plate + 4 > width:
        plate = 0.0
    middle = round(x + width / 2, 1)
    return Segment(key, label, number, x, width, middle, round(middle - plate / 2, 1), plate, LOOKS[key])
