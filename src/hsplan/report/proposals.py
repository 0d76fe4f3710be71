"""What was put forward and not decided: moves of due dates, deferrals, withdrawals, replacements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.findings import counted, listed
from hsplan.monitor import ActionState, Move
from hsplan.plan import Progress
from hsplan.report.actions import target_words
from hsplan.report.records import ActionView, Proposal, Proposals
from hsplan.report.setting import Setting, day
from hsplan.report.text import clean
from hsplan.report.wording import how_long
from hsplan.timescale.wording import words

PROPOSED_KINDS = {"deferred": "deferral", "withdrawn": "withdrawal", "superseded": "replacement"}


def proposals(setting: Setting, views: Sequence[ActionView]) -> Proposals:
    """The proposals on open actions, in document order. On a closed plan or action nothing is left to decide."""
    rows: list[Proposal] = []
    for each, view in zip(setting.state.actions, views, strict=True):
        if each.open and not setting.closed:
            rows += _of_action(each, view)
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


def _of_action(each: ActionState, view: ActionView) -> Iterator[Proposal]:
    for move in each.moves:
        if move.proposed:
            yield _date_change(move, "the due date", view)
    for state in each.milestones:
        for move in state.moves:
            if move.proposed:
                yield _date_change(move, f"the milestone “{clean(state.milestone.title)}”", view)
    if each.proposal:
        entry = each.proposal
        yield Proposal(
            PROPOSED_KINDS[entry.status], view, _what(entry), day(entry.date), clean(entry.note), clean(entry.decision)
        )


def _date_change(move: Move, what: str, view: ActionView) -> Proposal:
    change = move.change
    to = words(move.new) if move.new else f"“{clean(change.timescale)}”"
    text = f"Move {what} to {to}"
    if move.old and move.new and move.days:
        later = move.new > move.old
        length = how_long(move.old, move.new) if later else how_long(move.new, move.old)
        text += f", {length} {'later' if later else 'earlier'} than {words(move.old)}"
    return Proposal("date change", view, text, day(change.date), clean(change.reason), clean(change.decision))


def _what(entry: Progress) -> str:
    if entry.status == "deferred":
        return "Defer the work"
    if entry.status == "withdrawn":
        return "Withdraw the action"
    targets = listed([target_words(target) for target in entry.into])
    return f"Replace the action by {targets}" if targets else "Replace the action by another"
