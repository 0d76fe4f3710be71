"""The positions as the report names them: their words, shapes and meanings, and which action stands in which."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hsplan.findings import counted
from hsplan.frozen import Frozen
from hsplan.monitor import PlanState, Thresholds
from hsplan.report.records import Count, Mark


class Position(Frozen):
    """`one` and `many` end the sentences "1 action …" and "2 actions …"; `ended` those of a closed plan's report."""

    shape: str
    one: str
    many: str
    meaning: str
    ended: str = ""


POSITIONS: dict[str, Position] = {
    "overdue": Position("✕", "is overdue", "are overdue", "Open, and the due date has passed."),
    "left open": Position(
        "✕", "was left open", "were left open", "Neither finished nor carried over when the plan closed."
    ),
    "due soon": Position("▲", "is due soon", "are due soon", "Open, and due within {soon} of the as-at date."),
    "within date": Position("►", "is within date", "are within date", "Open, and due in more than {soon}."),
    "ongoing or recurring": Position(
        "↔",
        "is ongoing or recurring",
        "are ongoing or recurring",
        "Open, and meant by its own wording to go on or to come round, without a due date. This is not a fault.",
    ),
    "draft date": Position(
        "○",
        "has a draft date that has passed",
        "have a draft date that has passed",
        "Open, and the due date has passed; but the plan is a draft: its dates are proposals, not counted yet.",
    ),
    "no date": Position("?", "has no date", "have no date", "Open, with no timescale or with one that gives no date."),
    "deferred": Position(
        "◊", "is deferred", "are deferred", "Put off by an agreed decision, without a new date.", "deferred"
    ),
    "achieved": Position("✓", "is achieved", "are achieved", "Reported as done.", "achieved"),
    "now routine": Position(
        "●", "is now routine", "are now routine", "Delivered, and continued as normal work.", "made routine work"
    ),
    "carried over": Position(
        "»", "is carried over", "are carried over", "Taken into a later plan, unfinished.", "carried over"
    ),
    "superseded": Position(
        "≡", "is superseded", "are superseded", "Replaced by another action: merged into it or split.", "superseded"
    ),
    "withdrawn": Position("■", "is withdrawn", "are withdrawn", "Given up by an agreed decision.", "withdrawn"),
}
"""In the order of the monitor's: the worst first, the open ones before the closed."""


@cache
def mark(position: str) -> Mark:
    """The tag of a position."""
    return Mark(position.replace(" ", "-"), position.capitalize(), POSITIONS[position].shape)


def counts(state: PlanState) -> tuple[Count, ...]:
    """How many actions stand in each position, in the order of POSITIONS, without the empty ones."""
    found = state.counts()
    return tuple(Count(mark(name), found[name], meaning(name, state.thresholds)) for name in POSITIONS if name in found)


def with_changes(found: Sequence[Count], before: Sequence[Count]) -> tuple[Count, ...]:
    """The counts with how they changed from earlier ones, in the same order; those that fell to nothing among them."""
    then = {each.mark.key: each.number for each in before}
    now = {each.mark.key for each in found}
    gone = [each._replace(number=0) for each in before if each.mark.key not in now]
    places = [mark(name).key for name in POSITIONS]
    rows = sorted((*found, *gone), key=lambda each: places.index(each.mark.key))
    return tuple(each._replace(change=change(each.number, then.get(each.mark.key, 0))) for each in rows)


def change(now: int, before: int) -> str:
    """ "3 more", "2 fewer", "the same"."""
    return f"{abs(now - before)} {'more' if now > before else 'fewer'}" if now != before else "the same"


def than(now: int, before: int) -> str:
    """ "3 more than", "as many as", of none "as": what a day follows."""
    if now != before:
        return f"{change(now, before)} than"
    return "as many as" if now else "as"


def phrases(found: Sequence[Count], *, closed: bool) -> list[str]:
    """ "3 are overdue", "1 is due soon"; of a closed plan "5 were achieved"."""
    said = []
    for count in found:
        position = POSITIONS[count.mark.label.lower()]
        ending = position.one if count.number == 1 else position.many
        if closed and position.ended:
            ending = f"{'was' if count.number == 1 else 'were'} {position.ended}"
        said.append(f"{count.number} {ending}")
    return said


def meaning(position: str, thresholds: Thresholds) -> str:
    """What a position means, with the council's own threshold in it."""
    return POSITIONS[position].meaning.format(soon=counted(thresholds.due_soon, "day"))
