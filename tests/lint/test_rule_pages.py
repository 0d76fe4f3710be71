"""Every rule has a page, and the examples on the page do what it says."""

from __future__ import annotations

import re
from datetime import date
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent, indent

import pytest

from hsplan.document import read
from hsplan.findings import Finding
from hsplan.lint import lint
from hsplan.lint.registry import RULES
from hsplan.lint.rule import Rule
from hsplan.plan import read_plan
from hsplan.versions.remembered import Plans, Remembered, remember
from hsplan.workspace import Config, Workspace

HEAD = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
"""
BEFORE = """\
hsplan: 1
id: before-2008
title: "The plan before the example"
period: {from: 2008-04-01, to: 2013-03-31}
adopted: 2008-04-01
follows: before-2003
actions:
  "1.1": {title: "Agree a protocol with landlords", lead: Housing Team, timescale: March 2013}
  "2.1":
    title: "Set up a night shelter"
    lead: Housing Team
    timescale: March 2010
    progress: [{date: 2013-03-31, status: carried over, into: [example-2013/2.1]}]
"""
LONG_BEFORE = """\
hsplan: 1
id: before-2003
title: "The plan before that"
period: {from: 2003-04-01, to: 2008-03-31}
adopted: 2003-04-01
actions:
  "2.1":
    title: "Set up a night shelter"
    lead: Housing Team
    timescale: March 2006
    progress: [{date: 2008-03-31, status: carried over, into: [before-2008/2.1]}]
"""
"""Two plans before the example, for rules about several."""
OWNERS = "owners:\n  Housing Team: {kind: team}\n  Support Team: {kind: team}\n  City: {kind: organisation}\n"
USUAL = {"title": '"Agree a protocol"', "lead": "Housing Team", "timescale": "September 2013"}
"""What an example's action has that says nothing else."""


def example(rule: Rule, heading: str) -> str:
    """The YAML under "Before:", "Failing:" or "Passing:" of a page, "" where it has none.

    What stands under "Failing, in an action:" becomes an action, with a title, a lead and a timescale unless it has its
    own; keys of a plan get an action to stand beside.
    """
    found = re.search(rf"^{heading}(, in an action)?:\n\n((?:    .*\n|\n)+)", cleandoc(rule.page) + "\n", re.MULTILINE)
    text = dedent(found[2]).strip("\n") + "\n" if found else ""
    if found and found[1]:
        usual = "".join(f"{key}: {value}\n" for key, value in USUAL.items() if not re.search(rf"(?m)^{key}:", text))
        return '"1.1":\n' + indent(usual + text, "  ")
    if re.match(r"\w+:", text) and not re.search(r"(?m)^(actions|goals|themes):", text):
        text += f'actions:\n  "1.1": {{{", ".join(f"{key}: {value}" for key, value in USUAL.items())}}}\n'
    return text


def plan(text: str) -> str:
    """A whole plan around an example: one action, or keys of the plan, which stand for those of the head. A list is a
    whole file that is no plan."""
    if text.startswith("- "):
        return text
    head = "".join(line for line in HEAD.splitlines(True) if f"\n{line.split(':')[0]}:" not in "\n" + text)
    return head + (text if re.match(r"\w+:", text) else "actions:\n" + indent(text, "  "))


def remembered(workspace: Workspace, text: str) -> Remembered | None:
    """What git would remember, had the example once read so; None where a page has no "Before:"."""
    if not text:
        return None
    old = read_plan(read(plan(text).encode(), "example-2013.yaml"))
    new = tuple(each.plan for each in workspace.plans() if each.plan is not None)
    owners = workspace.shared
    return remember(Plans("HEAD", (old,), owners), Plans("", new, owners), date(2013, 6, 30))


def report_on(folder: Path, text: str, before: str = "") -> list[Finding]:
    """What is found in an example's own file."""
    (folder / "example-2013.yaml").write_text(plan(text), encoding="utf-8")
    (folder / "before-2008.yaml").write_text(BEFORE, encoding="utf-8")
    (folder / "before-2003.yaml").write_text(LONG_BEFORE, encoding="utf-8")
    (folder / "owners.yaml").write_text(OWNERS, encoding="utf-8")
    config = Config(plans=("*.yaml",), owners="owners.yaml", outside=("elsewhere-2018",))
    workspace = Workspace.load([str(folder / "example-2013.yaml")], config._replace(path="x"), str(folder))
    report = lint(workspace, date(2013, 6, 30), remembered=remembered(workspace, before))
    return [each for each in report.findings if each.place.path.endswith("example-2013.yaml")]


def findings(folder: Path, text: str, before: str = "") -> list[str]:
    return [each.name for each in report_on(folder, text, before)]


COMES_WITH = {"accepted-expired": ["lead-missing"]}
"""An acceptance that has ended no longer hides what it was about."""

PAGES = [pytest.param(rule, id=rule.name) for rule in RULES]
WITH_EXAMPLES = [pytest.param(rule, id=rule.name) for rule in RULES if example(rule, "Failing")]


@pytest.mark.parametrize("rule", PAGES)
def test_page_says_what_why_and_how(rule: Rule) -> None:
    page = cleandoc(rule.page)
    assert re.match(r"[A-Z].*", page)
    assert "\nWhy it matters: " in page
    assert "\nTo mend it: " in page
    assert bool(example(rule, "Failing")) == bool(example(rule, "Passing"))


@pytest.mark.parametrize("rule", WITH_EXAMPLES)
def test_failing_example_gives_that_finding_and_no_other(rule: Rule, tmp_path: Path) -> None:
    found = findings(tmp_path, example(rule, "Failing"), example(rule, "Before"))
    assert set(found) == {rule.name, *COMES_WITH.get(rule.name, ())}


@pytest.mark.parametrize("rule", WITH_EXAMPLES)
def test_passing_example_gives_no_finding(rule: Rule, tmp_path: Path) -> None:
    assert findings(tmp_path, example(rule, "Passing"), example(rule, "Before")) == []


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_most_rules_have_examples() -> None:
    """What a page cannot show, bytes and files that are gone, is shown by test_bytes."""
    without = {rule.name for rule in RULES if not example(rule, "Failing")}
    assert without == {
        "encoding",
        "invisible-character",
        "mixed-line-endings",
        "tab",
        "known-gone",
        "plan-removed",
    }
