"""What the meeting is asked to resolve: each a sentence that can be agreed, with the actions that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.findings import capital, full_stop, the
from hsplan.report.asked import asked, of_returns
from hsplan.report.received import Received
from hsplan.report.records import Item, Listing, Point, Proposal, Section
from hsplan.report.setting import Setting
from hsplan.report.sitting import Sitting, body_title
from hsplan.timescale.wording import words

_KINDS = {
    "date change": ("the proposed new date", "proposed new dates"),
    "deferral": ("the proposed deferral", "proposed deferrals"),
    "withdrawal": ("the proposed withdrawal", "proposed withdrawals"),
    "replacement": ("the proposed replacement", "proposed replacements"),
}


def recommendations(
    setting: Setting,
    shown: Mapping[str, Listing],
    waiting: Sequence[Proposal],
    returned: Received,
    when: Sitting,
    stands: str,
) -> Section:
    """Decisions first: whether to close a plan whose period is over, what is proposed; then what is missing; last what
    is only to be noted. `stands` is the summary's sentence on how all actions stand, for reports that lack the summary.
    """
    noted, alone = _noted(setting, len(shown["overdue"].actions) if "overdue" in shown else 0, stands)
    points = [
        *_period_over(setting),
        *_proposed(waiting),
        *asked(setting, shown, waiting, when),
        *of_returns(returned),
        Point(noted, "summary", (), alone),
    ]
    who = capital(the(body_title(when, setting) or "meeting"))
    return Section("recommendations", "Recommendations", "recommendations", f"{who} is asked to:", tuple(points), None)


def _noted(setting: Setting, late: int, stands: str) -> tuple[str, str]:
    """What is to be noted, and the same in a report that does not say how the other actions stand."""
    number = len(setting.state.actions)
    in_figures = f"Note that {stands[0].lower()}{stands[1:]}"
    if not number:
        return "Note that the plan has no actions.", ""
    whose = f"the {'draft ' if setting.draft else ''}plan’s {'only action' if number == 1 else f'{number} actions'}"
    stand = "stands" if number == 1 else "stand"
    if setting.closed:
        return f"Note how {whose} ended.", in_figures
    day = words(setting.state.as_at)
    if setting.draft:
        return f"Note how {whose} {stand} as at {day}.", in_figures
    if not late:
        none = "it is not overdue" if number == 1 else "none is overdue"
        if not any(each.open for each in setting.state.actions):
            none = "it is no longer open" if number == 1 else "none is open any more"
        return f"Note how {whose} {stand} as at {day}; {none}.", in_figures
    if late == number:
        every = "both" if number == 2 else f"all {number}"
        which = f"{whose} is" if late == 1 else f"{every} actions of the plan are"
        return f"Note that {which} overdue as at {day}.", ""
    are = "is" if late == 1 else "are"
    others = "the other stands" if number - late == 1 else "the others stand"
    overdue = f"Note that {late} of {whose} {are} overdue as at {day}"
    return f"{overdue}, and how {others}.", f"{overdue}."


def _period_over(setting: Setting) -> Iterator[Point]:
    """When its period is over a plan is to be closed, and what is open in it has to go somewhere; a draft of which
    nothing came is to be taken up or dropped."""
    if setting.plan.period is None:
        return
    when = f"whose period ended on {words(setting.plan.period.end)}"
    if setting.lapsed:
        ways = "with new dates, to replace it or to drop it"
        yield Point(f"Decide whether to adopt the draft plan, {when}, {ways}.", "", ())
    if not setting.over:
        return
    left = sum(1 for each in setting.state.actions if each.open)
    if not left:
        yield Point(f"Close the plan, {when} and in which nothing is open.", "", ())
        return
    which = "for the plan’s open action" if left == 1 else f"for each of the plan’s {left} open actions"
    ways = "it is carried over into the next plan, was achieved or is withdrawn"
    yield Point(f"Decide {which} whether {ways}, and close the plan, {when}.", "whole-plan", ())


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
