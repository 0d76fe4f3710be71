"""The whole plan, by theme and goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan import plan as records
from hsplan.report.details import group_details
from hsplan.report.listings import columns
from hsplan.report.records import ActionView, Group, Listing
from hsplan.report.setting import Setting
from hsplan.report.text import clean

_KEYS = ("action", "who", "timescale", "position", "progress")


def groups(setting: Setting, views: Sequence[ActionView]) -> tuple[Group, ...]:
    """Themes with their goals, each with its own actions; last the goals and actions that stand outside them.

    Every action of the plan is in exactly one group.
    """
    plan = setting.plan
    own: dict[tuple[str, str], list[ActionView]] = {}
    for each, view in zip(setting.state.actions, views, strict=True):
        own.setdefault((each.action.theme, each.action.goal), []).append(view)
    made: list[Group] = []
    for theme in plan.themes:
        made.append(_group(setting, theme, 3, own.pop((theme.id, ""), []), len(made)))
        made += _goals(setting, theme.id, 4, own, len(made))
    made += _goals(setting, "", 3, own, len(made))
    rest = [view for found in own.values() for view in found]
    if rest:
        title = f"Outside every {plan.label('theme' if plan.themes else 'goal').lower()}" if made else ""
        caption = "All actions" if not made else title
        made.append(Group(3, "group-other", title, "", "", "", _listing(setting, "group-other", title, caption, rest)))
    return tuple(made)


def _goals(
    setting: Setting, theme: str, level: int, own: dict[tuple[str, str], list[ActionView]], before: int
) -> Iterator[Group]:
    found = [goal for goal in setting.plan.goals if goal.theme == theme]
    for number, goal in enumerate(found):
        yield _group(setting, goal, level, own.pop((theme, goal.id), []), before + number)


def _group(setting: Setting, group: records.Group, level: int, own: Sequence[ActionView], number: int) -> Group:
    plan = setting.plan
    name = f"{clean(plan.label(group.kind))} {clean(group.id)}"
    title = f"{name}: {clean(group.title)}" if group.title else name
    where = f"{clean(plan.label('theme'))} {clean(group.theme)}, {name}" if group.theme else name
    anchor = f"group-{number + 1}"
    hidden = group.node.get("internal_note") if setting.internal else None
    return Group(
        level=level,
        anchor=anchor,
        title=title,
        note=clean(group.note),
        internal_note=clean(hidden) if isinstance(hidden, str) else "",
        empty="" if own or (group.kind == "theme" and _has_goals(setting, group)) else "It has no actions.",
        listing=_listing(setting, anchor, title, f"{where}: timescales, positions and progress", own),
        details=group_details(group, setting),
    )


def _has_goals(setting: Setting, group: records.Group) -> bool:
    return any(goal.theme == group.id for goal in setting.plan.goals)


def _listing(setting: Setting, anchor: str, title: str, caption: str, own: Sequence[ActionView]) -> Listing:
    return Listing(anchor, title, "", caption, columns(setting, *_KEYS), tuple(own), tuple(own), "", ())
