"""One finding for one cause: slips in real plans that more than one rule could speak of, and slips that one must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from hsplan.document import Map
from hsplan.plan import Action
from tests.lint.mutations.broken import TOP, Broken, Edit, spoilt
from tests.lint.mutations.page import Page
from tests.lint.mutations.run import key, page, report_on
from tests.lint.mutations.targets import timed

Slip = Callable[[Page], tuple[Edit, ...]]


def _period(page: Page) -> Map:
    period = page.root["period"]
    assert isinstance(period, Map)
    return period


def _wait(page: Page, *, still_open: bool) -> tuple[Edit, ...]:
    """A date change that was put forward long ago."""
    action: Action = timed(page, page.as_at, still_open=still_open)
    change = f"{{date: {page.day(-200)}, timescale: {page.when()}, reason: It is late}}"
    return (page.add(action.node, "date_changes", f"\n  - {change}"),)


def _strategy(page: Page) -> Map:
    strategy = page.root["strategy"]
    assert isinstance(strategy, Map)
    return strategy


def _far(page: Page) -> Edit:
    """A date change put forward in a hundred years and decided now."""
    action = timed(page, page.as_at, still_open=True)
    change = f"{{date: 2114-01-10, timescale: {page.when(20)}, reason: It is late, decided: {page.day(-10)}}}"
    return page.add(action.node, "date_changes", f"\n  - {change}")


def _into(page: Page, name: str) -> tuple[Edit, ...]:
    entry = f"{{date: {page.day(-10)}, status: superseded, decided: {page.day(-10)}, into: [{name}]}}"
    return (page.add(page.plan.actions[0].node, "progress", f"[{entry}]"),)


SLIPS: dict[str, tuple[str, Slip, list[str]]] = {
    "a period that ends before it begins": (
        "worcestershire-2012",
        lambda page: (page.swap(_period(page), "to", "2011-03-31"),),
        ["HS112"],
    ),
    "adopted after its last day": (
        "worcestershire-2012",
        lambda page: (page.add(page.root, "adopted", "2019-04-01"),),
        ["HS112"],
    ),
    "a long dash in a phase's date": (
        "worcester-2023",
        lambda page: (page.swap(page.plan.phases["year-1"].node, "to", "2023\u201312\u201331"),),
        ["HS015"],
    ),
    "a newer format, beside what is accepted": (
        "oxford-2013",
        lambda page: (page.swap(page.root, "hsplan", "2"),),
        ["HS020"],
    ),
    "a change that waits, of an open action": ("oxford-2013", lambda page: _wait(page, still_open=True), ["HS322"]),
    "a change that waits, of a closed one": ("west-kent-2010", lambda page: _wait(page, still_open=False), []),
    "a word explained twice, once unused": (
        "oxford-2013",
        lambda page: (page.below("glossary", "S.I.L.", '"Supported to Independent Living"'),),
        ["HS803"],
    ),
    "the body of a meeting misspelt": (
        "worcestershire-2007",
        lambda page: (page.add(page.root, "meetings", "[{date: 2010-06-01, body: Homeless Strategy Stering Group}]"),),
        ["HS203"],
    ),
    "a return by nobody": (
        "oxford-2013",
        lambda page: (page.add(page.root, "returns", "[{for: Q1 2013/14, by: Nobody, date: 2013-07-01}]"),),
        ["HS203"],
    ),
    "a figure by nobody": (
        "west-kent-2010",
        lambda page: (page.add(page.plan.indicators["acceptances"].actuals[0].node, "by", "Nobody"),),
        ["HS203"],
    ),
    "a sum of money with a comma": (
        "west-kent-2010",
        lambda page: (page.add(page.plan.actions[1].node, "budget", "{amount: £3,000}"),),
        ["HS025"],
    ),
    "no period": ("oxford-2013", lambda page: (page.drop(page.root, "period"),), ["HS022"]),
    "done, and nobody has said so": (
        "oxford-2013",
        lambda page: (page.add(timed(page, page.as_at, still_open=True).node, "done", "2014-01-31"),),
        ["HS420"],
    ),
    "the strategy's publisher misspelt": (
        "west-kent-2010",
        lambda page: (page.swap(_strategy(page), "published", "{Sevenoaks: 2007, TMBC: 2007, TWBCC: 2007}"),),
        ["HS203"],
    ),
    "one lead twice": (
        "oxford-2013",
        lambda page: (page.swap(page.plan.actions[0].node, "lead", "[Options Manager, Options Manager]"),),
        ["HS202"],
    ),
    "a date change with a year far ahead": (
        "oxford-2013",
        lambda page: (_far(page),),
        ["HS328"],
    ),
    "a figure with a comma": (
        "west-kent-2010",
        lambda page: (page.swap(page.plan.indicators["acceptances"].actuals[0].node, "value", "15,200"),),
        ["HS013"],
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_of_once(slip: str) -> None:
    plan, make, expected = SLIPS[slip]
    before = page(plan)
    report = report_on(plan, spoilt(before.text, Broken(make(before), at=TOP))[0].encode())
    new = Counter(map(key, report.findings)) - Counter(map(key, before.report.findings))
    assert sorted(rule for rule, _ in new.elements()) == expected


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("oxford-2018", 'Write it as "oxford-2018/?".'),
        ("A1.2", 'Write it as "oxford-2013/A1.2".'),
        ("/A1.2", 'Write it as "oxford-2013/A1.2".'),
        ("oxford-2018/", 'Write it as "oxford-2018/?".'),
        ("west-kent-2010", 'Write it as "west-kent-2010/?".'),
        ("X1", 'Write the plan too: "plan/X1".'),
    ],
)
def test_half_a_name_is_made_whole(name: str, help: str) -> None:
    before = page("oxford-2013", ("silent",))
    report = report_on("oxford-2013", spoilt(before.text, Broken(_into(before, name), at=TOP))[0].encode())
    assert [each.help for each in report.findings if each.name == "into-dangling"] == [help]


def test_a_thousand_is_mended_as_a_figure() -> None:
    slip = SLIPS["a figure with a comma"][1]
    before = page("west-kent-2010")
    report = report_on("west-kent-2010", spoilt(before.text, Broken(slip(before), at=TOP))[0].encode())
    (found,) = [each for each in report.findings if each.name == "words-lost"]
    assert found.help == "Write the figure without the comma, or put a text in double quotes."
