"""A plan's numbers at each month's end."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hsplan.monitor import assess
from hsplan.monitor.burn_up import PlanVersion, month_ends, trend_points
from hsplan.plan import Owners
from tests.compare.plans import PLAN, plan

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(days, st.integers(-400, 4000))
def test_month_ends_are_all_and_only_those_from_a_day_to_before_another(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    every = (start + timedelta(days=number) for number in range(max(length, 0)))
    assert month_ends(start, end) == [day for day in every if (day + timedelta(days=1)).day == 1]


def test_each_point_says_what_was_true_of_its_version_on_its_day() -> None:
    old, new = plan(PLAN), plan(PLAN.replace("lead: County\n", "lead: County\n            due: 2013-12-31\n"))
    new = new._replace(actions=new.actions[:2])
    owners = Owners({}, old.owners)
    first, second, third = trend_points(
        [
            PlanVersion(date(2013, 9, 30), "a", old, owners),
            PlanVersion(date(2014, 3, 31), "b", old, owners),
            PlanVersion(date(2015, 1, 31), "", new, owners),
        ]
    )
    assert (first.actions, first.due_by_first_date, first.due_by_current_date, first.done, first.moved) == (
        3,
        1,
        0,
        0,
        1,
    )
    assert (second.due_by_first_date, second.due_by_current_date, second.done) == (1, 1, 1)
    assert (third.actions, third.due_by_first_date, third.done, third.positions["overdue"]) == (2, 2, 0, 2)
    assert (first.commit, third.commit, first.date) == ("a", "", date(2013, 9, 30))


@given(st.lists(days, max_size=4))
def test_positions_add_up_and_are_those_of_the_plan_as_at_the_day(found: list[date]) -> None:
    it = plan(PLAN)
    owners = Owners({}, it.owners)
    for point in trend_points([PlanVersion(day, "", it, owners) for day in found]):
        assert sum(point.positions.values()) == point.actions
        counts = assess(it, owners, point.date).counts()
        assert {position: number for position, number in point.positions.items() if number} == counts
