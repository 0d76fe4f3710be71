"""The tables that pick actions out of the plan: overdue, at risk, done, due next, without an update, date or lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hsplan.findings import counted, listed
from hsplan.frozen import Frozen
from hsplan.monitor import ActionState
from hsplan.monitor.thresholds import CYCLES
from hsplan.report.records import ActionView, Column, Item, Listing, Tally
from hsplan.report.setting import Setting
from hsplan.report.sitting import PACK, Sitting
from hsplan.report.text import clean
from hsplan.timescale.days import months_later
from hsplan.timescale.wording import words

_HEADINGS = {
    "action": "Action",
    "late": "Due and how late",
    "officer": "Officer’s rating",
    "result": "Result",
    "milestones": "Late milestones",
    "silence": "Not reported for",
    "lead": "Lead",
    "who": "Lead and partners",
    "due": "Due date",
    "timescale": "Timescale",
    "position": "Position",
    "progress": "Status and last progress",
}
CYCLE_WORDS = {"monthly": "a month", "quarterly": "a quarter", "six-monthly": "half a year", "yearly": "a year"}
"""The reporting cycles, to stand after "longer than"."""

_MOST = {"overdue": 10, "left-open": 10, "at-risk": 10, "late-milestones": 6, "due-next": 6, "done": 4}
"""So many actions a table shows in the front of the report, whose four or five pages hold it all; the others follow by
lead. A list that has no worst first is either short enough for a table or all by lead."""
_SHORT = 8
_ROOM = 32
"""Where the tables have more rows than this together, each shows half as many."""

Pair = tuple[ActionState, ActionView]


class _List(Frozen):
    """A table before it is known how many of its actions it has room for. `notes` says by anchor what to add to an
    action that is only named; where not even names are wanted, `named` is false."""

    whole: Listing
    notes: Mapping[str, str]
    named: bool = True


def listings(setting: Setting, views: Sequence[ActionView], when: Sitting) -> tuple[Listing, ...]:
    """The tables that have actions, in the order of the report. `views` are the actions in document order."""
    everything = list(zip(setting.state.actions, views, strict=True))
    pairs = [pair for pair in everything if pair[0].open]
    if setting.closed:
        made = [_left_open(pairs, setting)]
    else:
        made = [
            _overdue(pairs, setting),
            _at_risk(pairs, setting),
            _late_milestones(pairs, setting),
            _no_update(pairs, setting),
            _no_date(pairs, setting),
            _no_lead(pairs, setting),
            _going_on(pairs, setting),
            _done(everything, setting, when),
            _due_next(pairs, setting, when),
        ]
    lists = [each for each in made if each.whole.actions]
    found = tuple(_cut(each) for each in lists)
    # What goes on without a fault stands in no steering group's report.
    rows = sum(len(each.shown) for each in found if each.anchor != "ongoing")
    return found if rows <= _ROOM else tuple(_cut(each, share=2) for each in lists)


def columns(setting: Setting, *keys: str) -> tuple[Column, ...]:
    """The columns of a table of actions; the first is headed by the plan's own word for an action."""
    own = {"action": clean(setting.plan.label("action"))}
    return tuple(Column(key, own.get(key, _HEADINGS[key])) for key in keys)


def _overdue(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = sorted((pair for pair in pairs if pair[0].position == "overdue"), key=lambda pair: -pair[0].days_late)
    order = "; the longest overdue comes first" if len(found) > 1 else ""
    intro = f"{_number(found, 'is', 'are')} past the due date as at {words(setting.state.as_at)}{order}."
    shown = columns(setting, "action", "late", "officer", "lead", "progress")
    notes = {
        view.anchor: view.late + (f", the officer says {view.officer}" if view.officer else "") for _, view in found
    }
    return _listing("overdue", "Overdue", intro, "Overdue actions", shown, found, notes)


def _at_risk(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if pair[0].position != "overdue" and pair[1].officer in ("red", "amber")]
    found.sort(key=lambda pair: pair[1].officer != "red")
    intro = f"{_number(found, 'is', 'are')} not overdue, but the officer rates the work red or amber."
    shown = columns(setting, "action", "officer", "due", "lead", "progress")
    notes = {view.anchor: view.officer for _, view in found}
    return _listing("at-risk", "At risk", intro, "Actions at risk", shown, found, notes)


def _late_milestones(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if pair[0].late_milestones]
    found.sort(key=lambda pair: -pair[0].late_milestones[0].days_late)
    intro = f"{_number(found, 'is', 'are')} not overdue, but a milestone on the way is past its date."
    shown = columns(setting, "action", "milestones", "due", "lead", "progress")
    notes = {view.anchor: view.late_milestones for _, view in found}
    return _listing("late-milestones", "Late milestones", intro, "Actions with late milestones", shown, found, notes)


def _done(everything: Sequence[Pair], setting: Setting, when: Sitting) -> _List:
    found = [pair for pair in everything if _newly_done(pair[0], when)]
    after = f"since {words(when.since)}"
    title = f"Reported done in the last {when.stretch}" if when.stretch else f"Reported done {after}"
    if when.last and when.stretch:
        after, title = f"since the last meeting, {words(when.since)}", "Reported done since the last meeting"
    number = f"{counted(len(found), 'action')} {'was' if len(found) == 1 else 'were'}"
    intro = f"{number} reported as achieved, or as delivered and now routine, {after}{_in_the_pack(found, when)}."
    shown = columns(setting, "action", "position", "lead", "result")
    return _listing("done", title, intro, "Actions done", shown, found)


def _newly_done(each: ActionState, when: Sitting) -> bool:
    """Whether it was reported as done after the papers for the meeting before; it may have been done long before."""
    return each.position in ("achieved", "now routine") and each.ended is not None and each.ended > _papers(when)


def _papers(when: Sitting) -> date:
    """The last day that the papers for the meeting before are certain to have told of."""
    return when.since - PACK if when.last and when.stretch else when.since


def _in_the_pack(found: Sequence[Pair], when: Sitting) -> str:
    """ ", or in the 10 days before it, when its papers were out: 3.1 (10 October 2025)"."""
    early = [(view.id, each.ended) for each, view in found if each.ended]
    named = [f"{key} ({words(said)})" for key, said in early if said <= when.since]
    return f", or in the {PACK.days} days before, when its papers may have been out: {listed(named)}" if named else ""


def _due_next(pairs: Sequence[Pair], setting: Setting, when: Sitting) -> _List:
    start = setting.state.as_at
    end = when.next or months_later(start, 3)
    due = [(each.due, pair) for pair in pairs if (each := pair[0]).due and each.position != "deferred"]
    found = [pair for day, pair in sorted(due, key=lambda entry: entry[0]) if start <= day <= end]
    title = "Due before the next meeting" if when.next else "Due in the next quarter"
    order = ", the earliest first" if len(found) > 1 else ""
    intro = f"{_number(found, 'is', 'are')} due from {words(start)} to {words(end)}{order}."
    shown = columns(setting, "action", "due", "lead", "progress")
    notes = {view.anchor: view.due.words for _, view in found if view.due}
    return _listing("due-next", title, intro, "Actions due next", shown, found, notes)


def _no_update(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if pair[0].no_update]
    cycle = CYCLE_WORDS.get(setting.plan.reporting, "one reporting period")
    of_all = len(found) == len(pairs) > _SHORT
    which = f"any of the {len(found)} open actions" if of_all else counted(len(found), "open action")
    intro = f"Nothing has been reported for longer than {cycle} on {which}{_partly(found, setting)}."
    found.sort(key=lambda pair: pair[0].silent_since or date.min)
    shown = columns(setting, "action", "silence", "lead", "due")
    made = _listing("no-update", "No update", intro, "Actions without an update", shown, found)
    # To name every action of the plan says no more than that.
    return made._replace(named=not of_all)


def _partly(found: Sequence[Pair], setting: Setting) -> str:
    """Where some of several organisations have reported on an action, of how many. Who did its part long ago owes no
    report, but has not reported lately either."""
    earliest = setting.state.as_at - timedelta(days=CYCLES.get(setting.plan.reporting, 0))
    reports = ((each, [part.latest for part in each.by_organisation]) for each, _ in found)
    partly = [each for each, newest in reports if any(one and one.date and one.date >= earliest for one in newest)]
    if not partly:
        return ""
    if len(found) == 1:
        return "; only some of its organisations have reported"
    which = "each" if len(partly) == len(found) else len(partly)
    return f"; on {which} of them only some organisations have reported"


def _no_date(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if pair[0].position == "no date"]
    intro = (
        f"{_number(found, 'has', 'have')} no timescale, or one that gives no date, so nobody can say whether the work "
        "is late."
    )
    shown = columns(setting, "action", "timescale", "lead")
    return _listing("no-date", "No date", intro, "Open actions without a date", shown, found)


def _no_lead(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if not pair[0].action.lead and not pair[0].action.each]
    intro = f"{_number(found, 'has', 'have')} no lead, so nobody answers for the work."
    shown = columns(setting, "action", "position", "due")
    return _listing("no-lead", "No lead", intro, "Open actions without a lead", shown, found)


def _going_on(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if pair[0].position == "ongoing or recurring"]
    intro = (
        f"{_number(found, 'is', 'are')} meant to go on or to come round, by the plan's own wording, without a due "
        "date. This is not a fault."
    )
    shown = columns(setting, "action", "timescale", "lead")
    return _listing("ongoing", "Ongoing or recurring", intro, "Ongoing or recurring actions", shown, found)


def _left_open(pairs: Sequence[Pair], setting: Setting) -> _List:
    found = [pair for pair in pairs if pair[0].position == "left open"]
    intro = (
        f"{counted(len(found), 'action')} {'was' if len(found) == 1 else 'were'} neither finished nor carried over "
        f"when the plan closed on {words(setting.last_day)}."
    )
    shown = columns(setting, "action", "position", "lead", "timescale", "progress")
    return _listing("left-open", "Left open", intro, "Actions left open when the plan closed", shown, found)


def _number(found: Sequence[Pair], one: str, many: str) -> str:
    return f"{counted(len(found), 'open action')} {one if len(found) == 1 else many}"


def _listing(
    anchor: str,
    title: str,
    intro: str,
    caption: str,
    shown: tuple[Column, ...],
    found: Sequence[Pair],
    notes: Mapping[str, str] | None = None,
) -> _List:
    views = tuple(view for _, view in found)
    return _List(Listing(anchor, title, intro, caption, shown, views, views, "", ()), notes or {})


def _cut(draft: _List, share: int = 1) -> Listing:
    """The table with as many rows as it has room for, or with one in `share` of them; the others by lead."""
    whole = draft.whole
    views, shown, anchor = whole.actions, whole.columns, whole.anchor
    usual = _MOST.get(anchor, 0) // share
    # To list one or two more apart would save nothing.
    most = len(views) if len(views) <= (usual + 2 if usual else _SHORT // share) else usual
    rest_intro = ""
    if most < len(views):
        rest_intro = f"The other {len(views) - most}, by lead:" if most else "By lead:"
    if anchor == "no-lead" and not most:
        rest_intro = "They are:"
    table = views[:most]
    if all(view.said is None and view.status == "Status not reported" for view in table):
        shown = tuple(column for column in shown if column.key != "progress")
    if not any(view.officer for view in table):
        shown = tuple(column for column in shown if column.key != "officer")
    if not draft.named:
        return whole._replace(columns=shown, shown=table)
    rest = _rest(views[most:], draft.notes)
    return whole._replace(columns=shown, shown=table, rest_intro=rest_intro, rest=rest)


def _rest(views: Sequence[ActionView], notes: Mapping[str, str]) -> tuple[Tally, ...]:
    found: dict[str, list[Item]] = {}
    for view in views:
        found.setdefault(view.lead, []).append(Item(view.anchor, view.id, notes.get(view.anchor, "")))
    return tuple(Tally(name, tuple(items)) for name, items in found.items())
