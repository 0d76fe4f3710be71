"""What changed in the plan since an earlier version: the gravest first, in front only as much as a meeting reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hsplan.findings import capital, counted, full_stop, listed
from hsplan.plan import Plan
from hsplan.report.earlier import Earlier
from hsplan.report.records import ActionView, Changed, ChangedLevel, Item, Point, Section
from hsplan.report.setting import Setting, day
from hsplan.report.text import clean
from hsplan.report.wording import PROPOSED_KINDS

if TYPE_CHECKING:
    from hsplan.compare import Change

MOST_CHANGED = 8
"""So many changes are told in the front of a report; the others follow in an appendix."""

_TITLES = {
    "weakened": "Promises taken back",
    "proposed": "Put forward, to be decided",
    "slipped": "Slipped",
    "attention": "To note",
    "progress": "Progress and additions",
    "editorial": "Words and details",
}
_COUNTED = {
    "date-proposed": ("1 new date was proposed", "{} new dates were proposed"),
    "deferral": ("1 deferral was proposed", "{} deferrals were proposed"),
    "withdrawal": ("1 withdrawal was proposed", "{} withdrawals were proposed"),
    "replacement": ("1 replacement was proposed", "{} replacements were proposed"),
    "achieved": ("1 action was achieved", "{} actions were achieved"),
    "now-routine": ("1 action became routine work", "{} actions became routine work"),
    "started": ("1 action was started", "{} actions were started"),
    "progress-added": ("the status of 1 action was confirmed", "the status of {} actions was confirmed"),
    "milestone-done": ("1 milestone was done", "{} milestones were done"),
    "date-confirmed": ("1 due date was confirmed", "{} due dates were confirmed"),
    "done-given": (
        "the day on which 1 action was done was given",
        "the days on which {} actions were done were given",
    ),
    "figure-added": ("1 figure of an indicator was added", "{} figures of indicators were added"),
    "meeting-added": ("1 meeting was recorded", "{} meetings were recorded"),
    "group-added": ("1 theme or goal was added", "{} themes or goals were added"),
    "finding-accepted": ("1 finding of the checks was accepted", "{} findings of the checks were accepted"),
    "wording": ("1 text was worded anew", "{} texts were worded anew"),
    "details-changed": ("1 detail was changed", "{} details were changed"),
}
"""Told as numbers in front: another section names them, or nobody asks. The appendix tells them all."""
_PART = "part-done"
"""Counted too, but by who has done its part."""
_NO_PROGRESS = frozenset(("plan-adopted", "plan-closed"))
"""What is of the level of progress for want of a better one: a meeting should know it."""
_OFF_COURSE = ("weakened", "slipped")
_QUOTES = re.compile(r'"([^"]*)"')
_REASON = re.compile(r"; (?=[A-Z])")


def changed(setting: Setting, views: Sequence[ActionView], earlier: Earlier) -> Changed:
    """What the report says of it, by how grave it is."""
    # What compares two plans is loaded only where there are two.
    from hsplan.report.since import changes_since

    found = [_weighed(each) for each in changes_since(setting, earlier)]
    by_id = {each.action.id: view for each, view in zip(setting.state.actions, views, strict=True)}
    then = day(earlier.state.as_at)
    assert then is not None
    rows = list(_levels(found, by_id, setting.plan))
    levels, room, left = [], MOST_CHANGED, 0
    for level in rows:
        levels.append(level._replace(shown=level.shown[:room]))
        room -= len(levels[-1].shown)
        left += len(level.shown) - len(levels[-1].shown)
    return Changed(then, earlier.meeting, tuple(levels), left, tuple(_numbers(found)), clean(earlier.revision))


def _weighed(each: Change) -> Change:
    return each._replace(level="attention") if each.kind in _NO_PROGRESS and each.level == "progress" else each


def changed_section(found: Changed) -> Iterator[Section]:
    """The section in the front, in which each level is a paragraph."""
    when = f"the meeting of {found.since.words}" if found.meeting else found.since.words
    version = f"the one that stood before {when}"
    if found.revision:
        version = when = f"the version {found.revision} of {found.since.words}"
    title = "Changed since the last meeting" if found.meeting else f"Changed since {found.since.words}"
    points = [Point(f"{level.title}:", "", level.shown) for level in found.levels if level.shown]
    if found.left:
        points.append(Point(f"{counted(found.left, 'more change')}.", "all-changes", ()))
    if found.numbers:
        also = "Besides, " if points else ""
        text = full_stop(capital(f"{also}{listed(found.numbers)}"))
        points.append(Point(text, "" if found.left else "all-changes", ()))
    if not points:
        points.append(Point(f"Nothing in the plan has changed since {when}.", "", ()))
    intro = f"The plan as it is now, compared with {version}, the gravest change first."
    yield Section("changed", title, "recommendations", intro if found.levels else "", tuple(points), None)


def course_section(found: Changed) -> Iterator[Section]:
    """What took the plan off its course, all of it; what waits for a decision stands in the recommendations."""
    levels = [level for level in found.levels if level.key in _OFF_COURSE]
    if levels:
        title = f"Off course since {'the last meeting' if found.meeting else found.since.words}"
        points = tuple(Point(f"{level.title}:", "", level.items) for level in levels)
        yield Section("changed-course", title, "recommendations", "", points, None)


def all_changes_section(found: Changed) -> Iterator[Section]:
    """The appendix with every change, where the front does not tell them all."""
    if all(level.shown == level.items for level in found.levels):
        return
    title = f"All changes since {'the last meeting' if found.meeting else found.since.words}"
    points = [Point(f"{level.title}:", "", level.items) for level in found.levels]
    yield Section("all-changes", title, "recommendations", "", tuple(points), None)


def _levels(found: Sequence[Change], by_id: Mapping[str, ActionView], plan: Plan) -> Iterator[ChangedLevel]:
    from hsplan.compare import LEVELS

    for level in LEVELS:
        own = [each for each in found if each.level == level]
        front = tuple(_items((each for each in own if _key(each) not in (*_COUNTED, _PART)), by_id, plan))
        items = tuple(_items(own, by_id, plan))
        if items:
            yield ChangedLevel(level, _TITLES[level], items, front)


def _items(changes: Iterable[Change], by_id: Mapping[str, ActionView], plan: Plan) -> Iterator[Item]:
    """One for each record that changed, with all that happened to it."""
    records: dict[tuple[str, str], list[Change]] = {}
    for each in changes:
        records.setdefault((each.subject, each.id), []).append(each)
    for (subject, key), own in records.items():
        view = by_id.get(key) if subject == "action" else None
        label = clean(plan.label(subject)) if subject in ("theme", "goal") else capital(subject)
        told = _told(subject, label, own, view)
        yield Item(view.anchor if view else "", clean(key) if subject == "action" else "", told)


def _told(subject: str, label: str, own: Sequence[Change], view: ActionView | None) -> str:
    """ "Draw up a protocol. Slipped 16 months, July 2010 to November 2011; redrafted. First date 31 July 2010…"."""
    title = clean(own[0].title)
    if subject == "plan":
        title = "The plan as a whole"
    elif subject == "indicator":
        title = f"Indicator: {title or clean(own[0].id)}"
    elif subject != "action":
        title = f"{label} {clean(own[0].id)} {title}"
    moves = any(each.kind in ("date-later", "date-earlier", "date-proposed") for each in own)
    told_all = view is None or (view.moves.startswith("moved once") and own[0].kind != "date-proposed")
    ever = []
    if view and view.first_due and moves and not told_all:
        # This counts every move, in the plans before too: another number beside it would only contradict it.
        ever = [f"First date {view.first_due.words}, {view.moves}."]
    said = [full_stop(capital(_curly(each.happened if ever else each.text))) for each in own]
    return " ".join([full_stop(title), *said, *ever])


def _curly(text: str) -> str:
    """Quotes and reasons as the rest of the report has them."""
    return _REASON.sub(": ", _QUOTES.sub(r"“\1”", clean(text)))


def _numbers(found: Sequence[Change]) -> Iterator[str]:
    parts: dict[str, int] = {}
    for each in found:
        if each.kind == _PART:
            who = clean(each.text.partition(", reported ")[0])
            parts[who] = parts.get(who, 0) + 1
    yield from (f"{who} of {counted(number, 'action')}" for who, number in parts.items())
    for kind, (one, many) in _COUNTED.items():
        number = len({(each.subject, each.id, each.fingerprint) for each in found if _key(each) == kind})
        if number:
            yield one if number == 1 else many.format(number)


def _key(each: Change) -> str:
    """The kind under which a change is counted; of a proposed ending, which one."""
    if each.kind != "ending-proposed":
        return each.kind
    return next((noun for status, noun in PROPOSED_KINDS.items() if f"that it be {status}" in each.text), "replacement")
