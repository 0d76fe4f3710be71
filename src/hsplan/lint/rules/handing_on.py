"""HS5, second part: what is left over when a plan ends, and what the next one makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.findings import Finding, shorten
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.monitor import ActionState
from hsplan.monitor.links import parts
from hsplan.plan import CLOSED
from hsplan.timescale.wording import words


def _left_open(view: View) -> Sequence[ActionState]:
    return view.open if view.life == "closed" else ()


@action_rule("HS510", "open-at-close", "warning", among=_left_open)
def open_at_close(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that is still open although its plan is closed. As with all that a closed plan left undone, it is a
    note.

    Why it matters: nobody works on it any more and nobody was told; members will find it and ask.

    Where it was carried over and then written in again (changed-after-carry), or only the new plan says where it comes
    from (carried-sides-disagree), that is told instead.

    Failing:

        closed: 2013-05-31
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: April 2013}

    Passing:

        closed: 2013-05-31
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: April 2013
            progress:
              - {date: 2013-05-31, status: carried over, into: [elsewhere-2018/2.4]}

    To mend it: say how it ended: achieved, now routine, withdrawn, or `carried over` with `into:`.
    """
    closed = view.plan.closed
    assert closed is not None
    due = f", was due {words(state.due)}" if state.due and state.due < view.as_at else ""
    message = f"{named(state.action)} is still open ({state.status}{due}), and the plan was closed on {words(closed)}."
    help = f"Say how it ended: {_OTHERWISE}"
    claims = view.claimed.get(state.action.id, [])
    if claims:
        into = f"into: [{', '.join(claims)}], whose carried_from: names this action."
        help = f"Say how it ended: carried over, with {into}"
    elif put := _put_forward(state):
        help = f"Say how it ended: if it was {put}, add decided: there; else {_OTHERWISE}"
    yield fault(view.document.record(state.action.node), message, help, unless=_said_of(state, view, claims))


def _put_forward(state: ActionState) -> str:
    """The ending of the whole action that was put forward and never decided, "" where there is none."""
    for entry, organisations in state.proposals:
        if entry.status in CLOSED and entry.decided is None and entry.date and not organisations:
            return f"{entry.status} as proposed on {words(entry.date)}"
    return ""


_OTHERWISE = "achieved, now routine, withdrawn, or carried over with into:."


def _said_of(state: ActionState, view: View, claims: list[str]) -> tuple[str, ...]:
    """What is found of an action that was carried over and is open all the same: that it was changed after that, or
    that only the new plan says so."""
    if any(entry.status == "carried over" and entry.into for entry in state.action.progress):
        return "changed-after-carry", view.plan.id, state.action.id
    return ("carried-sides-disagree", *parts(claims[0])) if claims else ()


@plan_rule("HS511", "carried-without-date", "note")
def carried_without_date(view: View) -> Iterator[Finding]:
    """An open action that was carried over from the plan before this one, into "ongoing" or another wording that gives
    no date.

    Why it matters: in the old plan it could be late; here it never can.

    Failing:

        governance: {Housing Team: {reviews: quarterly}}
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: ongoing
            carried_from: [elsewhere-2018/1.1]

    Passing:

        governance: {Housing Team: {reviews: quarterly}}
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: December 2013
            carried_from: [elsewhere-2018/1.1]

    To mend it: give it a date of its own, or make it `now routine` in the old plan.
    """
    plan = view.plan
    if not plan.follows and not view.actions_with("carried_from"):
        return
    undated = {
        state.action.id: state
        for state in view.open
        if state.due is None and state.action.timescale and state.timescale.kind in _NO_DATE
    }
    if not undated or not (plan.follows or any(state.action.carried_from for state in undated.values())):
        return
    sources = {action_id: list(state.action.carried_from) for action_id, state in undated.items()}
    before = view.workspace.links(plan.follows) if plan.follows else None
    for old, targets in before.into.items() if before else ():
        for target in targets:
            plan_id, _, action_id = target.partition("/")
            if plan_id == plan.id and action_id in sources:
                sources[action_id].append(f"{plan.follows}/{old}")
    for action_id, found in sources.items():
        if found:
            state = undated[action_id]
            came = ", ".join(dict.fromkeys(found))
            message = (
                f"{named(state.action)} was carried over from {came}; its timescale "
                f'"{shorten(state.timescale.wording)}" gives no new date.'
            )
            place = view.document.value(state.action.node, "timescale")
            yield fault(place, message, "Give it a date.", action=action_id)


_NO_DATE = ("ongoing", "recurring")
"""Other wordings without a date have rules of their own."""

RULES = (open_at_close, carried_without_date)
