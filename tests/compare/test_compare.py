"""What one edit comes to, and what holds of any."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.compare import KINDS, LEVELS, Change, compare_plans
from hsplan.document import read
from hsplan.plan import Owners, read_plan
from tests.compare.cases import CASES, edited
from tests.compare.plans import PLAN, compared, plan, replaced, told
from tests.conftest import ROOT

ANY = frozenset(KINDS)
MIRRORS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kinds, words in {
        "removed ended-and-removed": "added",
        "added": "removed ended-and-removed",
        "first-date-rewritten": "first-date-rewritten",
        "date-taken-away": "date-given",
        "date-given": "date-taken-away date-change-deleted date-change-edited",
        "date-later date-earlier date-confirmed milestone-later milestone-earlier": "date-change-deleted "
        "date-change-edited",
        "date-change-deleted": "date-later date-earlier date-confirmed date-given refused milestone-later "
        "milestone-earlier",
        "date-change-edited": "date-change-edited date-later date-earlier date-confirmed date-given refused",
        "date-proposed": "proposal-taken-back date-proposed",
        "ending-proposed": "proposal-taken-back",
        "proposal-taken-back": "date-proposed ending-proposed",
        "refused": "date-change-deleted date-change-edited",
        "achieved started deferred withdrawn progress-added reopened": "progress-deleted progress-edited",
        "progress-deleted": "achieved started withdrawn deferred progress-added reopened",
        "progress-edited": "progress-edited details-changed withdrawn refused",
        "done-given": "done-edited",
        "done-edited": "done-edited done-given achieved",
        "milestone-removed": "milestone-added",
        "milestone-added": "milestone-removed",
        "milestone-done": "milestone-reopened details-changed",
        "milestone-reopened": "milestone-done",
        "milestone-rewritten": "milestone-rewritten",
        "target-weakened": "target-strengthened",
        "target-strengthened": "target-weakened",
        "figure-edited": "figure-edited figure-added",
        "figure-added": "figure-edited figure-deleted",
        "figure-deleted": "figure-added",
        "baseline-changed": "baseline-changed",
        "group-added": "group-removed",
        "group-removed": "group-added",
        "meeting-added": "details-changed",
        "finding-accepted": "details-changed finding-accepted",
        "details-changed": "details-changed meeting-added finding-accepted milestone-done progress-edited",
        "plan-closed": "plan-reopened",
        "plan-reopened": "plan-closed",
    }.items()
    for kind in kinds.split()
}
"""What a change becomes when the sides are swapped; a kind that is not here stays what it is."""


def test_every_kind_of_edit_is_told_both_ways(golden: Callable[[str, str], None]) -> None:
    lines = []
    for name in CASES:
        new = edited(name)
        lines += [f"== {name}", *told(PLAN, new), "-- and back", *told(new, PLAN), ""]
    golden("diff/kinds.txt", "\n".join(lines))


@pytest.mark.parametrize("name", CASES)
def test_one_edit_has_one_cause(name: str) -> None:
    found = compared(PLAN, edited(name))
    several = {"removed after it ended": 2, "goal moved": 2, "action moved": 2, "nothing": 0}
    assert len(found) == several.get(name, 1), [each.sentence for each in found]


EDITS = st.lists(st.sampled_from([name for name in CASES if name != "removed after it ended"]), max_size=6, unique=True)


def texts(names: list[str]) -> str:
    """The example after those of the edits that can be made one after the other."""
    text = PLAN
    for name in names:
        with suppress(AssertionError):  # its place is gone, or two edits made one file that nobody can read
            text, _ = edited(name, text), plan(edited(name, text))
    return text


@given(EDITS)
def test_a_plan_does_not_differ_from_itself(names: list[str]) -> None:
    text = texts(names)
    assert compared(text, text) == []


@given(EDITS, EDITS)
def test_swapped_sides_mirror_the_changes(one: list[str], other: list[str]) -> None:
    old, new = texts(one), texts(other)
    for here, there in ((old, new), (new, old)):
        forward, back = compared(here, there), compared(there, here)
        renamed = {each.id: each.old.value for each in forward if each.kind == "renumbered" and each.old}
        mirrored = {(each.subject, each.id, each.kind) for each in back}
        for change in forward:
            name = renamed.get(change.id, change.id)
            wanted = MIRRORS.get(change.kind, frozenset({change.kind}))
            assert any((change.subject, name, kind) in mirrored for kind in wanted), (change, back)


@given(EDITS, EDITS)
def test_fingerprints_tell_changes_apart_and_do_not_know_lines(one: list[str], other: list[str]) -> None:
    old, new = texts(one), texts(other)
    found = [each.fingerprint for each in compared(old, new)]
    assert len(set(found)) == len(found)
    assert [each.fingerprint for each in compared("# moved\n\n" + old, "# down\n" * 9 + new)] == found


@given(st.data())
def test_layout_and_comments_change_nothing(data: st.DataObject) -> None:
    lines = PLAN.splitlines()
    for index in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=8)):
        lines[index] = data.draw(st.sampled_from(["\n", "# a comment\n", ""])) + lines[index]
    text = "\n".join(lines) + "\n"
    assert compared(PLAN, text) == []
    assert compared(PLAN, text.replace("\n", "\r\n")) == []
    assert compared(PLAN, text.replace('"', "'")) == []


def test_the_same_change_has_the_same_fingerprint_over_a_longer_stretch() -> None:
    first = edited("date change agreed")
    second = edited("outcome", first)
    step = compared(PLAN, first)
    whole = compared(PLAN, second)
    assert {each.fingerprint for each in step} < {each.fingerprint for each in whole}


def test_a_list_numbered_anew_is_not_a_list_of_new_titles() -> None:
    old = "\n".join(f'  "{n}": {{title: "Action {word} for the district"}}' for n, word in enumerate(WORDS))
    new = "\n".join(f'  "{n + 1}": {{title: "Action {word} for the district"}}' for n, word in enumerate(WORDS))
    head = "hsplan: 1\nid: a\ntitle: t\nadopted: 2013-01-01\nactions:\n"
    found = compared(head + old + "\n", head + '  "0": {title: "Brand new thing to begin with"}\n' + new + "\n")
    assert sorted(each.kind for each in found) == ["added"] + ["renumbered"] * len(WORDS)


WORDS = ["homelessness", "mediation", "hostels", "landlords", "mortgages"]


def test_a_split_or_renumbered_action_is_matched_by_what_the_plan_says() -> None:
    new = replaced("          A1.2:\n", "          A3.1:\n", PLAN)
    new = replaced('"Train the advice staff in mediation"', '"Something with quite another title"', new)
    new = replaced(
        "            timescale: December 2014",
        "            timescale: December 2014\n            carried_from: [example-2013/A1.2]",
        new,
    )
    assert [each.text for each in compared(PLAN, new) if each.kind == "renumbered"] == ["renumbered A1.2 to A3.1"]


def test_an_unadopted_plan_has_promised_nothing() -> None:
    draft = replaced("adopted: 2013-04-01\n", "", PLAN)
    found = compared(draft, edited("timescale rewritten", draft))
    assert [(each.kind, each.level) for each in found] == [("first-date-rewritten", "editorial")]


def test_internal_words_are_never_told() -> None:
    new = replaced('"The officer is about to leave"', '"The officer was dismissed"', PLAN)
    (change,) = compared(PLAN, new)
    assert "officer" not in repr(change._replace(old=None, new=None)).lower()
    assert change.old is not None
    assert change.old.value == ""


def test_a_plan_and_the_one_after_it() -> None:
    found = []
    for name in ("worcestershire-2007", "worcestershire-2012"):
        path = ROOT / "plans" / f"{name}.yaml"
        found.append(read_plan(read(path.read_bytes(), path.name)))
    changes = compare_plans(found[0], found[1], (Owners({}, found[0].owners), Owners({}, found[1].owners)))
    kinds = [each.kind for each in changes]
    found_kinds = {kind: kinds.count(kind) for kind in ("removed", "date-later", "date-taken-away", "added")}
    assert found_kinds == {"removed": 2, "date-later": 12, "date-taken-away": 1, "added": 72}


def test_changes_stand_where_they_are_in_both_files() -> None:
    new = "# a comment\n" + edited("target weakened")
    (change,) = compared(PLAN, new)
    line = next(number for number, text in enumerate(PLAN.splitlines(), 1) if "targets:" in text)
    assert (change.old, change.new) == (
        ("plans/example-2013.yaml", line, "100 per year for 2013/14"),
        ("plans/example-2013.yaml", line + 1, "110 per year for 2013/14"),
    )


def test_every_kind_has_a_level() -> None:
    assert set(KINDS.values()) == set(LEVELS)
    assert set(MIRRORS) <= ANY


DAYS = {
    (
        "2013-06-30",
        "2013-07-30",
    ): "the progress of 30 June 2013 was edited after the fact: its date became 30 July 2013.",
    ("2013-06-30", "2013-06-31"): (
        'the progress of 30 June 2013 was edited after the fact: its date became "2013-06-31", so that '
        "its status goes from in progress to not reported."
    ),
    ("2013-06-31", "2013-06-30"): (
        'the progress dated "2013-06-31" was edited after the fact: its date became 30 June 2013, so that '
        "its status goes from not reported to in progress."
    ),
}


@pytest.mark.parametrize("days", DAYS)
def test_where_only_the_day_of_an_entry_changed_both_days_are_told(days: tuple[str, str]) -> None:
    sides = [replaced("date: 2013-06-30", f"date: {day}") for day in days]
    found = [each.text for each in compared(sides[0], sides[1]) if each.kind == "progress-edited"]
    assert [text.rstrip(".") + "." for text in found] == [DAYS[days]]


@pytest.mark.parametrize(("move", "added"), [(0, ""), (1, ""), (2, ". Second move"), (11, ". 11th move")])
def test_the_number_of_a_move_stands_beside_what_happened(move: int, added: str) -> None:
    happened = "slipped 2 months, May 2014 to July 2014; Staff left. Office move"
    change = Change("date-later", "slipped", "p", "action", "1", "T", happened, None, None, "0" * 12, move)
    assert (change.happened, change.text) == (happened, happened + added)
