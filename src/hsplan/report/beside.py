"""What a report is given beside the plan's own state: its course, its acceptances, one lead's actions alone."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.errors import HsplanError
from hsplan.findings import counted, did_you_mean, full_stop
from hsplan.lint.standing import Standing
from hsplan.monitor.burn_up import TrendPoint
from hsplan.monitor.summary import organisations_of
from hsplan.plan import Owners
from hsplan.report.glossary import used
from hsplan.report.records import AcceptedView, CourseRow, CourseView, Item, Point, Report, Section
from hsplan.report.setting import day
from hsplan.report.text import clean
from hsplan.report.trend import trend_chart, trend_sentence


def with_course(report: Report, points: Sequence[TrendPoint]) -> Report:
    """The report with the plan's course by what git has, oldest point first; at least one point."""
    rows = tuple(CourseRow(day(each.date), each.actions, each.due_by_first_date, each.done) for each in points)
    chart = trend_chart("burn-up", points)
    said = [Point(trend_sentence(points), "", ())]
    if chart is None:
        said.append(Point("A chart needs three points, at the ends of months, and git has fewer.", "", ()))
    section = Section("burn-up", "Burn-up", "burn-up", "", tuple(said), None)
    return report._replace(course=CourseView(chart, rows), sections=(*report.sections, section))


def with_accepted(report: Report, entries: Sequence[Standing]) -> Report:
    """The report with what stands accepted in the plan; of a plan that accepts nothing it says so."""
    anchors = {view.id: view.anchor for group in report.groups for view in group.listing.actions}
    views = tuple(_accepted(each, anchors) for each in entries)
    gone = sum(each.state == _GONE for each in views)
    text = (
        f"The plan accepts findings of hsplan’s checks in {counted(len(views), 'place')}, each with a reason."
        if views
        else "Nothing stands accepted in the plan."
    )
    points = [Point(text, "", ())]
    if gone:
        where = "Nothing is found there" if len(views) == 1 else f"In {gone} of them nothing is found"
        which = "entry" if gone == 1 else "entries"
        points.append(Point(f"{where} any more, so the {which} can be taken out.", "", ()))
    section = Section("accepted", "Accepted findings", "accepted", "", tuple(points), None)
    return report._replace(accepted=views, sections=(*report.sections, section))


def for_owner(report: Report, owners: Owners, name: str) -> Report:
    """The report with the actions of one lead alone: their own page, then those of the groups that they belong to and
    of what is part of them. Raises HsplanError for somebody who leads no open action."""
    owner = owners.resolve(name)
    wanted = clean(owner.title if owner else name)
    found = tuple(each for each in report.owners if each.name == wanted)
    if owner:
        shared = (each for each in report.owners if each.key and owner.key in organisations_of(owners, (each.key,)))
        found = (*found, *(each for each in shared if each not in found))
    if not found:
        if owner:
            raise HsplanError(f"--owner: {wanted} leads no open action, so there is no page to make.")
        known = [each.name for each in report.owners]
        if not known:
            raise HsplanError("--owner: nobody leads an open action of this plan, so there is no page to make.")
        mend = did_you_mean(name, known, f"Those who lead one: {'; '.join(known)}.")
        raise HsplanError(f'--owner: nobody called "{name}" leads an open action.', mend=mend)
    terms = used(report.glossary, (report.header, found, report.rules))
    sections = (each for each in report.sections if terms or each.name != "glossary")
    return report._replace(owners=found, glossary=terms, sections=tuple(sections))


_GONE = "Found no more"
_NO_RULE = "There is no check of this name."
_TITLED = 3
"""Of more actions only the ids are named."""


def _accepted(each: Standing, anchors: dict[str, str]) -> AcceptedView:
    few = len(each.actions) <= _TITLED
    items = tuple(
        Item(anchors.get(clean(action.id), ""), clean(action.id), clean(action.title) if few else "")
        for action in each.actions
    )
    state = "Still found" if each.found else _GONE
    if each.ended:
        state = f"Ended; {'still found' if each.found else 'found no more'}"
    return AcceptedView(
        f"{each.code} {each.name}".strip(), clean(each.about) or _NO_RULE, items, full_stop(clean(each.reason)),
        day(each.until), state,
    )  # fmt: skip
