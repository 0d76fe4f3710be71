"""Nobody has to see colour to read the report: contrast, what is left in grey, and how it looks to the colour-blind."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from hsplan.report.charts.status_bar import LOOKS
from hsplan.report.positions import POSITIONS
from hsplan.schema import templates_folder
from tests.report.vision import SEEN, apart, linear, times

CSS = (templates_folder() / "report.css").read_text(encoding="utf-8")
TAGS = re.findall(r"^\.([a-z-]+(?:, \.[a-z-]+)*) \{ color: (#\w{6}); background: (#\w{6}); \}", CSS, re.MULTILINE)


def luminance(colour: str, by: str = "everybody") -> float:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in times(SEEN[by], linear(colour)))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, by: str = "everybody") -> float:
    light, dark = sorted((luminance(one, by), luminance(other, by)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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


COMMON = ("overdue", "due-soon", "within-date", "no-date", "achieved")
"""The positions that most bars are made of."""


@pytest.mark.parametrize("by", SEEN)
def test_fills_can_be_told_apart_or_have_patterns_that_can(by: str) -> None:
    looks = {name: look for name, look in LOOKS.items() if name != "left-open"}
    for (one, first), (other, second) in combinations(looks.items(), 2):
        distance = apart(first.fill, second.fill, by)
        assert distance >= 12 or first.strokes != second.strokes, (one, other, distance)
        assert distance >= 15 or one not in COMMON or other not in COMMON, (one, other, distance)


CLEAR = 40
"""A step of grey, from black at 0 to white at 255, that two plain areas need on a black and white print."""


def grey(colour: str) -> float:
    """What a printer's driver or a copier makes of a colour."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_in_black_and_white_neighbours_differ_in_pattern_or_by_a_clear_step_of_grey() -> None:
    # Any two can be neighbours, since those between them may be missing; what was left open stands for what is overdue.
    looks = {name: look for name, look in LOOKS.items() if name != "left-open"}
    alike = [
        (one, other)
        for (one, first), (other, second) in combinations(looks.items(), 2)
        if first.strokes == second.strokes and abs(grey(first.fill) - grey(second.fill)) < CLEAR
    ]
    assert alike == []


@pytest.mark.parametrize("by", SEEN)
def test_strokes_stand_out_from_their_fill(by: str) -> None:
    for name, look in LOOKS.items():
        if look.strokes:
            assert contrast(look.ink, look.fill, by) >= 3, name


@pytest.mark.parametrize("by", SEEN)
def test_tags_can_be_read_by_everybody(by: str) -> None:
    for names, text, ground in TAGS:
        assert contrast(text, ground, by) >= 4.5, names


def test_the_simulation_knows_what_is_hard_to_tell_apart() -> None:
    assert apart("#00703c", "#942514", "everybody") > 60
    assert apart("#00703c", "#942514", "protanopia") < 20
    assert apart("#808080", "#808080", "tritanopia") == 0
