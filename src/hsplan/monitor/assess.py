"""A plan and a date to the state of each of its actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.dates import current_due, due_dates, milestone_state, moves
from hsplan.monitor.position import Dates, Standing, Term, rag, standing
from hsplan.monitor.recurring import next_occurrence
from hsplan.monitor.state import ActionState, OrganisationState, Proposed
from hsplan.monitor.status import Reported, reported
from hsplan.monitor.thresholds import CYCLES, Thresholds
from hsplan.plan import CLOSED, Action, Owners, Plan
from hsplan.timescale import Reader, reader_of


class PlanState(Frozen):
    """A plan with the state of each action, in document order."""

    plan: Plan
    owners: Owners
    as_at: date
    thresholds: Thresholds
    actions: tuple[ActionState, ...]

    @property
    def known(self) -> PlanState:
        """The same without the actions that joined the plan only later (`added:`): nobody knew of them then. The plan
        itself keeps them, since others may refer to them."""
        known = tuple(each for each in self.actions if joined(each.action, self.as_at))
        return self if len(known) == len(self.actions) else self._replace(actions=known)

    def counts(self) -> dict[str, int]:
        """How many actions stand in each position; the numbers add up to the number of actions."""
        found: dict[str, int] = {}
        for state in self.actions:
            found[state.position] = found.get(state.position, 0) + 1
        return found


def joined(action: Action, as_at: date) -> bool:
    """Whether an action was in its plan by a day."""
    return action.added is None or action.added <= as_at


def assess(plan: Plan, owners: Owners, as_at: date, thresholds: Thresholds = Thresholds()) -> PlanState:
    """What holds for each action of the plan as at a date, by the entries' own dates."""
    reader = reader_of(plan.context)
    last_day = plan.last_day(as_at)
    life = plan.life(as_at)
    cycle = CYCLES.get(plan.reporting) if life == "adopted" else None
    term = Term(as_at, last_day, plan.life(last_day) == "adopted", life == "closed", thresholds, cycle, plan.adopted)
    states = tuple([_assess_action(action, owners, term, reader) for action in plan.actions])
    return PlanState(plan, owners, as_at, thresholds, states)


def _assess_action(action: Action, owners: Owners, term: Term, read_wording: Reader) -> ActionState:
    as_at = term.as_at
    timescale = read_wording(action.timescale)
    milestones = tuple([milestone_state(each, as_at, read_wording, term.late_until) for each in action.milestones])
    said = reported(action, owners, as_at)
    first, before = due_dates(action, timescale, milestones)
    made = moves(action.date_changes, before, as_at, read_wording)
    due = current_due(before, made)
    slippage = (due - first).days if due and first else None
    if timescale.recurrence and due == timescale.due and said.latest is not None and said.status not in CLOSED:
        due = next_occurrence(timescale, said.latest.date, due)
    dates = Dates(timescale, due, made, action.done)
    found, silent = standing(said, dates, term), _silent(action, said, term)
    colour = rag(found, term.thresholds)
    return ActionState(
        action=action,
        timescale=timescale,
        start=timescale.start,
        first_due=first,
        due=due,
        moves=made,
        milestones=milestones,
        slippage_days=slippage,
        status=said.status,
        reported=said.entry,
        latest=said.latest,
        proposals=_proposals(said),
        by_organisation=tuple(
            [
                _organisation(who, each, standing(each, dates, term), _no_update(action, each, term))
                for who, each in said.by_organisation
            ]
        ),
        position=found.position,
        days_late=found.days_late,
        no_update=bool(silent),
        silent_since=_longest_silent(silent),
        rag=colour.colour,
        rag_rule=colour.rule,
        officer_rag=said.rag,
    )


def _organisation(who: str, said: Reported, found: Standing, no_update: bool) -> OrganisationState:
    return OrganisationState(who, said.status, *found, said.entry, said.latest, said.proposal, said.rag, no_update)


def _proposals(said: Reported) -> tuple[Proposed, ...]:
    """What is proposed of the action; where each of several organisations must do it, by any that still has to."""
    if not said.by_organisation:
        return (Proposed(said.proposal, ()),) if said.proposal else ()
    left = [(who, each.proposal) for who, each in said.by_organisation if each.status not in CLOSED]
    found = []
    for entry in {id(entry): entry for _, entry in left if entry}.values():
        whose = tuple(who for who, own in left if own is entry)
        found.append(Proposed(entry, whose if entry.by or len(whose) < len(left) else ()))
    return tuple(sorted(found, key=lambda each: each.entry.date or date.min))


def _silent(action: Action, said: Reported, term: Term) -> list[Reported]:
    """The action where nothing is said of it; of several organisations those that are silent on their part."""
    parts = [each for _, each in said.by_organisation] or [said]
    return [each for each in parts if _no_update(action, each, term)]


def _longest_silent(silent: Sequence[Reported]) -> date | None:
    days = [each.latest.date if each.latest else None for each in silent]
    return min((day for day in days if day), default=None) if None not in days else None


def _no_update(action: Action, said: Reported, term: Term) -> bool:
    """Open, in an adopted plan that reports in cycles, and nothing said for longer than one cycle."""
    if term.cycle is None or said.status in CLOSED:
        return False
    since = said.latest.date if said.latest else action.added or term.adopted
    return since is not None and (term.as_at - since).days > term.cycle
