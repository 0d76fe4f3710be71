"""HS2, second part: whether the one who is named can be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from hsplan.findings import Finding
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.lint.spot import Spot, names_under
from hsplan.lint.unknown_owner import is_everybody
from hsplan.monitor import ActionState
from hsplan.plan import Owner
from hsplan.timescale.wording import words


def _led_by_a_group(view: View) -> Sequence[ActionState]:
    """The actions with one lead that is a group; of several leads several-leads says that nobody answers for it."""
    groups = {name for name, owner in view.known.items() if owner.kind == "group" or is_everybody(name)}
    states = view.state.actions if groups else ()
    return [state for state in states if len(state.action.lead) == 1 and state.action.lead[0] in groups]


@action_rule("HS210", "lead-group", "note", among=_led_by_a_group)
def lead_group(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that is led by a group, or by "all".

    Why it matters: a group cannot be asked at the meeting how it goes, and everybody's action is nobody's.

    Failing:

        owners:
          All landlords: {kind: group, members: [Housing Team, Support Team]}
        actions:
          "1.1": {title: "Agree a protocol", lead: All landlords, timescale: September 2013}

    Passing:

        owners:
          All landlords: {kind: group, members: [Housing Team, Support Team]}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, partners: [All landlords], timescale: September 2013}

    To mend it: name the one who answers for it and move the group to `partners:`. Where every member must do the whole
    of it, write `each:` instead of `lead:`.
    """
    (name,) = state.action.lead
    message = f'{named(state.action)} is led by "{name}", which is a group.'
    help = "Name the one who answers for it."
    if view.known[name].members:
        help = "Name the one who answers for it, or write each: where every one of them must do it."
    for _, spot in names_under(state.action.node, "lead"):
        yield fault(spot.place(view), message, help)


def _led_by_a_partner(view: View) -> Sequence[ActionState]:
    keys, states = view.keys, view.having(("partners",))
    if not keys:
        return [state for state in states if not {*state.action.lead}.isdisjoint(state.action.partners)]
    return [
        state
        for state in states
        if not {keys.get(name, name) for name in state.action.lead}.isdisjoint(
            [keys.get(name, name) for name in state.action.partners]
        )
    ]


@action_rule("HS211", "lead-also-partner", "note", lasting=True, among=_led_by_a_partner)
def lead_also_partner(state: ActionState, view: View) -> Iterator[Finding]:
    """A lead that stands among the action's partners too.

    Why it matters: a reader takes it for two bodies, and every count by owner counts the action twice.

    Failing, in an action:

        partners: [Housing Team, Support Team]

    Passing, in an action:

        partners: [Support Team]

    To mend it: take it out of `partners:`.
    """
    action = state.action
    leads = {view.keys.get(name, name): name for name in reversed(action.lead)}
    for name, spot in names_under(action.node, "partners"):
        lead = leads.get(view.keys.get(name, name))
        if lead is not None:
            message = f'{named(action)}: "{name}" stands as its lead and among its partners too.'
            if name not in action.lead:
                message = f'{named(action)}: its lead "{lead}" stands among its partners too, as "{name}".'
            yield fault(spot.place(view), message, "Take it out of partners:.")


def _led_by_what_ends(view: View) -> Sequence[ActionState]:
    """The open actions with a lead that has a last day."""
    ending = {name for name, owner in view.known.items() if owner.end}
    states = view.open if ending else ()
    return [state for state in states if not ending.isdisjoint((*state.action.lead, *state.action.each))]


@action_rule("HS212", "owner-ended", "warning", among=_led_by_what_ends)
def owner_ended(state: ActionState, view: View) -> Iterator[Finding]:
    """An open action whose lead is a post or a body that ends before the action is due.

    Why it matters: on the day when it is due there is nobody left to answer for it.

    Failing:

        owners:
          Rent Team: {kind: team, to: 2013-07-31, successor: Housing Team}
        actions:
          "1.1": {title: "Agree a protocol", lead: Rent Team, timescale: September 2013}

    Passing:

        owners:
          Rent Team: {kind: team, to: 2013-10-31, successor: Housing Team}
        actions:
          "1.1": {title: "Agree a protocol", lead: Rent Team, timescale: September 2013}

    To mend it: name its successor as lead, or the one that took over from that, where it has ended too.
    """
    action = state.action
    for name, spot in (*names_under(action.node, "lead"), *names_under(action.node, "each")):
        owner = view.known.get(name)
        if owner is None or owner.end is None:
            continue
        until = max(state.due or view.as_at, view.as_at)
        if owner.end < until:
            when = f"is due {words(state.due)}" if state.due and state.due == until else "is still open"
            message = f'{named(state.action)} {when}, but "{owner.key}" ended on {words(owner.end)}.'
            if owner.end >= view.as_at:
                message = f'{named(state.action)} {when}, but "{owner.key}" ends on {words(owner.end)}.'
            heir = _heir(owner, until, view)
            help = f'Name its successor, "{heir}".' if heir else "Name who takes it over."
            yield fault(spot.place(view), message, help)


def _heir(owner: Owner, day: date, view: View) -> str:
    """Of an owner's successor, its successor and so on the first that still stands on a day; "" for none."""
    seen: set[str] = set()
    while owner.successor and owner.key not in seen:
        seen.add(owner.key)
        follower = view.owners.resolve(owner.successor)
        if follower is None or follower.end is None or follower.end >= day:
            return owner.successor
        owner = follower
    return ""


@plan_rule("HS213", "lead-overloaded", "note")
def lead_overloaded(view: View) -> Iterator[Finding]:
    """An owner that leads more open actions than one can look after: more than 15, unless `max-per-lead` in the
    settings says otherwise. Actions with several leads count for each of them. Of a group nothing is said.

    Why it matters: whoever leads everything reports on nothing; some of it would be better led by partners.

    Failing:

        "1": {title: "Agree a protocol on arrears", lead: Housing Team, timescale: September 2013}
        "2": {title: "Agree a protocol on hospitals", lead: Housing Team, timescale: October 2013}
        "3": {title: "Agree a protocol on prisons", lead: Housing Team, timescale: May 2014}
        "4": {title: "Agree a protocol on care leavers", lead: Housing Team, timescale: June 2014}
        "5": {title: "Agree a protocol on lettings", lead: Housing Team, timescale: July 2015}
        "6": {title: "Agree a protocol on evictions", lead: Housing Team, timescale: August 2015}
        "7": {title: "Agree a protocol on young people", lead: Housing Team, timescale: May 2016}
        "8": {title: "Agree a protocol on families", lead: Housing Team, timescale: June 2016}
        "9": {title: "Agree a protocol on veterans", lead: Housing Team, timescale: July 2016}
        "10": {title: "Agree a protocol on refugees", lead: Housing Team, timescale: September 2016}
        "11": {title: "Agree a protocol on rough sleepers", lead: Housing Team, timescale: May 2017}
        "12": {title: "Agree a protocol on debt", lead: Housing Team, timescale: June 2017}
        "13": {title: "Agree a protocol on hostels", lead: Housing Team, timescale: July 2017}
        "14": {title: "Agree a protocol on deposits", lead: Housing Team, timescale: August 2017}
        "15": {title: "Agree a protocol on empty homes", lead: Housing Team, timescale: November 2017}
        "16": {title: "Agree a protocol on repairs", lead: Housing Team, timescale: December 2017}

    Passing:

        "1": {title: "Agree a protocol on arrears", lead: Housing Team, timescale: September 2013}
        "2": {title: "Agree a protocol on hospitals", lead: Support Team, timescale: October 2013}

    To mend it: name another lead for some of them, or set `max-per-lead` under `[lint]` in hsplan.toml.
    """
    most, keys = view.workspace.config.max_per_lead, view.keys
    led = Counter([keys.get(name, name) for state in view.open for name in state.action.lead])
    for key, number in led.items():
        owner = view.owners.get(key) if number > most else None
        if number <= most or (owner is not None and owner.kind == "group"):
            continue
        actions = [state.action for state in view.open if key in [keys.get(name, name) for name in state.action.lead]]
        if len(actions) > most:  # an action that names one twice counts once
            first = actions[0]
            spots = [spot for name, spot in names_under(first.node, "lead") if keys.get(name, name) == key]
            have = f"{len(actions)} open actions have" if len(actions) > 1 else "One open action has"
            message = f'{have} the lead "{key}", this one first; more than {most} is too many.'
            yield fault(spots[0].place(view), message, "Name another lead for some of them.")


@plan_rule("HS214", "organisation-undeclared", "note")
def organisation_undeclared(view: View) -> Iterator[Finding]:
    """An organisation that must do an action under `each:`, or reports on one under `by:`, and is not among the plan's
    `organisations:`. It is said once of each. A plan that names no organisations is not asked.

    Why it matters: in the counts by organisation and in the returns it does not appear.

    Of an entry that counts for nobody, where each must do the action, HS422 (entry-uncounted) speaks instead.

    Failing:

        organisations: [City]
        governance: {City: {reviews: quarterly}}
        owners:
          City: {kind: organisation}
          Borough: {kind: organisation}
        actions:
          "1.1": {title: "Agree a protocol", each: [City, Borough], timescale: September 2013}

    Passing:

        organisations: [City, Borough]
        governance: {City: {reviews: quarterly}}
        owners:
          City: {kind: organisation}
          Borough: {kind: organisation}
        actions:
          "1.1": {title: "Agree a protocol", each: [City, Borough], timescale: September 2013}

    To mend it: add it to `organisations:`.
    """
    plan = view.plan
    if not plan.organisations:
        return
    declared = {*plan.organisations, *view.organisations}
    actions = view.actions_with("each", "progress")
    names = {name for action in actions for name in action.each}
    names.update([entry.by for action in actions for entry in action.progress if entry.by])
    strange = {name for name in names if any(owner.key not in declared for owner in _organisations(name, view))}
    said: set[str] = set()
    for action in actions if strange else ():
        spots = list(names_under(action.node, "each"))
        spots += [(entry.by, Spot(entry.node, "by")) for entry in action.progress if entry.by]
        for name, spot in spots:
            for owner in _organisations(name, view) if name in strange else ():
                if owner.key not in declared and owner.key not in said:
                    said.add(owner.key)
                    message = f'{named(action)}: "{owner.key}" is not among the plan\'s organisations.'
                    yield fault(spot.place(view), message, "Add it to organisations:.", action=action.id)


def _organisations(name: str, view: View) -> Iterator[Owner]:
    for key in view.owners.expand((name,)):
        owner = view.owners.get(key)
        if owner is not None and owner.kind == "organisation":
            yield owner


RULES = (lead_group, lead_also_partner, owner_ended, lead_overloaded, organisation_undeclared)
