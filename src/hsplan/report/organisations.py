"""The actions by organisation, where the plan is a joint one; and by lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hsplan.findings import counted, listed
from hsplan.monitor import ActionState
from hsplan.monitor.summary import organisations_of
from hsplan.report.actions import action_view
from hsplan.report.listings import columns
from hsplan.report.positions import POSITIONS, mark
from hsplan.report.records import ActionView, Cell, Grid, Listing, Owned
from hsplan.report.setting import Setting
from hsplan.report.text import clean

Pair = tuple[ActionState, ActionView]


def grid(setting: Setting) -> Grid | None:
    """Positions across, the plan's organisations down, then all others together and the actions that nobody leads.

    None where the plan has fewer than two organisations. An action of several counts in each of them.
    """
    state = setting.state
    own = state.owners.expand(setting.plan.organisations)
    if len(own) < 2 or not state.actions:
        return None
    led: dict[str, list[ActionState]] = {name: [] for name in (*own, "", "others")}
    for each in state.actions:
        names = organisations_of(state.owners, each.action.each or each.action.lead)
        for name in (name for name in names if name in own):
            led[name].append(each.seen_by(name))
        if not names:
            led[""].append(each)
        elif not all(name in own for name in names):
            led["others"].append(each)
    titles = {"": "No lead", "others": "Others"}
    rows = [(titles.get(name, clean(name)), found) for name, found in led.items() if found or name in own]
    positions = [[each.position for each in found] for _, found in rows]
    heads = [name for name in POSITIONS if any(name in found for found in positions)]
    silent = any(each.no_update for each in state.actions)
    cells = []
    for (title, found), places in zip(rows, positions, strict=True):
        numbers = [len(found), *(places.count(name) for name in heads)]
        numbers += [sum(each.no_update for each in found)] if silent else []
        cells.append(Cell(title, tuple(numbers)))
    headings = ("All", *(mark(name).label for name in heads), *(("No update",) if silent else ()))
    return Grid("Number of actions by organisation and position", headings, tuple(cells))


def owned(setting: Setting, views: Sequence[ActionView]) -> tuple[Owned, ...]:
    """The open actions of every lead, overdue ones first; an action of several leads stands with each.

    What each of several organisations must do stands with those who have still to do it, as it stands for them. Who
    belongs to a group that leads, or has a team that does, is told so on a page of their own.
    """
    found: dict[str, list[Pair]] = {}
    for each, view in zip(setting.state.actions, views, strict=True):
        if not each.open:
            continue
        if each.action.lead or not each.by_organisation:
            for name in dict.fromkeys(each.action.lead or ("",)):
                found.setdefault(name, []).append((each, view))
            continue
        for name in (who.organisation for who in each.by_organisation):
            own = each.seen_by(name)
            if own.open:
                found.setdefault(name, []).append((own, action_view(own, view.anchor, setting)))
    names = sorted(found, key=lambda name: (not name, name.casefold()))
    return tuple(
        _owned(setting, name, number, found[name], _besides(setting, name, found))
        for number, name in enumerate(names, start=1)
    )


def _besides(setting: Setting, name: str, found: Mapping[str, Sequence[Pair]]) -> str:
    """ " Besides, 7 open actions (2 overdue) are led by All LAs, to which it belongs."; "" where there are none."""
    owners, said = setting.state.owners, []
    for other, pairs in found.items():
        if not name or other == name or name not in organisations_of(owners, (other,)):
            continue
        owner = owners.resolve(other)
        late = sum(each.position == "overdue" for each, _ in pairs)
        belongs = "to which it belongs" if owner and owner.members else "which is part of it"
        title, overdue = clean(owner.title if owner else other), f" ({late} overdue)" if late else ""
        title = f"the {title[4:]}" if title.startswith("The ") else title
        led = f"{counted(len(pairs), 'open action')}{overdue} {'is' if len(pairs) == 1 else 'are'} led by"
        said.append(f"{led} {title}, {belongs}")
    return f" Besides, {'; '.join(said)}." if said else ""


def _owned(setting: Setting, name: str, number: int, pairs: Sequence[Pair], besides: str) -> Owned:
    ordered = sorted(pairs, key=lambda pair: (-pair[0].days_late, pair[0].due is None, pair[0].due or setting.last_day))
    views = tuple(view for _, view in ordered)
    owner = setting.state.owners.resolve(name) if name else None
    title = clean(owner.title if owner else name) or "No lead"
    told = ("overdue", "left open", "due soon")
    facts = [(sum(each.position == name for each, _ in pairs), name) for name in told]
    facts.append((sum(each.no_update for each, _ in pairs), "without an update"))
    every = {1: "", 2: "both "}.get(len(pairs), "all ")
    said = listed([f"{every if many == len(pairs) else f'{many} '}{what}" for many, what in facts if many])
    mark = "," if len(pairs) == 1 else ":"
    sentence = f"{counted(len(pairs), 'open action')}{f'{mark} {said}' if said else ''}.{besides}"
    anchor = f"owner-{number}"
    shown = columns(setting, "action", "position", "due", "progress")
    listing = Listing(anchor, title, sentence, f"Open actions: {title}, {number}", shown, views, views, "", ())
    return Owned(anchor, title, sentence, listing, name)
