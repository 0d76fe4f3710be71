"""HS320 to HS329: date changes that a meeting would ask about."""

from __future__ import annotations

from datetime import date

from hsplan.timescale.wording import words
from tests.lint.mutations.broken import Broken
from tests.lint.mutations.page import Break, Page
from tests.lint.mutations.targets import OLD_WORDING, due, room, timed

_REASON = 'reason: "Two landlords joined late"'


def _moved(page: Page, first: int, *changes: str, still_open: bool | None = True) -> Broken:
    """An action that was first due so many days from the as-at date, and its date changes."""
    action = timed(page, page.day(first), still_open=still_open)
    listed = "\n" + "\n".join(f"  - {each}" for each in changes)
    edits = due(page, action, page.when(first)), page.add(action.node, "date_changes", listed)
    return Broken(edits, action.id, OLD_WORDING)


def _change(page: Page, put: int, to: str, decided: int | None, more: str = _REASON) -> str:
    agreed = "" if decided is None else f", decided: {page.day(decided)}"
    return f"{{date: {page.day(put)}, timescale: {to}{agreed}{', ' if more else ''}{more}}}"


def _ahead(page: Page) -> str:
    """A date after the as-at date and within the plan."""
    page.need(room(page, 20), "it ends with the as-at date")
    return page.when(20)


def _change_without_reason(page: Page) -> Broken:
    return _moved(page, 0, f"⟦{_change(page, -40, _ahead(page), -30, '')}⟧")


def _change_undecided(page: Page) -> Broken:
    return _moved(page, 0, f"⟦{_change(page, -10, _ahead(page), None)}⟧")


def _change_left_undecided(page: Page) -> Broken:
    return _moved(page, 0, f"⟦{_change(page, -200, _ahead(page), None)}⟧")


def _change_backwards(page: Page) -> Broken:
    """From a date still to come to today; where the plan ends today, of an action that is closed."""
    if room(page, 30):
        return _moved(page, 30, _change(page, -40, f"⟦{page.when()}⟧", -30))
    return _moved(page, 0, _change(page, -80, f"⟦{page.when(-20)}⟧", -70), still_open=False)


def _change_late(page: Page) -> Broken:
    return _moved(page, -60, f"⟦{_change(page, -30, page.when(), -20)}⟧")


def _moved_often(page: Page) -> Broken:
    broken = _moved(page, -60, _change(page, -90, page.when(-30), -85), _change(page, -50, page.when(), -45))
    *others, added = broken.edits
    return broken._replace(edits=(*others, added._replace(new=added.new.replace("date_changes", "⟦date_changes⟧", 1))))


def _moved_past_plan(page: Page) -> Broken:
    after = words(date.fromordinal(page.period.end.toordinal() + 40))
    broken = _moved(page, 0, _change(page, -40, f"⟦{after}⟧", -30))
    return broken._replace(loses=(*broken.loses, "HS335"))


def _decided_too_early(page: Page) -> Broken:
    change = f"{{date: {page.day(-30)}, timescale: {page.when()}, decided: ⟦{page.day(-40)}⟧, {_REASON}}}"
    return _moved(page, -20, change)


def _decision_future(page: Page) -> Broken:
    change = f"{{date: {page.day(-30)}, timescale: {_ahead(page)}, decided: ⟦2113-06-10⟧, {_REASON}}}"
    return _moved(page, 0, change)


def _change_without_date(page: Page) -> Broken:
    return _moved(page, 0, _change(page, -40, "⟦ongoing⟧", -30))


BREAKS = {
    "change-without-reason": Break(_change_without_reason),
    "change-undecided": Break(_change_undecided),
    "change-left-undecided": Break(_change_left_undecided),
    "change-backwards": Break(_change_backwards),
    "change-late": Break(_change_late),
    "moved-often": Break(_moved_often),
    "moved-past-plan": Break(_moved_past_plan, ("candid",)),
    "decided-too-early": Break(_decided_too_early),
    "decision-future": Break(_decision_future, ("adopted",)),
    "change-without-date": Break(_change_without_date),
}
