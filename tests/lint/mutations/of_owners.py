"""HS2: who answers for an action."""

from __future__ import annotations

from collections import Counter

from hsplan.plan import Action, Owner
from hsplan.timescale.wording import words
from tests.lint.mutations.broken import Broken
from tests.lint.mutations.page import Break, Page

_RENT_TEAM = "Rent Team"


def _uses(page: Page) -> Counter[str]:
    """How often each owner is named by actions."""
    names = (name for action in page.plan.actions for name in (*action.lead, *action.partners, *action.each))
    return Counter(owner.key for name in names if (owner := page.owners.resolve(name)))


def _led(page: Page, *, by_group: bool = True) -> Action:
    """An action with one lead, no group if possible, whom the plan does not list for this action alone."""
    uses = _uses(page)

    def fits(action: Action) -> bool:
        owner = page.owners.resolve(action.lead[0]) if isinstance(action.node.get("lead"), str) else None
        alone = owner is not None and owner.key in page.plan.owners and uses[owner.key] == 1
        return owner is not None and not alone and (by_group or not _group(page, action))

    page.action(fits, "action that one lead answers for" if by_group else "action that is led by no group")
    return min(page.actions(fits), key=lambda action: (_group(page, action), page.said[action.id]))


def _group(page: Page, action: Action) -> bool:
    owner = page.owners.resolve(action.lead[0])
    return owner is not None and owner.kind == "group"


def _known(page: Page, besides: Action, kinds: tuple[str, ...] = ("team", "post", "organisation", "board")) -> Owner:
    """Somebody of these kinds whom the plan names and this action does not; the one named least."""
    own = {*besides.lead, *besides.partners, *besides.each}
    for key, _ in reversed(_uses(page).most_common()):
        owner = page.owners.get(key)
        if owner and owner.kind in kinds and owner.end is None and not own & {owner.key, *owner.also}:
            return owner
    page.need(False, f"the plan names no {', '.join(kinds)} besides")
    raise AssertionError


def _lead_missing(page: Page) -> Broken:
    action = _led(page)
    return Broken((page.drop(action.node, "lead"), *page.name(action.node)), action.id)


def _several_leads(page: Page) -> Broken:
    action = _led(page)
    leads = f"[{action.lead[0]}, {_known(page, action).key}]"
    return Broken((*page.key(action.node, "lead"), page.swap(action.node, "lead", leads)), action.id)


def _owner_unknown(page: Page) -> Broken:
    action = _led(page)
    return Broken((page.swap(action.node, "lead", f"⟦{action.lead[0]}x⟧"),), action.id)


def _owner_alias(page: Page) -> Broken:
    """A lead that has another spelling is written so."""
    action = _led(page)
    shared = [page.owners.get(key) for key in page.owners.by_key]
    fit = [each for each in shared if each and each.also and each.kind != "group" and each.end is None]
    page.need(fit, "there is no owner with another spelling")
    return Broken((page.swap(action.node, "lead", f'⟦"{fit[0].also[0]}"⟧'),), action.id)


def _owner_unused(page: Page) -> Broken:
    return Broken((page.below("owners", f"⟦{_RENT_TEAM}⟧", "{kind: team}"),))


def _lead_group(page: Page) -> Broken:
    action = _led(page, by_group=False)
    group = _known(page, action, ("group",))
    return Broken((page.swap(action.node, "lead", f"⟦{group.key}⟧"),), action.id)


def _lead_also_partner(page: Page) -> Broken:
    action = _led(page)
    return Broken((page.entry(action.node, "partners", f"⟦{action.lead[0]}⟧"),), action.id)


def _owner_ended(page: Page) -> Broken:
    """The lead is a team that was dissolved."""
    led = _led(page)
    open_ = page.actions(lambda action: page.states[action.id].open and len(action.lead) == 1)
    action = led if page.states[led.id].open else open_[0]
    ended = page.below("owners", _RENT_TEAM, f"{{kind: team, to: {page.day(-30)}, successor: {action.lead[0]}}}")
    return Broken((ended, page.swap(action.node, "lead", f"⟦{_RENT_TEAM}⟧")), action.id)


_THINGS = "arrears prisons hospitals hostels deposits repairs lettings debt veterans refugees families evictions"
_MORE = "advice benefits furniture transport"


def _lead_overloaded(page: Page) -> Broken:
    """A new team leads sixteen new actions."""
    edits = [page.below("owners", _RENT_TEAM, "{kind: team}")]
    for number, thing in enumerate(f"{_THINGS} {_MORE}".split()):
        lead = f"⟦{_RENT_TEAM}⟧" if number == 0 else _RENT_TEAM
        day = page.when() if number % 2 else words(page.period.end)
        more = f"lead: {lead}\n  timescale: {day}"
        edits.append(page.new_action(f"Z{number}", f"Agree what is to be done about {thing}", more))
    return Broken(tuple(edits), loses=("HS335",))


def _owner_circle(page: Page) -> Broken:
    """The lead is a team that is a part of itself."""
    action = _led(page)
    team = page.below("owners", _RENT_TEAM, f"{{kind: team, part_of: ⟦{_RENT_TEAM}⟧}}")
    return Broken((team, page.swap(action.node, "lead", _RENT_TEAM)))


def _spelling_shared(page: Page) -> Broken:
    """The lead is a team that has another owner's spelling."""
    action = _led(page)
    shared = [page.owners.get(key) for key in page.owners.by_key]
    fit = [each for each in shared if each and each.also and each.key not in _uses(page)]
    page.need(fit, "there is no owner with another spelling")
    team = page.below("owners", _RENT_TEAM, f'{{kind: team, also: [⟦"{fit[0].also[0]}"⟧]}}')
    return Broken((team, page.swap(action.node, "lead", _RENT_TEAM)))


def _organisation_undeclared(page: Page) -> Broken:
    """One that is none of the plan's own must do an action."""
    declared = {*page.plan.organisations, *page.owners.expand(page.plan.organisations)}
    reported = {entry.by for action in page.plan.actions for entry in action.progress}
    used = _uses(page)
    fit = [
        owner
        for key in page.owners.by_key
        if (owner := page.owners.get(key)) and owner.kind == "organisation" and key not in declared | reported
        and used[key] and not owner.members
    ]  # fmt: skip
    page.need(fit, "every organisation that the plan names is its own")
    action = page.action(lambda action: not action.each, "action without each:")
    own = {*action.lead, *action.partners}
    name = next(owner.key for owner in fit if owner.key not in own)
    return Broken((page.add(action.node, "each", f"[⟦{name}⟧]"),), action.id)


BREAKS = {
    "lead-missing": Break(_lead_missing),
    "several-leads": Break(_several_leads),
    "owner-unknown": Break(_owner_unknown),
    "owner-alias": Break(_owner_alias),
    "owner-unused": Break(_owner_unused),
    "lead-group": Break(_lead_group, ("candid",)),
    "lead-also-partner": Break(_lead_also_partner),
    "owner-ended": Break(_owner_ended),
    "lead-overloaded": Break(_lead_overloaded, ("candid", "silent")),
    "owner-circle": Break(_owner_circle),
    "spelling-shared": Break(_spelling_shared),
    "organisation-undeclared": Break(_organisation_undeclared),
}
