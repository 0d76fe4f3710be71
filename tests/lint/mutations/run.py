"""The real plans, as they stand and prepared, linted once each; and what lint says after one thing was broken."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import NamedTuple

from hsplan.findings import Finding
from hsplan.lint import Report, Selection, lint
from hsplan.lint.fix import Fixed, fix
from hsplan.lint.known import part
from hsplan.lint.own_rules import make_rules
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT
from tests.lint.mutations.breaks import BREAKS
from tests.lint.mutations.broken import Broken, NoTarget, Where, spoilt
from tests.lint.mutations.page import Page
from tests.test_plans import DATES


class Outcome(NamedTuple):
    """One rule broken in one plan: what was found more, what was found no more, and where it was expected.

    `why_not` says why the plan cannot show it; then there is nothing else.
    """

    broken: Broken
    found: tuple[Finding, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    where: Where | None = None
    why_not: str = ""
    data: bytes = b""
    said: tuple[tuple[str, str], ...] = ()
    """Everything that was found in the broken plan, by rule and action."""


@cache
def workspace() -> Workspace:
    """The six plans, with the settings that they have in the repository."""
    found = Workspace.load([str(ROOT / "plans")], Config(outside=("west-kent-2011", "elsewhere-2001")), str(ROOT))
    for plan in found.plan_ids():
        found.links(plan)
    return found


def path_of(plan: str) -> str:
    return str(ROOT / "plans" / f"{plan}.yaml")


def report_on(plan: str, data: bytes, broken: Broken = Broken(())) -> Report:
    """What every rule says of the plan with these bytes in its file."""
    here = workspace().holding({path_of(plan): data}, [path_of(plan)])
    here.owners_document = None  # the list that all plans share is broken in a test of its own
    found = lint(here, date.fromisoformat(DATES[plan]), Selection(own=make_rules(broken.own)))
    return part(found, broken.known, "hsplan-known.toml")


@cache
def page(plan: str, prepared: tuple[str, ...] = ()) -> Page:
    """The plan as it stands, or after the preparations of these names were made one after the other."""
    from tests.lint.mutations.prepare import PREPARE

    data = (ROOT / "plans" / f"{plan}.yaml").read_bytes()
    if prepared:
        before = page(plan, prepared[:-1])
        text = spoilt(before.text, Broken(PREPARE[prepared[-1]](before), at=Where(1, 1, 1, 1)))[0]
        data = text.encode()
    loaded = workspace().holding({path_of(plan): data}, [path_of(plan)]).read(path_of(plan))
    return Page(loaded, date.fromisoformat(DATES[plan]), report_on(plan, data))


@cache
def outcome(rule: str, plan: str) -> Outcome:
    """Break the rule in the plan and lint it."""
    each = BREAKS[rule]
    before = page(plan, each.prepared)
    try:
        broken = each.make(before)
    except NoTarget as reason:
        return Outcome(Broken(()), why_not=str(reason))
    text, where = spoilt(before.text, broken)
    data = text.encode("utf-8", "surrogateescape")
    report = report_on(plan, data, broken)
    old = Counter(map(key, before.report.findings))
    new = Counter(map(key, report.findings))
    gained = list((new - old).elements())
    found = tuple(each for each in report.findings if key(each) in gained and not _stood(each, before.report, where))
    return Outcome(broken, found, tuple((old - new).elements()), where, data=data, said=tuple(new.elements()))


@cache
def fixed(rule: str, plan: str) -> Fixed:
    """What `--fix` makes of the broken plan, for this rule alone."""
    path, before = path_of(plan), page(plan, BREAKS[rule].prepared)
    (found,) = fix(workspace().holding({path: outcome(rule, plan).data}, [path]), before.as_at, Selection((rule,)))
    return found


def key(finding: Finding) -> tuple[str, str]:
    """What findings are counted by: the rule and the action."""
    return finding.rule, finding.action


def _stood(finding: Finding, before: Report, where: Where) -> bool:
    """Whether a finding of the same rule and action is one that was there before, at another place."""
    return finding.place[1:] != where and finding.message in {each.message for each in before.findings}
