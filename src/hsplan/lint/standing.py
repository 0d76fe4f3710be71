"""What stands accepted in a plan, whether or not it is still found there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsplan.findings import Finding
from hsplan.frozen import Frozen
from hsplan.lint.accepted import Acceptance, acceptances
from hsplan.lint.engine import Report
from hsplan.lint.registry import find_rule
from hsplan.lint.rule import summary_of
from hsplan.plan import Action, Plan
from hsplan.plan.period import day


class Standing(Frozen):
    """One `accepted:` entry. `about` is what its rule finds, in a sentence; `found` how often it still finds it.

    `actions` are the actions that it is about, none where it is about something else. `until` is None where it has no
    end; `ended` says that it had come by the date asked about.
    """

    code: str
    name: str
    about: str
    actions: tuple[Action, ...]
    reason: str
    until: date | None
    ended: bool
    found: int


def standing(plan: Plan, report: Report) -> tuple[Standing, ...]:
    """The plan's acceptances in the order of the file, judged by a run that looked at this plan with every rule."""
    every = [*report.findings, *(finding for finding, _ in report.accepted)]
    own = [finding for finding in every if finding.place.path == plan.document.path]
    return tuple(_standing(plan, each, own, report) for each in acceptances(plan.document) if each.reason)


def _standing(plan: Plan, each: Acceptance, findings: list[Finding], report: Report) -> Standing:
    rule = find_rule(each.rule) or next((rule for rule in report.rules if each.rule in (rule.code, rule.name)), None)
    until = day(each.until)
    ended = until is not None and until < report.as_at
    # On its own last day it covered whatever it was written for.
    covered = [finding for finding in findings if each.covers(finding, until if ended and until else report.as_at)]
    found = {finding.action: None for finding in covered if finding.action}
    actions = [action for action in plan.actions if action.id in found] if found else list(_around(plan, each))
    about = summary_of(rule) if rule else ""
    code, name = (rule.code, rule.name) if rule else ("", each.rule)
    return Standing(code, name, about, tuple(actions), each.reason, until, ended, len(covered))


def _around(plan: Plan, each: Acceptance) -> Iterator[Action]:
    """The action that the entry stands in, where it stands in one."""
    for action in plan.actions:
        place = plan.document.place(action.node.start, action.node.end)
        if place.line <= each.place.line <= place.end_line:
            yield action
