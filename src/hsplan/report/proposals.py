"""What was put forward and not decided: moves of due dates, deferrals, withdrawals, replacements."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.findings import counted, listed
from hsplan.monitor import ActionState, Move
from hsplan.monitor.lengths import how_long
from hsplan.monitor.state import CLOSED_POSITIONS, Proposed
from hsplan.plan import Progress
from hsplan.report.records import ActionView, Proposal, Proposals
from hsplan.report.setting import Setting, day
from hsplan.report.targets import targets_words
from hsplan.report.text import clean
from hsplan.report.wording import PROPOSED_KINDS
from hsplan.timescale.wording import words


def proposals(setting: Setting, views: Sequence[ActionView]) -> Proposals:
    """The proposals on open actions, in document order. On a closed plan or action nothing is left to decide."""
    rows: list[Proposal] = []
    if not setting.closed:
        for each, view in zip(setting.state.actions, views, strict=True):
            if each.open:
                rows += _of_action(each, view, setting)
    waiting = f"{counted(len(rows), 'proposal')} {'was' if len(rows) == 1 else 'were'}"
    intro = (
        f"{waiting} put forward and not decided by {words(setting.state.as_at)}. Until it is agreed, a proposal "
        "changes nothing: the due dates and positions in this report are those that were agreed before."
    )
    caption = "Proposals that wait for a decision"
    heading = clean(setting.plan.label("action"))
    return Proposals("proposed", "Proposed and not decided", intro, caption, heading, tuple(rows))


def counted_proposals(rows: Sequence[Proposal]) -> str:
    """ "1 proposal waits for a decision"."""
    return f"{counted(len(rows), 'proposal')} {'waits' if len(rows) == 1 else 'wait'} for a decision."


def _of_action(each: ActionState, view: ActionView, setting: Setting) -> list[Proposal]:
    if not (each.moves or each.proposals or any(state.moves for state in each.milestones)):
        return []
    dates = [_date_change(move, "the due date", view, setting) for move in each.moves if move.proposed]
    steps = [
        _date_change(move, f"the milestone “{clean(state.milestone.title)}”", view, setting)
        for state in each.milestones
        for move in state.moves
        if move.proposed
    ]
    rest = () if dates else _rest(each)
    found = _with_rivals([*dates, *(_ending(proposed, view, rest, setting.plan.id) for proposed in each.proposals)])
    return [*found[: len(dates)], *steps, *found[len(dates) :]]


def _rest(each: ActionState) -> tuple[str, ...]:
    """Of several organisations those who have still to do their part and for whom nothing is proposed."""
    asked = [name for proposed in each.proposals for name in proposed.organisations]
    left = [who.organisation for who in each.by_organisation if who.position not in CLOSED_POSITIONS]
    whole = any(not proposed.organisations for proposed in each.proposals)
    return () if whole else tuple(clean(name) for name in left if name not in asked)


def _ending(proposed: Proposed, view: ActionView, rest: tuple[str, ...], plan: str) -> Proposal:
    entry = proposed.entry
    whose = tuple(clean(name) for name in proposed.organisations)
    return Proposal(
        kind=PROPOSED_KINDS[entry.status],
        action=view,
        what=_what(entry, whose, plan),
        put_forward=day(entry.date),
        reason=clean(entry.note),
        decision=clean(entry.decision),
        organisations=whose,
        rest=rest,
    )


def _with_rivals(found: Sequence[Proposal]) -> list[Proposal]:
    """Proposals on one action, each saying how many of the others it excludes: no meeting can agree to both."""
    rows = []
    for row in found:
        rivals = sum(1 for other in found if other is not row and _exclude(row, other))
        others = len(found) - 1
        which = "the other proposal" if others == 1 else f"the other {others} proposals"
        which = f"{rivals} of {which}" if rivals < others else which
        rows.append(row._replace(what=f"{row.what}. It excludes {which} on this action") if rivals else row)
    return rows


def _exclude(one: Proposal, other: Proposal) -> bool:
    """Two dates exclude each other, and so do two endings of the same part; a deferral may come with a new date, a
    whole ending may not."""
    dates = [each for each in (one, other) if each.kind == "date change"]
    if dates:
        endings = [each for each in (one, other) if each.kind != "date change"]
        return not endings or (endings[0].kind != "deferral" and not endings[0].organisations)
    shared = set(one.organisations) & set(other.organisations)
    return bool(shared) or not one.organisations or not other.organisations


def _date_change(move: Move, what: str, view: ActionView, setting: Setting) -> Proposal:
    change = move.change
    to = words(move.new) if move.new else f"“{clean(change.timescale)}”"
    text = f"Move {what} to {to}"
    if move.old and move.new and move.days:
        later = move.new > move.old
        length = how_long(move.old, move.new) if later else how_long(move.new, move.old)
        text += f", {length} {'later' if later else 'earlier'} than {words(move.old)}"
    if move.new and move.new < setting.state.as_at:
        text += ". That day has passed: ask for another"
    return Proposal("date change", view, text, day(change.date), clean(change.reason), clean(change.decision))


def _what(entry: Progress, whose: Sequence[str], plan: str) -> str:
    """ "Defer the work of Stour": whose it is, where it is a part of what several organisations must do."""
    if entry.status == "deferred":
        return f"Defer the work of {listed(whose)}" if whose else "Defer the work"
    what = f"the {'part' if len(whose) == 1 else 'parts'} of {listed(whose)}" if whose else "the action"
    if entry.status == "withdrawn":
        return f"Withdraw {what}"
    whom = what if whose else "it"
    return f"Replace {whom} by {targets_words(entry.into, plan) or 'another action'}"
