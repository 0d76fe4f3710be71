"""Money in words, the same wherever it is printed."""

from __future__ import annotations

import pytest

from hsplan.document import read
from hsplan.monitor.figures import budget_text
from hsplan.plan import read_plan
from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
owners:
  City: {kind: organisation}
actions:
  "1":
    title: "Draw up a protocol"
    lead: City
    timescale: September 2013
    budget: WRITTEN
"""


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{amount: 3000}", "£3,000"),
        ("{amount: 3000.50}", "£3,000.50"),
        ("{amount: 3000.00, currency: GBP}", "£3,000"),
        ("{amount: 1250.5, note: each district}", "£1,250.50; each district"),
        ("{amount: 60000, currency: EUR}", "EUR 60,000"),
        ("{amount: -5}", "-£5"),
        ("{amount: 123456789012345678901234567890}", "£123,456,789,012,345,678,901,234,567,890"),
        ("{amount: -12345678901234567890123456.5}", "-£12,345,678,901,234,567,890,123,456.50"),
        ("{amount: 0.125}", "£0.125"),
        ('{amount: "£3,000 each"}', "£3,000 each"),
        ("{amount: about 3000, currency: EUR}", "EUR about 3000"),
        ("{note: To be agreed}", "To be agreed"),
        ("{currency: EUR}", ""),
        ("To be agreed", "To be agreed"),
        ("[3000]", ""),
        ("", ""),
    ],
)
def test_a_budget_in_words(written: str, told: str) -> None:
    (action,) = read_plan(read(PLAN.replace("WRITTEN", written).encode(), "example-2013.yaml")).actions
    assert budget_text(action.budget) == told


def test_the_report_and_the_lists_say_the_same(hsplan: Run, build: Build) -> None:
    before = PLAN.replace("WRITTEN", "{amount: 3000}")
    folder = build(
        {"example-2013.yaml": PLAN.replace("WRITTEN", "{amount: 3000.50, note: a year}"), "before.yaml": before}
    )
    assert "Budget          £3,000.50; a year\n" in hsplan("show", "example-2013.yaml/1", cwd=folder).out
    assert "£3,000.50; a year" in hsplan("report", "example-2013.yaml", "--format", "md", cwd=folder).out
    (change,) = hsplan("diff", "before.yaml", "example-2013.yaml", "--format", "concise", cwd=folder).out.splitlines()[
        :-1
    ]
    assert change.endswith('budget: "£3,000" became "£3,000.50; a year".')
