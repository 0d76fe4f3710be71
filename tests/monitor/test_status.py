"""Status from progress entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.monitor.conftest import Judge


def test_without_an_entry_nothing_is_reported(judge: Judge) -> None:
    state = judge("timescale: September 2013\n", "2013-06-30")
    assert (state.status, state.reported, state.latest) == ("not reported", None, None)


ENTRIES = """\
timescale: September 2013
progress:
  - {date: 2013-05-01, status: not started}
  - {date: 2013-06-01, status: in progress}
  - {date: 2013-07-01, note: "A note that states no status"}
  - {date: 2013-08-01, status: no change}
  - {date: 2013-08-01, status: achieved}
"""


@pytest.mark.parametrize(
    ("as_at", "status", "latest"),
    [
        ("2013-04-30", "not reported", None),
        ("2013-05-01", "not started", "2013-05-01"),
        ("2013-07-15", "in progress", "2013-07-01"),
        ("2013-08-01", "achieved", "2013-08-01"),
    ],
)
def test_the_newest_entry_that_states_one_counts(judge: Judge, as_at: str, status: str, latest: str | None) -> None:
    state = judge(ENTRIES, as_at)
    assert state.status == status
    assert (state.latest.date.isoformat() if state.latest and state.latest.date else None) == latest


@pytest.mark.parametrize("status", ["deferred", "withdrawn", "superseded"])
def test_what_nobody_has_decided_stays_open(judge: Judge, status: str) -> None:
    yaml = f"""\
timescale: September 2013
progress:
  - {{date: 2013-05-01, status: in progress}}
  - {{date: 2013-06-01, status: {status}, decision: "Steering Group"}}
"""
    state = judge(yaml, "2013-10-31")
    assert (state.status, state.position, state.open) == ("in progress", "overdue", True)
    assert [each.entry.status for each in state.proposals] == [status]


def test_a_decision_counts_from_its_day(judge: Judge) -> None:
    yaml = "timescale: September 2013\nprogress:\n  - {date: 2013-05-01, status: withdrawn, decided: 2013-07-01}\n"
    assert judge(yaml, "2013-06-30").status == "not reported"
    assert judge(yaml, "2013-07-01").position == "withdrawn"


def test_a_deferral_without_a_new_date_is_not_overdue(judge: Judge) -> None:
    yaml = "timescale: May 2013\nprogress:\n  - {date: 2013-05-01, status: deferred, decided: 2013-05-02}\n"
    assert judge(yaml, "2013-10-31").position == "deferred"


def test_a_deferral_with_a_new_date_is_late_after_it(judge: Judge) -> None:
    yaml = """\
timescale: May 2013
date_changes:
  - {date: 2013-05-01, timescale: September 2013, reason: "a", decided: 2013-05-02}
progress:
  - {date: 2013-05-01, status: deferred, decided: 2013-05-02}
"""
    assert judge(yaml, "2013-10-31").position == "overdue"


EACH = """\
each: [Both]
timescale: September 2013
progress:
  - {date: 2013-05-01, status: in progress}
  - {date: 2013-06-01, by: City, status: achieved}
"""


def test_each_takes_the_least_advanced(judge: Judge) -> None:
    state = judge(EACH, "2013-06-30")
    assert state.status == "in progress"
    assert [each[:3] for each in state.by_organisation] == [
        ("City", "achieved", "achieved"),
        ("County", "in progress", "within date"),
    ]


def test_each_is_achieved_when_all_are(judge: Judge) -> None:
    state = judge(EACH + "  - {date: 2013-06-15, by: Both, status: achieved}\n", "2013-06-30")
    assert (state.status, state.open) == ("achieved", False)


def test_a_silent_organisation_has_not_reported(judge: Judge) -> None:
    yaml = "each: [City, County]\ntimescale: May 2014\nprogress:\n  - {date: 2013-06-01, by: City, status: achieved}\n"
    state = judge(yaml, "2013-06-30")
    assert state.status == "not reported"
    assert [each[:2] for each in state.by_organisation] == [("City", "achieved"), ("County", "not reported")]


@pytest.mark.parametrize(("as_at", "silent"), [("2013-06-30", False), ("2013-07-03", True), ("2013-10-02", False)])
def test_no_update_is_longer_than_a_cycle(judge: Judge, as_at: str, silent: bool) -> None:
    yaml = "timescale: May 2014\nprogress:\n  - {date: 2013-07-05, status: in progress}\n"
    assert judge(yaml, as_at).no_update is silent


REFUSED_LATER = """\
timescale: September 2013
progress:
  - {date: 2013-05-01, status: in progress}
  - {date: 2013-06-01, status: withdrawn}
  - {date: 2013-06-02, status: deferred}
  - {date: 2013-07-01, status: withdrawn, decided: 2013-07-01, refused: true}
"""


def test_a_later_entry_that_says_it_was_refused_settles_a_proposal(judge: Judge) -> None:
    assert [each.entry.status for each in judge(REFUSED_LATER, "2013-06-01").proposals] == ["withdrawn"]
    assert [each.entry.status for each in judge(REFUSED_LATER, "2013-07-01").proposals] == ["deferred"]
    settled = judge(REFUSED_LATER.replace("status: deferred", "note: none"), "2013-07-01")
    assert (settled.status, settled.proposals) == ("in progress", ())
    again = REFUSED_LATER + "  - {date: 2013-08-01, status: withdrawn}\n"
    assert [str(each.entry.date) for each in judge(again, "2013-08-01").proposals] == ["2013-08-01"]
