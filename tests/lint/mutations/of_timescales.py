"""HS301 to HS309: that there is a deadline, and how it is worded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.lint.mutations.broken import Broken
from tests.lint.mutations.page import Break, Page
from tests.lint.mutations.targets import OLD_WORDING, due, timed

_SLIPS = {"March": "Mrach", "June": "Jnue", "December": "Decmeber"}


def _no_deadline(page: Page) -> Broken:
    action = page.action(lambda action: action.timescale and not action.milestones, "action with a timescale alone")
    return Broken((page.drop(action.node, "timescale"), *page.name(action.node)), action.id, OLD_WORDING)


def _worded(wording: Callable[[Page], str], *, still_open: bool | None = None) -> Break:
    """A break that words the timescale of an action otherwise."""

    def make(page: Page) -> Broken:
        action = timed(page, page.as_at, still_open=still_open)
        return Broken((due(page, action, f"⟦{wording(page)}⟧"),), action.id, OLD_WORDING)

    return Break(make)


def _misspelt(page: Page) -> str:
    month = page.when().split()[1]
    return f"by {_SLIPS[month]} {page.as_at.year}"


def _excel(page: Page) -> str:
    return str((page.as_at - date(1899, 12, 30)).days)


def _ongoing_unreviewed(page: Page) -> Broken:
    """Said of the action in the place of what is else said of the plan, that nobody reviews it."""
    from tests.lint.mutations.run import workspace

    reviewed = page.plan.reporting or any(body.reviews for body in page.plan.governance.values())
    page.need(not reviewed, "the plan says how often it is reviewed")
    page.need(page.plan.governance, "the plan names no body, which is said once of it")
    came = workspace().carried_into(page.plan)
    action = timed(page, page.as_at, wanted=lambda action: action.id not in came)
    return Broken((due(page, action, "⟦ongoing⟧"),), action.id, (*OLD_WORDING, "HS702"))


BREAKS = {
    "no-deadline": Break(_no_deadline),
    "timescale-not-understood": _worded(lambda page: "the twelfth of never"),
    "timescale-doubtful": _worded(lambda page: f"Q{(page.as_at.month + 2) // 3} {page.as_at.year}"),
    "timescale-misspelt": _worded(_misspelt),
    "timescale-open": _worded(lambda page: "subject to funding", still_open=True),
    "ongoing-unreviewed": Break(_ongoing_unreviewed, ("candid",)),
    "excel-serial": _worded(_excel),
    "timescale-vague": _worded(lambda page: "ASAP", still_open=True),
    "several-dates": _worded(lambda page: f'"{page.when(-1)}, {page.when()}"'),
}
