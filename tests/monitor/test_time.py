"""What was true on a day stays true: later entries never change it, proposals never move anything."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.monitor import ActionState, assess
from hsplan.plan import STATUSES, Owners, read_plan

DAYS = st.dates(date(2013, 1, 1), date(2016, 12, 31))
DECISION = st.one_of(st.none(), st.integers(0, 60))
ENTRIES = st.lists(st.tuples(DAYS, st.sampled_from(STATUSES), DECISION), max_size=6)
CHANGES = st.lists(st.tuples(DAYS, DAYS, DECISION), max_size=4)


def judged(
    entries: list[tuple[date, str, int | None]], changes: list[tuple[date, date, int | None]], day: date
) -> ActionState:
    lines = ['hsplan: 1\nadopted: 2013-01-01\nactions:\n  "1":\n    title: x\n    timescale: 30 June 2014']
    if changes:
        lines.append("    date_changes:")
    for put, due, wait in changes:
        decided = f", decided: {put + timedelta(days=wait)}" if wait is not None else ""
        lines.append(f"      - {{date: {put}, timescale: {due}{decided}}}")
    if entries:
        lines.append("    progress:")
    for said, status, wait in entries:
        decided = f", decided: {said + timedelta(days=wait)}" if wait is not None else ""
        lines.append(f"      - {{date: {said}, status: {status}{decided}}}")
    document = read("\n".join(lines).encode(), "x.yaml")
    assert document.findings == ()
    return assess(read_plan(document), Owners({}), day).actions[0]


def seen(state: ActionState) -> tuple[object, ...]:
    return (state.status, state.position, state.days_late, state.first_due, state.due, state.slippage_days, state.rag)


@given(ENTRIES, CHANGES, DAYS)
def test_entries_of_later_days_change_nothing(
    entries: list[tuple[date, str, int | None]], changes: list[tuple[date, date, int | None]], day: date
) -> None:
    early = [entry for entry in entries if entry[0] <= day]
    agreed = [change for change in changes if change[0] <= day]
    assert seen(judged(entries, changes, day)) == seen(judged(early, agreed, day))


@given(ENTRIES, DAYS)
def test_before_every_entry_nothing_is_reported(entries: list[tuple[date, str, int | None]], day: date) -> None:
    late = [(said, status, wait) for said, status, wait in entries if said > day]
    assert judged(late, [], day).status == "not reported"


@given(ENTRIES, CHANGES, st.tuples(DAYS, DAYS), DAYS)
def test_a_proposed_date_change_changes_no_position(
    entries: list[tuple[date, str, int | None]],
    changes: list[tuple[date, date, int | None]],
    proposed: tuple[date, date],
    day: date,
) -> None:
    with_proposal = [*changes, (*proposed, None)]
    assert seen(judged(entries, with_proposal, day)) == seen(judged(entries, changes, day))


@given(CHANGES, DAYS)
def test_the_first_due_date_never_changes(changes: list[tuple[date, date, int | None]], day: date) -> None:
    state = judged([], changes, day)
    assert state.first_due == date(2014, 6, 30)
    assert state.due is not None
    assert state.slippage_days == (state.due - date(2014, 6, 30)).days
