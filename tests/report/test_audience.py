"""What is internal stays out of a public report, whatever the plan holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.monitor import PlanState, assess
from hsplan.plan import NOT_REPORTED, STATUSES, Owners, read_plan
from hsplan.report import report_context
from hsplan.report.render import render
from hsplan.report.templates import Format, Template
from hsplan.report.word.fill import fill

SECRET = "sekrit"

_statuses = st.sampled_from(["", *STATUSES, "no change", NOT_REPORTED])
_words = st.sampled_from(["", "by July 2013", "ongoing", "every quarter", "to be confirmed", "March 2016"])
_days = st.dates(date(2013, 1, 1), date(2018, 12, 31))
_flags = st.sampled_from(["true", "True", "TRUE", "yes", "1", "maybe", "[true]", "{a: b}", "'true '"])
_entries = st.lists(st.tuples(_days, _statuses, st.booleans()), max_size=4)
_actions = st.lists(st.tuples(_words, _entries, st.booleans()), max_size=4)


def plan_text(actions: list[tuple[str, list[tuple[date, str, bool]], bool]], flag: str, where: str, closed: str) -> str:
    """A plan in which every internal text holds the secret word."""
    return "\n".join(_lines(actions, flag, where, closed))


def _lines(
    actions: list[tuple[str, list[tuple[date, str, bool]], bool]], flag: str, where: str, closed: str
) -> Iterator[str]:
    yield f'hsplan: 1\nid: example\ntitle: "An example"\nadopted: 2013-04-01{closed}\ninternal_note: "{SECRET} plan"'
    yield f'columns:\n  x-risks: {{title: "{SECRET} risks", internal: {flag}}}\n  x-costs: {{title: "Costs"}}'
    yield where.format(note=f'internal_note: "{SECRET} group"')
    indent = " " * 8 if where else ""
    yield f"{indent}actions:" if actions else ""
    for number, (wording, entries, each) in enumerate(actions, start=1):
        yield f'{indent}  "{number}":\n{indent}    title: "Action {number}"\n{indent}    timescale: "{wording}"'
        yield f'{indent}    internal_note: "{SECRET} action"\n{indent}    x-risks: ["{SECRET} a", "{SECRET} b"]'
        yield f'{indent}    x-undeclared: "{SECRET} column"\n{indent}    x-costs: "seen"'
        yield f"{indent}    each: [City, County]" if each else f"{indent}    lead: City"
        yield f'{indent}    milestones:\n{indent}      - {{title: "Step", internal_note: "{SECRET} step"}}'
        yield f'{indent}    date_changes:\n{indent}      - date: 2013-05-01\n{indent}        timescale: "June 2014"'
        yield f'{indent}        internal_note: "{SECRET} change"\n{indent}    progress:' if entries else ""
        for day, status, decided in entries:
            yield f'{indent}      - date: {day}\n{indent}        status: "{status}"\n{indent}        note: "seen"'
            yield f'{indent}        internal_note: "{SECRET} progress"'
            yield f"{indent}        decided: {day}" if decided else ""


def state_of(text: str, as_at: date) -> PlanState:
    document = read(text.encode(), "example.yaml")
    assert document.root is not None
    plan = read_plan(document)
    return assess(plan, Owners({}, plan.owners), as_at)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    actions=_actions,
    flag=_flags,
    where=st.sampled_from(["", "themes:\n  T:\n    {note}\n    goals:\n      G:\n        {note}"]),
    closed=st.sampled_from(["", "\nclosed: 2016-01-01"]),
    as_at=_days,
)
def test_no_internal_text_in_a_public_report(
    actions: list[tuple[str, list[tuple[date, str, bool]], bool]], flag: str, where: str, closed: str, as_at: date
) -> None:
    state = state_of(plan_text(actions, flag, where, closed), as_at)
    report = report_context(state)
    assert SECRET not in repr(report)
    assert SECRET not in render(report, "html")
    assert SECRET not in render(report, "md")
    owned = Template("owner", "")
    assert SECRET not in render(report, "md", owned)


@settings(max_examples=8)
@given(actions=_actions, flag=_flags, as_at=_days)
def test_no_internal_text_in_a_public_word_file(
    actions: list[tuple[str, list[tuple[date, str, bool]], bool]], flag: str, as_at: date
) -> None:
    report = report_context(state_of(plan_text(actions, flag, "", ""), as_at))
    with ZipFile(BytesIO(fill(report, render(report, "html")))) as archive:
        assert not [name for name in archive.namelist() if SECRET.encode() in archive.read(name)]


@pytest.mark.parametrize("format", ["html", "md"])
def test_the_internal_report_says_what_it_is_and_has_it_all(format: Format) -> None:
    entries = [(date(2014, 1, 1), "in progress", False)]
    where = "themes:\n  T:\n    {note}\n    goals:\n      G:\n        {note}"
    state = state_of(plan_text([("July 2013", entries, False)], "true", where, ""), date(2015, 1, 1))
    text = render(report_context(state, "internal"), format)
    assert "Internal version: it holds notes that are not for publication." in text
    for what in ("plan", "group", "action", "risks", "a", "column", "progress"):
        assert f"{SECRET} {what}" in text
