"""The burn-up: how many actions the plan holds, how many were promised by then and how many are done, over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.report.charts.time_axis import LEFT, WIDTH, Tick, time_axis

FEWEST = 3
"""Fewer points than this make no line worth drawing."""
_TOP, _DEPTH = 12.0, 220.0
_MOST_MARKS = 26
_ROOM = 18.0
"""How far apart the words beside two lines stand at the least."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 50_000)


class Stroke(Frozen):
    """How a line is told apart without colour: its width, its dashes ("" for none) and the shape of its marks."""

    colour: str
    width: float
    dashes: str
    shape: str


IN_PLAN = Stroke("#14181c", 2.0, "", "circle")
PROMISED = Stroke("#5c0f0a", 2.5, "7 5", "triangle")
DONE = Stroke("#00703c", 4.0, "", "square")


class Course(Frozen):
    """One line: its path, where its marks stand, and its last number with its name at `label_y`."""

    label: str
    stroke: Stroke
    path: str
    marks: tuple[tuple[float, float], ...]
    label_y: float


class BurnUp(Frozen):
    """`prefix` begins every id in it, `sentence` says what it shows. `levels` are the lines across, with numbers."""

    prefix: str
    sentence: str
    ticks: tuple[Tick, ...]
    levels: tuple[tuple[float, str], ...]
    courses: tuple[Course, ...]
    left: float
    right: float
    top: float
    bottom: float
    width: float
    height: float


def burn_up(prefix: str, sentence: str, points: Sequence[tuple[date, int, int, int]]) -> BurnUp | None:
    """`points` are (day, actions in the plan, due by then, done), oldest first; None where they are too few."""
    if len(points) < FEWEST:
        return None
    axis = time_axis(points[0][0], points[-1][0])
    most = max(number for _, *found in points for number in found)
    step = next((step for step in _STEPS if most <= 6 * step), -(-most // 6))
    top = max(-(-most // step), 1) * step
    bottom = _TOP + _DEPTH

    def y(number: int) -> float:
        return round(bottom - _DEPTH * number / top, 1)

    numbers = {
        "in the plan": (IN_PLAN, [point[1] for point in points]),
        "due by then": (PROMISED, [point[2] for point in points]),
        "done": (DONE, [point[3] for point in points]),
    }
    days = [axis.x(point[0]) for point in points]
    courses = [
        _course(f"{found[-1]} {name}", stroke, list(zip(days, map(y, found), strict=True)))
        for name, (stroke, found) in numbers.items()
    ]
    return BurnUp(
        prefix=prefix,
        sentence=sentence,
        ticks=axis.ticks,
        levels=tuple((y(number), str(number)) for number in range(0, top + 1, step)),
        courses=_apart(courses, bottom),
        left=LEFT,
        right=days[-1],
        top=_TOP,
        bottom=bottom,
        width=WIDTH,
        height=bottom + 48,
    )


def _course(label: str, stroke: Stroke, places: Sequence[tuple[float, float]]) -> Course:
    path = "M" + "L".join(f"{x} {y}" for x, y in places)
    marks = tuple(places) if len(places) <= _MOST_MARKS else (places[0], places[-1])
    return Course(label, stroke, path, marks, places[-1][1] + 5)


def _apart(courses: Sequence[Course], bottom: float) -> tuple[Course, ...]:
    """The words beside the lines' ends moved apart, in the order of the lines, from the lowest upwards."""
    placed: dict[str, float] = {}
    below = bottom + 5 + _ROOM
    for each in sorted(courses, key=lambda course: course.label_y)[::-1]:
        below = placed[each.label] = round(min(each.label_y, below - _ROOM), 1)
    return tuple(each._replace(label_y=placed[each.label]) for each in courses)
