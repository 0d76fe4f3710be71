"""The sections that pick actions out of the plan: overdue, due next, without an update, a date or a lead."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.monitor import ActionState
from hsplan.report.positions import GOING_ON, LEFT_OPEN
from hsplan.report.records import ActionView, Column, Listing
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import counted, months_later
from hsplan.timescale.wording import words

_HEADINGS = {
    "action": "Action",
    "late": "How late",
    "silence": "Not reported for",
    "lead": "Lead",
    "who": "Lead and partners",
    "due": "Due date",
    "timescale": "Timescale",
    "position": "Position",
    "progress": "Status and last progress",
}
_CYCLE = {"monthly": "a month", "quarterly": "a quarter", "six-monthly": "half a year", "yearly": "a year"}

Pair = tuple[ActionState, ActionView]


def listings(setting: Setting, views: Sequence[ActionView]) -> tuple[Listing, ...]:
    """The sections that have actions, in the order of the report. `views` are the actions in document order."""
    pairs = [(each, view) for each, view in zip(setting.state.actions, views, strict=True) if each.open]
    if setting.closed:
        made = [_left_open(pairs, setting)]
    else:
        made = [
            _overdue(pairs, setting),
            _due_next(pairs, setting),
            _no_update(pairs, setting),
            _no_date(pairs, setting),
            _no_lead(pairs, setting),
            _going_on(pairs, setting),
        ]
    return tuple(listing for listing in made if listing.actions)


def columns(setting: Setting, *keys: str) -> tuple[Column, ...]:
    """The columns of a table of actions; the first is headed by the plan's own word for an action."""
    own = {"action": clean(setting.plan.label("action"))}
    return tuple(Column(key, own.get(key, _HEADINGS[key])) for key in keys)


def _overdue(pairs: Sequence[Pair], setting: Setting) -> Listing:
    found = sorted((pair for pair in pairs if pair[0].position == "overdue"), key=lambda pair: -pair[0].days_late)
    limits = setting.state.thresholds
    amber, red = counted(limits.amber, "day"), counted(limits.red, "day")
    intro = (
        f"{_number(found, 'is', 'are')} past the due date as at {words(setting.state.as_at)}; the longest overdue "
        f"comes first. The rating is amber from {amber} late and red from {red} late."
    )
    shown = columns(setting, "action", "late", "lead", "progress")
    return _listing("overdue", "Overdue", intro, "Overdue actions", shown, found)


def _due_next(pairs: Sequence[Pair], setting: Setting) -> Listing:
    start = setting.state.as_at
    end = months_later(start, 3)
    due = [(each.due, pair) for pair in pairs if (each := pair[0]).due and each.position != "deferred"]
    found = [pair for when, pair in sorted(due, key=lambda entry: entry[0]) if start <= when <= end]
    intro = f"{_number(found, 'is', 'are')} due from {words(start)} to {words(end)}; the first to fall due comes first."
    shown = columns(setting, "action", "due", "lead", "progress")
    return _listing("due-next", "Due in the next quarter", intro, "Actions due in the next quarter", shown, found)


def _no_update(pairs: Sequence[Pair], setting: Setting) -> Listing:
    found = [pair for pair in pairs if pair[0].no_update]
    cycle = _CYCLE.get(setting.plan.reporting, "one reporting period")
    intro = f"Nothing has been reported for longer than {cycle} on {counted(len(found), 'open action')}."
    shown = columns(setting, "action", "silence", "lead", "due", "progress")
    return _listing("no-update", "No update", intro, "Actions without an update", shown, found)


def _no_date(pairs: Sequence[Pair], setting: Setting) -> Listing:
    found = [pair for pair in pairs if pair[1].position.key == "no-date"]
    intro = (
        f"{_number(found, 'has', 'have')} no timescale, or one that gives no date, "
        "so nobody can say whether the work is late."
    )
    shown = columns(setting, "action", "timescale", "lead", "progress")
    return _listing("no-date", "No date", intro, "Open actions without a date", shown, found)


def _no_lead(pairs: Sequence[Pair], setting: Setting) -> Listing:
    found = [pair for pair in pairs if not pair[0].action.lead and not pair[0].action.each]
    intro = f"{_number(found, 'has', 'have')} no lead, so nobody answers for the work."
    shown = columns(setting, "action", "position", "due", "progress")
    return _listing("no-lead", "No lead", intro, "Open actions without a lead", shown, found)


def _going_on(pairs: Sequence[Pair], setting: Setting) -> Listing:
    found = [pair for pair in pairs if pair[1].position.label.lower() == GOING_ON]
    intro = (
        f"{_number(found, 'is', 'are')} meant to go on or to come round, by the plan's own wording, without a due "
        "date. This is not a fault."
    )
    shown = columns(setting, "action", "timescale", "lead", "progress")
    return _listing("ongoing", "Ongoing or recurring", intro, "Ongoing or recurring actions", shown, found)


def _left_open(pairs: Sequence[Pair], setting: Setting) -> Listing:
    found = [pair for pair in pairs if pair[1].position.label.lower() == LEFT_OPEN]
    intro = (
        f"{counted(len(found), 'action')} {'was' if len(found) == 1 else 'were'} neither finished nor carried over "
        f"when the plan closed on {words(setting.last_day)}."
    )
    shown = columns(setting, "action", "position", "lead", "timescale", "progress")
    return _listing("left-open", "Left open", intro, "Actions left open when the plan closed", shown, found)


def _number(found: Sequence[Pair], one: str, many: str) -> str:
    return f"{counted(len(found), 'open action')} {one if len(found) == 1 else many}"


def _listing(
    anchor: str, title: str, intro: str, caption: str, shown: tuple[Column, ...], found: Sequence[Pair]
) -> Listing:
    return Listing(anchor, title, intro, caption, shown, tuple(view for _, view in found))
