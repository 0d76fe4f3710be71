"""What is internal stays out of the public pages of a site, whatever the plans hold and held."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsplan.monitor.lineage import lineage
from hsplan.report import report_context
from hsplan.report.action_page import Around
from hsplan.report.addresses import addresses
from hsplan.report.setting import Audience, Setting
from hsplan.report.site import Look, plan_pages
from hsplan.report.templates import STEERING_GROUP
from tests.compare.plans import compared
from tests.report.test_audience import SECRET, _actions, _days, _flags, plan_text, state_of
from tests.report.test_told import Event

NAMED = "themes:\n  T:\n    {note}\n    goals:\n      G:\n        {note}"
Actions = list[tuple[str, list[tuple[date, str, bool]], bool]]


def pages(text: str, as_at: date, audience: Audience, before: str = "") -> list[str]:
    """Every page of the plan, with the change from an earlier text as its history."""
    state = state_of(text, as_at)
    told: dict[str, list[Event]] | None = {each.action.id: [] for each in state.actions} if before else None
    for change in compared(before, text) if before else []:
        if told is not None and change.action in told:
            told[change.action].append(Event("0123456789", date(2026, 3, 5), change))
    where = addresses({state.plan.id: [each.action.id for each in state.actions]})
    around = Around(lineage([state]), where, told)
    made = plan_pages(
        report_context(state, audience), Setting(state, audience, {}), around, Look(STEERING_GROUP, False)
    )
    return [text for _, text in made]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(actions=_actions, flag=_flags, where=st.sampled_from(["", NAMED]), as_at=_days)
def test_no_internal_text_on_a_public_page(actions: Actions, flag: str, where: str, as_at: date) -> None:
    text = plan_text(actions, flag, where, "")
    for page in pages(text, as_at, "public"):
        assert SECRET not in page


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(actions=_actions.filter(bool), as_at=_days)
def test_what_was_public_once_does_not_come_back(actions: Actions, as_at: date) -> None:
    """The earlier version said openly what the later one keeps internal."""
    text = plan_text(actions, "true", "", "")
    before = re.sub(r' +note: "seen"\n', "", text).replace("internal_note:", "note:")
    before = before.replace('title: "Action', f'title: "{SECRET}')
    for page in pages(text, as_at, "public", before):
        assert SECRET not in page


def test_the_internal_pages_have_it_all() -> None:
    text = plan_text([("July 2013", [(date(2014, 1, 1), "in progress", False)], False)], "true", NAMED, "")
    made = "\n".join(pages(text, date(2015, 1, 1), "internal"))
    for what in ("plan", "group", "action", "risks", "a", "column", "progress"):
        assert f"{SECRET} {what}" in made
