"""HS8: the words that a reader must understand."""

from __future__ import annotations

from tests.lint.mutations.broken import Broken
from tests.lint.mutations.page import Break, Page


def _appended(more: str) -> Break:
    """A break that ends a short title in other words."""

    def make(page: Page) -> Broken:
        action = page.action(lambda action: len(action.title) < 75, "title of less than 75 characters")
        return Broken((page.append(action.node, "title", more),), action.id)

    return Break(make)


def _glossary_unused(page: Page) -> Broken:
    return Broken((page.below("glossary", "⟦QZX⟧", '"Quick zero exclusion"'),))


def _defined_twice(page: Page) -> Broken:
    """The glossary explains an owner's name that the owners list explains."""
    names = [name for action in page.plan.actions for name in (*action.lead, *action.partners)]
    owners = [owner for name in names if (owner := page.owners.get(name)) and owner.name]
    owner = next(each for each in owners if each.key not in page.plan.glossary)
    return Broken((page.below("glossary", f"⟦{owner.key}⟧", f'"{owner.name}"'),))


BREAKS = {
    "abbreviation-undefined": _appended(" with ⟦QZX⟧"),
    "glossary-unused": Break(_glossary_unused, ("candid",)),
    "defined-twice": Break(_defined_twice),
    "two-spellings": _appended(" of ⟦home-lessness⟧"),
    "personal-data": _appended(" (ask ⟦Mrs Webster⟧)"),
}
