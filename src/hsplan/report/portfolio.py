"""Several plans together: totals, a row for each, then each report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hsplan.findings import capital, counted
from hsplan.report.portfolio_records import AccountTable, Portfolio, PortfolioRow
from hsplan.report.positions import POSITIONS, mark
from hsplan.report.records import Report
from hsplan.report.text import clean

if TYPE_CHECKING:
    from hsplan.monitor.accounts import Accounts


def portfolio(reports: Sequence[Report], kept: Accounts) -> Portfolio:
    """The reports of one date, at least one, in the order given, all of them from the same commit; `kept` are the
    accounts of the same plans."""
    labels = [mark(name).label for name in POSITIONS]
    counts = [{count.mark.label: count.number for count in report.summary.counts} for report in reports]
    heads = [label for label in labels if any(label in found for found in counts)]
    rows, unique = [], []
    for number, (report, found) in enumerate(zip(reports, counts, strict=True), start=1):
        numbers = (report.summary.total, *(found.get(label, 0) for label in heads))
        rows.append(PortfolioRow(report.plan, f"plan-{number}", report.header.title, numbers))
        # Each picture on the page needs addresses of its own.
        bar = report.summary.bar._replace(prefix=f"status-{number}")
        unique.append(report._replace(summary=report.summary._replace(bar=bar)))
    totals = tuple(sum(column) for column in zip(*(row.numbers for row in rows), strict=True))
    as_at = reports[0].header.as_at
    late = totals[1 + heads.index("Overdue")] if "Overdue" in heads else 0
    overdue = f"{late} {'is' if late == 1 else 'are'} overdue" if late else "none is overdue"
    sentence = (
        f"As at {as_at.words}, {counted(len(reports), 'plan')} {'has' if len(reports) == 1 else 'have'} "
        f"{counted(totals[0], 'action')}; {overdue}."
    )
    return Portfolio(
        as_at,
        sentence,
        ("Actions", *heads),
        tuple(rows),
        totals,
        tuple(unique),
        accounts=_account_table(rows, kept) if kept.telling else None,
        source=reports[0].source,
    )


def _account_table(plans: Sequence[PortfolioRow], kept: Accounts) -> AccountTable:
    """A row for each plan's account, under the same title and address as above."""
    shown, totals = kept.columns, kept.totals
    rows = (
        row._replace(numbers=tuple(each.numbers[words] for words in shown))
        for row, each in zip(plans, kept.plans, strict=True)
    )
    names = {each.plan: f"“{row.title}”" for row, each in zip(plans, kept.plans, strict=True)}
    told = (*(each.told(names) for each in kept.ledgers), *(each.told(names) for each in kept.broken))
    headings = tuple(capital(words) for words in shown)
    return AccountTable(headings, tuple(rows), tuple(totals[words] for words in shown), tuple(map(clean, told)))
