"""The accounts of plans, with what the plans beside them in the workspace say of the same actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.monitor import assess
from hsplan.monitor.accounts import Accounts, accounts
from hsplan.monitor.book import Book, book_of
from hsplan.monitor.links import parts
from hsplan.workspace.workspace import Workspace


def accounts_of(workspace: Workspace, books: Sequence[Book]) -> Accounts:
    """The accounts of some plans of the workspace, all as at one date; plans that handed something to them, or took
    something over, are read where they are not among them."""
    own = {book.plan for book in books}
    others = dict.fromkeys(name for book in books for name in _relatives(workspace, book) if name not in own)
    beside = []
    for name in others:
        found = workspace.sibling(name)
        if found is not None and found.plan is not None and found.plan.id not in own:
            state = assess(found.plan, found.owners, books[0].as_at, workspace.config.thresholds)
            beside.append(book_of(state.known))
    return accounts(books, beside, workspace.config.outside)


def _relatives(workspace: Workspace, book: Book) -> Iterator[str]:
    """The ids of the plans that a plan names as those of actions before or after its own, and of those that name it."""
    for names in (*book.links.into.values(), *book.links.carried_from.values()):
        yield from (plan for plan, _ in map(parts, names) if plan)
    yield from workspace.mentions.of_actions.get(book.plan, ())
