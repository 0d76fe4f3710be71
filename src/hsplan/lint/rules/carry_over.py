"""HS5: what is taken from one plan into the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.findings import Finding, Place, nearest
from hsplan.lint.carried import (
    Links,
    circles,
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
from hsplan.monitor.links import GOING_ON, UNKNOWN, PlanLinks, parts
from hsplan.monitor.orphans import Orphan
from hsplan.monitor.status import pending
from hsplan.plan import Action


def _gone_on(view: View) -> Sequence[ActionState]:
    return view.of({action.id for action, entry in view.entries if entry.status in GOING_ON})


@action_rule("HS501", "into-missing", "warning", lasting=True, among=_gone_on)
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
        if entry.status in GOING_ON and not entry.into:
            where = view.document.value(entry.node, "status")
            message = f"{named(state.action)} is {entry.status}, but it does not say into which action."
            claims = view.claimed.get(state.action.id, [])
            said = f"Add into: [{', '.join(claims)}], whose carried_from: names this action."
            help = said if claims else "Add into: [plan/action]."
            # Of what nobody has decided the new plan is told, since the old action has not ended yet.
            beside = bool(claims) and pending(entry, view.as_at)
            unless = (carried_sides_disagree.name, *parts(claims[0])) if beside else ()
            yield fault(where, message, help, unless=unless)


@plan_rule("HS502", "into-dangling", "error", lasting=True)
def into_dangling(view: View) -> Iterator[Finding]:
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
    leading_on = {action.id for action, entry in view.entries if entry.into}
    for action in view.actions_with("carried_from", "progress"):
        if action.carried_from or action.id in leading_on:
            yield from _dangling(action, view)


def _dangling(action: Action, view: View) -> Iterator[Finding]:
    for name, spot in _targets(action):
        plan_id, slash, action_id = name.partition("/")
        if not slash or not plan_id or not action_id:
            message = f'{named(action)}: "{name}" does not name a plan and an action.'
            home = _home(action, view, action_id or name, spot)
            if home:
                help = f'Write it as "{home}/{action_id or name}".'
            elif (slash and plan_id) or _is_plan(view, name):
                back = action.node is spot.node
                others = _other_side(action, links(view)(plan_id), view.plan.id, back=back)
                help = f'Write it as "{plan_id}/{others[0] if others else UNKNOWN}".'
            else:
                help = f'Write the plan too: "plan/{action_id or name}".'
            yield fault(spot.place(view), message, help, action=action.id)
        elif plan_id not in view.workspace.config.outside:
            back = action.node is spot.node
            yield from _unknown(action, view, plan_id, action_id, spot.place(view), back=back)


def _home(action: Action, view: View, action_id: str, spot: Spot) -> str:
    """The plan in which an action of that id can be meant, "" for none: in `carried_from:` the one that this plan
    follows, in `into:` this one, or else, and where it is carried over, one that follows this."""
    own, later = view.plan.id, view.workspace.mentions.followers.get(view.plan.id, ())
    if spot.node is action.node:
        likely: tuple[str, ...] = (view.plan.follows,)
    else:
        likely = (*later, own) if spot.node.get("status") == "carried over" else (own, *later)
    if action_id == action.id:
        likely = tuple(plan for plan in likely if plan != own)
    return next((plan for plan in likely if plan and _holds(view, plan, action_id)), "")


def _holds(view: View, plan_id: str, action_id: str) -> bool:
    return action_id in (view.actions if plan_id == view.plan.id else view.workspace.action_ids(plan_id) or ())


def _is_plan(view: View, name: str) -> bool:
    """Whether a name without a slash is a plan's: of one that is known, or by the year in it."""
    import re

    known = name in view.workspace.config.outside or name in view.workspace.plan_ids()
    return known or re.search(r"-(?:19|20)\d\d", name) is not None


def _unknown(
    action: Action, view: View, plan_id: str, action_id: str, place: Place, *, back: bool
) -> Iterator[Finding]:
    ids = view.workspace.action_ids(plan_id)
    if ids is None:
        message = f'{named(action)}: there is no plan "{plan_id}" here.'
        yield fault(place, message, no_such_plan(view, plan_id), action=action.id)
    elif action_id not in ids and action_id != "?":
        others = _other_side(action, links(view)(plan_id), view.plan.id, back=back)
        near = others[0] if others else nearest(action_id, ids)
        help = f'Did you mean "{plan_id}/{near}"?' if near else f'Write "{plan_id}/?" where the action is not known.'
        message = f'{named(action)}: there is no action "{action_id}" in {plan_id}.'
        yield fault(place, message, help, action=action.id)


def _other_side(action: Action, other: PlanLinks | None, plan_id: str, *, back: bool) -> list[str]:
    """The actions of another plan that name an action of this one: under `into:` where `back`, or `carried_from:`."""
    sides = (other.into if back else other.carried_from) if other else {}
    return [each for each, names in sides.items() if f"{plan_id}/{action.id}" in names]


def _targets(action: Action) -> Iterator[tuple[str, Spot]]:
    yield from names_under(action.node, "carried_from")
    for entry in action.progress:
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
            yield fault(into_place(view, action, ahead[name]), message, help, action=action.id)


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
    file is not here. Where the old action's own plan is checked too, and is told that its entry lacks `into:`
    (into-missing) or has a slip in it (into-dangling), the new plan is not told it again.
    """
    known = links(view)
    found = disagreements(view.plan.id, known)
    actions = {action.id: action for action in view.plan.actions}
    for orphan in found:
        beside = [each for each in found if each.action == orphan.action and each.fault != orphan.fault]
        beside = [each for each in beside if parts(each.other)[0] == parts(orphan.other)[0]]
        if orphan.fault == "left out" and beside:
            continue  # said where an action is named that does not say so
        action = actions[parts(orphan.action)[1]]
        old = known(parts(orphan.other)[0])
        open_end = old is not None and f"{view.plan.id}/{UNKNOWN}" in old.into.get(parts(orphan.other)[1], ())
        told = _open_end(orphan, named(action)) if open_end else _disagreement(orphan, named(action), beside)
        unless = () if beside else _said_there(orphan, known)
        yield fault(from_place(view, action, orphan.other), *told, action=action.id, unless=unless)


def _said_there(orphan: Orphan, known: Links) -> tuple[str, ...]:
    """What is found of the old action: that it ended without saying into which it went, or named one not here."""
    plan_id, old = parts(orphan.other)
    other, own = known(plan_id), known(parts(orphan.action)[0])
    if other is None or own is None:
        return ()
    names = other.into.get(old, ())
    ahead = [action for plan, action in map(parts, names) if plan == own.plan]
    if own.plan in names or any(action not in own.actions and action != UNKNOWN for action in ahead):
        return into_dangling.name, plan_id, old
    return (into_missing.name, plan_id, old) if old in other.aimless else ()


def _open_end(orphan: Orphan, action: str) -> tuple[str, str]:
    """Of an old action that names this plan, with a question mark: this action is what it left open."""
    plan_id, _ = parts(orphan.action)
    message = f"{action} says that it comes from {orphan.other}, which names only {plan_id}/{UNKNOWN}."
    return message, f"Write {orphan.action} for {plan_id}/{UNKNOWN} in {orphan.other}, if that is so."


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
        yield fault(into_place(view, action, target), message, help, action=action_id)


def _earlier(view: View, other: PlanLinks | None) -> bool:
    own = view.plan.period
    return bool(own and other and other.start and other.start < own.start)


RULES = (into_missing, into_dangling, carry_cycle, carried_sides_disagree, carried_backwards)
