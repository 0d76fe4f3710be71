"""First and current due dates, moves and positions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.monitor.conftest import Judge

MOVED = """\
timescale: September 2013
date_changes:
  - {date: 2013-08-01, timescale: December 2013, reason: "a", decided: 2013-08-10}
  - {date: 2013-11-01, timescale: March 2014, reason: "b", decided: 2013-12-01}
  - {date: 2014-02-01, timescale: September 2014, reason: "c"}
"""


@pytest.mark.parametrize(
    ("as_at", "due", "slippage", "position", "late"),
    [
        ("2013-07-31", date(2013, 9, 30), 0, "within date", 0),
        ("2013-08-05", date(2013, 9, 30), 0, "due soon", 0),
        ("2013-08-10", date(2013, 12, 31), 92, "within date", 0),
        ("2013-12-01", date(2014, 3, 31), 182, "within date", 0),
        ("2014-04-01", date(2014, 3, 31), 182, "overdue", 1),
    ],
)
def test_a_change_counts_from_the_day_it_was_decided(
    judge: Judge, as_at: str, due: date, slippage: int, position: str, late: int
) -> None:
    state = judge(MOVED, as_at)
    assert (state.first_due, state.due) == (date(2013, 9, 30), due)
    assert (state.slippage_days, state.position, state.days_late) == (slippage, position, late)


def test_moves_say_from_which_date_to_which(judge: Judge) -> None:
    state = judge(MOVED, "2014-04-01")
    assert [(move.old, move.new, move.days, move.agreed, move.proposed) for move in state.moves] == [
        (date(2013, 9, 30), date(2013, 12, 31), 92, True, False),
        (date(2013, 12, 31), date(2014, 3, 31), 90, True, False),
        (date(2014, 3, 31), date(2014, 9, 30), 183, False, True),
    ]
    assert sum(move.agreed for move in state.moves) == 2


def test_a_refused_change_moves_nothing(judge: Judge) -> None:
    yaml = """\
timescale: September 2013
date_changes:
  - {date: 2013-08-01, timescale: December 2013, reason: "a", decided: 2013-08-10, refused: true}
"""
    state = judge(yaml, "2013-10-01")
    assert (state.due, state.position, state.moves[0].agreed, state.moves[0].proposed) == (
        date(2013, 9, 30),
        "overdue",
        False,
        False,
    )


def test_due_stands_in_where_the_wording_gives_no_date(judge: Judge) -> None:
    assert judge("timescale: the twelfth of never\ndue: 2013-12-24\n", "2013-06-30").due == date(2013, 12, 24)


def test_milestones_stand_in_where_the_action_has_no_date(judge: Judge) -> None:
    yaml = """\
milestones:
  - {title: "Second", timescale: March 2014}
  - {title: "First", timescale: December 2013}
  - {title: "Third, undated"}
"""
    state = judge(yaml, "2013-06-30")
    assert (state.first_due, state.due, state.position) == (date(2014, 3, 31), date(2014, 3, 31), "within date")


def test_a_moved_milestone_moves_the_action(judge: Judge) -> None:
    yaml = """\
milestones:
  - title: "Only"
    timescale: December 2013
    date_changes:
      - {date: 2013-10-01, timescale: March 2014, reason: "a", decided: 2013-10-02}
"""
    state = judge(yaml, "2014-01-31")
    assert (state.first_due, state.due, state.slippage_days) == (date(2013, 12, 31), date(2014, 3, 31), 90)


def test_without_any_date_there_is_no_position_in_time(judge: Judge) -> None:
    state = judge("lead: City\n", "2020-01-01")
    assert (state.due, state.position, state.slippage_days) == (None, "no date", None)


@pytest.mark.parametrize(
    ("as_at", "rag"), [("2013-09-30", "green"), ("2013-10-01", "amber"), ("2013-10-30", "amber"), ("2013-10-31", "red")]
)
def test_rag_follows_the_days_late(judge: Judge, as_at: str, rag: str) -> None:
    assert judge("timescale: September 2013\n", as_at).rag == rag


@pytest.mark.parametrize(
    ("done", "late"), [("2013-09-15", -15), ("2013-10-10", 10), ("2013-11", 32), ("2013", 0), ("2012", -273)]
)
def test_lateness_of_what_is_achieved_is_counted_to_the_day_it_was_done(judge: Judge, done: str, late: int) -> None:
    yaml = f"timescale: September 2013\ndone: {done}\nprogress:\n  - {{date: 2014-01-31, status: achieved}}\n"
    state = judge(yaml, "2014-02-01")
    assert (state.position, state.days_late) == ("achieved", late)
