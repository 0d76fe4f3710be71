"""Targets and small numbers of indicators: what is held against what, and what is a count of people."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

HEAD = """\
hsplan: 1
id: example-2024
title: "An example"
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
actions:
  "1": {title: "Agree a protocol", timescale: March 2027}
indicators:
"""


def messages(build: Build, rule: str, indicator: str) -> list[str]:
    text = f"{HEAD}  one: {{{indicator}}}\n"
    folder = build({"example-2024.yaml": text})
    workspace = Workspace.load([str(folder / "example-2024.yaml")], Config(), str(folder))
    return [each.message for each in lint(workspace, date(2025, 7, 1), Selection((rule,))).findings]


@pytest.mark.parametrize(
    ("better", "unit", "baseline", "target", "found"),
    [
        ("higher", "people", "period: 2023/24, value: 90", "period: Q1 2024/25, value: 25", 0),
        ("higher", "people", "period: 2023/24, value: 90", "period: Q1 2024/25, per: quarter, value: 25", 0),
        ("higher", "people", "period: 2023/24, value: 120", "period: April 2024, value: 12", 0),
        ("lower", "people", "period: Q4 2023/24, value: 30", "period: 2024/25, value: 100", 0),
        ("lower", "people", "period: 2023/24, value: 90", "period: 2024/25, per: quarter, value: 25", 0),
        ("lower", "people", "period: 2023/24, value: 90", "per: period, value: 200", 0),
        ("higher", "people", "period: 2023/24, value: 90", "period: after the count, value: 25", 0),
        ("higher", "people", "period: 2023/24, value: 90", "period: 2024/25, value: 80", 1),
        ("higher", "people", "value: 90", "value: 80", 1),
        ("higher", "people", "period: Q4 2023/24, value: 90", "period: 2024/25, value: 80", 1),
        ("lower", "people", "period: 2023/24, value: 90", "period: Q1 2024/25, value: 100", 1),
        ("higher", "people", "period: Q4 2023/24, value: 90", "period: 2024/25, per: quarter, value: 80", 1),
        ("higher", "%", "period: 2023/24, value: 90", "period: Q1 2024/25, value: 80", 1),
        ("lower", "per 1,000 households", "period: Q4 2023/24, value: 4", "period: 2024/25, value: 5", 1),
    ],
)
def test_a_target_is_held_against_a_baseline_for_the_same_time(
    build: Build, better: str, unit: str, baseline: str, target: str, found: int
) -> None:
    indicator = f'title: "Those who came", better: {better}, unit: "{unit}", baseline: {{{baseline}}}'
    assert len(messages(build, "HS624", f"{indicator}, targets: [{{{target}}}]")) == found


def test_what_stands_on_a_day_has_no_length(build: Build) -> None:
    indicator = "better: lower, snapshot: true, baseline: {period: 2023/24, value: 9}"
    assert messages(build, "HS624", f'title: "In shelters", {indicator}, targets: [{{period: Q1 2024/25, value: 12}}]')


@pytest.mark.parametrize(
    ("title", "unit", "found"),
    [
        ("People sleeping rough on a single night", "", 1),
        ("People sleeping rough on a single night", "number", 1),
        ("Number of rough sleepers", "count", 1),
        ("Referrals", "individuals", 1),
        ("Homeless acceptances", "", 1),
        ("The total number of families in B&B", "no.", 1),
        ("Households in temporary accommodation", "per 1,000 households", 0),
        ("Households in temporary accommodation per 1,000 households", "", 0),
        ("Average stay of families", "", 0),
        ("Of all families, those in B&B", "% of families", 0),
        ("Visits to families", "", 0),
        ("Homes let to families", "number", 0),
        ("Tenants' meetings", "", 0),
        ("Families in B&B", "weeks", 0),
        ("Evictions prevented", "evictions", 0),
    ],
)
def test_a_small_number_is_a_count_of_people(build: Build, title: str, unit: str, found: int) -> None:
    said = f', unit: "{unit}"' if unit else ""
    told = messages(build, "HS626", f'title: "{title}"{said}, actuals: [{{period: Q1 2024/25, value: 3}}]')
    assert told == [f'Indicator one "{title}": 3 is so small that people may be recognised.'] * found
