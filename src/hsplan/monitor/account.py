"""A plan's account: where its actions came from, and what became of every one of them."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.findings import listed
from hsplan.frozen import Frozen
from hsplan.monitor.book import Book
from hsplan.monitor.links import parts
from hsplan.monitor.state import CLOSED_POSITIONS

ACCOUNT_WORDS = {
    "opened": "opened",
    "carried_in": "carried in",
    "achieved": "achieved",
    "now_routine": "now routine",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
    "carried_out": "carried over",
    "still_open": "still open",
}
"""Each number of an account in words, in the order in which it is printed.

What went out is called carried over, since officers say "carried out" of what was done.
"""


class Account(Frozen):
    """Numbers of actions as at a date: opened + carried in = all the others together.

    Each action counts once on either side. One that comes from another plan is carried in; any other was opened by the
    plan, one that came about by a merger or a split within it too. Carried out are those with status "carried over",
    whether or not they name where to.
    """

    plan: str
    opened: int
    carried_in: int
    achieved: int
    now_routine: int
    withdrawn: int
    superseded: int
    carried_out: int
    still_open: int

    @property
    def numbers(self) -> dict[str, int]:
        """Each number by its words, in the order of an account."""
        found = self._asdict()
        return {words: found[name] for name, words in ACCOUNT_WORDS.items()}

    @property
    def sentence(self) -> str:
        """The account in plain English; an ending that no action has is left out."""
        came = {"opened": "opened by the plan", "carried in": "carried in from another plan"}
        told = [(words, number) for words, number in self.numbers.items() if number]
        ends = [f"{number} {words}" for words, number in told if words not in came]
        began = [f"{number} {came[words]}" for words, number in told if words in came]
        return f"{listed(began)}: {listed(ends)}." if began else "No action."


def account(book: Book, pairs: Iterable[tuple[str, str]]) -> Account:
    """The account of a plan; `pairs` are the links between it and other plans, as `join` finds them."""
    came = {new for old, new in pairs if parts(old)[0] != book.plan}
    carried_in = sum(f"{book.plan}/{action}" in came for action in book.positions)
    ends = [position for position in book.positions.values() if position in CLOSED_POSITIONS]
    return Account(
        plan=book.plan,
        opened=len(book.positions) - carried_in,
        carried_in=carried_in,
        achieved=ends.count("achieved"),
        now_routine=ends.count("now routine"),
        withdrawn=ends.count("withdrawn"),
        superseded=ends.count("superseded"),
        carried_out=ends.count("carried over"),
        still_open=len(book.positions) - len(ends),
    )
