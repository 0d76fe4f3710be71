"""The burn-up: what is drawn is what is meant, and the sentence says the same."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from hsplan.monitor import POSITIONS
from hsplan.monitor.burn_up import TrendPoint
from hsplan.report.charts.burn_up import DONE, IN_PLAN, PROMISED, burn_up
from hsplan.report.trend import trend_chart, trend_sentence, trend_svg
from tests.report.test_palette import contrast

numbers = st.integers(0, 20_000)
rows = st.lists(st.tuples(st.dates(date(2000, 1, 1)), numbers, numbers, numbers), max_size=40)


def point(day: date, actions: int, due: int, done: int) -> TrendPoint:
    return TrendPoint(day, "", actions, due, due, done, 0, 0, dict.fromkeys(POSITIONS, 0))


def series(*found: tuple[int, int, int]) -> list[TrendPoint]:
    """Points a month apart from the end of January 2026."""
    return [point(date(2026, month, 28), *each) for month, each in enumerate(found, 1)]


@given(rows)
def test_lines_keep_inside_the_drawing_and_in_the_order_of_the_numbers(found: list[tuple[date, int, int, int]]) -> None:
    found.sort()
    chart = burn_up("b", "Said.", found)
    assert (chart is None) == (len(found) < 3)
    if chart is None:
        return
    assert 2 <= len(chart.levels) <= 8
    for place, course in enumerate(chart.courses, 1):
        xs, ys = zip(*(map(float, pair.split()) for pair in course.path[1:].split("L")), strict=True)
        assert len(xs) == len(found)
        assert list(xs) == sorted(xs)
        assert all(chart.left <= x <= chart.right for x in xs)
        assert all(chart.top <= y <= chart.bottom for y in ys)
        values = [(point[1], point[2], point[3])[place - 1] for point in found]
        for (one, other), (first, second) in zip(pairwise(ys), pairwise(values), strict=True):
            assert one >= other or first >= second
            assert one <= other or first <= second
    labels = sorted(course.label_y for course in chart.courses)
    assert all(below - above >= 17.9 for above, below in pairwise(labels))
    assert labels[-1] <= chart.height


def test_lines_are_told_apart_without_colour() -> None:
    looks = (IN_PLAN, PROMISED, DONE)
    assert len({look.shape for look in looks}) == 3
    assert len({(look.width, look.dashes) for look in looks}) == 3
    assert all(contrast(look.colour, "#ffffff") >= 4.5 for look in looks)


def test_the_sentence_says_how_it_went() -> None:
    assert trend_sentence(series((20, 0, 0), (24, 3, 1), (32, 17, 14))) == (
        "From 28 January 2026 to 28 March 2026 the plan grew from 20 to 32 actions; 17 of them had fallen due by the "
        "first dates, and 14 were done."
    )
    assert "the plan shrank from 20 to 1 action;" in trend_sentence(series((20, 0, 0), (1, 0, 0)))
    assert "the plan held 20 actions throughout;" in trend_sentence(series((20, 0, 0), (20, 0, 0)))
    assert "the plan held 20 actions at both ends;" in trend_sentence(series((20, 0, 0), (21, 0, 0), (20, 0, 0)))
    assert trend_sentence(series((2, 1, 0))) == (
        "On 28 January 2026 the plan held 2 actions; 1 of them had fallen due by the first dates, and none was done."
    )


def test_fewer_than_three_points_are_no_chart() -> None:
    assert trend_chart("b", []) is None
    assert trend_svg(series((20, 0, 0), (24, 3, 1))) is None


def test_the_picture_is_one_of_shapes_with_one_title_and_no_style() -> None:
    text = trend_svg(series((20, 0, 0), (24, 3, 1), (32, 17, 14)))
    assert text is not None
    root = ElementTree.fromstring(text)
    name = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{name}svg"
    assert root[0].tag == f"{name}title"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == root[0].get("id")
    assert [each.text for each in root.iter(f"{name}title")] == [
        trend_sentence(series((20, 0, 0), (24, 3, 1), (32, 17, 14)))
    ]
    assert not re.search(r"class=|style=|<script|<style|href", text)
    words = [each.text for each in root.iter(f"{name}text")]
    assert words[-3:] == ["32 in the plan", "17 due by then", "14 done"]
    assert {each.tag.removeprefix(name) for each in root.iter()} == {"svg", "title", "rect", "path", "text", "circle"}


def test_many_points_are_marked_at_the_ends_only() -> None:
    first = date(2020, 1, 31)
    chart = trend_chart("b", [point(first + timedelta(days=30 * number), 10, 5, 1) for number in range(60)])
    assert chart is not None
    assert [len(course.marks) for course in chart.courses] == [2, 2, 2]
