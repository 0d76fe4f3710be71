"""Figures of part of a year or of the organisations, of pounds and pence, and of periods to come."""

from __future__ import annotations

import pytest

from hsplan.report import Report, report_context
from hsplan.report.earlier import Earlier
from hsplan.report.records import IndicatorView
from hsplan.report.render import render
from tests.report.conftest import FromText

SPEND = """indicators:
  spend:
    title: "Spending"
    unit: "£"
    better: lower
    frequency: quarterly
    baseline: {period: Q4 2012/13, value: 300000}
    targets: [{period: 2013/14, per: year, value: 1000000}]
    actuals: [{period: Q1 2013/14, value: 251234.56}, {period: Q2 2013/14, value: 260000.1}]
"""


def _points(report: Report) -> list[str]:
    return [point.text for each in report.sections if each.name == "indicators" for point in each.points]


def test_the_year_so_far_stands_beside_the_years_target(from_text: FromText) -> None:
    (view,) = report_context(from_text(SPEND, "2013-10-31")).indicators
    assert (view.now, view.target) == ("£511,234.66, April to September 2013 (so far)", "£1,000,000 a year")
    assert view.trend == "▼ Worse: Q2 2013/14 was £260,000.10, up £8,765.54 from Q1 2013/14"
    assert view.chart is not None
    assert view.chart.target_x is not None
    assert round(view.chart.now_width / (view.chart.target_x - view.chart.zero_x), 2) == 0.51
    assert view.chart.baseline_x is None, "a quarter's figure is no fellow of a year's"


def test_a_whole_year_is_not_so_far(from_text: FromText) -> None:
    more = SPEND.replace(
        "260000.1}]", "260000.1}, {period: Q3 2013/14, value: 200000}, {period: Q4 2013/14, value: 1}]"
    )
    (view,) = report_context(from_text(more, "2014-04-30")).indicators
    assert (view.now, view.target, view.status) == ("£711,235.66, 2013/14", "£1,000,000 a year", "Met")


@pytest.mark.parametrize(
    ("period", "drawn"), [("2012/13", False), ("Q4 2012/13", True), ("", True), ("no period at all", True)]
)
def test_a_baseline_is_drawn_beside_what_it_can_be_laid_beside(period: str, drawn: bool, from_text: FromText) -> None:
    text = SPEND.replace("per: year, value: 1000000", "per: quarter, value: 250000").replace(
        "{period: Q4 2012/13, value", f'{{period: "{period}", value' if period else "{value"
    )
    (view,) = report_context(from_text(text, "2013-10-31")).indicators
    assert view.target == "£250,000 a quarter"
    assert view.chart is not None
    assert (view.chart.baseline_x is not None) is drawn


PARTS = """indicators:
  helped:
    title: "Helped"
    unit: households
    better: higher
    frequency: quarterly
    actuals: [{period: Q1 2013/14, value: 121, by: City}, {period: Q1 2013/14, value: 30, by: County}]
"""


def test_figures_of_one_organisation_alone_are_told(from_text: FromText) -> None:
    one = PARTS.replace(", {period: Q1 2013/14, value: 30, by: County}", "").replace("City}", "County}")
    assert _points(report_context(from_text(one, "2013-08-31"))) == [
        "For 1 indicator figures are known of single organisations, and none for all together: Helped: "
        "121 households in Q1 2013/14 from County; no figure from City."
    ]


def _newest_of(text: str, as_at: str, from_text: FromText) -> IndicatorView:
    """The only indicator of a plan of the City and the County."""
    state = from_text(text, as_at)
    (view,) = report_context(state._replace(plan=state.plan._replace(organisations=("City", "County")))).indicators
    return view


def test_what_single_organisations_gave_since_is_told(from_text: FromText) -> None:
    text = PARTS.replace("by: County}", "by: County}, {period: Q2 2013/14, value: 9, by: City}")
    view = _newest_of(text, "2013-12-31", from_text)
    assert (view.now, view.parts) == ("151 households, Q1 2013/14", "")
    assert view.since == "9 households in Q2 2013/14 from City; no figure from County"
    assert _newest_of(text, "2013-09-29", from_text).since == ""
    both = text.replace("by: City}]", "by: City}, {period: Q2 2013/14, value: 8, by: County}]")
    assert _newest_of(both, "2013-12-31", from_text).since == ""


def test_what_is_told_since_stands_in_every_format(from_text: FromText) -> None:
    state = from_text(
        PARTS.replace("by: County}", "by: County}, {period: Q2 2013/14, value: 9, by: City}"), "2013-12-31"
    )
    report = report_context(state._replace(plan=state.plan._replace(organisations=("City", "County"))))
    said = "9 households in Q2 2013/14 from City; no figure from County"
    assert f"<div><dt>Since then</dt> <dd>{said}</dd></div>" in render(report, "html")
    assert f" Since then: {said}." in render(report, "md")


def test_a_year_with_a_month_missing_is_what_is_known_of_it(from_text: FromText) -> None:
    text = SPEND.replace("Q2 2013/14, value: 260000.1", "Q3 2013/14, value: 260000.1")
    (view,) = report_context(from_text(text, "2013-12-31")).indicators
    assert view.now == "£511,234.66, April to December 2013 (so far, without Q2 2013/14)"
    assert (view.status, view.missing) == ("Part of the period", "")
    assert view.chart is not None
    assert view.chart.target_x is not None
    assert round(view.chart.now_width / (view.chart.target_x - view.chart.zero_x), 2) == 0.51
    assert view.rule.endswith(
        "So far £511,234.66 (April to December 2013, without Q2 2013/14): part of the year, not judged yet."
    )


COUNT = """indicators:
  rough:
    catalogue: rough-sleeping-single-night
    targets: [{period: 2013, value: 12}]
    actuals: [{period: 2013, value: 17}]
"""


def test_a_count_is_told_before_its_year_is_over(from_text: FromText) -> None:
    for as_at in ("2013-12-10", "2014-01-05"):
        report = report_context(from_text(COUNT, as_at))
        assert _points(report) == ["The only indicator with a figure missed its target."]
        assert (report.indicators[0].now, report.indicators[0].status) == ("17 people, 2013", "Missed")


def test_a_count_of_the_year_that_goes_on_is_a_change(from_text: FromText) -> None:
    old = from_text(COUNT.replace("[{period: 2013, value: 17}]", "[]"), "2013-10-01")
    report = report_context(from_text(COUNT, "2013-12-10"), earlier=Earlier(old, meeting=True))
    assert report.changed is not None
    assert report.changed.numbers == ("1 figure of an indicator was added",)


def test_who_owes_a_figure_is_named(from_text: FromText) -> None:
    more = PARTS.replace("{period: Q1 2013/14, value: 30, by: County}", "{period: Q2 2013/14, value: 30, by: County}")
    more = more.replace("by: City}", "by: City}, {period: Q2 2013/14, value: 9, by: City}")
    state = from_text(more, "2014-03-31")
    (view,) = report_context(state._replace(plan=state.plan._replace(organisations=("City", "County")))).indicators
    assert (view.now, view.missing) == ("39 households, Q2 2013/14", "Q1 2013/14 (County)")


def test_a_baselines_period_is_not_missing(from_text: FromText) -> None:
    text = SPEND.replace("Q4 2012/13", "Q1 2013/14").replace("{period: Q1 2013/14, value: 251234.56}, ", "")
    (view,) = report_context(from_text(text, "2013-10-31")).indicators
    assert (view.baseline, view.missing) == ("£300,000 in Q1 2013/14", "")
    year = text.replace("{period: Q1 2013/14, value: 300000}", "{period: 2012/13, value: 300000}")
    (view,) = report_context(from_text(year, "2013-10-31")).indicators
    assert view.missing == "Q1 2013/14"


def test_figures_of_a_period_to_come_are_no_change_yet(from_text: FromText) -> None:
    before = SPEND.replace("{period: Q1 2013/14, value: 251234.56}, {period: Q2 2013/14, value: 260000.1}", "")
    day = "2013-08-01"
    report = report_context(from_text(SPEND, day), earlier=Earlier(from_text(before, "2013-05-01"), meeting=True))
    assert report.changed is not None
    assert report.changed.numbers == ("1 figure of an indicator was added",)
    assert [item.text for level in report.changed.levels for item in level.items] == [
        "Indicator: Spending. A figure is given, £251,234.56 for Q1 2013/14."
    ]


def test_an_indicator_without_a_title_has_the_catalogues(from_text: FromText) -> None:
    text = "indicators:\n  ta: {catalogue: ta-households, actuals: [{period: Q1 2013/14, value: 131}]}\n"
    old = from_text(text.replace(", actuals: [{period: Q1 2013/14, value: 131}]", ""), "2013-05-01")
    report = report_context(from_text(text, "2013-08-01"), earlier=Earlier(old, meeting=True))
    assert report.changed is not None
    assert report.changed.levels[0].items[0].text == (
        "Indicator: Households in temporary accommodation on the last day of the quarter. "
        "A figure is given, 131 households for Q1 2013/14."
    )


PART = """
actions:
  "1":
    title: "A"
    each: [City, County]
    timescale: March 2014
    progress:
      - {date: 2013-06-01, by: County, status: in progress}
"""


def test_who_has_done_its_part_is_named_in_front(from_text: FromText) -> None:
    done = f'{PART}      - {{date: 2013-07-01, by: City, status: achieved, note: "Printed"}}\n'
    report = report_context(from_text(done, "2013-08-01"), earlier=Earlier(from_text(PART, "2013-06-15"), meeting=True))
    assert report.changed is not None
    assert report.changed.numbers == ("City has achieved its part of 1 action",)
