"""Nobody has to see colour to read the report: contrast, and what is left in grey."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from hsplan.report.charts import LOOKS
from hsplan.report.positions import POSITIONS
from hsplan.schema import templates_folder

CSS = (templates_folder() / "report.css").read_text(encoding="utf-8")
TAGS = re.findall(r"^\.([a-z-]+(?:, \.[a-z-]+)*) \{ color: (#\w{6}); background: (#\w{6}); \}", CSS, re.MULTILINE)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """How light it prints on a mono printer, 0 to 100."""
    share = luminance(colour)
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else 903.3 * share


@pytest.mark.parametrize(
    ("names", "text", "ground"), [*TAGS, ("tag", "#383f43", "#eeefef"), ("quiet", "#4a5158", "#ffffff")]
)
def test_text_can_be_read(names: str, text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_style_sheet_knows_every_open_position() -> None:
    named = {name.strip(" .") for names, _, _ in TAGS for name in names.split(",")}
    assert {"overdue", "left-open", "due-soon", "within-date", "achieved"} <= named


def test_every_position_has_a_look_a_shape_and_a_meaning() -> None:
    assert {name.replace(" ", "-") for name in POSITIONS} == set(LOOKS)
    shapes = [position.shape for name, position in POSITIONS.items() if name != "left open"]
    assert len(set(shapes)) == len(shapes)
    assert all(position.meaning for position in POSITIONS.values())


def test_fills_differ_in_grey_or_by_pattern() -> None:
    seen = {name: look for name, look in LOOKS.items() if name != "left-open"}
    for (one, first), (other, second) in combinations(seen.items(), 2):
        apart = abs(lightness(first.fill) - lightness(second.fill))
        assert apart >= 12 or first.strokes != second.strokes, (one, other)


def test_strokes_stand_out_from_their_fill() -> None:
    for look in LOOKS.values():
        if look.strokes:
            assert contrast(look.ink, look.fill) >= 3
