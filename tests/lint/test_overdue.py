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
from tests.conftest import ROOT, Build, Run
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


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2013-05-31", ["reported: in progress, and called green on 31 May 2013."]),
        ("2013-06-20", ["reported: in progress.", "and on 20 June 2013 it is called green."]),
        ("2013-07-20", ["reported: in progress, and called green on 1 May 2013."]),
    ],
)
def test_the_last_green_is_told_once(build: Build, day: str, found: list[str]) -> None:
    """Before the due date it is no contradiction, but members will remember it; one still to come nobody knows of."""
    entries = "".join(f"{{date: {each}, status: in progress, rag: green}}, " for each in ("2013-05-01", day))
    text = (
        'hsplan: 1\nid: example-2013\ntitle: "A plan"\n'
        "period: {from: 2013-04-01, to: 2018-03-31}\nadopted: 2013-04-01\n"
        f'actions:\n  "1": {{title: "Agree it", timescale: May 2013, progress: [{entries}]}}\n'
    )
    folder = build({"example-2013.yaml": text})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(path="x"), str(folder))
    report = lint(workspace, date(2013, 6, 30), Selection(("HS401", "HS415")))
    assert len(report.findings) == len(found)
    assert all(each.message.endswith(end) for each, end in zip(report.findings, found, strict=True))


@pytest.mark.parametrize("more", [(), ("--ignore", "due-before-plan")])
def test_west_kent_has_sixteen_overdue_in_every_command(hsplan: Run, more: tuple[str, ...]) -> None:
    at = ("plans/west-kent-2010.yaml", "--as-at", "2011-03-31")
    found = json.loads(hsplan("lint", *at, *more, "--format", "json").out)["findings"]
    told = [each["action"] for each in found if each["rule"] == "HS401"]
    listed = json.loads(hsplan("list", *at, "--overdue", "--format", "json").out)["actions"]
    assert len(told) == 16
    assert sorted(told) == sorted(each["id"] for each in listed)
    assert "# 16 overdue" in hsplan("status", *at).out
