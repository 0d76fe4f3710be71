"""The report is right to the last number, for every plan at many dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from hsplan.monitor import PlanState
from hsplan.report import report_context
from hsplan.report.render import render
from hsplan.report.templates import Format
from tests.report.conftest import PLANS, Shipped

IDS = sorted(path.stem for path in PLANS.glob("*.yaml") if path.stem != "owners")
FORMATS: tuple[Format, ...] = ("html", "md")
STEP = timedelta(days=500)


def days(state: PlanState) -> list[str]:
    period = state.plan.period
    assert period is not None
    return [(period.start + STEP * number).isoformat() for number in range(-1, 6)] + [date.max.isoformat()]


@pytest.mark.parametrize("plan", IDS)
def test_counts_add_up_to_the_number_of_actions(plan: str, shipped: Shipped) -> None:
    for as_at in days(shipped(plan, "2013-01-01")):
        state = shipped(plan, as_at)
        summary = report_context(state).summary
        assert summary.total == sum(count.number for count in summary.counts) == len(state.actions)
        assert all(count.number for count in summary.counts)
        said = summary.sentence.partition(" actions, ")[2]
        if len(summary.counts) == 1:  # "all 55 actions of the plan are within date"
            said = summary.sentence.partition("ll ")[2]
            assert said.partition(" actions ")[2]
        assert sum(map(int, re.findall(r"(?:^ ?|, |and )(\d+) ", said))) == summary.total


@pytest.mark.parametrize("plan", IDS)
def test_bar_shows_the_same_numbers_and_fills_its_width(plan: str, shipped: Shipped) -> None:
    for as_at in days(shipped(plan, "2013-01-01")):
        summary = report_context(shipped(plan, as_at)).summary
        assert [(each.label, each.number) for each in summary.bar.segments] == [
            (count.mark.label, count.number) for count in summary.counts
        ]
        edge = 0.0
        for segment in summary.bar.segments:
            assert segment.x == pytest.approx(edge)
            edge += segment.width
        assert edge == pytest.approx(summary.bar.width)


@pytest.mark.parametrize("plan", IDS)
def test_every_action_stands_once_in_the_whole_plan_and_in_one_section_for_its_position(
    plan: str, shipped: Shipped
) -> None:
    for as_at in days(shipped(plan, "2013-01-01")):
        state = shipped(plan, as_at)
        report = report_context(state)
        whole = [action for group in report.groups for action in group.listing.actions]
        assert [action.id for action in whole] == [each.action.id for each in state.actions]
        assert len({action.anchor for action in whole}) == len(whole)
        numbers = {count.mark.key: count.number for count in report.summary.counts}
        sections = {listing.anchor: listing.actions for listing in report.listings}
        for anchor, key in (
            ("overdue", "overdue"),
            ("no-date", "no-date"),
            ("ongoing", "ongoing-or-recurring"),
            ("left-open", "left-open"),
        ):
            assert len(sections.get(anchor, ())) == numbers.get(key, 0), (as_at, anchor)


def test_the_same_plan_gives_the_same_bytes(shipped: Shipped) -> None:
    state = shipped("worcester-2023", "2024-05-05")
    again = shipped("worcester-2023", "2024-05-05")
    for format in FORMATS:
        first = render(report_context(state), format)
        assert first.encode() == render(report_context(again), format).encode()
        assert first.endswith("\n")
        assert "\r" not in first
