"""HS310 to HS313 and HS330 to HS335: whether the dates of a plan can all be kept."""

from __future__ import annotations

from datetime import date

from hsplan.timescale.wording import words
from tests.lint.mutations.broken import Broken
from tests.lint.mutations.page import Break, Page
from tests.lint.mutations.targets import OLD_WORDING, due, room, timed

_THINGS = ["arrears", "prisons", "hospitals", "hostels", "deposits", "repairs", "lettings", "debt"]


def _due_before_plan(page: Page) -> Broken:
    """A step of an action was due before the plan; were the action itself, it would be told as overdue too."""
    action = timed(page, page.as_at)
    before = words(date.fromordinal(page.period.start.toordinal() - 40))
    milestone = f'{{title: "Signed by all", timescale: ⟦{before}⟧}}'
    edits = due(page, action, page.when()), page.entry(action.node, "milestones", milestone)
    return Broken(edits, action.id, OLD_WORDING)


def _due_after_plan(page: Page) -> Broken:
    action = timed(page, page.as_at)
    after = words(date.fromordinal(page.period.end.toordinal() + 40))
    return Broken((due(page, action, f"⟦{after}⟧"),), action.id, (*OLD_WORDING, "HS335"))


def _due_outside_phase(page: Page) -> Broken:
    """An action is due on the as-at date, and its phase was the plan's first month."""
    first = date.fromordinal(page.period.start.toordinal() + 30)
    action = timed(page, page.as_at)
    phase = page.below("phases", "opening", f'{{title: "Opening", from: {page.period.start}, to: {first}}}')
    edits = (phase, due(page, action, f"⟦{page.when()}⟧"), page.put(action.node, "phase", "opening"))
    return Broken(edits, action.id, OLD_WORDING)


def _due_disagrees(page: Page) -> Broken:
    action = timed(page, page.as_at)
    page.need("due" not in action.node, "it has a due: already")
    edits = due(page, action, page.when()), page.add(action.node, "due", f"⟦{page.day(-20)}⟧")
    return Broken(edits, action.id, OLD_WORDING)


def _due_before_start(page: Page) -> Broken:
    action = timed(page, page.as_at)
    return Broken(
        (due(page, action, page.when()), page.put(action.node, "added", f"⟦{page.day(20)}⟧")), action.id, OLD_WORDING
    )


def _milestone_after_action(page: Page) -> Broken:
    """A step is due a month after its action; where the plan ends with the as-at date, in an action that is closed."""
    more = room(page, 40)
    own, step = (10, 40) if more else (-40, -10)
    action = timed(page, page.day(own), still_open=None if more else False)
    milestone = f'{{title: "Signed by all", timescale: ⟦{page.when(step)}⟧}}'
    edits = due(page, action, page.when(own)), page.entry(action.node, "milestones", milestone)
    return Broken(edits, action.id, OLD_WORDING)


def _due_before_dependency(page: Page) -> Broken:
    """Two open actions of the plan, of which the one that is due first waits for the other."""
    pairs = [state for state in page.state.actions if state.open and state.due and not state.action.depends_on]
    pairs.sort(key=lambda state: state.due or page.as_at)
    page.need(pairs and pairs[0].due != pairs[-1].due, "no two open actions are due on different days")
    first, last = pairs[0].action, pairs[-1].action
    return Broken((page.add(first.node, "depends_on", f'⟦["{last.id}"]⟧'),), first.id)


def _dependency_gone(page: Page) -> Broken:
    """An open action waits for a new one, which is withdrawn."""
    begun = not page.plan.reporting or any(action.progress for action in page.plan.actions)
    page.need(begun, "the first entry of all asks for the others (no-update)")
    wanted = "open action that waits for none"
    waiting = page.action(lambda action: page.states[action.id].open and not action.depends_on, wanted)
    day = page.as_at.isoformat()
    ended = f'[{{date: {day}, status: withdrawn, decided: {day}, note: "Not wanted any more"}}]'
    gone = page.new_action("Z1", "Ask the landlords of the county", f"timescale: {page.when()}\n  progress: {ended}")
    return Broken((page.add(waiting.node, "depends_on", '⟦["Z1"]⟧'), gone), waiting.id)


def _dependency_cycle(page: Page) -> Broken:
    one, other = [action for action in page.plan.actions if not action.depends_on][:2]
    edits = page.add(one.node, "depends_on", f'⟦["{other.id}"]⟧'), page.add(other.node, "depends_on", f'["{one.id}"]')
    return Broken(edits, one.id)


def _all_in_one_month(page: Page) -> Broken:
    """Nothing is dated but eight new actions, all due on the plan's last day."""
    period = page.mark(*page.root.marks["period"][2:])
    new = [
        page.new_action(f"Z{thing}", f"Agree what is to be done about {thing}", f"timescale: {words(page.period.end)}")
        for thing in _THINGS
    ]
    return Broken((*period, *new))


def _last_years_empty(page: Page) -> Broken:
    """Nothing is dated but eight new actions in eight months, more than a year before the plan ends."""
    page.need((page.period.end - page.period.start).days >= 365 + 240, "the plan is too short")
    left = (page.period.end - page.as_at).days
    first = 30 if left > 700 else 30 - 700 + left
    ended = (
        "" if first > 0 else f"\n  done: {page.day(first)}\n  progress: [{{date: {page.day(-1)}, status: achieved}}]"
    )
    period = page.mark(*page.root.marks["period"][2:])
    new = [
        page.new_action(
            f"Z{thing}",
            f"Agree what is to be done about {thing}",
            f"timescale: {page.when(first + 30 * number)}{ended}",
        )
        for number, thing in enumerate(_THINGS)
    ]
    return Broken((*period, *new))


_EMPTY = ("adopted", "candid", "silent", "undated")

BREAKS = {
    "due-before-plan": Break(_due_before_plan),
    "due-after-plan": Break(_due_after_plan, ("candid",)),
    "due-outside-phase": Break(_due_outside_phase),
    "due-disagrees": Break(_due_disagrees),
    "due-before-start": Break(_due_before_start),
    "milestone-after-action": Break(_milestone_after_action),
    "due-before-dependency": Break(_due_before_dependency),
    "dependency-cycle": Break(_dependency_cycle),
    "all-in-one-month": Break(_all_in_one_month, _EMPTY),
    "last-years-empty": Break(_last_years_empty, _EMPTY),
    "dependency-gone": Break(_dependency_gone),
}
