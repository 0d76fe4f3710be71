"""HS1: how the plan hangs together, and titles that members can read and tell apart."""

from __future__ import annotations

from hsplan.document import Map
from hsplan.plan import Action
from tests.lint.mutations.broken import Broken, Edit
from tests.lint.mutations.page import Break, Page


def _first(page: Page) -> Action:
    return page.actions()[0]


def _of(page: Page, action_id: str) -> Action:
    return next(action for action in page.plan.actions if action.id == action_id)


def _duplicate_id(page: Page) -> Broken:
    """An action takes the id of one in another group."""
    groups = sorted(page.peopled(), key=lambda group: group.node.start)
    elsewhere = groups[0].actions[0]
    later = page.plan.actions[page.plan.actions.index(_of(page, elsewhere)) + 1 :]
    action = page.action(lambda each: each in later and each.id not in groups[0].actions, "second group with actions")
    assert action.node.name is not None
    return Broken((Edit(*action.node.name, f'⟦"{elsewhere}"⟧'),), elsewhere)


def _dangling_reference(page: Page) -> Broken:
    action = page.action(lambda action: not action.depends_on, "action that depends on none")
    return Broken((page.add(action.node, "depends_on", '[⟦"Z.9"⟧]'),), action.id)


def _placeholder(page: Page) -> Broken:
    action = _first(page)
    return Broken((page.append(action.node, "title", " with ⟦____⟧"),), action.id)


def _column_undeclared(page: Page) -> Broken:
    action = _first(page)
    return Broken((page.add(action.node, "⟦x-priority⟧", '"High"'),), action.id)


def _duplicate_goal(page: Page) -> Broken:
    """A goal takes the id of one in another theme."""
    groups = [group for group in page.plan.goals if group.theme]
    page.need(len({group.theme for group in groups}) > 1, "it has no goals in two themes")
    first = groups[0]
    later = next(group for group in groups if group.theme != first.theme)
    assert later.node.name is not None
    return Broken((Edit(*later.node.name, f'⟦"{first.id}"⟧'),))


def _declared_unused(page: Page) -> Broken:
    return Broken((page.below("columns", "⟦x-funder⟧", '{title: "Who pays"}'),))


def _empty_group(page: Page) -> Broken:
    """A new theme with a title and nothing else."""
    return Broken((page.below("themes", "⟦Z⟧", '\n  title: "Better advice"'),))


def _empty_phase(page: Page) -> Broken:
    span = f"from: {page.period.start}, to: {page.period.end}"
    return Broken((page.below("phases", "⟦later⟧", f'{{title: "Later", {span}}}'),))


def _period_backwards(page: Page) -> Broken:
    """The year in which the plan ends is a slip."""
    period = page.root["period"]
    assert isinstance(period, Map)
    return Broken((page.swap(period, "to", f"⟦{page.period.start.year - 1}-03-31⟧"),))


def _duplicate_title(page: Page) -> Broken:
    """A title is copied from an action above."""
    first = page.plan.actions[0]
    target = page.action(lambda action: action is not first, "second action")
    return Broken((page.swap(target.node, "title", f'⟦"{first.title}"⟧'),), target.id)


def _title_long(page: Page) -> Broken:
    action = page.action(lambda action: 20 < len(action.title) < 100, "title of a usual length")
    more = " and keep at it until nobody in the whole of the area has to ask for it twice in any one year"
    return Broken((*page.value(action.node, "title"), page.append(action.node, "title", more)), action.id)


def _title_double(page: Page) -> Broken:
    action = page.action(lambda action: len(action.title) < 70, "title of less than 70 characters")
    return Broken(
        (*page.value(action.node, "title"), page.append(action.node, "title", "; train all staff")), action.id
    )


def _title_stub(page: Page) -> Broken:
    action = page.action(
        lambda action: not (action.outcomes or action.note or action.milestones),
        "action without outcomes, note and milestones",
    )
    return Broken((page.swap(action.node, "title", '⟦"Crisis fund"⟧'),), action.id)


def _title_question(page: Page) -> Broken:
    action = page.action(lambda action: len(action.title) < 90, "title of less than 90 characters")
    return Broken((*page.value(action.node, "title"), page.append(action.node, "title", " (or not?)")), action.id)


BREAKS = {
    "duplicate-id": Break(_duplicate_id),
    "dangling-reference": Break(_dangling_reference),
    "placeholder": Break(_placeholder),
    "column-undeclared": Break(_column_undeclared),
    "duplicate-goal": Break(_duplicate_goal),
    "empty-group": Break(_empty_group),
    "empty-phase": Break(_empty_phase),
    "period-backwards": Break(_period_backwards),
    "declared-unused": Break(_declared_unused, ("adopted", "candid", "silent", "reviewed", "lawful")),
    "duplicate-title": Break(_duplicate_title),
    "title-long": Break(_title_long),
    "title-double": Break(_title_double),
    "title-stub": Break(_title_stub),
    "title-question": Break(_title_question),
}
