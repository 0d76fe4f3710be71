"""Actions that a break about time can be made in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hsplan.plan import Action
from hsplan.timescale.wording import words
from tests.lint.mutations.broken import Edit
from tests.lint.mutations.page import Page

OLD_WORDING = ("HS301", "HS303", "HS304", "HS306", "HS309", "HS312", "HS401")
"""What may be said of a timescale that a break replaces, and is not said any more."""


def timed(page: Page, day: date, *, still_open: bool | None = None, wanted: Callable[[Action], bool] = bool) -> Action:
    """An action that may be given a timescale of that day: in a phase that has the day, without date changes or a day
    on which it was done; open or closed as asked. An open one without milestones and with a timescale comes first."""

    def fits(action: Action) -> bool:
        phase = page.plan.phases.get(action.phase)
        within = phase is None or phase.period is None or phase.period.start <= day <= phase.period.end
        plain = not (action.date_changes or action.done or action.each)
        return within and plain and still_open in (None, page.states[action.id].open) and wanted(action)

    what = {True: "open ", False: "closed ", None: ""}[still_open] + f"action in a phase that has {words(day)}"
    page.action(fits, what)

    def order(action: Action) -> tuple[bool, bool, int, bool]:
        closed = not page.states[action.id].open
        return bool(action.milestones), closed, page.said[action.id], not action.timescale

    return min(page.actions(fits), key=order)


def due(page: Page, action: Action, wording: str) -> Edit:
    """The action's timescale, written or replaced."""
    return page.put(action.node, "timescale", f'"{wording}"' if not wording.startswith("⟦") else wording)


def room(page: Page, days: int) -> bool:
    """Whether the plan goes on for so many days."""
    return page.day(days) <= page.period.end
