"""How a plan grew and was worked off: its numbers at each month's end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.assess import PlanState, assess
from hsplan.monitor.state import POSITIONS
from hsplan.monitor.thresholds import Thresholds
from hsplan.plan import Owners, Plan
from hsplan.timescale.days import add_months, month_end


class PlanVersion(Frozen):
    """A plan as it stood on a day, with the owners list of then; `commit` is "" for what is not committed."""

    day: date
    commit: str
    plan: Plan
    owners: Owners


class TrendPoint(Frozen):
    """A plan in numbers of actions, as at a day, by the version of that day.

    `due_by_first_date` counts those whose first due date has come by then, `due_by_current_date` those whose current
    one has; both whatever became of them. `done` is achieved or now routine. `positions` holds every position and adds
    up to `actions`.
    """

    date: date
    commit: str
    actions: int
    due_by_first_date: int
    due_by_current_date: int
    done: int
    moved: int
    no_update: int
    positions: dict[str, int]


def month_ends(start: date, end: date) -> list[date]:
    """The last days of months from a day on, up to the day before `end`."""
    found = []
    last = month_end(start.year, start.month)
    while last < end:
        found.append(last)
        following = add_months(last.replace(day=1), 1)
        last = month_end(following.year, following.month)
    return found


def trend_points(
    versions: Iterable[PlanVersion],
    thresholds: Thresholds = Thresholds(),
    complete: Callable[[PlanState], PlanState] = lambda state: state,
) -> list[TrendPoint]:
    """A point for each version, judged as at its own day, in the order given; one plan may stand for several days.
    `complete` adds to a state what its actions bring along from the plans before."""
    return [
        _point(version, complete(assess(version.plan, version.owners, version.day, thresholds).known))
        for version in versions
    ]


def _point(version: PlanVersion, state: PlanState) -> TrendPoint:
    day, states = version.day, state.actions
    positions = dict.fromkeys(POSITIONS, 0)
    for each in states:
        positions[each.position] += 1
    return TrendPoint(
        date=day,
        commit=version.commit,
        actions=len(states),
        due_by_first_date=sum(1 for each in states if each.first_due and each.first_due <= day),
        due_by_current_date=sum(1 for each in states if each.due and each.due <= day),
        done=positions["achieved"] + positions["now routine"],
        moved=sum(1 for each in states if each.times_moved),
        no_update=sum(1 for each in states if each.no_update),
        positions=positions,
    )
