"""Due dates that were moved, and those of the next two quarters."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.findings import counted, listed
from hsplan.monitor import ActionState
from hsplan.monitor.lengths import how_long
from hsplan.report.charts.slippage import slippage_chart
from hsplan.report.charts.time_axis import PHONE
from hsplan.report.charts.timeline import MOST, timeline_chart
from hsplan.report.records import ActionView, Ahead, DueDay, Item, Moved, MovedDate
from hsplan.report.setting import Setting, day
from hsplan.report.text import clean
from hsplan.report.wording import by_id
from hsplan.timescale.days import months_later
from hsplan.timescale.wording import words

_MOST_MOVED = 8
"""So many moved dates the chart and the table in the front of a report have; the others are named."""


def moved(setting: Setting, views: Sequence[ActionView], *, still_open: bool = False) -> Moved | None:
    """Every action whose due date was moved by an agreed change, the furthest first; None where none was. `still_open`
    leaves out those in which nothing remains to be done."""
    found = [
        (each, view)
        for each, view in zip(setting.state.actions, views, strict=True)
        if each.times_moved and each.first_due and each.due and each.slippage_days is not None
        if each.open or not still_open
    ]
    if not found:
        return None
    found.sort(key=lambda pair: -(pair[0].slippage_days or 0))
    rows = tuple(MovedDate(view, _by(each), each.before is not None) for each, view in found)
    # To name one or two apart would save nothing.
    most = _MOST_MOVED if len(rows) > _MOST_MOVED + 2 else len(rows)
    drawn = [(view.id, each.first_due, each.due, _by(each)) for each, view in found if each.first_due and each.due]
    worst = f"the furthest is {by_id(rows[0].action.id)}, {rows[0].by}"
    which = counted(len(drawn), "action")
    if most < len(drawn):
        which = f"the first {most} of {which}"
    sentence = f"First and current due dates of {which} whose date was moved; {worst}."
    rest_intro = f"The other {len(rows) - most}:" if most < len(rows) else ""
    today = setting.state.as_at
    chart = slippage_chart("slippage", sentence, drawn[:most], today)
    phone = slippage_chart("slippage-phone", sentence, drawn[:most], today, PHONE)
    heading = clean(setting.plan.label("action"))
    return Moved(chart, phone, rows, rows[:most], rest_intro, rows[most:], heading)


def ahead(setting: Setting, views: Sequence[ActionView]) -> Ahead | None:
    """The open actions due in the six months from the report's date; None where there are none."""
    start, end = setting.state.as_at, months_later(setting.state.as_at, 6)
    found = [
        (each.due, view)
        for each, view in zip(setting.state.actions, views, strict=True)
        if each.open and each.due and each.position != "deferred" and start <= each.due <= end
    ]
    if not found or setting.closed:
        return None
    found.sort(key=lambda pair: pair[0])
    days: dict[str, DueDay] = {}
    for due, view in found:
        shown = day(due)
        assert shown is not None
        item = Item(view.anchor, view.id, view.title)
        before = days[shown.iso].items if shown.iso in days else ()
        days[shown.iso] = DueDay(shown, (*before, item))
    chart = phone = None
    if len(found) <= MOST:
        said = listed([f"{by_id(view.id)} on {words(due)}" for due, view in found])
        sentence = f"Due dates of {counted(len(found), 'open action')} from {words(start)} to {words(end)}: {said}."
        rows = [(f"{view.id} {view.title}", due, words(due).rsplit(" ", 1)[0]) for due, view in found]
        chart = timeline_chart("timeline", sentence, rows, start, end)
        phone = timeline_chart("timeline-phone", sentence, rows, start, end, PHONE)
    return Ahead(chart, phone, tuple(days.values()))


def _by(each: ActionState) -> str:
    """ "14 months later", "1 month earlier", "back to the first date"."""
    if not each.first_due or not each.due or each.first_due == each.due:
        return "back to the first date"
    if each.due > each.first_due:
        return f"{how_long(each.first_due, each.due)} later"
    return f"{how_long(each.due, each.first_due)} earlier"
