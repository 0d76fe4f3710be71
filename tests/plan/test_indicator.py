"""Indicators as they are read from a document, and the periods of their figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.plan import Indicator, Period, period_of, read_plan
from hsplan.timescale import Context
from tests.conftest import ROOT

PLAN = """\
indicators:
  acceptances:
    title: "Homeless acceptances"
    unit: households
    better: lower
    snapshot: false
    frequency: quarterly
    lead: TMBC
    baseline: {period: 2011/12, value: 120, note: "Printed on page 3"}
    targets: [{period: 2013/14, per: year, value: 120}]
    actuals: [{period: Q1 2013/14, value: 31.10, by: Sevenoaks, provisional: true, date: 2013-08-01}]
    note: "Read with 5.2"
  named-only: {title: "Supporting People outcomes", catalogue: ta-households}
"""


def indicators(text: str) -> dict[str, Indicator]:
    return read_plan(read(text.encode(), "x.yaml")).indicators


def test_every_key_is_read_in_document_order() -> None:
    found = indicators(PLAN)
    assert list(found) == ["acceptances", "named-only"]
    one = found["acceptances"]
    assert (one.title, one.unit, one.better, one.snapshot) == ("Homeless acceptances", "households", "lower", False)
    assert (one.frequency, one.lead, one.note) == ("quarterly", "TMBC", "Read with 5.2")
    assert one.baseline is not None
    assert (one.baseline.period, one.baseline.value) == ("2011/12", Decimal(120))
    assert [(target.period, target.per, target.value) for target in one.targets] == [("2013/14", "year", Decimal(120))]
    actual = one.actuals[0]
    assert (actual.by, actual.provisional, actual.date) == ("Sevenoaks", True, date(2013, 8, 1))
    assert str(actual.value) == "31.10"


def test_what_is_not_there_is_left_open() -> None:
    one = indicators(PLAN)["named-only"]
    assert (one.catalogue, one.snapshot, one.baseline, one.targets, one.actuals) == (
        "ta-households",
        None,
        None,
        (),
        (),
    )
    assert not one.has_aim


@pytest.mark.parametrize("value", ["about 120", '"1,200"', "NaN", "1e5", "Infinity", "~", "[1]", "{a: b}", '""'])
def test_what_is_no_figure_is_none(value: str) -> None:
    one = indicators(f"indicators:\n  a:\n    actuals: [{{period: 2013/14, value: {value}}}]\n")["a"]
    assert [actual.value for actual in one.actuals] == [None]


def test_every_period_of_the_real_plans_is_read() -> None:
    found = [read_plan(read(path.read_bytes(), path.name)) for path in sorted((ROOT / "plans").glob("*-*.yaml"))]
    each = [indicator for plan in found for indicator in plan.indicators.values()]
    periods = [target.period for one in each for target in one.targets]
    periods += [actual.period for one in each for actual in one.actuals]
    periods += [one.baseline.period for one in each if one.baseline]
    assert sum(len(plan.indicators) for plan in found) == 27
    assert [wording for wording in periods if wording and period_of(wording) is None] == []


PERIODS = [
    ("2013/14", "2013-04-01", "2014-03-31"),
    ("2013-14", "2013-04-01", "2014-03-31"),
    ("2011/12", "2011-04-01", "2012-03-31"),
    ("Q1 2013/14", "2013-04-01", "2013-06-30"),
    ("Q4 2013/14", "2014-01-01", "2014-03-31"),
    ("Q2 2026/27", "2026-07-01", "2026-09-30"),
    ("March 2014", "2014-03-01", "2014-03-31"),
    ("February 2012", "2012-02-01", "2012-02-29"),
    ("2013", "2013-01-01", "2013-12-31"),
    ("2013-06", "2013-06-01", "2013-06-30"),
    ("2013-06-30", "2013-06-30", "2013-06-30"),
    ("30 June 2013", "2013-06-30", "2013-06-30"),
    ("H1 2013/14", "2013-04-01", "2013-09-30"),
    ("July to September 2009", "2009-07-01", "2009-09-30"),
    ("2013/14 to 2015/16", "2013-04-01", "2016-03-31"),
    ("autumn 2023", "2023-09-01", "2023-11-30"),
    ("year to March 2014", "2013-04-01", "2014-03-31"),
    ("12 months to 31 March 2014", "2013-04-01", "2014-03-31"),
    ("quarter ending June 2013", "2013-04-01", "2013-06-30"),
    ("Year 1", "2013-07-01", "2014-06-30"),
]


@pytest.mark.parametrize(("wording", "first", "last"), PERIODS)
def test_periods(wording: str, first: str, last: str) -> None:
    context = Context(date(2013, 7, 1), date(2018, 6, 30), date(2013, 7, 1))
    assert period_of(wording, context) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "wording",
    ["", "Q1", "June", "Ongoing", "quarterly", "tbc", "31 February 2013", "mid 2013", "spring count", "2013/14 or so?"],
)
def test_what_is_not_certain_is_no_period(wording: str) -> None:
    context = Context(date(2013, 7, 1), date(2018, 6, 30), date(2013, 7, 1))
    assert period_of(wording, context) is None


@given(st.text(max_size=30))
def test_any_wording_is_read_without_an_exception(wording: str) -> None:
    found = period_of(wording)
    assert found is None or found.start <= found.end
