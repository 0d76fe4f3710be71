"""What the meeting is asked to resolve: each a sentence that can be agreed, with the actions that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.findings import counted, full_stop, listed
from hsplan.report.received import Received
from hsplan.report.records import ActionView, Item, Listing, Point, Proposal, Section
from hsplan.report.setting import Setting
from hsplan.report.sitting import Sitting
from hsplan.report.text import clean
from hsplan.timescale.wording import words

_KINDS = {
    "date change": ("the proposed new date", "proposed new dates"),
    "deferral": ("the proposed deferral", "proposed deferrals"),
    "withdrawal": ("the proposed withdrawal", "proposed withdrawals"),
    "replacement": ("the proposed replacement", "proposed replacements"),
}
_NAMED = 12
"""Up to so many actions are named by their ids; of more, the section says which."""


def recommendations(
    setting: Setting,
    shown: Mapping[str, Listing],
    waiting: Sequence[Proposal],
    returned: Received,
    when: Sitting,
    *,
    late: int,
) -> Section:
    """Decisions first: what is proposed, then what is missing; last what is only to be noted.

    `late` is how many actions are overdue.
    """
    points = [
        *_proposed(waiting),
        *_missing(setting, shown, waiting, when),
        *_returns(returned),
        Point(_noted(setting, late), "summary", ()),
    ]
    owner = setting.state.owners.resolve(when.body) if when.body else None
    body = clean(owner.title if owner else when.body)
    who = f"{body if body.lower().startswith('the ') else f'The {body}'}" if body else "The meeting"
    return Section("recommendations", "Recommendations", "recommendations", f"{who} is asked to:", tuple(points), None)


def _noted(setting: Setting, late: int) -> str:
    number = len(setting.state.actions)
    total = counted(number, "action")
    if not number:
        return "Note that the plan has no actions."
    if setting.closed:
        return f"Note how the plan’s {total} ended."
    day = words(setting.state.as_at)
    if setting.draft:
        return f"Note how the draft plan’s {total} stand as at {day}."
    if not late:
        return f"Note how the plan’s {total} stand as at {day}; none is overdue."
    if late == number:
        which = "the plan’s only action is" if late == 1 else f"all the plan’s {total} are"
        return f"Note that {which} overdue as at {day}."
    are = "is" if late == 1 else "are"
    return f"Note that {late} of the plan’s {total} {are} overdue as at {day}, and how the others stand."


def _proposed(waiting: Sequence[Proposal]) -> Iterator[Point]:
    for kind, (one, many) in _KINDS.items():
        rows = [row for row in waiting if row.kind == kind]
        if rows:
            what = one if len(rows) == 1 else f"these {len(rows)} {many}, one by one"
            items = tuple(Item(row.action.anchor, row.action.id, _item(row)) for row in rows)
            yield Point(f"Agree, or refuse, {what}:", "", items)


def _item(row: Proposal) -> str:
    """ "Draw up a protocol. Move the due date to 30 November 2011. Put forward on 20 November 2010: redrafted."."""
    put = f"Put forward on {row.put_forward.words}" if row.put_forward else "Put forward on a day that is not given"
    reason = full_stop(f"{put}: {row.reason}" if row.reason else f"{put}, without a reason")
    before = full_stop(row.decision) if row.decision else ""
    lead = f"Lead: {row.action.lead or 'none'}."
    texts = (full_stop(row.action.title), full_stop(row.what), reason, before, lead)
    return " ".join(text for text in texts if text)


def _missing(
    setting: Setting, shown: Mapping[str, Listing], waiting: Sequence[Proposal], when: Sitting
) -> Iterator[Point]:
    by = f"the next meeting, on {words(when.next)}" if when.next else "the next meeting"
    proposed = {row.action.anchor for row in waiting}
    late = [view for view in _of(shown, "overdue") if view.anchor not in proposed]
    if late:
        whose = f"the {'lead' if len(late) == 1 else 'leads'} of {counted(len(late), 'overdue action')}"
        text = f"Ask {whose}, for which nothing is proposed, to bring a new date or a way to catch up to {by}"
        yield Point(f"{text}{_which(late)}.", "overdue", ())
    if nobody := _of(shown, "no-lead"):
        yield Point(f"Name a lead for {_those(nobody, 'which has none', 'that have none')}.", "no-lead", ())
    if dateless := [view for view in _of(shown, "no-date") if view.anchor not in proposed]:
        yield Point(f"Set a date for {_those(dateless, 'which has none', 'that have none')}.", "no-date", ())
    if left := _of(shown, "left-open"):
        text = f"Decide what becomes of {_those(left, 'which was', 'that were')} left open"
        yield Point(f"{text} when the plan closed on {words(setting.last_day)}.", "left-open", ())


def _returns(returned: Received) -> Iterator[Point]:
    if returned.waiting:
        text = "return" if len(returned.waiting) == 1 else "returns"
        yield Point(f"Ask for the {text} of {listed(returned.waiting)}.", "", ())


def _of(shown: Mapping[str, Listing], name: str) -> tuple[ActionView, ...]:
    return shown[name].actions if name in shown else ()


def _those(views: Sequence[ActionView], one: str, many: str) -> str:
    which = f"{_which(views)[2:]} " if len(views) <= _NAMED else ""
    number = counted(len(views), "action")
    if len(views) == 1:
        return f"action {which.strip()}, {one}"
    return f"the {number} {many}{_which(views)}" if which else f"the {number} {many}"


def _which(views: Sequence[ActionView]) -> str:
    return f": {listed([view.id for view in views])}" if len(views) <= _NAMED else ""
