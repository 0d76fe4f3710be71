"""HS4: what time has made of an action, and what its entries say."""

from __future__ import annotations

from hsplan.document import Map
from hsplan.plan import Action
from tests.lint.mutations.broken import Broken, Edit
from tests.lint.mutations.page import Break, Page
from tests.lint.mutations.targets import OLD_WORDING, due, timed

_REVIEWS = ("HS306", "HS702")
"""What is not said any more of a plan that says how often it reports."""
_NOTE = 'note: "First draft out"'


def entry(page: Page, days: int, more: str) -> str:
    return f"{{date: {page.day(days)}, {more}}}"


def entries(page: Page, action: Action, *texts: str) -> tuple[Edit, ...]:
    """New entries above those that there are, in this order."""
    if "progress" not in action.node:
        return (page.add(action.node, "progress", "\n" + "\n".join(f"  - {each}" for each in texts)),)
    return tuple(page.entry(action.node, "progress", each) for each in texts)


def _overdue(page: Page) -> Broken:
    action = timed(
        page, page.day(-1), still_open=True, wanted=lambda action: page.states[action.id].position != "overdue"
    )
    return Broken((due(page, action, f"⟦{page.when(-1)}⟧"),), action.id, ("HS301",))


def _no_update(page: Page) -> Broken:
    """A plan that nobody has reported on says how often it reports; in one with progress, a new action has none."""
    if not any(action.progress for action in page.plan.actions):
        return Broken((page.add(page.root, "reporting", "⟦quarterly⟧"),), loses=_REVIEWS)
    others = [state for state in page.state.actions if state.open and state.position != "overdue"]
    page.need(not others, "all its open actions would be without one")
    new = page.new_action("⟦Z1⟧", "Agree what is to be done about arrears", f"timescale: {page.when()}")
    return Broken((page.add(page.root, "reporting", "quarterly"), new), "Z1", _REVIEWS)


def _entry_future(page: Page) -> Broken:
    action = page.actions()[0]
    ahead = f"{{date: ⟦2113-06-30⟧, status: in progress, {_NOTE}}}"
    if not action.progress:
        return Broken(entries(page, action, ahead), action.id)
    return Broken((page.last_entry(action.node, "progress", ahead),), action.id)


def _entries_out_of_order(page: Page) -> Broken:
    """Below an entry stands an older one."""
    action = timed(page, page.as_at, still_open=None)
    first = entry(page, -10, f"status: in progress, {_NOTE}")
    second = f"{{date: ⟦{page.day(-60)}⟧, status: in progress, {_NOTE}}}"
    return Broken(entries(page, action, first, second), action.id)


def _entry_before_plan(page: Page) -> Broken:
    """The year of an entry is a slip."""
    action = page.actions()[0]
    day = f"⟦{page.period.start.year - 1}-02-01⟧"
    return Broken(entries(page, action, f"{{date: {day}, status: not started, {_NOTE}}}"), action.id)


def _reopened_silently(page: Page) -> Broken:
    action = timed(page, page.as_at, still_open=None)
    done = entry(page, -60, 'status: achieved, note: "Signed by all"')
    again = entry(page, -30, "status: ⟦in progress⟧")
    return Broken(entries(page, action, done, again), action.id)


def _achieved_bare(page: Page) -> Broken:
    """An entry without a word; where every action has one with a word, one loses it."""
    bare = [each for each in page.actions() if not (each.note or each.internal_note or each.done or each.milestones)]
    new = [each for each in bare if not each.progress]
    if new:
        return Broken(entries(page, new[0], entry(page, 0, "status: ⟦achieved⟧")), new[0].id, ("HS401",))
    one = [each for each in bare if len(each.progress) == 1 and each.progress[0].status == "achieved"]
    page.need(one, "every achieved action has a note, a day or a milestone besides")
    node = one[0].progress[0].node
    return Broken((page.drop(node, "note"), *page.value(node, "status")), one[0].id)


def _green_while_overdue(page: Page) -> Broken:
    late = [
        state.action for state in page.state.actions if state.position == "overdue" and state.rag in ("amber", "red")
    ]
    page.need(late, "no action is overdue")
    action = min(late, key=lambda action: len(action.progress))
    if action.progress:
        return Broken((page.add(action.progress[-1].node, "rag", "⟦green⟧"),), action.id)
    return Broken(entries(page, action, entry(page, 0, "status: in progress, rag: ⟦green⟧")), action.id)


def _note_contradicts(page: Page) -> Broken:
    fresh = [action for action in page.actions() if not action.progress]
    if fresh:
        said = entry(page, 0, 'status: ⟦in progress⟧, note: "Completed."')
        return Broken(entries(page, fresh[0], said), fresh[0].id)
    action = page.action(lambda each: each.progress[-1].status == "in progress", "action in progress")
    node = action.progress[-1].node
    return Broken((*page.value(node, "status"), page.put(node, "note", '"Completed."')), action.id)


def _two_statuses(page: Page) -> Broken:
    action = page.actions()[0]
    one, other = entry(page, -60, f"status: not started, {_NOTE}"), entry(page, -60, f"status: ⟦in progress⟧, {_NOTE}")
    return Broken(entries(page, action, one, other), action.id)


def _organisation_silent(page: Page) -> Broken:
    """Two teams must do an action, and one of them has said how it goes."""
    teams = [
        owner.key
        for action in page.plan.actions
        for name in (*action.lead, *action.partners)
        if (owner := page.owners.resolve(name)) and owner.kind in ("team", "post", "board") and not owner.members
        and owner.end is None
    ]  # fmt: skip
    one, other = list(dict.fromkeys(teams))[:2]

    def each(action: Action) -> Edit:
        return page.add(action.node, "each", f"⟦[{one}, {other}]⟧")

    fresh = [action for action in page.actions() if not action.progress and not action.each]
    if fresh:
        said = entry(page, 0, f"by: {one}, status: in progress, {_NOTE}")
        return Broken((each(fresh[0]), *entries(page, fresh[0], said)), fresh[0].id)
    undated = page.action(
        lambda action: not action.each and len(action.progress) == 1 and page.states[action.id].due is None,
        "action with one entry and no due date",
    )
    entry_node: Map = undated.progress[0].node
    return Broken((each(undated), page.add(entry_node, "by", one)), undated.id)


def _entry_uncounted(page: Page) -> Broken:
    """Two teams must do an action, both have said how it goes, and so has one who is neither."""
    teams = [owner for key in page.owners.by_key if (owner := page.owners.get(key)) and owner.kind == "team"]
    used = {name for action in page.plan.actions for name in (*action.lead, *action.partners)}
    free = [each.key for each in teams if each.key in used and not each.end and not each.members]
    page.need(len(free) > 2, "fewer than three teams are named")
    one, other, third = free[:3]
    action = page.action(lambda action: not action.progress and not action.each, "action without progress")
    said = [entry(page, 0, f"by: {name}, status: in progress, {_NOTE}") for name in (one, other, f"⟦{third}⟧")]
    return Broken((page.add(action.node, "each", f"[{one}, {other}]"), *entries(page, action, *said)), action.id)


def _done_future(page: Page) -> Broken:
    """A closed action was done in a hundred years."""
    action = page.action(lambda action: not action.done and not page.states[action.id].open, "closed action")
    return Broken((page.add(action.node, "done", "⟦2113-06-14⟧"),), action.id, ("HS414",))


def _done_but_open(page: Page) -> Broken:
    action = page.action(lambda action: not action.done and page.states[action.id].open, "open action")
    return Broken((page.add(action.node, "done", f"⟦{page.day(-10)}⟧"),), action.id, ("HS401",))


_ASKED = ("adopted", "silent")


def _milestone_late(page: Page) -> Broken:
    """A step was due before the as-at date, on which its action is due."""
    action = timed(page, page.as_at, still_open=True)
    milestone = f'{{title: "Signed by all", timescale: ⟦{page.when(-20)}⟧}}'
    edits = due(page, action, page.when()), page.entry(action.node, "milestones", milestone)
    return Broken(edits, action.id, OLD_WORDING)


BREAKS = {
    "overdue": Break(_overdue, ("adopted",)),
    "no-update": Break(_no_update, ("adopted", "candid", "silent")),
    "entry-future": Break(_entry_future, ("adopted",)),
    "entries-out-of-order": Break(_entries_out_of_order, ("silent",)),
    "entry-before-plan": Break(_entry_before_plan, ("silent",)),
    "reopened-silently": Break(_reopened_silently, ("silent",)),
    "achieved-bare": Break(_achieved_bare, ("silent",)),
    "green-while-overdue": Break(_green_while_overdue, _ASKED),
    "note-contradicts": Break(_note_contradicts, ("silent",)),
    "two-statuses": Break(_two_statuses, ("silent",)),
    "organisation-silent": Break(_organisation_silent, _ASKED),
    "entry-uncounted": Break(_entry_uncounted, _ASKED),
    "done-future": Break(_done_future),
    "done-but-open": Break(_done_but_open, ("silent",)),
    "milestone-late": Break(_milestone_late, ("adopted",)),
}
