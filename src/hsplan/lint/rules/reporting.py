"""HS4, fourth part: who reports, where each of several must do an action."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding, listed
from hsplan.lint.rule import View, action_rule, fault, named
from hsplan.monitor import ActionState, OrganisationState
from hsplan.plan import Owners, Progress
from hsplan.timescale.wording import words


@action_rule("HS418", "organisation-silent", "warning", keys=("each",))
def organisation_silent(state: ActionState, view: View) -> Iterator[Finding]:
    """An organisation of an action with `each:` that has not reported on it while others have, or not for longer than
    the plan's reporting cycle.

    Why it matters: the action stands where the least advanced of them stands, so one that is silent holds back all.

    Failing:

        organisations: [City, Borough]
        governance: {City: {reviews: quarterly}}
        owners:
          City: {kind: organisation}
          Borough: {kind: organisation}
        actions:
          "1.1":
            title: "Agree a protocol"
            each: [City, Borough]
            timescale: September 2013
            progress:
              - {date: 2013-06-20, by: City, status: in progress}

    Passing:

        organisations: [City, Borough]
        governance: {City: {reviews: quarterly}}
        owners:
          City: {kind: organisation}
          Borough: {kind: organisation}
        actions:
          "1.1":
            title: "Agree a protocol"
            each: [City, Borough]
            timescale: September 2013
            progress:
              - {date: 2013-06-20, by: City, status: in progress}
              - {date: 2013-06-21, by: Borough, status: not started}

    Of one for whom a team of its own reported HS422 (entry-uncounted) speaks. Of a draft nothing is said.

    To mend it: ask it, and add its entry under `progress:`.
    """
    spoken_for = {speaks_for(entry, state, view.owners) for entry in uncounted(state, view.owners)}
    silent = [each for each in silent_parts(state) if each.organisation not in spoken_for]
    if not silent or view.draft:
        return
    never = [each.organisation for each in silent if each.latest is None]
    said = [f"from {' or '.join(never)}"] if never else []
    said += [
        f"from {each.organisation} since {words(each.latest.date)}"
        for each in silent
        if each.latest and each.latest.date
    ]
    others = ", while others have reported" if len(silent) < len(state.by_organisation) else ""
    message = f"{named(state.action)}: no report on it {', nor '.join(said)}{others}."
    place = view.document.value(state.action.node, "each")
    yield fault(place, message, "Ask them, and add their entries under progress:.")


def silent_parts(state: ActionState) -> list[OrganisationState]:
    """Those of several organisations that never said anything of their part, though others have of theirs, or whose
    next report is past. Where one holds of all of them alike, it is the action that has no update, and there are none.
    """
    never = [each for each in state.by_organisation if each.latest is None]
    silent = [each for each in state.by_organisation if each.latest is None or each.no_update]
    alike = len(silent) == len(state.by_organisation) and len(never) in (0, len(silent))
    return [] if alike else silent


@action_rule("HS422", "entry-uncounted", "warning", lasting=True, keys=("each",))
def entry_uncounted(state: ActionState, view: View) -> Iterator[Finding]:
    """A progress entry by somebody who is not one of those under `each:`, nor a group of theirs.

    Why it matters: the entry counts for nobody. Whoever did the work stands in the report as silent, and holds back the
    action.

    Failing:

        owners:
          Housing Options: {kind: team, part_of: City}
        actions:
          "1.1":
            title: "Agree a protocol"
            each: [City, Support Team]
            timescale: September 2013
            progress:
              - {date: 2013-06-20, by: Support Team, status: in progress}
              - {date: 2013-06-20, by: Housing Options, status: in progress}

    Passing:

        owners:
          Housing Options: {kind: team, part_of: City}
        actions:
          "1.1":
            title: "Agree a protocol"
            each: [City, Support Team]
            partners: [Housing Options]
            timescale: September 2013
            progress:
              - {date: 2013-06-20, by: Support Team, status: in progress}
              - {date: 2013-06-20, by: City, status: in progress}

    To mend it: write under `by:` the one of them for whom it speaks; or name whoever reported under `each:` too. An
    entry without `by:` speaks for all of them.
    """
    for entry in uncounted(state, view.owners):
        who = f'{named(state.action)}: "{entry.by}" is not one of those who must do it'
        above = speaks_for(entry, state, view.owners)
        every = listed((each.organisation for each in state.by_organisation), "or")
        help = f"Write the one that it speaks for ({every}), or name it under each: too."
        if above:
            help = f"Write by: {above}."
        yield fault(view.document.value(entry.node, "by"), f"{who}; its entry counts for nobody.", help)


def uncounted(state: ActionState, owners: Owners) -> Iterator[Progress]:
    """The entries by an owner who is none of those who must each do an action, nor a group of any of them."""
    every = {each.organisation for each in state.by_organisation}
    for entry in state.action.progress if every else ():
        if entry.by and owners.resolve(entry.by) and every.isdisjoint(owners.expand((entry.by,))):
            yield entry


def speaks_for(entry: Progress, state: ActionState, owners: Owners) -> str:
    """The one of those who must do an action that whoever reported is a part of, by way of others too; "" for none."""
    every = {each.organisation for each in state.by_organisation}
    owner, seen = owners.resolve(entry.by), set[str]()
    while owner is not None and owner.key not in every | seen:
        seen.add(owner.key)
        owner = owners.resolve(owner.part_of)
    return owner.key if owner is not None and owner.key in every else ""


RULES = (entry_uncounted,)
