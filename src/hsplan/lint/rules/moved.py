"""HS3, third part: date changes that a meeting would ask about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.document import Map
from hsplan.findings import Finding, listed
from hsplan.frozen import Frozen
from hsplan.lint.rule import View, action_rule, fault, named
from hsplan.lint.rules.going_on import said_of_carried
from hsplan.monitor import ActionState, Move
from hsplan.monitor.thresholds import CYCLES
from hsplan.plan import Milestone
from hsplan.timescale.wording import words


def moves_of(state: ActionState) -> Iterator[tuple[Move, Milestone | None]]:
    """Every date change put forward so far, of the action and of its milestones."""
    for move in state.moves:
        yield move, None
    for milestone in state.milestones:
        for move in milestone.moves:
            yield move, milestone.milestone


def date_change(state: ActionState, milestone: Milestone | None) -> str:
    """A date change as messages call it."""
    return f"{named(state.action, milestone)}: the date change"


def meeting_cycle(view: View) -> int:
    """Days from one meeting to the next: by the body that meets most often, else by the reporting cycle, else 92."""
    from hsplan.monitor.reviews import cycle_days

    known = [days for body in view.plan.governance.values() if (days := cycle_days(body.reviews))]
    return min(known, default=CYCLES.get(view.plan.reporting, CYCLES["quarterly"]))


class Waiting(Frozen):
    """What was put forward and not decided: the words to begin a message, the day, the record, and the decision that it
    names, "" where it names none."""

    what: str
    since: date | None
    node: Map
    decision: str

    def days(self, view: View) -> int:
        """For how many days it has waited; 0 where that is no longer than a meeting cycle."""
        days = (view.as_at - self.since).days if self.since else 0
        return days if days > meeting_cycle(view) else 0


def put_forward(view: View) -> Sequence[ActionState]:
    """The open actions of which something may have been put forward and not decided."""
    return [state for state in view.open if state.moves or state.proposals or state.milestones]


def undecided(state: ActionState, view: View) -> Iterator[Waiting]:
    """What was put forward on an open action and not decided: date changes, deferrals, withdrawals and mergers. How an
    action of a closed plan ended, HS510 (open-at-close) asks."""
    for move, milestone in moves_of(state):
        change = move.change
        if move.proposed and change.decided is None:
            to = f" to {words(move.new)}" if move.new else ""
            on = f" on {words(change.date)}" if change.date else ""
            what = f"{date_change(state, milestone)}{to} put forward{on}"
            yield Waiting(what, change.date, change.node, change.decision)
    for each in state.proposals:
        entry = each.entry
        if entry.decided is None and entry.date and view.life != "closed":
            whose = f" for {listed(each.organisations)}" if each.organisations else ""
            what = f"{named(state.action)}: the proposal of {words(entry.date)} that it be {entry.status}{whose}"
            yield Waiting(what, entry.date, entry.node, entry.decision)


DECISION_NAMED = "It names a decision: add decided: with its day, or refused: true."


@action_rule("HS322", "change-left-undecided", "warning", among=put_forward)
def change_left_undecided(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that was put forward longer ago than a meeting cycle, and that nobody has decided; or a deferral,
    a withdrawal or a merger (`superseded`).

    Why it matters: at least one meeting has passed over it. Until somebody agrees, the old date counts, and the action
    stays open as it was. Of a closed action nothing is said.

    Failing, in an action:

        date_changes:
          - {date: 2013-03-01, timescale: March 2014, reason: "Two landlords joined late"}

    Passing, in an action:

        date_changes:
          - {date: 2013-03-01, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: put it on the next agenda; then add `decided:` with the day, or `refused: true`.
    """
    for each in undecided(state, view):
        if days := each.days(view):
            help = "Put it on the next agenda, then add decided: or refused: true."
            message = f"{each.what} has waited for {days} days."
            yield fault(view.document.record(each.node), message, DECISION_NAMED if each.decision else help)


@action_rule("HS323", "change-backwards", "note", keys=("date_changes", "milestones"))
def change_backwards(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change to an earlier date.

    Why it matters: work is seldom brought forward; mostly the year is a slip, and the action is overdue at once.

    Failing, in an action:

        timescale: March 2014
        date_changes:
          - {date: 2013-06-01, timescale: September 2013, reason: "Two landlords joined", decided: 2013-06-10}

    Passing, in an action:

        timescale: March 2014
        date_changes:
          - {date: 2013-06-01, timescale: September 2014, reason: "Two landlords joined", decided: 2013-06-10}

    To mend it: correct the date. Where the work was brought forward, accept the finding and say why.
    """
    for move, milestone in moves_of(state):
        if move.days is not None and move.days < 0 and not move.change.refused and move.old and move.new:
            message = f"{date_change(state, milestone)} moves it back from {words(move.old)} to {words(move.new)}."
            place = view.document.value(move.change.node, "timescale" if move.change.timescale else "due")
            yield fault(place, message, _BROUGHT_FORWARD)


_BROUGHT_FORWARD = (
    "Correct the date. Where the work was brought forward, add to the action: accepted: "
    '[{rule: change-backwards, reason: "why"}].'
)


@action_rule("HS324", "change-late", "note", keys=("date_changes", "milestones"))
def change_late(state: ActionState, view: View) -> Iterator[Finding]:
    """A date change that was put forward, or agreed, only after the date that it moves had passed.

    Why it matters: the action had failed its date by then, and the new one makes it look as if it had not.

    Of what was entered after the action had been carried over HS513 (changed-after-carry) speaks instead.

    Failing, in an action:

        timescale: April 2013
        date_changes:
          - {date: 2013-05-20, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    Passing, in an action:

        timescale: June 2013
        date_changes:
          - {date: 2013-05-20, timescale: March 2014, reason: "Two landlords joined late", decided: 2013-06-10}

    To mend it: nothing can be mended now; accept the finding with what was said at the meeting. Next time put the
    change forward before the date.
    """
    for move, milestone in moves_of(state):
        change = move.change
        if change.refused or move.old is None:
            continue
        decided = change.decided if move.agreed else None
        if move.put_forward_late and change.date:
            said = f"put forward on {words(change.date)}"
        elif decided and decided > move.old:
            said = f"agreed on {words(decided)}"
        else:
            continue
        what = date_change(state, milestone)
        message = f"{what} was {said}, after the date that it moves, {words(move.old)}, had passed."
        help, unless = "Put a change forward before the date passes.", said_of_carried(state, change, view)
        yield fault(view.document.record(change.node), message, help, unless=unless)


@action_rule("HS325", "moved-often", "warning", keys=("date_changes",))
def moved_often(state: ActionState, view: View) -> Iterator[Finding]:
    """An open action whose due date has been moved twice or more.

    Why it matters: a third date is no likelier to be kept than the first two; members ask what stands in the way.

    Failing, in an action:

        timescale: May 2013
        date_changes:
          - {date: 2013-04-20, timescale: June 2013, reason: "Two landlords joined", decided: 2013-04-25}
          - {date: 2013-06-01, timescale: March 2014, reason: "One of them left", decided: 2013-06-10}

    Passing, in an action:

        timescale: May 2013
        date_changes:
          - {date: 2013-04-20, timescale: June 2013, reason: "Two landlords joined", decided: 2013-04-25}

    To mend it: say in its progress what stands in the way; cut the action into steps that can be kept, or withdraw it.
    """
    if not state.open or state.times_moved < 2 or not (state.first_due and state.due):
        return
    span = f"from {words(state.first_due)} to {words(state.due)}"
    if state.first_due == state.due:
        span = f"and is due {words(state.due)} again"
    message = f"{named(state.action)} has been moved {_times(state.times_moved)}, {span}."
    help = "Say what stands in the way; cut it into steps, or withdraw it."
    yield fault(view.document.key(state.action.node, "date_changes"), message, help)


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


RULES = (change_left_undecided, change_backwards, change_late, moved_often)
