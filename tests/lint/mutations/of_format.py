"""HS020 to HS027 and HS091 to HS094: keys and values that the format does not know, and what is accepted or known."""

from __future__ import annotations

from hsplan.lint.known import Key
from hsplan.plan import Action
from hsplan.workspace.own_rules import OwnRule
from tests.lint.mutations.broken import TOP, Broken, Edit
from tests.lint.mutations.page import Break, Page


def _first(page: Page) -> Action:
    return page.actions()[0]


def _future_version(page: Page) -> Broken:
    return Broken((page.swap(page.root, "hsplan", "⟦2⟧"),), whole=True)


def _unknown_key(page: Page) -> Broken:
    action = _first(page)
    return Broken((page.add(action.node, "⟦resorces⟧", '"Staff time"'),), action.id)


def _missing_key(page: Page) -> Broken:
    action = page.action(lambda action: next(iter(action.node)) == "title", "action that begins with its title")
    assert action.node.name is not None
    return Broken((page.drop(action.node, "title"), *page.name(action.node)), action.id)


def _wrong_shape(page: Page) -> Broken:
    """A list of words as a title."""
    action = _first(page)
    return Broken((page.swap(action.node, "title", "⟦[Agree a protocol, Sign it]⟧"),), action.id)


def _unknown_word(page: Page) -> Broken:
    """The word that officers write and that means two things."""
    action = _first(page)
    entry = page.entry(action.node, "progress", f"{{date: {page.day(-60)}, status: ⟦ongoing⟧}}")
    return Broken((entry,), action.id)


def _bad_value(page: Page) -> Broken:
    action = page.action(lambda action: not action.budget, "action without a budget")
    return Broken((page.add(action.node, "budget", "{amount: ⟦about 3000⟧}"),), action.id)


def _bad_date(page: Page) -> Broken:
    """A day that no calendar has."""
    action = _first(page)
    return Broken((page.put(action.node, "added", f"⟦{page.as_at.year}-02-30⟧"),), action.id)


def _bad_id(page: Page) -> Broken:
    """A space in the id of an indicator."""
    return Broken((page.below("indicators", '⟦"zz visits"⟧', '{title: "Visits", frequency: quarterly}'),))


def _accepted_unused(page: Page) -> Broken:
    return Broken((_accept(page, _first(page), "rule: file-name, reason: Agreed"),))


def _accepted_expired(page: Page) -> Broken:
    until = page.day(-1)
    return Broken((_accept(page, _first(page), f"rule: file-name, reason: Agreed, until: {until}"),))


def _accepted_unknown_rule(page: Page) -> Broken:
    return Broken((_accept(page, _first(page), "rule: lead-mising, reason: Agreed"),))


def _accept(page: Page, action: Action, entry: str) -> Edit:
    return page.entry(action.node, "accepted", f"⟦{{{entry}}}⟧")


def _known_gone(page: Page) -> Broken:
    """The file of known findings has one that the plan does not show."""
    return Broken((), known={Key(page.plan.id, _first(page).id, "file-name"): 1}, at=TOP)


_SLANG = OwnRule(
    "HS900", "plain-words", "title", "Say it in plain words.", "Members asked for it.", forbidden="synergy"
)


def _plain_words(page: Page) -> Broken:
    """A rule of the council's own."""
    action = _first(page)
    edits = *page.value(action.node, "title"), page.append(action.node, "title", " in synergy")
    return Broken(edits, action.id, own=(_SLANG,))


OWN = {_SLANG.name: Break(_plain_words)}
"""Councils' own rules, which no plan shows without the settings that have them."""

BREAKS = {
    "future-version": Break(_future_version),
    "unknown-key": Break(_unknown_key),
    "missing-key": Break(_missing_key),
    "wrong-shape": Break(_wrong_shape),
    "unknown-word": Break(_unknown_word, ("silent",)),
    "bad-value": Break(_bad_value),
    "bad-date": Break(_bad_date),
    "bad-id": Break(_bad_id),
    "accepted-unused": Break(_accepted_unused),
    "accepted-expired": Break(_accepted_expired),
    "accepted-unknown-rule": Break(_accepted_unknown_rule),
    "known-gone": Break(_known_gone),
}
