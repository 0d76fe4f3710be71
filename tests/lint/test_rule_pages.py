"""Every rule has a page, and the examples on the page do what it says."""

from __future__ import annotations

import re
from datetime import date
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent, indent

import pytest

from hsplan.lint import lint
from hsplan.lint.rule import Rule
from hsplan.lint.rules import RULES
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
actions:
  "1.1": {title: "Agree a protocol with landlords", lead: Housing Team, timescale: March 2013}
"""
"""A second plan beside the example, for rules about two."""
OWNERS = "owners:\n  Housing Team: {kind: team}\n  Support Team: {kind: team}\n"


def example(rule: Rule, heading: str) -> str:
    """The YAML under "Failing:" or "Passing:" of a page, "" where it has none."""
    found = re.search(rf"^{heading}:\n\n((?:    .*\n|\n)+)", cleandoc(rule.page) + "\n", re.MULTILINE)
    return dedent(found[1]).strip("\n") + "\n" if found else ""


def plan(text: str) -> str:
    """A whole plan around an example: one action, or keys of the plan."""
    return HEAD + (text if re.match(r"\w+:", text) else "actions:\n" + indent(text, "  "))


def findings(folder: Path, text: str) -> list[str]:
    (folder / "example-2013.yaml").write_text(plan(text), encoding="utf-8")
    (folder / "before-2008.yaml").write_text(BEFORE, encoding="utf-8")
    (folder / "owners.yaml").write_text(OWNERS, encoding="utf-8")
    config = Config(plans=("*.yaml",), owners="owners.yaml", outside=("elsewhere-2018",))
    workspace = Workspace.load([str(folder / "example-2013.yaml")], config._replace(path="x"), str(folder))
    report = lint(workspace, date(2013, 6, 30))
    return [each.name for each in report.findings if each.place.path.endswith("example-2013.yaml")]


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
    assert set(findings(tmp_path, example(rule, "Failing"))) == {rule.name, *COMES_WITH.get(rule.name, ())}


@pytest.mark.parametrize("rule", WITH_EXAMPLES)
def test_passing_example_gives_no_finding(rule: Rule, tmp_path: Path) -> None:
    assert findings(tmp_path, example(rule, "Passing")) == []


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_most_rules_have_examples() -> None:
    without = {rule.name for rule in RULES if not example(rule, "Failing")}
    assert without == {
        "encoding",
        "invisible-character",
        "mixed-line-endings",
        "tab",
        "not-yaml",
        "alias",
        "several-documents",
        "too-deep",
        "not-a-plan",
        "future-version",
        "file-name",
        "plan-not-closed",
        "known-gone",
    }
