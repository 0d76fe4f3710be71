"""HS5: what is taken from one plan into the next."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding, Place, nearest
from hsplan.lint.carried import (
    circles,
    claimed_by,
    disagreements,
    from_place,
    into_place,
    links,
    no_such_plan,
    not_forward,
)
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.lint.spot import Spot, names_under
from hsplan.monitor import ActionState
from hsplan.monitor.links import UNKNOWN, PlanLinks, parts
from hsplan.monitor.orphans import Orphan


@action_rule("HS501", "into-missing", "warning", lasting=True)
def into_missing(state: ActionState, view: View) -> Iterator[Finding]:
    """An action carried over or superseded that does not say where to.

    Why it matters: members ask what became of last year's actions, and here the trail ends.

    Failing, in an action:

        progress:
          - {date: 2013-06-30, status: carried over}

    Passing, in an action:

        progress:
          - {date: 2013-06-30, status: carried over, into: [elsewhere-2018/2.4]}

    To mend it: add `into:` with the plan and the action, `oxford-2018/2.4`; `oxford-2018/?` where the plan is known
    and the action is not.
    """
    for entry in state.action.progress:
        if entry.status in ("carried over", "superseded") and not entry.into:
            where = view.document.value(entry.node, "status")
            message = f"{named(state.action)} is {entry.status}, but it does not say into which action."
            claims = claimed_by(view.workspace, view.plan, state.action.id)
            said = f"Add into: [{', '.join(claims)}], whose carried_from: names this action."
            yield fault(where, message, said if claims else "Add into: [plan/action].")


@action_rule("HS502", "into-dangling", "error", lasting=True)
def into_dangling(state: ActionState, view: View) -> Iterator[Finding]:
    """An `into:` or `carried_from:` that names a plan or an action that is not there.

    Why it matters: the action's first date and its slippage follow this trail.

    Failing, in an action:

        progress:
          - {date: 2013-06-30, status: superseded, decided: 2013-06-30, into: [example-2013/9.9]}

    Passing, in an action:

        progress:
          - {date: 2013-06-30, status: superseded, decided: 2013-06-30, into: [elsewhere-2018/2.4]}

    To mend it: write plan and action as `plan-id/action-id`. A plan that is kept elsewhere is listed in hsplan.toml:
    `outside = ["oxford-2018"]`.
    """
    for name, spot in _targets(state):
        plan_id, slash, action_id = name.partition("/")
        if not slash or not plan_id or not action_id:
            message = f'{named(state.action)}: "{name}" does not name a plan and an action.'
            own = any(action.id == (action_id or name) for action in view.plan.actions)
            if own:
                help = f'Write it as "{view.plan.id}/{action_id or name}".'
            elif (slash and plan_id) or _is_plan(view, name):
                help = f'Write it as "{plan_id}/?".'
            else:
                help = f'Write the plan too: "plan/{action_id or name}".'
            yield fault(spot.place(view), message, help)
        elif plan_id not in view.workspace.config.outside:
            yield from _unknown(state, view, plan_id, action_id, spot.place(view))


def _is_plan(view: View, name: str) -> bool:
    """Whether a name without a slash is a plan's: of one that is known, or by the year in it."""
    import re

    known = name in view.workspace.config.outside or name in view.workspace.plan_ids()
    return known or re.search(r"-(?:19|20)\d\d", name) is not None


def _unknown(state: ActionState, view: View, plan_id: str, action_id: str, place: Place) -> Iterator[Finding]:
    ids = view.workspace.action_ids(plan_id)
    if ids is None:
        yield fault(place, f'{named(state.action)}: there is no plan "{plan_id}" here.', no_such_plan(view, plan_id))
    elif action_id not in ids and action_id != "?":
        near = nearest(action_id, ids)
        help = f'Did you mean "{plan_id}/{near}"?' if near else f'Write "{plan_id}/?" where the action is not known.'
        yield fault(place, f'{named(state.action)}: there is no action "{action_id}" in {plan_id}.', help)


def _targets(state: ActionState) -> Iterator[tuple[str, Spot]]:
    yield from names_under(state.action.node, "carried_from")
    for entry in state.action.progress:
        if entry.into:
            yield from names_under(entry.node, "into")


@plan_rule("HS503", "carry-cycle", "error", lasting=True)
def carry_cycle(view: View) -> Iterator[Finding]:
    """An action that is carried into itself, by way of others.

    Why it matters: nobody can say any more which action is the newest, when it was first promised, or who does it.

    Failing:

        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            progress:
              - {date: 2013-06-01, status: superseded, decided: 2013-06-01, into: [example-2013/1.2]}
          "1.2":
            title: "Agree a wider protocol"
            lead: Housing Team
            timescale: December 2013
            progress:
              - {date: 2013-06-30, status: superseded, decided: 2013-06-30, into: [example-2013/1.1]}

    Passing:

        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            progress:
              - {date: 2013-06-01, status: superseded, decided: 2013-06-01, into: [example-2013/1.2]}
          "1.2":
            title: "Agree a wider protocol"
            lead: Housing Team
            timescale: December 2013

    To mend it: decide which of them goes on, and take `into:` out of that one. The finding stands at the link that does
    not lead into a later plan.
    """
    known = links(view)
    actions = {action.id: action for action in view.plan.actions}
    for names in circles(view.plan.id, known):
        ahead = dict(zip(names, (*names[1:], names[0]), strict=True))
        own = [name for name in names if parts(name)[0] == view.plan.id and parts(name)[1] in actions]
        back = [edge for edge in not_forward(view.plan.id, known) if ahead.get(f"{view.plan.id}/{edge[0]}") == edge[1]]
        name = f"{view.plan.id}/{back[0][0]}" if back else next(iter(own), "")
        if name:
            action = actions[parts(name)[1]]
            first = names.index(name)
            line = " > ".join((*names[first:], *names[:first], name))
            message = f"{named(action)} is carried into itself: {line}."
            help = "Decide which of them goes on, and take into: out of that one."
            yield fault(into_place(view, action, ahead[name]), message, help)._replace(action=action.id)


@plan_rule("HS504", "carried-sides-disagree", "warning", lasting=True)
def carried_sides_disagree(view: View) -> Iterator[Finding]:
    """An action's `carried_from:` and the `into:` of the action that it names say different things.

    Why it matters: the old plan's account and the new one's no longer agree on what was handed over.

    Failing:

        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
          "1.2":
            title: "Agree a wider protocol"
            lead: Housing Team
            timescale: December 2013
            carried_from: [example-2013/1.1]

    Passing:

        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            progress:
              - {date: 2013-06-01, status: superseded, decided: 2013-06-01, into: [example-2013/1.2]}
          "1.2":
            title: "Agree a wider protocol"
            lead: Housing Team
            timescale: December 2013

    To mend it: say it once, by `into:` in the entry that ends the old action. `carried_from:` is for old plans whose
    file is not here.
    """
    found = disagreements(view.plan.id, links(view))
    actions = {action.id: action for action in view.plan.actions}
    for orphan in found:
        beside = [each for each in found if each.action == orphan.action and each.fault != orphan.fault]
        beside = [each for each in beside if parts(each.other)[0] == parts(orphan.other)[0]]
        if orphan.fault == "left out" and beside:
            continue  # said where an action is named that does not say so
        action = actions[parts(orphan.action)[1]]
        place = from_place(view, action, orphan.other)
        yield fault(place, *_disagreement(orphan, named(action), beside))._replace(action=action.id)


def _disagreement(orphan: Orphan, action: str, others: list[Orphan]) -> tuple[str, str]:
    """What is to be said of it, and how to mend it. `others` are the actions that were to be named in its place."""
    plan_id, old = parts(orphan.other)
    if orphan.fault == "left out":
        message = f"{action}: {orphan.other} says that it went on into this action, but carried_from: does not name it."
        return message, f"Add it to carried_from:, or take carried_from: out; {plan_id} is here and says it."
    denial = f"no action of {plan_id} says so" if old == UNKNOWN else f"{orphan.other} does not say so"
    message = f"{action} says that it comes from {orphan.other}, but {denial}"
    if others:
        names = " and ".join(each.other for each in others)
        do = "do" if len(others) > 1 else "does"
        return f"{message}; {names} {do}.", f"Take carried_from: out; {plan_id} is here and says it."
    return f"{message}.", f"Add into: [{orphan.action}] where the old action ends, or take it out of carried_from:."


@plan_rule("HS505", "carried-backwards", "warning", lasting=True)
def carried_backwards(view: View) -> Iterator[Finding]:
    """An action carried into a plan whose period begins before that of its own plan.

    Why it matters: open work goes on in the plan that follows. Whoever looks for it in an older plan finds it closed.

    Failing, in an action:

        progress:
          - {date: 2013-06-30, status: carried over, into: [before-2008/1.1]}

    Passing, in an action:

        progress:
          - {date: 2013-06-30, status: carried over, into: [elsewhere-2018/1.1]}

    To mend it: name the newer plan in `into:`. Where the action came from the older plan, it is the older plan's action
    that says so.
    """
    known = links(view)
    backwards = [edge for edge in not_forward(view.plan.id, known) if _earlier(view, known(parts(edge[1])[0]))]
    if not backwards:
        return
    circular = {name for names in circles(view.plan.id, known) for name in names}
    actions = {action.id: action for action in view.plan.actions}
    for action_id, target in backwards:
        if target in circular and f"{view.plan.id}/{action_id}" in circular:
            continue  # carry-cycle has said it
        action = actions[action_id]
        message = f"{named(action)} is carried into {target}, whose plan begins earlier than this one."
        help = "Name the newer plan, or let the older action name this one."
        yield fault(into_place(view, action, target), message, help)._replace(action=action_id)


def _earlier(view: View, other: PlanLinks | None) -> bool:
    own = view.plan.period
    return bool(own and other and other.start and other.start < own.start)


RULES = (into_missing, into_dangling, carry_cycle, carried_sides_disagree, carried_backwards)
