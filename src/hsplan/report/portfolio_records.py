"""What the templates of a portfolio are given: several plans, their totals and their accounts."""

from __future__ import annotations

from hsplan.frozen import Frozen
from hsplan.report.records import Day, Report
from hsplan.report.source import Source


class PortfolioRow(Frozen):
    """A plan in the table of several: how many actions stand in each position."""

    plan: str
    anchor: str
    title: str
    numbers: tuple[int, ...]
    page: str = ""


class AccountTable(Frozen):
    """Where the actions of several plans came from and what became of them. In each row the numbers of where they came
    from, and those of what became of them, both add up to the plan's actions."""

    headings: tuple[str, ...]
    rows: tuple[PortfolioRow, ...]
    totals: tuple[int, ...]
    told: tuple[str, ...]
    """A sentence for each two plans between which actions went, and for each link that leads nowhere."""


class Portfolio(Frozen):
    """Several plans together: totals, a row for each, then each report."""

    as_at: Day
    sentence: str
    headings: tuple[str, ...]
    rows: tuple[PortfolioRow, ...]
    totals: tuple[int, ...]
    reports: tuple[Report, ...]
    left_out: tuple[str, ...] = ()
    """What is said of the plans that cannot be read."""
    accounts: AccountTable | None = None
    """None where nothing has come from another plan or ended yet."""
    source: Source | None = None
