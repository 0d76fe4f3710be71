"""`hsplan lint --against`: milestones that were taken out, and those that only seem to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
OWNERS = "owners:\n  City: {kind: organisation}\n"
HEAD = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
actions:
"""
DATED = '{title: "Evaluation published", timescale: December 2017}'
OTHER = '{title: "Landlords signed up", timescale: June 2017}'
UNDATED = '{title: "Funding agreed"}'
DONE = '{title: "Ten tenancies let", timescale: June 2016, done: 2016-06-12}'
GONE = ': the milestone "Evaluation published", due December 2017, was taken out.'


def action(key: str, title: str, *milestones: str, more: str = "") -> str:
    listed = "".join(f"      - {each}\n" for each in milestones)
    steps = f"    milestones:\n{listed}" if listed else ""
    return f'  {key}:\n    title: "{title}"\n    lead: City\n    timescale: March 2018\n{steps}{more}'


def one(*milestones: str, more: str = "") -> str:
    return HEAD + action("A1", "Pilot Housing First", *milestones, more=more)


def ended(status: str) -> str:
    return f'    progress:\n      - {{date: 2014-01-10, status: {status}, decided: 2014-01-10, note: "Minute 4"}}\n'


def with_title(old: str, new: str, milestone: str = DATED) -> str:
    assert old in milestone
    return milestone.replace(old, new)


Found = Callable[[str, str], list[str]]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hsplan: Run) -> Found:
    """What is found of what git remembers, where a plan was committed and is now another."""

    def run(before: str, now: str) -> list[str]:
        made = Made.fresh(tmp_path / "r", monkeypatch)
        made.commit({PATH: before, "plans/owners.yaml": OWNERS})
        made.write(PATH, now)
        lines = ("--select", "HS85", "--format", "concise", "--as-at", "2015-01-01")
        result = hsplan("lint", "--against", "HEAD", *lines, cwd=made.folder)
        return [each.split(": ", 1)[1] for each in result.out.splitlines()[:-1]]

    return run


HELP = " Put it back, with what was decided about it under its date_changes: or in its note:."


def taken_out(text: str) -> list[str]:
    return [f'error HS859 milestone-removed: Action A1 "Pilot Housing First"{text}{HELP}']


@pytest.mark.parametrize("kept", [(), (OTHER,), (DONE,)])
def test_a_milestone_that_is_gone(found: Found, kept: tuple[str, ...]) -> None:
    assert found(one(DATED, *kept), one(*kept)) == taken_out(GONE)


def test_of_two_on_one_line_each_is_told(found: Found) -> None:
    before = one(more=f"    milestones: [{OTHER}, {DATED}]\n")
    gone = ': the milestone "Landlords signed up", due June 2017, was taken out.'
    assert found(before, one()) == [*taken_out(gone), *taken_out(GONE)]


def test_one_without_a_date(found: Found) -> None:
    assert found(one(UNDATED, OTHER), one(OTHER)) == taken_out(': the milestone "Funding agreed" was taken out.')


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ((DATED, OTHER), (OTHER, DATED)),
        ((DATED,), (with_title("published", "publishd"),)),
        ((DATED,), (with_title("Evaluation published", "The independent report is out"),)),
        ((UNDATED, OTHER), (OTHER, with_title("agreed", "agred", UNDATED))),
    ],
)
def test_order_and_titles_take_nothing_out(found: Found, before: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert found(one(*before), one(*now)) == []


def test_a_slip_in_the_title_hides_no_other_date(found: Found) -> None:
    (said,) = found(one(DATED), one('{title: "Evaluation publishd", timescale: March 2018}'))
    assert said.startswith('error HS853 first-timescale-rewritten: Action A1 "Pilot Housing First": the milestone')


def test_another_number_is_no_slip(found: Found) -> None:
    before, now = (one(with_title("Funding agreed", f"Funding of phase {n} agreed", UNDATED)) for n in (1, 2))
    assert found(before, now) == taken_out(': the milestone "Funding of phase 1 agreed" was taken out.')


def test_one_that_moved_to_another_action_or_became_one_still_stands(found: Found) -> None:
    second = action("A2", "Open a day centre")
    assert found(one(DATED) + second, one() + action("A2", "Open a day centre", DATED)) == []
    became = "  A2:\n    title: Evaluation published\n    lead: City\n    timescale: December 2017\n"
    assert found(one(DATED), one() + became) == []


def test_two_alike_of_which_one_is_gone(found: Found) -> None:
    second = action("A2", "Open a day centre", DATED)
    assert found(one(DATED) + second, one() + second) == taken_out(GONE)


@pytest.mark.parametrize("status", ["achieved", "withdrawn"])
def test_an_action_that_had_ended_promised_nothing_any_more(found: Found, status: str) -> None:
    assert found(one(DATED, more=ended(status)), one(more=ended(status))) == []


def test_an_ending_by_decision_covers_its_milestones_and_an_achievement_does_not(found: Found) -> None:
    assert found(one(DATED), one(more=ended("withdrawn"))) == []
    assert found(one(DATED), one(more=ended("achieved"))) == taken_out(GONE)
