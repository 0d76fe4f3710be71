"""The key `due:` beside a timescale, and what a new action is told to be due."""

from __future__ import annotations

import pytest

from tests.compare.plans import PLAN, replaced, told

DATED = "            timescale: December 2014\n"
TIMELESS = "            timescale: Ongoing\n"
STEP = "timescale: June 2013}"
TRAIN = "A1.2 Train the advice staff in mediation: "
OPEN = "A2.1 Open a crash pad scheme for young people: "
MILESTONE = 'A1.1 Draw up a protocol on rent arrears: the milestone "Draft sent out": '


def with_due(timescale: str, day: str) -> str:
    """The example with a `due:` after a timescale."""
    if timescale == STEP:
        return replaced(timescale, timescale.replace("}", f", due: {day}}}"))
    return replaced(timescale, f"{timescale}            due: {day}\n")


@pytest.mark.parametrize(
    ("timescale", "sentences"),
    [
        (
            DATED,
            [
                f"editorial details-changed: {TRAIN}due: 1 January 2027 was added; the timescale gives the date",
                f"editorial details-changed: {TRAIN}due: 1 January 2027 became 1 March 2028; the timescale gives "
                "the date",
                f"editorial details-changed: {TRAIN}due: 1 March 2028 was removed; the timescale gives the date",
            ],
        ),
        (
            TIMELESS,
            [
                f"progress date-given: {OPEN}due: 1 January 2027 was added",
                f"weakened first-date-rewritten: {OPEN}due: 1 January 2027 became 1 March 2028, without a date change",
                f"weakened date-taken-away: {OPEN}due: 1 March 2028 was removed",
            ],
        ),
        (
            STEP,
            [
                f"editorial details-changed: {MILESTONE}due: 1 January 2027 was added; the timescale gives the date",
                f"editorial details-changed: {MILESTONE}due: 1 January 2027 became 1 March 2028; the timescale gives "
                "the date",
                f"editorial details-changed: {MILESTONE}due: 1 March 2028 was removed; the timescale gives the date",
            ],
        ),
    ],
    ids=["dated", "timeless", "milestone"],
)
def test_a_due_date_beside_a_timescale_is_named(timescale: str, sentences: list[str]) -> None:
    early, late = with_due(timescale, "2027-01-01"), with_due(timescale, "2028-03-01")
    steps = ((PLAN, early), (early, late), (late, PLAN))
    assert [told(*step) for step in steps] == [[sentence] for sentence in sentences]


def test_both_the_timescale_and_an_idle_due_date_are_told() -> None:
    old = with_due(DATED, "2027-01-01")
    assert told(old, replaced("timescale: December 2014", "timescale: by 31 December 2014")) == [
        f"editorial details-changed: {TRAIN}due: 1 January 2027 was removed; the timescale gives the date",
        f'editorial wording: {TRAIN}the timescale "December 2014" is now written "by 31 December 2014"',
    ]


def test_a_due_date_in_the_place_of_a_timescale_stays_one_change() -> None:
    new = replaced(DATED, "            due: 2014-12-31\n")
    text = f'editorial wording: {TRAIN}the timescale "December 2014" is now written December 2014'
    assert told(PLAN, new) == [text]


def test_a_new_action_is_due_when_its_agreed_changes_say() -> None:
    start, end = PLAN.index("          A1.1:"), PLAN.index("          A1.2:")
    without = PLAN[:start] + PLAN[end:]
    what = "progress added: A1.1 Draw up a protocol on rent arrears: new, led by City, due September 2013"
    assert told(without, PLAN) == [f"{what}, moved to March 2014"]
    proposed = replaced("                decided: 2013-08-20\n", "")
    assert told(without, proposed) == [f"{what}"]
