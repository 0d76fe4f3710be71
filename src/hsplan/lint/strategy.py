"""The record of the strategy behind a plan: what rules about the law ask of it."""

from __future__ import annotations

from datetime import date, timedelta

from hsplan.document import Map
from hsplan.findings import Place
from hsplan.frozen import Frozen
from hsplan.lint.mentions import publishers
from hsplan.lint.rule import View
from hsplan.plan.period import PastDate, past
from hsplan.timescale.days import add_months


class Published(Frozen):
    """When one organisation published the strategy, and by which day the next one must be.

    The Act's five years begin with the day of publication, so they end on the day before its fifth anniversary (where
    the year of that has no 29 February, on the 28th); where only the month or the year is known, the last day that it
    may have been counts.
    """

    organisation: str
    day: PastDate
    renew_by: date


def english(view: View) -> bool:
    """Whether the Act's rules hold: a plan of England that is no draft any more."""
    return view.plan.nation == "england" and not view.draft


def running(view: View) -> bool:
    """The same of a plan that is adopted and not closed: what the passing of time brings about is asked of no other."""
    return english(view) and view.life == "adopted"


def housing_authorities(view: View) -> tuple[str, ...]:
    """The plan's organisations without those that say what they do and do not name housing; of a plan that names none
    the one whose plan it is, as ""."""
    if not view.plan.organisations:
        return ("",)
    found = []
    for name in view.organisations:
        owner = view.owners.get(name)
        if owner is None or not owner.functions or any("housing" in each.casefold() for each in owner.functions):
            found.append(name)
    return tuple(found)


def published(view: View) -> tuple[Published, ...]:
    """When the strategy was published, by each organisation or once for all; without those that are no owners."""
    strategy = view.plan.node.get("strategy")
    value = strategy.get("published") if isinstance(strategy, Map) else None
    entries = value.items() if isinstance(value, Map) else (("", value),)
    found = []
    for name, written in entries:
        day = past(written)
        owner = view.owners.resolve(name) if name else None
        if day is not None and (owner or not name):
            found.append(Published(owner.key if owner else name, day, _last_of_five_years(day.last)))
    return tuple(found)


def _last_of_five_years(first: date) -> date:
    """The last of the five years' days that begin with one."""
    anniversary = add_months(first, 60)
    return anniversary - timedelta(days=1) if anniversary.day == first.day else anniversary


def unknown_publishers(view: View) -> bool:
    """Whether the plan names anybody as the strategy's publisher who stands in no owners list."""
    return any(view.owners.resolve(name) is None for name, _ in publishers(view.plan))


def whose(each: Published) -> str:
    """Whose strategy it is, as messages say it."""
    return f" of {each.organisation}" if each.organisation else ""


def record_place(view: View) -> Place:
    """The strategy's record, else the plan's title."""
    node = view.plan.node
    return view.document.key(node, "strategy" if "strategy" in node else "title")


def published_place(view: View, each: Published) -> Place:
    """Where the date of publication stands."""
    strategy = view.plan.node.get("strategy")
    assert isinstance(strategy, Map)
    dates = strategy.get("published")
    if isinstance(dates, Map):
        key = next((name for name in dates if name == each.organisation), next(iter(dates), ""))
        return view.document.value(dates, key)
    return view.document.value(strategy, "published")
