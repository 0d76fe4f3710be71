"""HS5: what is taken from one plan into the next."""

from __future__ import annotations

from hsplan.plan import Action
from tests.lint.mutations.broken import Broken, Edit
from tests.lint.mutations.of_progress import entries, entry
from tests.lint.mutations.page import Break, Page
from tests.test_plans import DATES

_LATE = ("HS401", "HS501", "HS502")
"""What is not said any more of an action once it is closed, or once its entries are others."""


def _plain(page: Page, number: int) -> list[Action]:
    """So many actions, in file order, that came from no other plan and that one owner answers for."""
    fit = page.actions(lambda action: not (action.carried_from or action.each or action.done))[:number]
    page.need(len(fit) == number, f"there are no {number} actions that came from no other")
    return sorted(fit, key=lambda action: action.node.start)


def _instead(page: Page, action: Action, *texts: str) -> tuple[Edit, ...]:
    """These entries in the place of those that there are."""
    if "progress" not in action.node:
        return entries(page, action, *texts)
    gone = page.drop(action.node, "progress")
    listed = "\n" + "\n".join(f"  - {each}" for each in texts)
    return gone, page.add(action.node, "progress", listed)


def _superseded(page: Page, into: str) -> str:
    return entry(page, -60, f'status: superseded, decided: {page.day(-60)}, note: "Taken further", into: {into}')


def _carried(page: Page, into: str) -> str:
    return entry(page, -60, f'status: carried over, note: "To be taken further", into: {into}')


def _into_missing(page: Page) -> Broken:
    (action,) = _plain(page, 1)
    said = entry(page, -60, f'status: ⟦superseded⟧, decided: {page.day(-60)}, note: "Taken further"')
    return Broken(_instead(page, action, said), action.id, _LATE)


def _into_dangling(page: Page) -> Broken:
    (action,) = _plain(page, 1)
    return Broken(_instead(page, action, _superseded(page, '[⟦"nowhere-2099/1"⟧]')), action.id, _LATE)


def _carry_cycle(page: Page) -> Broken:
    """Each of two actions went on into the other."""
    one, other = _plain(page, 2)
    edits = (
        *_instead(page, one, _superseded(page, f'[⟦"{page.plan.id}/{other.id}"⟧]')),
        *_instead(page, other, _superseded(page, f'["{page.plan.id}/{one.id}"]')),
    )
    return Broken(edits, one.id, _LATE)


def _carried_sides_disagree(page: Page) -> Broken:
    """An action names one that knows nothing of it."""
    action = page.action(
        lambda each: not each.carried_from and (page.states[each.id].due or not each.timescale), "action with a date"
    )
    other = next(each for each in page.plan.actions if each.id != action.id)
    return Broken((page.add(action.node, "carried_from", f'[⟦"{page.plan.id}/{other.id}"⟧]'),), action.id)


def _carried_backwards(page: Page) -> Broken:
    """Into an action of the oldest plan."""
    from tests.lint.mutations.run import page as page_of

    oldest = page_of(min(DATES, key=lambda name: page_of(name).period.start))
    page.need(oldest.plan.id != page.plan.id, "no plan of the folder begins earlier")
    (action,) = _plain(page, 1)
    into = f'[⟦"{oldest.plan.id}/{oldest.plan.actions[0].id}"⟧]'
    return Broken(_instead(page, action, _superseded(page, into)), action.id, _LATE)


def _follows_unknown(page: Page) -> Broken:
    """The plan follows one that is not there."""
    page.need("follows" not in page.root, "what else is said of the plan before it would be said no more")
    return Broken((page.add(page.root, "follows", "⟦nowhere-2099⟧"),))


def _open_at_close(page: Page) -> Broken:
    """A new action in a plan that was closed."""
    new = page.new_action("⟦Z1⟧", "Agree what is to be done about arrears", f"timescale: {page.when(-1)}")
    return Broken((new,), "Z1")


def _carried_without_date(page: Page) -> Broken:
    """An open action with an ongoing timescale came from another plan; said in the place of what else is said of it."""

    def ongoing(action: Action) -> bool:
        state = page.states[action.id]
        wording = state.timescale.kind in ("ongoing", "recurring") and state.due is None
        return state.open and wording and not action.carried_from

    action = page.action(ongoing, "open action with an ongoing timescale")
    edits = page.add(action.node, "carried_from", "[elsewhere-2001/1]"), *page.value(action.node, "timescale")
    return Broken(edits, action.id, ("HS306",))


def _carried_without_progress(page: Page) -> Broken:
    """Of three actions the first went on into the second and the second into the third, and nobody did anything."""
    first, second = _plain(page, 2)
    third = page.action(
        lambda each: not (each.timescale or each.due or each.milestones or each.each) and each not in (first, second),
        "third action without a date",
    )
    plan = page.plan.id
    edits = (
        *_instead(page, first, _carried(page, f'["{plan}/{second.id}"]')),
        *_instead(page, second, _carried(page, f'["{plan}/{third.id}"]')),
        page.add(second.node, "carried_from", f'["{plan}/{first.id}"]'),
        page.add(third.node, "carried_from", f'["{plan}/{second.id}"]'),
        *_instead(page, third, entry(page, -10, "status: not started")),
        *page.name(third.node),
    )
    return Broken(edits, third.id, _LATE)


def _changed_after_carry(page: Page) -> Broken:
    """Something is entered in an action that was carried over two months before."""
    (action,) = _plain(page, 1)
    later = f'{{date: ⟦{page.day(-10)}⟧, note: "All landlords have signed"}}'
    return Broken(_instead(page, action, _carried(page, '["elsewhere-2001/1"]'), later), action.id, _LATE)


BREAKS = {
    "into-missing": Break(_into_missing, ("silent",)),
    "into-dangling": Break(_into_dangling, ("silent",)),
    "carry-cycle": Break(_carry_cycle, ("silent",)),
    "carried-sides-disagree": Break(_carried_sides_disagree),
    "carried-backwards": Break(_carried_backwards, ("silent",)),
    "follows-unknown": Break(_follows_unknown),
    "open-at-close": Break(_open_at_close, ("adopted", "closed")),
    "carried-without-date": Break(_carried_without_date, ("candid",)),
    "carried-without-progress": Break(_carried_without_progress, ("silent",)),
    "changed-after-carry": Break(_changed_after_carry, ("silent",)),
}
