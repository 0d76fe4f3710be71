"""Lint tells of as many overdue actions as every other command counts."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.lint.rule import View
from hsplan.lint.rules.finished import said_done
from hsplan.monitor import assess
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT, Run
from tests.test_plans import NAMES

DAYS = [date(2008, 9, 30), date(2011, 3, 31), date(2013, 12, 31), date(2014, 3, 31), date(2023, 10, 1)]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_every_overdue_action_is_told_whatever_is_accepted(name: str, day: date) -> None:
    path = ROOT / "plans" / f"{name}.yaml"
    workspace = Workspace.load([str(path)], Config(path="x"), str(ROOT))
    (loaded,) = workspace.plans()
    assert loaded.plan is not None
    state = assess(loaded.plan, loaded.owners, day, workspace.config.thresholds)
    view = View(loaded.plan, loaded.owners, state, workspace, day)
    overdue = [each.action.id for each in state.actions if each.position == "overdue" and not said_done(each, view)]
    report = lint(workspace, day, Selection(("HS401",)))
    told = [each.action for each in (*report.findings, *(found for found, _ in report.accepted))]
    assert sorted(told) == sorted(overdue)


@pytest.mark.parametrize("more", [(), ("--ignore", "due-before-plan")])
def test_west_kent_has_sixteen_overdue_in_every_command(hsplan: Run, more: tuple[str, ...]) -> None:
    at = ("plans/west-kent-2010.yaml", "--as-at", "2011-03-31")
    found = json.loads(hsplan("lint", *at, *more, "--format", "json").out)["findings"]
    told = [each["action"] for each in found if each["rule"] == "HS401"]
    listed = json.loads(hsplan("list", *at, "--overdue", "--format", "json").out)["actions"]
    assert len(told) == 16
    assert sorted(told) == sorted(each["id"] for each in listed)
    assert "# 16 overdue" in hsplan("status", *at).out
