"""HS6: indicators and their figures, in an indicator that is added to the plan's own."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.plan import Action
from tests.lint.mutations.broken import Broken
from tests.lint.mutations.page import Break, Page

_PLAN = ("adopted", "candid", "silent", "unwatched")


def _with(record: Callable[[Page], str], name: str = "zz-visits") -> Break:
    """A break that adds an indicator."""
    return Break(lambda page: Broken((page.below("indicators", name, record(page)),)), _PLAN)


def _year(page: Page, back: int = 0) -> str:
    """The financial year of the as-at date, or one before it."""
    year = page.as_at.year - (page.as_at.month < 4) - back
    return f"{year}/{(year + 1) % 100:02}"


def _record(page: Page, *more: str, title: str = "Families in bed and breakfast") -> str:
    return f'\n  title: "{title}"\n  ' + "\n  ".join(more)


def _baseline(page: Page) -> str:
    return f"baseline: {{period: {_year(page, 3)}, value: 120}}"


def _targets(page: Page, value: str = "110") -> str:
    return f"targets: [{{period: {_year(page)}, per: year, value: {value}}}]"


def _off_track(page: Page) -> str:
    return _record(
        page,
        "unit: families",
        "better: lower",
        "snapshot: true",
        f"targets: [{{period: {_year(page)}, value: 0}}]",
        f"actuals: [{{period: {page.as_at}, value: ⟦17⟧}}]",
    )


def _reading_missing(page: Page) -> str:
    return _record(page, "frequency: yearly", f"⟦actuals⟧: [{{period: {_year(page, 4)}, value: 31}}]")


def _result_missing(page: Page) -> Broken:
    """An action loses its outcomes."""
    groups = [group for group in (*page.plan.themes, *page.plan.goals) if {"outcomes", "indicators"} & {*group.node}]
    covered = {group.id for group in groups}

    def alone(action: Action) -> bool:
        return not {action.theme, action.goal} & covered

    lacking = [each for each in page.plan.actions if alone(each) and not (each.outcomes or each.indicators)]
    page.need((len(lacking) + 1) * 4 <= len(page.plan.actions), "more than a quarter of the actions lack one already")
    action = page.action(
        lambda each: alone(each) and each.outcomes and not each.indicators and page.said[each.id] < 2,
        "action whose outcomes are all that it has",
    )
    return Broken((page.drop(action.node, "outcomes"), *page.name(action.node)), action.id)


BREAKS = {
    "catalogue-unknown": _with(lambda page: _record(page, "catalogue: ⟦ta-houshold⟧")),
    "indicator-untitled": _with(lambda page: "{unit: visits}", "⟦zz-visits⟧"),
    "period-unclear": _with(lambda page: _record(page, "actuals: [{period: ⟦spring count⟧, value: 31}]")),
    "indicator-off-track": _with(_off_track),
    "reading-missing": _with(_reading_missing),
    "target-missing": _with(lambda page: _record(page, "better: lower", _baseline(page)), "⟦zz-visits⟧"),
    "baseline-missing": _with(lambda page: _record(page, "better: lower", f"⟦targets⟧{_targets(page)[7:]}")),
    "target-period-missing": _with(
        lambda page: _record(page, "better: lower", _baseline(page), "targets: [⟦{per: year, value: 110}⟧]")
    ),
    "direction-missing": _with(lambda page: _record(page, _baseline(page), _targets(page)), "⟦zz-visits⟧"),
    "target-worse": _with(lambda page: _record(page, "better: lower", _baseline(page), _targets(page, "⟦130⟧"))),
    "figure-absurd": _with(
        lambda page: _record(page, 'unit: "%"', f"actuals: [{{period: {_year(page)}, value: ⟦640⟧}}]")
    ),
    "small-number": _with(
        lambda page: _record(page, "unit: people", f"actuals: [{{period: {_year(page)}, value: ⟦2⟧}}]")
    ),
    "figure-twice": _with(
        lambda page: _record(
            page, f"actuals: [{{period: {_year(page)}, value: 31}}, ⟦{{period: {_year(page)}, value: 35}}⟧]"
        )
    ),
    "figure-future": _with(lambda page: _record(page, "actuals: [{period: ⟦2112/13⟧, value: 31}]")),
    "result-missing": Break(_result_missing, ("candid", "silent")),
}
