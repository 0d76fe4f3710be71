"""What single organisations propose, how they rate it, and how long they have been silent, where each must do it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.monitor.conftest import Judge

EACH = "each: [City, County]\ntimescale: June 2013\nprogress:\n"


def _progress(*entries: str) -> str:
    return EACH + "".join(f"  - {{{entry}}}\n" for entry in entries)


@pytest.mark.parametrize(
    ("entries", "proposed"),
    [
        (("date: 2013-05-01, by: County, status: withdrawn",), [("withdrawn", ("County",))]),
        (("date: 2013-05-01, status: withdrawn",), [("withdrawn", ())]),
        (("date: 2013-05-01, by: Both, status: withdrawn",), [("withdrawn", ("City", "County"))]),
        (
            ("date: 2013-05-02, by: City, status: deferred", "date: 2013-05-01, by: County, status: withdrawn"),
            [("withdrawn", ("County",)), ("deferred", ("City",))],
        ),
        (("date: 2013-05-01, by: County, status: withdrawn, refused: true",), []),
        (("date: 2013-05-01, by: County, status: withdrawn, decided: 2013-06-01",), []),
        (("date: 2013-05-01, by: County, status: withdrawn, decided: 2014-06-01",), [("withdrawn", ("County",))]),
        (("date: 2013-04-30, by: County, status: achieved", "date: 2013-05-01, by: County, status: withdrawn"), []),
        (("date: 2013-04-30, by: City, status: achieved", "date: 2013-05-01, status: withdrawn"), [("withdrawn", ())]),
    ],
)
def test_every_undecided_proposal_of_whoever_has_still_to_do_it(
    judge: Judge, entries: tuple[str, ...], proposed: list[tuple[str, tuple[str, ...]]]
) -> None:
    state = judge(_progress(*entries), "2013-08-01")
    assert [(each.entry.status, each.organisations) for each in state.proposals] == proposed


def test_on_its_own_page_a_proposal_needs_no_name(judge: Judge) -> None:
    state = judge(_progress("date: 2013-05-01, by: County, status: withdrawn"), "2013-08-01")
    assert [each.organisations for each in state.seen_by("County").proposals] == [()]
    assert state.seen_by("City").proposals == ()


@pytest.mark.parametrize(
    ("as_at", "silent", "since"),
    [("2013-07-11", False, None), ("2013-07-12", True, "2013-04-10"), ("2014-01-01", True, "2013-04-10")],
)
def test_one_who_is_silent_is_enough(judge: Judge, as_at: str, silent: bool, since: str | None) -> None:
    said = ("date: 2013-04-10, by: City, status: in progress", "date: 2013-06-20, by: County, status: in progress")
    state = judge(_progress(*said), as_at)
    assert state.no_update is silent
    assert (state.silent_since.isoformat() if state.silent_since else None) == since


def test_whoever_has_done_its_part_may_be_silent(judge: Judge) -> None:
    said = ("date: 2013-04-10, by: City, status: achieved", "date: 2013-06-20, by: County, status: in progress")
    assert not judge(_progress(*said), "2013-08-01").no_update


ENTRIES = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.sampled_from(["City", "County", "Both", ""]),
        st.sampled_from(["in progress", "achieved", "withdrawn", "deferred", "superseded", "no change"]),
        st.sampled_from(["", ", decided: 2013-06-10", ", refused: true"]),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ENTRIES)
def test_what_one_proposes_on_its_own_page_is_proposed_of_the_action(
    judge: Judge, entries: list[tuple[int, str, str, str]]
) -> None:
    said = [
        f"date: 2013-06-{day:02}, {f'by: {by}, ' if by else ''}status: {status}{more}"
        for day, by, status, more in entries
    ]
    state = judge(_progress(*said) if said else EACH.removesuffix("progress:\n"), "2013-08-01")
    whole = {(id(each.entry), name) for each in state.proposals for name in each.organisations or ("City", "County")}
    for who in ("City", "County"):
        own = state.seen_by(who)
        for each in own.proposals if own.open else ():
            assert (id(each.entry), who) in whole
    for each in state.proposals:
        assert any(state.seen_by(name).open for name in each.organisations or ("City", "County"))
