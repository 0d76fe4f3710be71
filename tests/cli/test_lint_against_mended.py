"""A fault that was committed and is put right later: mending it alters nothing that was promised or reported."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.test_lint_against_slips import ACTION, DONE, SLIPS, gained, made
from tests.compare.plans import PLAN, replaced

__all__ = ["gained", "made"]

Gained = Callable[[str, str], list[str]]
ENTRY = '{date: 2013-06-30, status: in progress, note: "First draft out"}'
BARE = "{date: 2013-06-30, status: in progress}"
STEP = 'title: "Landlords signed up", timescale: August 2013, done: 2013-08'

MENDED: dict[str, tuple[str, str, str]] = {
    "a status misspelt": (ENTRY, ENTRY.replace("in progress", "acheived"), ENTRY.replace("in progress", "achieved")),
    "the key of a status misspelt": (ENTRY, ENTRY.replace("status", "staus"), ENTRY),
    "a status with two meanings, going on": (ENTRY, ENTRY.replace("in progress", "ongoing"), ENTRY),
    "a status with two meanings, routine": (
        ENTRY,
        ENTRY.replace("in progress", "ongoing"),
        ENTRY.replace("in progress", "now routine"),
    ),
    "a day that no calendar has": (ENTRY, ENTRY.replace("06-30", "06-31"), ENTRY),
    "a day that no calendar has, without a note": (ENTRY, BARE.replace("06-30", "06-31"), BARE),
    "the key of a decision misspelt": ("decision:", "decison:", "decision:"),
    "an entry of a year to come": (ENTRY, ENTRY.replace("2013-", "2062-"), ENTRY),
    "an entry of a year to come, without a note": (ENTRY, BARE.replace("2013-", "2062-"), BARE),
    "an entry of a year long past": (ENTRY, ENTRY.replace("2013-", "2003-"), ENTRY),
    "decided in a year to come": ("decided: 2013-08-20", "decided: 2052-08-20", "decided: 2013-08-20"),
    "not decided yet after all": (
        "\n                decided: 2013-08-20",
        "\n                decided: 2052-08-20",
        "",
    ),
    "decided before it was put forward": ("decided: 2013-08-20", "decided: 2013-07-20", "decided: 2013-08-20"),
    "a milestone done in a year to come": (STEP, STEP.replace("done: 2013", "done: 2052"), STEP),
    "an action done in a year to come": (
        "timescale: Ongoing",
        "timescale: Ongoing\n            done: 2052-02-20",
        "timescale: Ongoing\n            done: 2014-02-20",
    ),
    "a timescale misspelt": ("timescale: By Sept 2013", "timescale: By Setember 20133", "timescale: By Sept 2013"),
    "a timescale that says that the date was moved": (
        "timescale: By Sept 2013",
        "timescale: October 2013 (revised from Sept 2013)",
        "timescale: By Sept 2013",
    ),
    "a milestone's timescale misspelt": ("timescale: August 2013", "timescale: Agust 20133", "timescale: August 2013"),
    "two entries, each with its fault": (
        ENTRY,
        BARE.replace("2013-", "2062-") + "\n              - " + ENTRY.replace("in progress", "acheived"),
        BARE + "\n              - " + ENTRY.replace("in progress", "achieved"),
    ),
}

TOLD: dict[str, tuple[str, str, str, list[str]]] = {
    "another key beside the fault": (
        ENTRY,
        ENTRY.replace("2013-", "2062-"),
        ENTRY.replace("in progress", "achieved"),
        ["HS856 A1.1"],
    ),
    "another key, and the fault left": (
        ENTRY,
        ENTRY.replace("2013-", "2062-"),
        ENTRY.replace("2013-", "2062-").replace("in progress", "achieved"),
        ["HS856 A1.1"],
    ),
    "a word that the misspelt one is not": (
        ENTRY,
        ENTRY.replace("in progress", "acheived"),
        ENTRY.replace("in progress", "withdrawn"),
        ["HS856 A1.1"],
    ),
    "another word under the key put right": (
        ENTRY,
        ENTRY.replace("in progress", "not started"),
        ENTRY,
        ["HS856 A1.1"],
    ),
    "an entry with a fault deleted": (
        f"            progress:\n              - {ENTRY}\n",
        f"            progress:\n              - {ENTRY.replace('2013-', '2062-')}\n",
        "",
        ["HS856 A1.1"],
    ),
    "an action with a faulty id deleted": (ACTION, ACTION.replace("A1.2", "A1\u20132"), "", ["HS850 A1\u20132"]),
    "two entries made one": (
        ENTRY,
        BARE.replace("2013-", "2062-") + "\n              - " + BARE.replace("2013-", "2063-"),
        BARE,
        ["HS856 A1.1"],
    ),
    "another date than the misspelt one": (
        "timescale: By Sept 2013",
        "timescale: By Setember 2013",
        "timescale: By March 2014",
        ["HS853 A1.1"],
    ),
    "another decision with the date mended": (
        'decision: "Board, item 4"\n                decided: 2013-08-20',
        'decision: "Board, item 4"\n                decided: 2052-08-20',
        'decision: "Nobody"\n                decided: 2013-08-20',
        ["HS855 A1.1"],
    ),
}

FUTURE: dict[str, tuple[str, str, str]] = {
    "decided": ("decided: 2013-08-20", "decided: 2052-08-20", "HS328"),
    "the date of an entry": (ENTRY, ENTRY.replace("2013-", "2205-"), "HS410"),
    "the date of an entry without a note": (BARE, BARE.replace("2013-", "2205-"), "HS410"),
    "a milestone done": ("done: 2013-08}", "done: 2052-08}", "HS419"),
    "an action done": ("done: 2014-03-31", "done: 2054-03-31", "HS419"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_mending_a_slip_that_was_committed_takes_nothing_back(gained: Gained, name: str) -> None:
    after, new, old, _ = SLIPS[name]
    read_before = {"a reporter misspelt": ["HS856 A1.1"], "timescale twice": ["HS853 A1.1"]}
    assert gained(replaced(new, old, after), after) == read_before.get(name, [])


@pytest.mark.parametrize("name", MENDED)
def test_what_was_faulty_may_be_corrected(gained: Gained, name: str) -> None:
    right, before, after = MENDED[name]
    assert gained(replaced(right, before), replaced(right, after)) == []


@pytest.mark.parametrize("name", TOLD)
def test_a_fault_excuses_nothing_but_its_mending(gained: Gained, name: str) -> None:
    right, before, after, expected = TOLD[name]
    assert gained(replaced(right, before), replaced(right, after)) == expected


@pytest.mark.parametrize("name", FUTURE)
def test_a_year_to_come_is_one_finding_and_fails_the_run(gained: Gained, name: str) -> None:
    old, new, rule = FUTURE[name]
    before = replaced(ENTRY, BARE, DONE) if "without" in name else DONE
    action = "A2.1" if name == "an action done" else "A1.1"
    assert gained(before, replaced(old, new, before)) == [f"{rule} {action}"]


def test_a_year_to_come_hides_no_other_change(gained: Gained) -> None:
    both = ENTRY.replace("2013-", "2205-").replace("in progress", "achieved")
    assert gained(PLAN, replaced(ENTRY, both)) == ["HS856 A1.1"]
    two = replaced("decided: 2013-08-20", "decided: 2052-08-20", replaced(ENTRY, BARE))
    assert gained(PLAN, two) == ["HS328 A1.1", "HS857 A1.1"]
