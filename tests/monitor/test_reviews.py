"""The next progress review, and who has sent in returns."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.monitor.reviews import Returned, cycle_days, cycle_of, returns, reviews
from hsplan.plan import Owners, Period, read_plan

PLAN = b"""\
hsplan: 1
id: example-2013
title: "An example"
organisations: [City, County, Town]
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
governance:
  Board: {reviews: quarterly}
  Panel: {reviews: "As per work programme"}
  Cabinet: {reviews: yearly}
meetings:
  - {date: 2013-06-10, body: Board, minutes: B/1}
  - {date: 2013-12-01, body: Cabinet}
returns:
  - {for: Q2 2013/14, by: City, date: 2013-10-08, signed_off: true}
  - {for: Q1 2013/14, by: County, date: 2013-07-08}
owners:
  Board: {kind: board}
  Panel: {kind: board}
  Cabinet: {kind: board}
  City: {kind: organisation}
  County: {kind: organisation}
  Town: {kind: organisation}
  City Team: {kind: team, part_of: City}
actions:
  "1": {title: "A", lead: City Team, timescale: 2014, progress: [{date: 2013-09-20, status: in progress}]}
  "2": {title: "B", lead: City Team, timescale: 2014,
        progress: [{date: 2013-11-05, for: Q2 2013/14, status: in progress}]}
  "3": {title: "C", lead: County, timescale: 2014, progress: [{date: 2013-06-20, status: in progress}]}
  "4": {title: "D", each: [City, County], timescale: 2014,
        progress: [{date: 2013-09-20, by: City, status: in progress}]}
  "5": {title: "E", lead: County, timescale: 2014, progress: [{date: 2013-05-20, status: achieved}]}
"""


def state(as_at: str) -> PlanState:
    document = read(PLAN, "example-2013.yaml")
    assert document.findings == ()
    plan = read_plan(document)
    return assess(plan, Owners({}, plan.owners), date.fromisoformat(as_at))


@pytest.mark.parametrize(
    ("as_at", "board", "missed"),
    [
        ("2013-05-01", date(2013, 6, 10), False),
        ("2013-06-10", date(2013, 9, 10), False),
        ("2013-09-11", date(2013, 9, 10), True),
    ],
)
def test_the_next_review(as_at: str, board: date, missed: bool) -> None:
    found = {each.body: each for each in reviews(state(as_at))}
    assert (found["Board"].due, found["Board"].overdue) == (board, missed)
    assert found["Panel"].due is None
    assert found["Cabinet"].due == date(2013, 12, 1)


@pytest.mark.parametrize(
    ("wording", "days"),
    [
        ("quarterly", 92),
        ("annual", 366),
        ("Annually", 366),
        ("every year", 366),
        ("every two years", 732),
        ("twice a year", 184),
        ("half-yearly", 184),
        ("every three months", 92),
        ("bi-monthly", 62),
        ("every 6 weeks", 42),
        ("fortnightly", 14),
        ("annually in March", None),
        ("every 999999 weeks", None),
        ("6 monthly appraisals and regular one to one meetings", None),
        ("as per work programme", None),
        ("by March 2014", None),
        ("", None),
    ],
)
def test_a_cycle_in_a_bodys_own_words(wording: str, days: int | None) -> None:
    assert cycle_days(wording) == days


@pytest.mark.parametrize(
    ("spoken", "word"),
    [
        *[(each, "yearly") for each in ("annual", "annually", "every year")],
        *[(each, "six-monthly") for each in ("twice a year", "6 monthly", "6-monthly", "every six months")],
        ("every quarter", "quarterly"),
        ("every month", "monthly"),
    ],
)
def test_a_spoken_rhythm_is_that_of_its_key_word(spoken: str, word: str) -> None:
    assert cycle_of(spoken) == cycle_of(word) is not None


@pytest.mark.parametrize(
    ("wording", "since", "due"),
    [
        ("quarterly", date(2013, 4, 1), date(2013, 7, 1)),
        ("quarterly", date(2013, 9, 1), date(2013, 12, 1)),
        ("six-monthly", date(2013, 12, 9), date(2014, 6, 9)),
        ("annual", date(2013, 4, 1), date(2014, 4, 1)),
        ("yearly", date(2012, 2, 29), date(2013, 2, 28)),
        ("monthly", date(2013, 1, 31), date(2013, 2, 28)),
        ("every two months", date(2013, 1, 15), date(2013, 3, 15)),
        ("every 6 weeks", date(2013, 4, 1), date(2013, 5, 13)),
    ],
)
def test_a_review_is_due_on_the_same_day_of_the_month(wording: str, since: date, due: date) -> None:
    cycle = cycle_of(wording)
    assert cycle is not None
    assert cycle.after(since) == due
    assert cycle.after(date.max) == date.max


def test_missed_reviews_are_counted_by_their_days() -> None:
    missed = [(each, reviews(state(each))[0].missed) for each in ("2013-09-10", "2013-12-10", "2013-12-11")]
    assert missed == [("2013-09-10", 0), ("2013-12-10", 1), ("2013-12-11", 2)]


PERIOD = Period(date(2013, 7, 1), date(2013, 9, 30))


def test_returns_by_organisation() -> None:
    assert returns(state("2013-11-30"), "Q2 2013/14", PERIOD, by="organisation") == [
        Returned("City", 3, 3, date(2013, 10, 8), True),
        Returned("County", 2, 0, None, False),
        Returned("Town", 0, 0, None, False),
    ]


def test_returns_by_lead() -> None:
    found = returns(state("2013-11-30"), "Q2 2013/14", PERIOD)
    assert [(each.name, each.actions, each.reported) for each in found] == [
        ("City Team", 2, 2),
        ("County", 2, 0),
        ("City", 1, 1),
    ]


def test_what_came_in_later_is_not_there_yet() -> None:
    found = returns(state("2013-10-07"), "Q2 2013/14", PERIOD, by="organisation")
    assert found[0] == Returned("City", 3, 2, None, False)
