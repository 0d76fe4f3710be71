"""One action with its whole record: what its page in a site says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.exporting.history import Told
from hsplan.exporting.life import life_lines
from hsplan.findings import capital, full_stop
from hsplan.frozen import Frozen
from hsplan.monitor import ActionState
from hsplan.monitor.life import Life, life
from hsplan.monitor.lineage import Lineage
from hsplan.monitor.links import UNKNOWN, parts
from hsplan.monitor.status import as_known, pending
from hsplan.plan import PROPOSABLE, Progress
from hsplan.report.actions import action_views, undecided
from hsplan.report.addresses import Addresses, link
from hsplan.report.origins import origins
from hsplan.report.records import ActionView, Day, Detail
from hsplan.report.setting import Setting, day
from hsplan.report.text import clean
from hsplan.report.told import Happened, happened
from hsplan.timescale.wording import words


class Entry(Frozen):
    """An entry of progress; texts that it does not give are ""."""

    day: Day | None
    period: str
    by: str
    status: str
    decision: str
    """Who decided, and of a deferral, withdrawal or replacement when, and whether they agreed."""
    rag: str
    """The officer's own colour."""
    note: str
    internal_note: str


class Relative(Frozen):
    """Another action: its id, with its plan's where that is another, its title, and its page, "" where it has none."""

    id: str
    title: str
    page: str


class Relatives(Frozen):
    """The actions that hang together with this one in one way: "It comes from"."""

    title: str
    actions: tuple[Relative, ...]


class ActionPage(Frozen):
    """An action's page."""

    label: str
    """What the plan calls an action."""
    places: tuple[str, ...]
    """The theme and goal that it stands in."""
    action: ActionView
    facts: tuple[Detail, ...]
    """All that is known of it besides, but for its date changes and milestones."""
    date_changes: tuple[str, ...]
    milestones: tuple[str, ...]
    progress: tuple[Entry, ...]
    """The newest first."""
    relatives: tuple[Relatives, ...]
    life: tuple[str, ...]
    """Its way through the plans and what that adds up to, a sentence or two each."""
    history: tuple[Happened, ...] | None
    """What git has of it, the newest first; nothing where there is no repository."""


class Around(Frozen):
    """What an action's page is made from besides its plan: the plans before and after, where their pages are, and git.

    `told` has the changes by the actions' ids, oldest first; it is None outside of a repository.
    """

    of: Lineage
    where: Addresses
    told: Mapping[str, Sequence[Told]] | None


def action_pages(setting: Setting, around: Around) -> Iterator[tuple[str, ActionPage]]:
    """A page for every action of the plan, with its address from the site's top. Only the first of two that share an
    id has one."""
    used: set[str] = set()
    for each, view in zip(setting.state.actions, action_views(setting), strict=True):
        if each.action.id not in used:
            used.add(each.action.id)
            yield around.where.actions[f"{setting.plan.id}/{each.action.id}"], _page(setting, each, view, around)


def _page(setting: Setting, each: ActionState, view: ActionView, around: Around) -> ActionPage:
    action = each.action
    name = f"{setting.plan.id}/{action.id}"
    whole = life(around.of, name)
    facts = list(view.details)
    changes, steps = _take(facts, "Date changes", each.moves), _take(facts, "Milestones", each.milestones)
    _take(facts, "Depends on", action.depends_on)
    for label, texts in origins(each, setting):
        _take(facts, label, [text for text in texts if text])
    if action.source:
        facts.append(Detail("Source", (full_stop(clean(action.source)),)))
    told = None if around.told is None else around.told.get(action.id, ())
    return ActionPage(
        label=clean(setting.plan.label("action")),
        places=tuple(_places(setting, each)),
        action=view,
        facts=tuple(facts),
        date_changes=changes,
        milestones=steps,
        progress=tuple(_entry(entry, setting) for entry in reversed(_reported(each, setting))),
        relatives=tuple(_relatives(setting, each, whole, around)),
        life=tuple(clean(line) for line in life_lines(whole, around.of)),
        history=None if told is None else happened(told, setting.plan.id, action.id, setting.audience),
    )


def _take(facts: list[Detail], label: str, stands: Sequence[object]) -> tuple[str, ...]:
    """The texts of a fact, which is taken out. A council's own column may have the same label; it comes later."""
    found = next((fact for fact in facts if stands and fact.label == label), None)
    if found is None:
        return ()
    facts.remove(found)
    return found.texts


def _places(setting: Setting, each: ActionState) -> Iterator[str]:
    plan, action = setting.plan, each.action
    for kind, groups, key in (("theme", plan.themes, action.theme), ("goal", plan.goals, action.goal)):
        group = next((one for one in groups if one.id == key and one.theme in ("", action.theme)), None)
        if group is not None and key:
            yield clean(f"{plan.label(kind)} {group.id}" + (f": {group.title}" if group.title else ""))


def _reported(each: ActionState, setting: Setting) -> list[Progress]:
    """The entries up to the report's date, oldest first; those of one day as they stand in the file."""
    as_at = setting.state.as_at
    found = (entry for entry in each.action.progress if entry.date is None or entry.date <= as_at)
    known = [as_known(entry, as_at) for entry in found]
    return sorted(known, key=lambda entry: entry.date.toordinal() if entry.date else 0)


def _entry(entry: Progress, setting: Setting) -> Entry:
    hidden = clean(entry.internal_note) if setting.internal else ""
    return Entry(
        day=day(entry.date),
        period=clean(entry.period),
        by=clean(entry.by),
        status=capital(undecided(entry, setting) or clean(entry.status)),
        decision=_decision(entry, setting),
        rag=capital(clean(entry.rag)),
        note=full_stop(clean(entry.note)),
        internal_note=full_stop(hidden),
    )


def _decision(entry: Progress, setting: Setting) -> str:
    """ "Agreed on 14 December 2010: Steering Group, SG/10/4."."""
    said = clean(entry.decision)
    if entry.status not in PROPOSABLE or pending(entry, setting.state.as_at):
        return full_stop(said)
    on = f" on {words(entry.decided)}" if entry.decided else ""
    return full_stop(f"{'Refused' if entry.refused else 'Agreed'}{on}" + (f": {said}" if said else ""))


def _relatives(setting: Setting, each: ActionState, whole: Life, around: Around) -> Iterator[Relatives]:
    plan, action = setting.plan, each.action
    here = f"{plan.id}/{action.id}"
    needed = (f"{plan.id}/{key}" for key in action.depends_on)
    others = (other.action for other in setting.state.actions)
    needing = (f"{plan.id}/{other.id}" for other in others if action.id in other.depends_on)
    before = (*whole.predecessors, *action.carried_from, *setting.carried_from.get(action.id, ()))
    after = (*whole.successors, *(() if each.open else each.carried_to))
    for title, names in (
        ("It comes from", before),
        ("It went on into", after),
        ("It depends on", needed),
        ("These depend on it", needing),
    ):
        found = tuple(_relative(name, plan.id, here, around) for name in dict.fromkeys(names))
        if found:
            yield Relatives(title, found)


def _relative(name: str, plan: str, here: str, around: Around) -> Relative:
    other, action = parts(name)
    state = around.of.actions.get(name)
    page = around.where.actions.get(name, "")
    text = action if other == plan else name
    if not other:
        text = name
    elif action == UNKNOWN:
        page, text = around.where.plans.get(other, ""), f"plan {other}, action not known"
    address = link(around.where.actions[here], page) if page else ""
    return Relative(clean(text), clean(state.action.title) if state else "", address)
