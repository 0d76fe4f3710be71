"""HS1, second part: what the plan's parts hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.spot import Spot, names_under
from hsplan.plan import Indicator
from hsplan.plan.period import day
from hsplan.plan.values import texts
from hsplan.timescale.wording import words


@plan_rule("HS110", "empty-group", "warning")
def empty_group(view: View) -> Iterator[Finding]:
    """A theme or a goal without any action.

    Why it matters: the plan promises something there and nobody does anything for it.

    Failing:

        goals:
          "1":
            title: "Fewer evictions"
            actions:
              "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "2":
            title: "More homes"

    Passing:

        goals:
          "1":
            title: "Fewer evictions"
            actions:
              "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: add the action that is missing, or take the goal out and say in the plan's `note:` why.
    """
    plan = view.plan
    peopled = {goal.theme for goal in plan.goals}
    for group in sorted((*plan.themes, *plan.goals), key=lambda group: group.node.start):
        if group.actions or (group.kind == "theme" and group.id in peopled):
            continue
        message = f'{plan.label(group.kind)} {group.id} "{group.title}" has no action.'
        yield fault(view.document.record(group.node), message, "Add its actions, or take it out.")


@plan_rule("HS111", "empty-phase", "warning")
def empty_phase(view: View) -> Iterator[Finding]:
    """A phase that no action belongs to.

    Why it matters: nothing is done in that part of the plan, or its actions do not say that they belong to it.

    Failing:

        phases:
          year-1: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
          year-2: {title: "Year Two", from: 2014-04-01, to: 2015-03-31}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, phase: year-1, timescale: March 2014}

    Passing:

        phases:
          year-1: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, phase: year-1, timescale: March 2014}

    To mend it: give its actions `phase:` with this id, or take the phase out.
    """
    plan = view.plan
    used = {action.phase for action in plan.actions}
    if any(phase not in plan.phases for phase in used if phase):
        return  # a phase that is misspelt is not an empty one: dangling-reference says so
    for phase in plan.phases.values():
        if phase.id not in used:
            message = f'No action stands in the phase {phase.id} "{phase.title}".'
            yield fault(view.document.record(phase.node), message, "Give its actions this phase, or take it out.")


@plan_rule("HS112", "period-backwards", "error", lasting=True)
def period_backwards(view: View) -> Iterator[Finding]:
    """A period or a phase that ends before it begins; a plan that was closed before it was adopted, or adopted after
    its last day.

    Why it matters: every date is then outside it.

    Failing:

        phases:
          year-1: {title: "Year One", from: 2014-03-31, to: 2013-04-01}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, phase: year-1, timescale: March 2014}

    Passing:

        phases:
          year-1: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, phase: year-1, timescale: March 2014}

    To mend it: change the two dates round, or correct the year.
    """
    plan = view.plan
    period = plan.node.get("period")
    nodes = [("The plan's period", period)] if isinstance(period, Map) else []
    nodes += [(f'The phase "{phase.title}"', phase.node) for phase in plan.phases.values()]
    nodes += [(f'The owner "{owner.key}"', owner.node) for owner in plan.owners.values()]
    for what, node in nodes:
        start, end = day(node.get("from")), day(node.get("to"))
        if start and end and end < start:
            yield fault(view.document.value(node, "to"), *_backwards(what, start, end))
    if plan.adopted and plan.period and plan.period.start <= plan.period.end < plan.adopted:
        message = f"The plan was adopted on {words(plan.adopted)}, after its last day, {words(plan.period.end)}."
        yield fault(view.document.value(plan.node, "adopted"), message, "Correct one of the two dates.")
    if plan.adopted and plan.closed and plan.closed < plan.adopted:
        message = f"The plan was closed on {words(plan.closed)}, before it was adopted on {words(plan.adopted)}."
        yield fault(view.document.value(plan.node, "closed"), message, "Correct one of the two dates.")


def _backwards(what: str, start: date, end: date) -> tuple[str, str]:
    return (
        f"{what} ends on {words(end)}, before it begins on {words(start)}.",
        "Change the dates round, or correct one.",
    )


@plan_rule("HS113", "declared-unused", "note")
def declared_unused(view: View) -> Iterator[Finding]:
    """A column or a client group that the plan declares and no theme, goal or action has; an indicator with nothing but
    a title that none of them names. Of a draft nothing is said.

    Why it matters: the report prints an empty column, or the plan promises something for a group and does nothing.

    Failing:

        client_groups: [Young people, Veterans]
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            client_groups: [Young people]

    Passing:

        client_groups: [Young people]
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            client_groups: [Young people]

    To mend it: name it where it belongs, or take it out.
    """
    plan = view.plan
    if view.draft or not (plan.columns or plan.client_groups or plan.indicators):
        return
    groups = [group.node for group in (*plan.themes, *plan.goals)]
    keys = set[str]().union(*groups, *[action.node for action in plan.actions]) if plan.columns else set()
    own = {key for key in keys if key.startswith("x-")}
    for column in plan.columns if own <= {*plan.columns} else ():  # of one that is misspelt column-undeclared speaks
        if column not in keys:
            what = f'The column {column} "{plan.column_titles[column]}"'
            yield _unused(view, what, Spot(_map(plan.node, "columns"), column, as_key=True))
    named = {name for node in groups for name in texts(node, "client_groups")}
    named.update([name for action in view.actions_with("client_groups") for name in action.client_groups])
    if named <= {*plan.client_groups}:  # of one that is misspelt dangling-reference speaks
        for group, spot in names_under(plan.node, "client_groups"):
            if group not in named:
                yield _unused(view, f'The client group "{group}"', spot)
    named = {name for node in groups for name in texts(node, "indicators")}
    named.update([name for action in view.actions_with("indicators") for name in action.indicators])
    if named <= {*plan.indicators}:
        for indicator in plan.indicators.values():
            if indicator.id not in named and not _says_more(indicator):
                spot = Spot(_map(plan.node, "indicators"), indicator.id, as_key=True)
                yield _unused(view, f'The indicator {indicator.id} "{indicator.title}"', spot)


def _says_more(indicator: Indicator) -> bool:
    """Whether an indicator has more than its title and its unit, or is known by other rules to lack its title."""
    own = indicator.better or indicator.frequency or indicator.catalogue or not indicator.title
    return bool(own or indicator.actuals or indicator.targets or indicator.baseline)


def _unused(view: View, what: str, spot: Spot) -> Finding:
    help = "Name it where it belongs, or take it out."
    return fault(spot.place(view), f"{what} is declared, and nothing has it.", help)


def _map(node: Map, key: str) -> Map:
    found = node[key]
    assert isinstance(found, Map)
    return found


RULES = (empty_group, empty_phase, period_backwards, declared_unused)
