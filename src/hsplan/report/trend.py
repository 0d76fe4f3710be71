"""A plan's course as a chart with its sentence, for the report and by itself."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.findings import counted
from hsplan.monitor.burn_up import TrendPoint
from hsplan.report.charts.burn_up import BurnUp, burn_up
from hsplan.timescale.wording import words


def trend_sentence(points: Sequence[TrendPoint]) -> str:
    """What the points come to, in one sentence; of one point, how it stands."""
    last = points[-1]
    first = points[0]
    done = f"{last.done or 'none'} {'was' if last.done < 2 else 'were'} done"
    due = f"{last.due_by_first_date or 'none'} of them had fallen due by the first dates, and {done}"
    if first.date == last.date:
        return f"On {words(last.date)} the plan held {counted(last.actions, 'action')}; {due}."
    if first.actions == last.actions:
        held = f"the plan held {counted(last.actions, 'action')} throughout"
        if any(each.actions != last.actions for each in points):
            held = f"the plan held {counted(last.actions, 'action')} at both ends"
    else:
        way = "grew" if last.actions > first.actions else "shrank"
        held = f"the plan {way} from {first.actions} to {counted(last.actions, 'action')}"
    return f"From {words(first.date)} to {words(last.date)} {held}; {due}."


def trend_chart(prefix: str, points: Sequence[TrendPoint]) -> BurnUp | None:
    """The burn-up; None where the points are too few for one."""
    rows = [(each.date, each.actions, each.due_by_first_date, each.done) for each in points]
    return burn_up(prefix, trend_sentence(points), rows) if points else None


def trend_svg(points: Sequence[TrendPoint]) -> str | None:
    """The chart as an SVG file by itself; None where the points are too few for one."""
    chart = trend_chart("burn-up", points)
    if chart is None:
        return None
    from hsplan.report.render import render_shipped

    return render_shipped("burn-up.svg.j2", {"chart": chart})
