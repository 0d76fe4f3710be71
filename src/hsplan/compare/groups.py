"""Themes and goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.compare.actions import titles
from hsplan.compare.change import Change
from hsplan.compare.pairing import paired
from hsplan.compare.parts import rest
from hsplan.compare.subject import Subject, subject_of
from hsplan.compare.wording import plain
from hsplan.findings import counted, listed
from hsplan.plan import Action, Group, Plan

Places = dict[tuple[str, str], tuple[str, str]]
Matched = tuple[list[tuple[Group, Group]], list[Group], list[Group]]


def match_groups(old: Plan, new: Plan, actions: Sequence[tuple[Action, Action, str]]) -> Matched:
    """Themes and goals by kind and id, then by title, then by an action that stands in both."""
    holds: dict[str, str] = {was.id: now.id for was, now, _ in actions}
    renamed = {id(group): tuple(holds.get(each, "") for each in group.actions) for group in (*old.themes, *old.goals)}
    same_content = {group.actions for group in (*new.themes, *new.goals) if group.actions}

    def content(group: Group) -> tuple[str, ...] | None:
        own = renamed.get(id(group), group.actions)
        return (group.kind, *own) if own and own in same_content else None

    return paired(
        (*old.themes, *old.goals),
        (*new.themes, *new.goals),
        lambda each: (each.kind, each.id),
        lambda each: (each.kind, plain(each.title)) if each.title else None,
        content,
    )


def places(pairs: Sequence[tuple[Group, Group]]) -> Places:
    """By ("goal", id) or ("theme", id) of the old plan: the theme and goal that this is in the new one."""
    return {(was.kind, was.id): (now.theme, now.id) if now.kind == "goal" else (now.id, "") for was, now in pairs}


def groups(old: Plan, new: Plan, matched: Matched, places_of: Places) -> Iterator[Change]:
    """Groups added, removed, renumbered, retitled, moved. What becomes of their actions is told by these."""
    pairs, gone, come = matched
    for was, now in pairs:
        yield from _compared(subject_of(old, new, now.kind, was, now), was, now, places_of)
    for each, goals in _outer(gone):
        number = counted(len(each.actions) + sum(len(goal.actions) for goal in goals), "action")
        text = f"the {each.kind} was removed{_with(goals)}"
        text += f"; {number} stood in it" if number[0] != "0" else ""
        yield subject_of(old, new, each.kind, each, None).change("group-removed", text)
    for each, goals in _outer(come):
        yield subject_of(old, new, each.kind, None, each).change("group-added", f"a new {each.kind}{_with(goals)}")


def _outer(groups: Sequence[Group]) -> list[tuple[Group, list[Group]]]:
    """Themes, each with its goals among the groups, and the goals that are in none of these themes."""
    themes = {each.id for each in groups if each.kind == "theme"}
    return [
        (each, [goal for goal in groups if each.kind == "theme" and goal.kind == "goal" and goal.theme == each.id])
        for each in groups
        if each.kind == "theme" or each.theme not in themes
    ]


def _with(goals: Sequence[Group]) -> str:
    """` with its goals 1 and 2`."""
    named = listed(each.id for each in goals)
    return f" with its goal{'' if len(goals) == 1 else 's'} {named}" if goals else ""


def _compared(subject: Subject, was: Group, now: Group, places_of: Places) -> Iterator[Change]:
    if was.id != now.id:
        yield subject.change("renumbered", f"renumbered {was.id} to {now.id}", values=(was.id, now.id))
    yield from titles(was.title, now.title, subject)
    if was.kind == "goal" and places_of.get(("theme", was.theme), (was.theme, ""))[0] != now.theme:
        values = (was.theme or "no theme", now.theme or "no theme")
        yield subject.change("moved", f"moved with its actions from {values[0]} to {values[1]}", values=values)
    told = frozenset(("title", "goals", "actions", "themes"))
    yield from rest(subject, was.node, now.node, told, {})
