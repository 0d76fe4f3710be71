"""What a public page tells of an action's history: what happened, without the words that the plan had then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from hsplan.compare import Change
from hsplan.report.setting import Audience
from hsplan.report.told import happened
from tests.compare.cases import CASES, edited
from tests.compare.plans import PLAN, compared

FREE = (
    "landlords", "arrears", "protocol", "trainer", "Board", "officer", "Officer", "draft", "Draft", "First", "Nearly",
    "signed", "tbc", "Ongoing", "mediation", "document", "risk", "internal", "note", "fire", "£", "place",
)  # fmt: skip
"""Words that only the example plan has, in its titles, notes, reasons, decisions and timescales."""


class Event(NamedTuple):
    commit: str
    date: date | None
    change: Change


def told(change: Change, audience: Audience) -> list[str]:
    event = Event("0123456789abcdef", date(2026, 3, 5), change)
    return [text for each in happened([event], "example-2013", change.action, audience) for text in each.texts]


@pytest.mark.parametrize("name", CASES)
def test_the_public_reads_no_words_of_the_plan(name: str) -> None:
    for change in compared(PLAN, edited(name)):
        if change.action:
            for text in told(change, "public"):
                assert not [word for word in FREE if word in text], text
                assert text.endswith(".")
                assert not text.endswith((" to.", " was.", " the milestone.", " timescale."))
            full = told(change, "internal")
            assert len(full) == 1
            assert full[0].casefold().startswith(change.text[:20].casefold())


def test_every_kind_as_the_public_reads_it(golden: Callable[[str, str], None]) -> None:
    lines = [
        f"{name} ({change.kind}): {' '.join(told(change, 'public')) or '-'}"
        for name in CASES
        for change in compared(PLAN, edited(name))
        if change.action
    ]
    golden("history/public.txt", "\n".join(lines) + "\n")


def test_the_newest_commit_first_and_each_once() -> None:
    changes = [change for name in ("lead", "partners") for change in compared(PLAN, edited(name)) if change.action]
    days = (date(2026, 3, 5), date(2026, 3, 6), None)
    events = [Event(commit, day, each) for commit, day in zip("ab", days, strict=False) for each in changes]
    found = happened([*events, Event("", None, changes[0])], "example-2013", "A1.1", "public")
    assert [(each.day, each.commit) for each in found] == [
        ("Not committed yet", ""),
        ("6 March 2026", "b"),
        ("5 March 2026", "a"),
    ]
    assert found[1].texts == ("The lead goes from City to County.", "The partners changed.")
