"""The six real plans, counted against what their documents hold and linted whole at their natural dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import Owners, read_owners, read_plan
from tests.conftest import ROOT, Run

DATES = {
    "west-kent-2010": "2011-06-30",
    "worcestershire-2007": "2011-03-31",
    "worcestershire-2012": "2013-03-31",
    "oxford-2013": "2014-03-31",
    "oxfordshire-2021": "2024-03-31",
    "worcester-2023": "2023-12-31",
}
NAMES = list(DATES)


@cache
def state(name: str) -> PlanState:
    document = read((ROOT / "plans" / f"{name}.yaml").read_bytes(), f"plans/{name}.yaml")
    shared = read_owners(read((ROOT / "plans" / "owners.yaml").read_bytes(), "plans/owners.yaml"))
    plan = read_plan(document)
    return assess(plan, Owners(shared, plan.owners), date.fromisoformat(DATES[name]))


PER_GOAL = {
    "west-kent-2010": "5 3 2 1 1 1 2 4 1 2 2 1 2 2 2 2",
    "worcestershire-2012": "3 11 3 5 8 16 5 3 4 2 3 3 3 5 3 5 3",
    "oxford-2013": "3 4 1 2 6 4 2 2 4 1 2 3 2 2 3 1 5 3 1 3 4 4 4",
    "oxfordshire-2021": "1 1 1 1 1 2 2 1 2 2 1 1 3 1 1 1 1 3 2 3 1 2 2 3 1 10 3 1 3",
}


@pytest.mark.parametrize(("name", "expected"), PER_GOAL.items())
def test_actions_per_goal(name: str, expected: str) -> None:
    counts = [len(goal.actions) for goal in state(name).plan.goals]
    assert " ".join(map(str, counts)) == expected


def test_actions_per_theme_where_there_are_no_goals() -> None:
    themes = {theme.id: len(theme.actions) for theme in state("worcester-2023").plan.themes}
    assert themes == {"RS": 12, "SUP": 7, "TA": 4, "SD": 10, "PRE": 11, "PAR": 6, "SUPP": 5}
    assert [len(theme.actions) for theme in state("oxford-2013").plan.themes][-1] == 8
    phases = Counter(action.phase for action in state("worcestershire-2007").plan.actions)
    assert sorted(phases.values()) == [3, 4, 8, 14]


def counts(name: str) -> dict[str, int]:
    found = state(name)
    plan = found.plan
    kinds = Counter(each.timescale.kind for each in found.actions)
    named = {owner for action in plan.actions for owner in (*action.lead, *action.partners, *action.each)}
    return {
        "actions": len(plan.actions),
        "owners": len(named),
        "no lead": sum(not action.lead and not action.each for action in plan.actions),
        "dated": sum(each.first_due is not None for each in found.actions),
        "undated": sum(each.first_due is None for each in found.actions),
        "recurring": kinds["recurring"],
        "ongoing": kinds["ongoing"],
        "carried over": sum(each.position == "carried over" for each in found.actions),
        "indicators": len(plan.indicators),
        "governance": len(plan.governance),
    }


COUNTS = {
    "west-kent-2010": {
        "actions": 33,
        "owners": 10,
        "no lead": 20,
        "dated": 20,
        "undated": 13,
        "recurring": 7,
        "ongoing": 2,
        "carried over": 1,
        "indicators": 7,
        "governance": 3,
    },
    "worcestershire-2007": {
        "actions": 29,
        "owners": 45,
        "no lead": 0,
        "dated": 28,
        "undated": 1,
        "recurring": 0,
        "ongoing": 0,
        "carried over": 16,
        "indicators": 2,
        "governance": 1,
    },
    "worcestershire-2012": {
        "actions": 85,
        "owners": 27,
        "no lead": 12,
        "dated": 65,
        "undated": 20,
        "recurring": 0,
        "ongoing": 8,
        "carried over": 0,
        "indicators": 9,
        "governance": 3,
    },
    "oxford-2013": {
        "actions": 74,
        "owners": 24,
        "no lead": 1,
        "dated": 53,
        "undated": 21,
        "recurring": 1,
        "ongoing": 11,
        "carried over": 0,
        "indicators": 7,
        "governance": 6,
    },
    "oxfordshire-2021": {
        "actions": 57,
        "owners": 15,
        "no lead": 0,
        "dated": 3,
        "undated": 54,
        "recurring": 0,
        "ongoing": 0,
        "carried over": 0,
        "indicators": 1,
        "governance": 2,
    },
    "worcester-2023": {
        "actions": 55,
        "owners": 21,
        "no lead": 0,
        "dated": 55,
        "undated": 0,
        "recurring": 0,
        "ongoing": 0,
        "carried over": 0,
        "indicators": 1,
        "governance": 0,
    },
}
"""As read from the documents: `owners` are those that the actions name, `dated` those with a first due date."""


@pytest.mark.parametrize("name", NAMES)
def test_counts(name: str) -> None:
    assert counts(name) == COUNTS[name]


def test_there_are_333_actions() -> None:
    assert sum(len(state(name).plan.actions) for name in NAMES) == 333


@pytest.mark.parametrize("name", NAMES)
def test_every_owner_resolves(name: str) -> None:
    found = state(name)
    for action in found.plan.actions:
        for owner in (*action.lead, *action.partners, *action.each):
            assert found.owners.get(owner) is not None, owner


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_short_and_differ(name: str) -> None:
    titles = [action.title for action in state(name).plan.actions]
    assert max(map(len, titles)) <= 100
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", NAMES)
def test_every_action_says_where_it_stands_in_its_document(name: str) -> None:
    assert all(action.source for action in state(name).plan.actions)


def test_lineage_of_worcestershire() -> None:
    successors = {action.id for action in state("worcestershire-2012").plan.actions}
    ended = [each for each in state("worcestershire-2007").actions if each.position == "carried over"]
    assert len(ended) == 16
    assert [each.action.id for each in ended if not each.carried_to] == ["Y2.4"]
    onward = [each for each in state("worcestershire-2007").actions if each.carried_to]
    assert {each.position for each in onward} == {"carried over", "achieved"}
    assert [each.action.id for each in onward if each.position == "achieved"] == ["Y2.11"]
    for each in onward:
        assert all(target.removeprefix("worcestershire-2012/") in successors for target in each.carried_to)


@pytest.mark.parametrize("name", NAMES)
def test_lint_at_its_natural_date(hsplan: Run, golden: Callable[[str, str], None], name: str) -> None:
    arguments = ["--as-at", DATES[name], "--format", "concise", "--show-accepted"]
    result = hsplan("lint", f"plans/{name}.yaml", *arguments)
    assert result.code == 0
    golden(f"lint/{name}.txt", result.out)


@pytest.mark.parametrize("name", ["west-kent-2010", "worcester-2023"])
@pytest.mark.parametrize(("format", "ending"), [("text", "text"), ("json", "json")])
def test_lint_in_other_formats(
    hsplan: Run, golden: Callable[[str, str], None], name: str, format: str, ending: str
) -> None:
    result = hsplan("lint", f"plans/{name}.yaml", "--as-at", DATES[name], "--format", format)
    assert result.code == 0
    golden(f"lint/{name}.{ending}", result.out)


def test_the_examples_that_proved_the_format_are_right(hsplan: Run) -> None:
    for path in sorted((ROOT / "tests" / "examples" / "format").glob("*.yaml")):
        result = hsplan("lint", str(path), "--format", "concise", "--ignore", "into-dangling")
        assert result.code == 0, result.out
