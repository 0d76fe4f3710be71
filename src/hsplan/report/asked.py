"""What leads and organisations are asked for at a meeting: late work, leads, dates, returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.findings import counted, listed
from hsplan.report.listings import CYCLE_WORDS
from hsplan.report.received import Received
from hsplan.report.records import ActionView, Listing, Point, Proposal
from hsplan.report.setting import Setting
from hsplan.report.sitting import Sitting
from hsplan.report.wording import by_id
from hsplan.timescale.wording import words

_NAMED = 12
"""Up to so many actions are named by their ids; of more, the section says which."""
_FEW = 4


def asked(
    setting: Setting, shown: Mapping[str, Listing], waiting: Sequence[Proposal], when: Sitting
) -> Iterator[Point]:
    """One point for each thing that is missing. Only those who lead something are asked for it."""
    by = f"the next meeting, on {words(when.next)}" if when.next else "the next meeting"
    what = f"bring a new date or a way to catch up to {by}"
    if setting.over:
        what = f"say by {by}{',' if when.next else ''} how far the work is and what is left to do"
    proposed = {row.action.anchor: row.rest for row in waiting}
    # Nobody is named, and no date set, in a plan that may be dropped.
    nobody = () if setting.lapsed else _of(shown, "no-lead")
    dateless = [view for view in _of(shown, "no-date") if proposed.get(view.anchor, "all")]
    if setting.over or setting.lapsed:
        dateless = []
    late = [_left(view, proposed) for view in _of(shown, "overdue") if proposed.get(view.anchor, "all")]
    if led := [view for view in late if view not in nobody]:
        whose = f"the {'leads' if _several(led) else 'lead'} of {counted(len(led), 'overdue action')}"
        named = _which(led, _whom(led))
        yield Point(f"Ask {whose}, for which nothing is proposed, to {what}{named}.", "overdue", ())
    if nobody and list(nobody) == dateless:
        neither = _those(nobody, "which has neither", "that have neither")
        yield Point(f"Name a lead and set a date for {neither}.", "no-lead", ())
    else:
        if nobody:
            then = _then([view for view in late if view in nobody], len(nobody), what)
            yield Point(f"Name a lead for {_those(nobody, 'which has none', 'that have none')}{then}.", "no-lead", ())
        if dateless:
            yield Point(f"Set a date for {_those(dateless, 'which has none', 'that have none')}.", "no-date", ())
    silent = [_quiet(view, proposed) for view in _of(shown, "no-update") if proposed.get(view.anchor, "all")]
    yield from _unheard([view for view in silent if view], late, setting, by)
    if left := _of(shown, "left-open"):
        rest = f"left open when the plan closed on {words(setting.last_day)}"
        which = _those(left, f"which was {rest}", f"that were {rest}")
        yield Point(f"Decide what becomes of {which}.", "left-open", ())


def of_returns(returned: Received) -> Iterator[Point]:
    """Who is asked to send a return, and who to sign one off."""
    for names, what in ((returned.waiting, "send"), (returned.unsigned, "sign off")):
        if names:
            whose = "its return" if len(names) == 1 else "their returns"
            yield Point(f"Ask {listed(names)} to {what} {whose} for {returned.period}.", "", ())


def _unheard(silent: Sequence[ActionView], late: Sequence[ActionView], setting: Setting, by: str) -> Iterator[Point]:
    """Who is asked to report: of what is overdue, or is to be decided at the plan's end, more is asked already."""
    named = {view.anchor for view in late}
    left = [view for view in silent if view.anchor not in named and view.lead]
    if not left or setting.over:
        return
    cycle = CYCLE_WORDS.get(setting.plan.reporting, "one reporting period")
    views = [view._replace(still=view.silent) for view in left]
    what = counted(len(left), "other action" if named else "action")
    whose = f"the {'leads' if _several(views) else 'lead'} of {what}"
    which = _which(views, _whom(views))
    told = f"on which nothing has been reported for longer than {cycle}"
    what = "it" if len(left) == 1 else "them"
    yield Point(f"Ask {whose}, {told}, to report on {what} by {by}{which}.", "no-update", ())


def _left(view: ActionView, proposed: Mapping[str, Sequence[str]]) -> ActionView:
    """The action with only those to be asked for whom nothing is proposed."""
    return view._replace(still=tuple(proposed[view.anchor])) if view.anchor in proposed else view


def _quiet(view: ActionView, proposed: Mapping[str, Sequence[str]]) -> ActionView | None:
    """The action with only those to be asked to report for whom nothing is proposed; None where nobody is left."""
    if view.anchor not in proposed:
        return view
    silent = tuple(name for name in proposed[view.anchor] if not view.silent or name in view.silent)
    return view._replace(silent=silent) if silent else None


def _then(late: Sequence[ActionView], nobody: int, what: str) -> str:
    """What is asked of a lead that has still to be named, where the action is overdue."""
    if not late:
        return ""
    if len(late) == nobody:
        return f", to {what}"
    which = f"the {len(late)} of them" if len(late) > _NAMED else listed([by_id(view.id) for view in late])
    are = f"{which}, which is overdue" if len(late) == 1 else f"{which}, which are overdue"
    return f"; for {are}, the lead is to {what}"


def _of(shown: Mapping[str, Listing], name: str) -> tuple[ActionView, ...]:
    return shown[name].actions if name in shown else ()


def _those(views: Sequence[ActionView], one: str, many: str) -> str:
    if len(views) == 1:
        return f"action {views[0].id}, {one}"
    return f"the {len(views)} actions {many}{_which(views)}"


def _which(views: Sequence[ActionView], named: Sequence[str] = ()) -> str:
    if len(views) > _NAMED:
        return ""
    return f": {listed(named or [view.id for view in views])}"


def _several(views: Sequence[ActionView]) -> bool:
    """Whether more than one lead is asked."""
    if len(views) > 1:
        return True
    return len(views[0].still) > 1 if views[0].still else "; " in views[0].lead or views[0].lead.startswith("Each of ")


def _whom(views: Sequence[ActionView]) -> list[str]:
    """The actions by their ids; where it is said of one who is asked, of every one. A number has "actions" before it,
    since at the end of a sentence it would be read as one."""
    told = any(view.still for view in views)
    named = [f"{view.id} ({_listed_lead(view)})" if told and not view.still else _who(view) for view in views]
    if all(view.id.isdigit() for view in views):
        named[0] = f"{'action' if len(views) == 1 else 'actions'} {named[0]}"
    return named


def _listed_lead(view: ActionView) -> str:
    each = "each of " if view.lead.startswith("Each of ") else ""
    return each + listed(view.lead.removeprefix("Each of ").split("; "))


def _who(view: ActionView) -> str:
    """ "S2 (Fenny and Hill)": of several organisations only those who have not done it yet are asked."""
    if not view.still:
        return view.id
    who = listed(view.still) if len(view.still) <= _FEW else f"the {len(view.still)} who have not done it"
    return f"{view.id} ({who})"
