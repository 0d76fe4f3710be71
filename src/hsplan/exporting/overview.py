"""One screen on a plan, and a table of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.findings import plain
from hsplan.monitor import CLOSED_POSITIONS, OPEN_POSITIONS, ActionState, PlanState
from hsplan.monitor.indicators import IndicatorState, assess_indicators
from hsplan.monitor.reviews import reviews
from hsplan.monitor.summary import summarise
from hsplan.timescale.wording import words

_BAR = 60
_SIGNS = {"overdue": "#", "due soon": "=", "within date": "-", "no date": "?", "deferred": "~"}
_ENDED = "+"
_COLOURS = {"overdue": "red", "due soon": "yellow", "within date": "green"}


def plan_overview(state: PlanState, *, colour: bool, worst: int = 5) -> str:
    """A plan on one screen: a bar of positions with words, the worst actions, indicators off track, next reviews."""
    plan, numbers = state.plan, summarise(state.actions, state.as_at)
    lines = [plain(f"{plan.id}  {plan.title}"), f"as at {words(state.as_at)}, {plan.life(state.as_at)}", ""]
    if state.actions:
        lines += [_bar(numbers.counts, numbers.actions, colour), _legend(numbers.counts)]
    lines.append(_sentence(numbers.actions, numbers.no_lead, numbers.no_update, numbers.moved))
    late = sorted((each for each in state.actions if each.position == "overdue"), key=lambda each: -each.days_late)
    if late:
        shown = f"the {worst} worst of {len(late)}" if len(late) > worst else f"{len(late)}"
        lines += ["", f"Overdue ({shown}):", *(f"  {_late(each)}" for each in late[:worst])]
    missed = [each for each in assess_indicators(plan, state.owners, state.as_at, state.thresholds) if _off_track(each)]
    if missed:
        lines += ["", "Indicators off track:", *(f"  {each.title}: {each.standing.rule}" for each in missed)]
    coming = list(_reviews(state))
    if coming:
        lines += ["", "Next progress review:", *(f"  {line}" for line in coming)]
    return "\n".join(lines) + "\n"


def _bar(counts: dict[str, int], total: int, colour: bool) -> str:
    """As many signs as each position has of the actions, at least one; each position has its own sign."""
    open_counts = [(position, counts[position]) for position in OPEN_POSITIONS if counts.get(position)]
    parts = [
        (_SIGNS[position] * max(1, round(_BAR * number / total)), _COLOURS.get(position, ""))
        for position, number in open_counts
    ]
    ended = sum(counts.get(position, 0) for position in CLOSED_POSITIONS)
    if ended:
        parts.append((_ENDED * max(1, round(_BAR * ended / total)), "blue"))
    codes = {"red": "31", "yellow": "33", "green": "32", "blue": "34"}
    painted = (f"\x1b[{codes[name]}m{text}\x1b[0m" if colour and name else text for text, name in parts)
    return "[" + "".join(painted) + "]"


def _legend(counts: dict[str, int]) -> str:
    named = [f"{_SIGNS[name]} {counts[name]} {name}" for name in OPEN_POSITIONS if counts.get(name)]
    ended = [f"{counts[name]} {name}" for name in CLOSED_POSITIONS if counts.get(name)]
    return "   ".join([*named, *([f"{_ENDED} {', '.join(ended)}"] if ended else [])])


def _sentence(total: int, no_lead: int, no_update: int, moved: int) -> str:
    facts = [f"{total} action{'' if total == 1 else 's'}"]
    facts += [f"{number} {what}" for number, what in ((moved, "moved"), (no_lead, "open without a lead")) if number]
    facts += [f"{no_update} without an update"] if no_update else []
    return ", ".join(facts) + "."


def _late(each: ActionState) -> str:
    lead = ", ".join(each.action.lead or each.action.each) or "nobody"
    days = f"{each.days_late} day{'' if each.days_late == 1 else 's'}"
    return plain(f"{each.action.id}  {each.action.title} ({days}; {lead})")


def _off_track(each: IndicatorState) -> bool:
    return each.status in ("missed", "within tolerance")


def _reviews(state: PlanState) -> Iterator[str]:
    for review in reviews(state):
        if review.due is not None:
            missed = "; missed" if review.overdue else ""
            last = f"; last met {words(review.last)}" if review.last else ""
            yield f"{review.body}: {words(review.due)}{missed}{last}"
        elif review.every:
            yield f"{review.body}: {review.every}, no date set"


_COLUMNS = ("Actions", "Overdue", "Soon", "In date", "No date", "Ended", "Moved", "No lead")


def portfolio(states: Sequence[PlanState]) -> str:
    """A row for each plan and one of totals, within 80 columns for plan ids of up to 22 letters."""
    rows = [(state.plan.id, _numbers(state.actions, state)) for state in states]
    if states:
        every = [each for state in states for each in state.actions]
        rows.append(("All plans", _numbers(every, states[0])))
    width = max((len(name) for name, _ in rows), default=0)
    lines = [" ".join([" " * width, *_COLUMNS])]
    for name, numbers in rows:
        cells = [f"{number:>{len(title)}}" for number, title in zip(numbers, _COLUMNS, strict=True)]
        lines.append(" ".join([f"{name:<{width}}", *cells]))
    lines.insert(-1, "-" * len(lines[0]))
    return "\n".join(lines) + "\n"


def _numbers(states: Sequence[ActionState], of: PlanState) -> tuple[int, ...]:
    found = summarise(states, of.as_at)
    counts = found.counts
    return (
        found.actions,
        counts.get("overdue", 0),
        counts.get("due soon", 0),
        counts.get("within date", 0),
        counts.get("no date", 0) + counts.get("deferred", 0),
        sum(counts.get(position, 0) for position in CLOSED_POSITIONS),
        found.moved,
        found.no_lead,
    )
