"""Where the actions of plans came from and what became of them, in plain text."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from hsplan.exporting.grid import grid
from hsplan.findings import capital, one_line
from hsplan.monitor.accounts import Accounts


def accounts_table(found: Accounts) -> str:
    """A row a plan and one of totals, then what went from plan to plan. In each row the numbers of where actions came
    from, and those of what became of them, both add up to its actions; a number that no plan has is left out."""
    shown, totals = found.columns, found.totals
    rows = [(one_line(each.plan), [each.numbers[words] for words in shown]) for each in found.plans]
    lines = ["Where the actions came from, and what became of them:", ""]
    lines += grid([capital(words) for words in shown], rows, ("All plans", [totals[words] for words in shown]))
    handed = _told(found)
    return "\n".join([*lines, *[""] * bool(handed), *_wrapped(handed)]) + "\n"


def account_lines(found: Accounts) -> list[str]:
    """The account of one plan, and what it took over and handed on; [] where it did neither."""
    if not found.ledgers and not found.broken:
        return []
    told = [f"Account: {found.plans[0].sentence}", *_told(found)]
    return _wrapped(told)


def _told(found: Accounts) -> list[str]:
    return [*(each.told() for each in found.ledgers), *(each.sentence for each in found.broken)]


def _wrapped(sentences: Iterable[str]) -> list[str]:
    """Each on lines of at most 80 columns, as wide as the tables."""
    return [line for each in sentences for line in wrap(one_line(each), 80, subsequent_indent="  ")]
