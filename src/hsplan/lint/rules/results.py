"""HS6, fourth part: what is gained by an action or a theme."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, named, plan_rule
from hsplan.plan import Action, Group, Plan


@plan_rule("HS627", "result-missing", "note")
def result_missing(view: View) -> Iterator[Finding]:
    """An action without an outcome or an indicator, in a plan in which three quarters of the actions have one. What its
    theme or goal has counts as the action's own. Where nothing in a theme has one, and most other themes have, the
    theme is named instead. Where more than a quarter of the actions lack it, that is said once, of a plan that names
    its organisations.

    Why it matters: nobody can say what was gained by it, only that something was done.

    Failing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: May 2014, outcomes: ["Fewer evictions"]}
        "1.2": {title: "Open a hostel", lead: Housing Team, timescale: June 2014, outcomes: ["Twelve more beds"]}
        "1.3": {title: "Visit prisons", lead: Housing Team, timescale: July 2014, outcomes: ["Nobody leaves homeless"]}
        "1.4": {title: "Train all staff", lead: Housing Team, timescale: December 2013}

    Passing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: May 2014, outcomes: ["Fewer evictions"]}
        "1.2": {title: "Open a hostel", lead: Housing Team, timescale: June 2014, outcomes: ["Twelve more beds"]}

    To mend it: add `outcomes:`, or `indicators:` with the id of one.
    """
    plan = view.plan
    grouped = {action for group in (*plan.themes, *plan.goals) if _has_result(group.node) for action in group.actions}
    themed = {theme.id for theme in plan.themes if _has_result(theme.node)}
    lacking = [
        action
        for action in plan.actions
        if not (action.outcomes or action.indicators or action.id in grouped or action.theme in themed)
    ]
    bare = _bare(plan, {action.id for action in lacking})
    for group in bare:
        message = (
            f'{plan.label(group.kind)} {group.id} "{group.title}" has no outcome and no indicator, nor has any of its'
        )
        yield fault(
            view.document.record(group.node), f"{message} actions.", "Say under outcomes: what is gained by it."
        )
    inside = {group.id for group in bare}
    lacking = [action for action in lacking if _group_of(action) not in inside]
    if len(lacking) * 4 <= len(plan.actions):
        for action in lacking:
            message = f"{named(action)} has no outcome and no indicator."
            help = "Say under outcomes: what is gained by it."
            yield fault(view.document.record(action.node), message, help, action=action.id)
    elif plan.organisations and len(plan.actions) >= ENOUGH:
        message = f"{len(lacking)} of the {len(plan.actions)} actions have no outcome and no indicator."
        place = view.document.value(plan.node, "title")
        yield fault(place, message, "Say under outcomes: what is gained by each.")


ENOUGH = 8
"""With fewer actions than this nothing is said of the plan as a whole."""


def _bare(plan: Plan, lacking: set[str]) -> list[Group]:
    """The themes, or else the goals, all of whose several actions lack it, where most of those with actions do not."""
    inside: dict[str, list[str]] = {}
    for action in plan.actions:
        inside.setdefault(_group_of(action), []).append(action.id)
    bare = [name for name, actions in inside.items() if lacking.issuperset(actions)]
    if len(bare) * 2 >= len(inside):
        return []
    return [group for group in plan.themes or plan.goals if group.id in bare and len(inside[group.id]) > 1]


def _group_of(action: Action) -> str:
    return action.theme or action.goal


def _has_result(node: Map) -> bool:
    return bool(node.get("outcomes") or node.get("indicators"))


RULES = (result_missing,)
