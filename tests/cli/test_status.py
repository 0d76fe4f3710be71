"""`hsplan status` and `hsplan returns`."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import Build, Run

Golden = Callable[[str, str], None]


def test_one_plan_on_one_screen(hsplan: Run, golden: Golden) -> None:
    golden("status-west-kent-2010.txt", hsplan("status", "plans/west-kent-2010.yaml", "--as-at", "2011-06-30").out)


def test_what_a_plan_took_over_from_the_one_before_it(hsplan: Run, golden: Golden) -> None:
    golden("status-worcestershire-2012.txt", hsplan("status", "worcestershire-2012", "--as-at", "2013-12-31").out)


def test_a_plan_that_is_not_named_is_known_all_the_same(hsplan: Run) -> None:
    out = hsplan("status", "oxford-2013", "worcestershire-2012", "--as-at", "2013-12-31").out
    assert "Carried" in out
    assert "actions of worcestershire-2007 became" in out
    out = hsplan("status", "oxford-2013", "worcestershire-2007", "--as-at", "2013-12-31").out
    assert "no such plan" not in out


def test_several_plans_in_a_table_of_80_columns(hsplan: Run, golden: Golden) -> None:
    out = hsplan("status", "plans", "--as-at", "2013-12-31").out
    assert max(len(line) for line in out.splitlines()) <= 80
    golden("status-all.txt", out)


def test_colour_on_request(hsplan: Run) -> None:
    out = hsplan("status", "plans/west-kent-2010.yaml", "--as-at", "2011-06-30", "--color", "always").out
    assert "\x1b[31m#" in out


PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
indicators:
  bb:
    title: "Families in bed and breakfast"
    unit: families
    better: lower
    snapshot: true
    frequency: quarterly
    targets: [{value: 0}]
    actuals: [{period: Q1 2013/14, value: 7}]
  acceptances:
    title: "Homeless acceptances"
    better: lower
    frequency: quarterly
    targets: [{period: 2013/14, per: quarter, value: 30}]
    actuals: [{period: Q1 2013/14, value: 20}]
"""


def test_indicators_off_track_are_named(hsplan: Run, build: Build, golden: Golden) -> None:
    folder = build({"example-2013.yaml": PLAN})
    golden("status-indicators.txt", hsplan("status", "example-2013.yaml", "--as-at", "2013-09-30", cwd=folder).out)


def test_returns(hsplan: Run, golden: Golden) -> None:
    out = hsplan("returns", "plans/west-kent-2010.yaml", "--for", "Q1 2011/12", "--as-at", "2011-06-30").out
    golden("returns-west-kent-2010.txt", out)


def test_returns_as_json(hsplan: Run) -> None:
    arguments = ["--for", "Q1 2011/12", "--by", "organisation", "--format", "json", "--as-at", "2011-06-30"]
    content = json.loads(hsplan("returns", "plans/west-kent-2010.yaml", *arguments).out)
    assert (content["schema"], content["for"], content["as_at"]) == (1, "Q1 2011/12", "2011-06-30")
    assert {each["name"] for each in content["plans"][0]["returns"]} >= {"Sevenoaks", "TMBC", "TWBC"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], 'Error: which period? Nothing is given. Add --for "Q2 2026/27".\n'),
        (
            ["--for", "soon"],
            'Error: --for: "soon" is not a period. Write it as "Q2 2026/27", "June 2026" or "2026/27".\n',
        ),
    ],
)
def test_returns_need_a_period(hsplan: Run, arguments: list[str], message: str) -> None:
    assert hsplan("returns", *arguments) == (2, "", message)


BODIES = """\
governance:
  Board: {reviews: quarterly}
  Panel: {reviews: as asked}
  Cabinet: {reviews: yearly}
meetings:
  - {body: Cabinet, date: 2013-06-01}
"""


def test_a_missed_review_is_not_called_the_next_one(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN + BODIES})
    out = hsplan("status", "example-2013.yaml", "--as-at", "2013-09-30", cwd=folder).out
    assert (
        out.partition("\nProgress review:")[2]
        == """
  Board was due on 1 July 2013; missed

Next progress review:
  Panel: as asked, no date set
  Cabinet: 1 June 2014; last met 1 June 2013
"""
    )


def test_a_plan_without_an_id_is_shown_by_its_file(hsplan: Run, build: Build) -> None:
    folder = build({"one.yaml": "hsplan: 1\n", "two.yaml": PLAN})
    assert hsplan("status", "one.yaml", cwd=folder).out.startswith("one.yaml\n")
    rows = hsplan("status", "one.yaml", "two.yaml", cwd=folder).out.splitlines()
    assert [row.split()[0] for row in rows[2:4]] == ["one.yaml", "example-2013"]
    returned = hsplan("returns", "one.yaml", "--for", "2023/24", cwd=folder).out
    assert returned == "one.yaml: returns for 2023/24, 0 of 0 complete\n"


@pytest.mark.parametrize(
    ("period", "closed", "over"),
    [
        ("Q4 2017/18", "", ""),
        ("Q1 2018/19", "", "  The plan was over by then: its last day was 31 March 2018.\n"),
        ("Q4 2016/17", "closed: 2016-12-31\n", "  The plan was over by then: its last day was 31 December 2016.\n"),
        ("Q1 2018/19", "closed: 2018-06-30\n", ""),
    ],
)
def test_returns_say_that_the_plan_was_over(hsplan: Run, build: Build, period: str, closed: str, over: str) -> None:
    action = 'actions:\n  "1": {title: "Build homes", lead: City, timescale: June 2013}\n'
    folder = build({"example-2013.yaml": PLAN + closed + action})
    result = hsplan("returns", "example-2013.yaml", "--for", period, cwd=folder)
    head = f"example-2013: returns for {period}, 0 of 1 complete\n"
    assert result.out == f"{head}{over}  City  0 of 1 action reported; no return\n"
