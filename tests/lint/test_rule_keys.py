"""Of which actions rules are asked, and what need not be worked out for that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hsplan.lint import Selection, lint
from hsplan.lint.registry import RULES
from hsplan.lint.rule import View
from hsplan.monitor import PlanState, assess
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT
from tests.lint.test_examples import FOLDER

DAY = date(2026, 11, 22)
PLANS = [*sorted((ROOT / "plans").glob("*-*.yaml")), *sorted(FOLDER.glob("*.yaml"))]


def views(path: Path) -> Iterator[View]:
    """A plan as at three dates, before, in and after most plans; none of a file that is no plan."""
    workspace = Workspace.load([str(path)], Config(outside=("elsewhere-2018",)), str(path.parent))
    loaded = workspace.read(str(path))
    if loaded.plan is not None:
        for as_at in (date(2009, 6, 30), date(2014, 6, 30), DAY):
            yield View(loaded.plan, loaded.owners, None, workspace, as_at)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_rule_has_nothing_to_say_of_an_action_without_its_keys(path: Path) -> None:
    for view in views(path):
        for rule in RULES:
            check, asked = rule.action_check, {id(state) for state in view.having(rule.keys)}
            others = [state for state in view.state.actions if id(state) not in asked]
            assert not check or not [found for state in others for found in check(state, view)], rule.code


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_rule_is_asked_of_actions_of_the_plan_each_once(path: Path) -> None:
    for view in views(path):
        every = [id(state) for state in view.state.actions]
        for rule in RULES:
            asked = [id(state) for state in rule.among(view)] if rule.among else []
            assert len({*asked}) == len(asked), rule.code
            assert {*asked} <= {*every}, rule.code


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_rules_that_find_errors_ask_for_no_state(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace.load([str(path)], Config(outside=("elsewhere-2018",)), str(path.parent))
    expected = [each for each in lint(workspace, DAY).findings if each.severity == "error"]

    def assessed(*_: object) -> PlanState:
        raise AssertionError("the plan was assessed")

    monkeypatch.setattr("hsplan.lint.rule.assess", assessed)
    found = lint(workspace, DAY, Selection(errors_only=True)).findings
    assert [each for each in found if each.severity == "error"] == expected


def test_states_are_found_by_the_keys_of_their_actions() -> None:
    path = str(ROOT / "plans" / "west-kent-2010.yaml")
    workspace = Workspace.load([path], Config(), str(ROOT))
    loaded = workspace.read(path)
    assert loaded.plan is not None
    state = assess(loaded.plan, loaded.owners, date(2011, 6, 30))
    view = View(loaded.plan, loaded.owners, state, workspace, state.as_at)
    assert view.having(()) == state.actions
    assert view.having(("each",)) == [each for each in state.actions if each.action.each]
    both = [each for each in state.actions if each.action.each or each.action.milestones]
    assert view.having(("milestones", "each")) == both
    assert 0 < len(both) < len(state.actions)
    assert view.having(("nowhere",)) == []
    assert view.actions_with("milestones", "each") == [each.action for each in both]
    assert view.of({each.action.id for each in both}) == both
    assert view.entries == [(each.action, entry) for each in state.actions for entry in each.action.progress]
