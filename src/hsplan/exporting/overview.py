"""One screen on a plan, and a table of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.exporting.grid import grid
from hsplan.exporting.named import named
from hsplan.findings import counted, one_line
from hsplan.monitor import CLOSED_POSITIONS, OPEN_POSITIONS, ActionState, PlanState
from hsplan.monitor.indicators import IndicatorState, assess_indicators
from hsplan.monitor.reviews import reviews
from hsplan.monitor.summary import Summary, summarise
from hsplan.timescale.wording import words

_BAR = 60
_SIGNS = {
    "overdue": "#",
    "left open": "x",
    "due soon": "=",
    "within date": "-",
    "ongoing or recurring": ">",
    "draft date": ":",
    "no date": "?",
    "deferred": "~",
}
_ENDED = "+"
_COLOURS = {"overdue": "red", "left open": "red", "due soon": "yellow", "within date": "green"}


def plan_overview(state: PlanState, account: Sequence[str] = (), *, colour: bool, worst: int = 5) -> str:
    """A plan on one screen: a bar of positions with words, the worst actions, indicators off track, next reviews.
    `account` are the lines that say what it took over from other plans and handed on."""
    plan, numbers = state.plan, summarise(state.actions, state.as_at)
    closed = plan.life(state.as_at) == "closed"
    lines = [one_line(f"{named(plan)}  {plan.title}".rstrip()), f"as at {words(state.as_at)}, {_life(state)}", ""]
    if state.actions:
        lines += [_bar(numbers.counts, numbers.actions, colour), *_legend(numbers.counts)]
    lines += [_sentence(numbers, closed), *[""] * bool(account), *account]
    late = sorted((each for each in state.actions if each.late), key=lambda each: -each.days_late)
    if late:
        shown = f"the {worst} worst of {len(late)}" if len(late) > worst else f"{len(late)}"
        what = "Late when the plan closed" if closed else "Overdue"
        lines += ["", f"{what} ({shown}):", *(f"  {_late(each)}" for each in late[:worst])]
    for heading, found in _indicators(state):
        lines += ["", f"{heading}:", *(f"  {each.title}: {each.rule}" for each in found)]
    for heading, each in () if closed else _reviews(state):  # nobody reviews a closed plan any more
        lines += ["", f"{heading}:", *(f"  {line}" for line in each)]
    return "\n".join(lines) + "\n"


def _life(state: PlanState) -> str:
    life = state.plan.life(state.as_at)
    if life == "closed":
        return f"closed on {words(state.plan.last_day(state.as_at))}"
    return "a draft: its dates are proposals, not counted yet" if life == "draft" else life


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


def _legend(counts: dict[str, int]) -> Iterator[str]:
    """A line for what is open, and one for what has ended."""
    named = [f"{_SIGNS[name]} {counts[name]} {name}" for name in OPEN_POSITIONS if counts.get(name)]
    ended = [f"{counts[name]} {name}" for name in CLOSED_POSITIONS if counts.get(name)]
    if named:
        yield "   ".join(named)
    if ended:
        yield f"{_ENDED} {', '.join(ended)}"


def _sentence(found: Summary, closed: bool) -> str:
    leaderless = f"{'left open' if closed else 'open'} without a lead"
    told = ((found.moved, "moved"), (found.no_lead, leaderless), (found.no_update, "without an update"))
    facts = [counted(found.actions, "action"), *(f"{number} {what}" for number, what in told if number)]
    return ", ".join(facts) + "."


def _late(each: ActionState) -> str:
    lead = ", ".join(each.action.lead or each.action.each) or "nobody"
    return one_line(f"{each.action.id}  {each.action.title} ({counted(each.days_late, 'day')}; {lead})")


def _indicators(state: PlanState) -> Iterator[tuple[str, list[IndicatorState]]]:
    """The indicators that are off track, and those that are only close to their targets, under a heading each."""
    known = assess_indicators(state.plan, state.owners, state.as_at, state.thresholds)
    for heading, status in (("Indicators off track", "missed"), ("Indicators close to target", "within tolerance")):
        if found := [each for each in known if each.status == status]:
            yield heading, found


def _reviews(state: PlanState) -> Iterator[tuple[str, list[str]]]:
    """The reviews that were missed, and those to come: a heading and a line for each body."""
    missed, coming = [], []
    for review in reviews(state):
        last = f"; last met {words(review.last)}" if review.last else ""
        if review.due is not None and review.overdue:
            ahead = f"; next meeting {words(review.listed)}" if review.listed else ""
            missed.append(f"{review.body} was due on {words(review.due)}; missed{last}{ahead}")
        elif review.due is not None:
            coming.append(f"{review.body}: {words(review.due)}{last}")
        elif review.every:
            coming.append(f"{review.body}: {review.every}, no date set")
    named = (("Progress review", missed), ("Next progress review", coming))
    yield from ((heading, lines) for heading, lines in named if lines)


_COLUMNS = {
    "overdue": "Overdue",
    "left open": "Left open",
    "due soon": "Due soon",
    "within date": "Within date",
    "ongoing or recurring": "Ongoing",
    "draft date": "Draft date",
    "no date": "No date",
    "deferred": "Deferred",
}
"""The columns of open positions; all others together have ended."""


def portfolio(states: Sequence[PlanState]) -> str:
    """A row for each plan and one of totals. The columns from "Overdue" to "Ended" add up to all; an open position that
    no action is in has no column, but for "Overdue". It stays within 80 columns with the real plans."""
    if not states:
        return ""
    found = [(named(state.plan), summarise(state.actions, state.as_at)) for state in states]
    every = summarise([each for state in states for each in state.actions], states[0].as_at)
    shown = [name for name in _COLUMNS if name == "overdue" or name in every.counts]
    moved = bool(every.moved)
    headings = ["All", *(_COLUMNS[name] for name in shown), "Ended", *["Moved"] * moved, "No lead"]
    rows = [(name, _numbers(numbers, shown, moved=moved)) for name, numbers in found]
    return "\n".join(grid(headings, rows, ("All plans", _numbers(every, shown, moved=moved)))) + "\n"


def _numbers(found: Summary, shown: Sequence[str], *, moved: bool) -> list[int]:
    by_position = [found.counts.get(position, 0) for position in shown]
    ended = sum(found.counts.get(position, 0) for position in CLOSED_POSITIONS)
    return [found.actions, *by_position, ended, *[found.moved] * moved, found.no_lead]
