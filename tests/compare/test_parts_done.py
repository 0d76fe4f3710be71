"""What one of several organisations reports of an action that each of them must do."""

from __future__ import annotations

import pytest

from tests.compare.plans import compared, told

HEAD = """
hsplan: 1
id: example-2013
owners:
  Ely: {kind: organisation}
  March: {kind: organisation}
  Wisbech: {kind: organisation}
actions:
  "1":
    title: "A"
    each: [Ely, March, Wisbech]
    timescale: November 2025
    progress:
"""
START = HEAD + "      - {date: 2025-07-01, by: Wisbech, status: not started}\n"


def _after(*entries: str, start: str = START) -> list[str]:
    return told(start, start + "".join(f"      - {{{each}}}\n" for each in entries))


def test_a_part_that_is_done() -> None:
    assert _after('date: 2025-10-02, by: Ely, status: achieved, note: "In use"') == [
        "progress part-done: 1 A: Ely has achieved its part, reported 2 October 2025; In use"
    ]
    assert _after("date: 2025-10-02, by: Ely, status: now routine") == [
        "progress part-done: 1 A: the part of Ely is now routine, reported 2 October 2025"
    ]


def test_no_status_of_another_entry_is_lost() -> None:
    assert _after(
        'date: 2025-10-02, by: Ely, status: achieved, note: "In use"',
        "date: 2025-10-05, by: March, status: in progress",
    ) == [
        "progress part-done: 1 A: Ely has achieved its part, reported 2 October 2025, 2 entries added; "
        "2 October 2025 (Ely): In use; 5 October 2025 (March), in progress"
    ]
    moved = _after("date: 2025-10-02, by: Ely, status: achieved", "date: 2025-10-05, by: March, status: in progress",
                   "date: 2025-10-06, by: Wisbech, status: in progress", start=HEAD)  # fmt: skip
    assert moved == [
        "progress started: 1 A: started, reported 5 October 2025 by March, 3 entries added; "
        "2 October 2025 (Ely), achieved"
    ]


def test_two_parts_are_one_change() -> None:
    assert _after("date: 2025-10-02, by: Ely, status: achieved", "date: 2025-10-05, by: March, status: achieved") == [
        "progress part-done: 1 A: Ely and March have achieved their parts, reported 2 October 2025 and 5 October 2025, "
        "2 entries added"
    ]


def test_a_part_that_is_open_again() -> None:
    start = START + "      - {date: 2025-08-01, by: Ely, status: achieved}\n"
    assert _after("date: 2025-10-02, by: Ely, status: in progress", start=start) == [
        "attention reopened: 1 A: the part of Ely is open again (in progress), reported 2 October 2025"
    ]


def test_a_part_given_up_is_named() -> None:
    assert _after('date: 2025-10-02, by: Ely, status: withdrawn, note: "No use"') == [
        "proposed ending-proposed: 1 A: it is proposed that it be withdrawn for Ely; No use"
    ]
    assert _after("date: 2025-10-02, by: Ely, status: withdrawn, decided: 2025-10-14") == [
        "attention withdrawn: 1 A: the part of Ely is withdrawn, reported 2 October 2025"
    ]
    pending = "      - {date: 2025-10-02, by: Ely, status: withdrawn}\n"
    agreed, refused = (
        START + pending.replace("withdrawn}", f"withdrawn, decided: 2025-10-14{more}}}")
        for more in ("", ", refused: true")
    )
    assert told(START + pending, agreed) == ["attention withdrawn: 1 A: withdrawn for Ely, decided 14 October 2025"]
    assert told(START + pending, refused) == [
        "attention refused: 1 A: the proposal that it be withdrawn for Ely was refused"
    ]


FIGURES = """
hsplan: 1
id: example-2013
adopted: 2013-04-01
indicators:
  ta:
    catalogue: ta-households
    baseline: {period: 2012/13, value: 120}
  spend:
    title: "Spending"
    unit: "£"
    better: lower
    targets: [{period: 2013/14, per: year, value: 12500}]
  share: {title: "Share", unit: "%"}
"""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "    catalogue: ta-households\n",
            "    catalogue: ta-households\n    actuals: [{period: Q1 2013/14, value: 131}]\n",
            "progress figure-added: indicator ta Households in temporary accommodation on the last day of the quarter: "
            "a figure is given, 131 households for Q1 2013/14",
        ),
        (
            "value: 12500",
            "value: 13000.5",
            "weakened target-weakened: indicator spend Spending: the target was £12,500 per year for 2013/14 and is "
            "now £13,000.50 per year for 2013/14",
        ),
        (
            'unit: "%"',
            'unit: "%", baseline: {period: 2012/13, value: 56.5}',
            "progress baseline-given: indicator share Share: a baseline is given, 56.5% for 2012/13",
        ),
        (
            "value: 120}",
            "value: 121}",
            "weakened baseline-changed: indicator ta Households in temporary accommodation on the last day of the "
            "quarter: the baseline 120 households for 2012/13 was changed after the fact to 121 households for 2012/13",
        ),
    ],
)
def test_figures_have_their_units_and_names(old: str, new: str, sentence: str) -> None:
    assert old in FIGURES
    assert told(FIGURES, FIGURES.replace(old, new)) == [sentence]


def test_a_direction_is_the_catalogues_too() -> None:
    old = FIGURES.replace("catalogue: ta-households\n", "catalogue: ta-households\n    targets: [{value: 100}]\n")
    assert [each.kind for each in compared(old, old.replace("value: 100}", "value: 110}"))] == ["target-weakened"]


def test_of_deleted_parts_only_those_that_decided_the_status_say_that_it_moved() -> None:
    start = HEAD + "".join(
        f"      - {{{each}}}\n"
        for each in (
            "date: 2025-07-01, status: achieved",
            "date: 2025-07-02, by: Ely, note: Nearly",
            "date: 2025-07-03, by: March, status: in progress",
            "date: 2025-07-04, by: March, status: achieved",
        )
    )
    gone = start.replace("      - {date: 2025-07-02, by: Ely, note: Nearly}\n", "")
    gone = gone.replace("      - {date: 2025-07-04, by: March, status: achieved}\n", "")
    assert told(start, gone) == [
        'editorial progress-deleted: 1 A: the progress of 2 July 2025 was deleted: "Ely; Nearly"',
        'editorial progress-deleted: 1 A: the progress of 4 July 2025 was deleted: "achieved, March", so that its '
        "status goes from achieved to in progress",
    ]


def test_of_edited_entries_only_those_that_decide_the_status_say_that_it_moved() -> None:
    start = HEAD.replace("    each: [Ely, March, Wisbech]\n", "") + "".join(
        f"      - {{{each}}}\n"
        for each in ('date: 2025-07-01, status: not started, note: "Soon"', "date: 2025-07-04, status: in progress")
    )
    edited = start.replace("Soon", "Never").replace("in progress", "achieved")
    assert told(start, edited) == [
        'editorial progress-edited: 1 A: the progress of 1 July 2025 was edited after the fact: "not started; Soon" '
        'became "not started; Never"',
        'editorial progress-edited: 1 A: the progress of 4 July 2025 was edited after the fact: "in progress" became '
        '"achieved", so that its status goes from in progress to achieved',
    ]
