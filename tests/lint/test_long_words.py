"""Whatever stands in a plan, a message stays one that a person can read."""

from __future__ import annotations

import re
from datetime import date

import pytest

from hsplan.findings import brief, shorten
from hsplan.lint import lint
from hsplan.lint.output import FORMATS, Style
from hsplan.lint.rule import Rule
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_rule_pages import OWNERS, WITH_EXAMPLES, example, plan

WORD = "x" * 10_000
TEXT = "ABC and so on, " * 700
LONG = (WORD, TEXT, f"01892 554000 {WORD}", f"A–{WORD}", f"{WORD}?")
VALUE = re.compile(r'(?<=: )"?([^\s"{\[][^"\n,}\]]*)"?')
SCREEN = 1001
"""Characters that a message may have at most."""


@pytest.mark.parametrize("rule", WITH_EXAMPLES)
def test_no_message_is_longer_than_a_screen(rule: Rule, build: Build) -> None:
    """Each value of a failing example in turn becomes a text of ten thousand characters."""
    folder = build({"example-2013.yaml": "", "owners.yaml": OWNERS})
    path = str(folder / "example-2013.yaml")
    workspace = Workspace.load([path], Config(outside=("elsewhere-2018",)), str(folder))
    text = plan(example(rule, "Failing"))
    for number, match in enumerate(VALUE.finditer(text)):
        spoilt = text[: match.start()] + f'"{LONG[number % len(LONG)]}"' + text[match.end() :]
        report = lint(workspace.holding({path: spoilt.encode()}), date(2013, 6, 30))
        assert report.findings
        for finding in report.findings:
            assert max(len(finding.message), len(finding.help)) <= SCREEN, finding.name
        assert max(map(len, FORMATS["text"](report, Style()).splitlines())) < 2 * SCREEN


def test_a_quotation_ends_at_a_word() -> None:
    assert shorten("Draw up a protocol\n on rent   arrears") == "Draw up a protocol on rent arrears"
    assert shorten("Draw up a protocol on rent arrears", 20) == "Draw up a protocol…"
    assert shorten(WORD) == "x" * 60 + "…"


def test_a_message_keeps_what_is_about_a_long_word() -> None:
    assert brief(f'Action {WORD} "{TEXT}" is due.') == f'Action {"x" * 60}… "{shorten(TEXT)}" is due.'
    assert brief(f'There is no "{WORD}".') == f'There is no "{"x" * 60}…".'
    assert len(brief("a " * 10_000)) == 1000
