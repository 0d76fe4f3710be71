"""Charts that can be trusted: what is drawn is what is meant, in order and inside the drawing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hsplan.report.charts.bullet import bullet
from hsplan.report.charts.slippage import slippage_chart
from hsplan.report.charts.time_axis import LEFT, RIGHT, time_axis
from hsplan.report.charts.timeline import timeline_chart

days = st.dates()


@given(st.lists(days, min_size=1, max_size=6))
def test_an_axis_keeps_the_order_of_days_and_holds_them_all(found: list[date]) -> None:
    axis = time_axis(min(found), max(found))
    places = [axis.x(day) for day in sorted(found)]
    assert places == sorted(places)
    assert all(LEFT <= place <= RIGHT for place in (*places, *(tick.x for tick in axis.ticks)))
    assert len(axis.ticks) <= 9
    assert len({tick.label for tick in axis.ticks}) == len(axis.ticks)


def test_ticks_stand_at_quarters_where_months_would_be_too_many() -> None:
    axis = time_axis(date(2013, 5, 10), date(2014, 6, 1))
    assert [tick.label for tick in axis.ticks] == ["Apr 2013", "Jul 2013", "Oct 2013", "Jan 2014", "Apr 2014"]


@given(st.lists(st.tuples(days, days), min_size=1, max_size=20), days)
def test_slippage_draws_each_row_from_first_to_current(rows: list[tuple[date, date]], today: date) -> None:
    chart = slippage_chart("s", "Said.", [("1.1", first, now, "") for first, now in rows], today)
    for row, (first, now) in zip(chart.rows, rows, strict=True):
        assert (row.first_x <= row.current_x) == (first <= now) or row.first_x == row.current_x
        assert row.y < chart.bottom < chart.height


def test_a_long_id_does_not_run_into_the_chart() -> None:
    chart = timeline_chart("t", "Said.", [("W" * 10_000, date(2014, 1, 1), "")], date(2014, 1, 1), date(2014, 7, 1))
    assert chart.rows[0].label == "W" * 19 + "…"


figures = st.decimals(-(10**9), 10**9, allow_nan=False, places=2)


@given(figures, st.none() | figures, st.none() | figures)
def test_a_bullet_compares_or_is_not_there(now: Decimal, target: Decimal | None, baseline: Decimal | None) -> None:
    chart = bullet("b", "Said.", now, target, baseline)
    if chart is None:
        assert (target is None and baseline is None) or now == (target or 0) == (baseline or 0) == 0
        return
    assert 0 <= chart.now_x <= chart.now_x + chart.now_width <= chart.width
    if chart.target_x is not None and target is not None and target > max(now, Decimal(0)):
        assert chart.target_x >= chart.now_x + chart.now_width - 0.1
    assert (chart.baseline_x is None) == (baseline is None)


def test_a_quarter_is_where_it_should_be() -> None:
    axis = time_axis(date(2014, 1, 1), date(2014, 12, 30))
    middle = axis.x(date(2014, 1, 1) + timedelta(days=182))
    assert abs(middle - (LEFT + RIGHT) / 2) < 4
