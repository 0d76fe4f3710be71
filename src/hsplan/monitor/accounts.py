"""The accounts of several plans, and what each handed to another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from hsplan.frozen import Frozen
from hsplan.monitor.account import ACCOUNT_WORDS, Account, account
from hsplan.monitor.book import Book
from hsplan.monitor.ledger import Ledger, ledgers
from hsplan.monitor.lineage import join
from hsplan.monitor.links import parts
from hsplan.monitor.orphans import Orphan


class Accounts(Frozen):
    """What became of every action of some plans, as at one date."""

    plans: tuple[Account, ...]
    """An account a plan, in the order given."""
    ledgers: tuple[Ledger, ...]
    """One for each two plans between which an action went."""
    broken: tuple[Orphan, ...]
    """The links that lead nowhere, or that only one of the two plans states."""

    @property
    def totals(self) -> dict[str, int]:
        """The numbers of all the plans together, by their words."""
        numbers = [each.numbers for each in self.plans]
        return {words: sum(each[words] for each in numbers) for words in ACCOUNT_WORDS.values()}

    @property
    def columns(self) -> list[str]:
        """The words of the numbers that a table needs: without the ways to end that no action took."""
        return [words for words, number in self.totals.items() if number or words in ("opened", "still open")]

    @property
    def telling(self) -> bool:
        """Whether anything came from another plan or has ended; else every action is open where it began."""
        return any(each.carried_in or each.still_open < each.opened for each in self.plans)


def accounts(books: Sequence[Book], beside: Sequence[Book] = (), elsewhere: Collection[str] = ()) -> Accounts:
    """The accounts of plans as at the same date. `beside` are the books of other plans that actions came from or went
    to, `elsewhere` the ids of plans that are known to be kept elsewhere."""
    as_at = next((book.as_at for book in books), date.max)
    every = (*books, *beside)
    pairs, broken = join([book.links for book in every], as_at, elsewhere)
    own = {book.plan for book in books}
    orphans = [each for each in dict.fromkeys(broken) if {parts(each.action)[0], parts(each.other)[0]} & own]
    return Accounts(
        tuple(account(book, pairs) for book in books),
        tuple(each for each in ledgers(every, pairs, orphans) if {each.old, each.new} & own),
        tuple(orphans),
    )
