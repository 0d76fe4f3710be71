"""HS2: who answers for an action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hsplan.document import Document, Map
from hsplan.findings import Finding
from hsplan.findings import listed as listing
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.lint.rules.characters import as_typed
from hsplan.lint.unknown_owner import is_nobody, owners_meant, said_of
from hsplan.monitor import ActionState
from hsplan.plan import Owner, Owners


def _leaderless(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if not state.action.lead and not state.action.each]


@action_rule("HS201", "lead-missing", "warning", among=_leaderless)
def lead_missing(state: ActionState, view: View) -> Iterator[Finding]:
    """An action that nobody is named to lead.

    Why it matters: at the meeting nobody can be asked how it goes, and it is the first thing that members look for.

    Failing:

        "1.1":
          title: "Agree a rent arrears protocol"
          timescale: September 2013

    Passing:

        "1.1":
          title: "Agree a rent arrears protocol"
          lead: Housing Team
          timescale: September 2013

    To mend it: add `lead:` with a post, a team, an organisation or a board from the owners list. Where every one of
    several organisations must do it, write `each:` instead.
    """
    where = view.document.record(state.action.node)
    yield fault(where, f"{named(state.action)} has no lead.", "Add lead: with a post, a team or an organisation.")


def _with_several(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if len(state.action.lead) > 1]


@action_rule("HS202", "several-leads", "note", among=_with_several)
def several_leads(state: ActionState, view: View) -> Iterator[Finding]:
    """An action with more than one lead, or with one that stands there twice.

    Why it matters: when two answer for an action, each can wait for the other.

    Failing, in an action:

        title: "Agree a rent arrears protocol"
        lead: [Housing Team, Support Team]

    Passing, in an action:

        lead: Housing Team
        title: "Agree a rent arrears protocol"
        partners: [Support Team]

    To mend it: keep one lead and move the others to `partners:`. Where each of them must do the whole of it, write
    `each:` instead.
    """
    action = state.action
    named_ones = [name for name in action.lead if not is_nobody(name)]
    if len(named_ones) < 2 or not any(view.owners.resolve(name) for name in named_ones):
        return  # owner-unknown says so; how many are meant nobody can tell
    where = view.document.key(action.node, "lead")
    leads = tuple(dict.fromkeys(named_ones))
    if len(leads) == 1:
        yield fault(where, f'{named(action)}: the lead "{leads[0]}" stands there twice.', "Write it once.")
        return
    message = f"{named(action)} has {len(leads)} leads: {listing(leads)}."
    yield fault(where, message, "Name the one who answers for it.")


@plan_rule("HS203", "owner-unknown", "error", lasting=True)
def owner_unknown(view: View) -> Iterator[Finding]:
    """A name that stands in no owners list, or that several owners there share, as a lead, a partner, under `each:`,
    `by:`, `body:`, `organisations:`, `governance:` or the strategy's `published:`, or as another owner's member, parent
    or successor.

    Why it matters: a misspelt owner is left out of every count by owner, and nobody gets the action.

    Failing, in an action:

        title: "Agree a rent arrears protocol"
        lead: Housing Taem

    Passing, in an action:

        lead: Housing Team
        title: "Agree a rent arrears protocol"

    To mend it: write the owner as the owners list has it, or add it to the list. Where nobody leads yet, leave `lead:`
    out instead of writing "TBC". Of two names in one text one is the lead, and the other stands under `partners:`. Of
    owners that share a spelling (HS216, spelling-shared), write the key of the one that is meant.
    """
    for name, spot, action in view.misnamed:
        if view.owners.resolve(name) is None:
            who = f"{named(action)}: " if action else ""
            what, help = said_of(name, spot.key, view.owners)
            meant = owners_meant(name, view.owners)
            # Where the list has it with a sign from Word in it, that is told there.
            odd = any(key in view.plan.owners and key != name and as_typed(key) == name for key in meant)
            unless = ("odd-character", view.plan.id, "") if odd else ()
            told = f"{who}{what}"
            about = action.id if action else ""
            yield fault(spot.place(view), told, help, action=about, proposed=meant, unless=unless)


@plan_rule("HS204", "owner-alias", "note", lasting=True)
def owner_alias(view: View) -> Iterator[Finding]:
    """An owner written in another of its spellings.

    Why it matters: the plan then shows one body under several names, and a reader takes them for different ones.

    Failing:

        owners:
          Housing Team: {kind: team, also: [Housing Section]}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Section, timescale: September 2013}

    Passing:

        owners:
          Housing Team: {kind: team, also: [Housing Section]}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: write the owner as the owners list has it.
    """
    for name, spot, action in view.misnamed:
        if (owner := view.owners.resolve(name)) is not None:
            who = f"{named(action)}: " if action else ""
            message = f'{who}"{name}" is another spelling of "{owner.key}".'
            about = action.id if action else ""
            yield fault(spot.place(view), message, f'Write "{owner.key}".', action=about)


@plan_rule("HS205", "owner-unused", "note")
def owner_unused(view: View) -> Iterator[Finding]:
    """An owner that no action, organisation or board of the plan names; in the shared list, that no plan names.

    Why it matters: it is left over, or an action that should name it does not.

    Failing:

        owners:
          Housing Team: {kind: team}
          Rent Team: {kind: team}

    Passing:

        owners:
          Housing Team: {kind: team}

    To mend it: take it out of the list, or name it where it belongs.
    """
    if view.plan.owners:
        used: set[str] = set()
        # An owner that a misspelt name was meant for is not unused: the misspelling is what there is to mend.
        for name in view.named:
            used |= {name} if view.owners.resolve(name) else {*owners_meant(name, view.owners)}
        yield from unused_owners(view.document, view.plan.owners, view.owners, used)


def unused_owners(
    document: Document, listed: Mapping[str, Owner], owners: Owners, used: Iterable[str]
) -> Iterator[Finding]:
    """The owners of a list that nothing uses, directly or as a member, a parent or a successor of one that is."""
    reached: set[str] = set()
    waiting = list(used)
    while waiting:
        for owner in owners.may_mean(waiting.pop()):
            if owner.key not in reached:
                reached.add(owner.key)
                waiting += [name for name in (*owner.members, owner.part_of, owner.successor) if name]
    node = document.root.get("owners") if document.root is not None else None
    if isinstance(node, Map):
        for key in listed:
            if key not in reached:
                yield fault(document.key(node, key), f'Nothing names the owner "{key}".', "Take it out, or name it.")


RULES = (lead_missing, several_leads, owner_unknown, owner_alias, owner_unused)
