"""The pages of a small static site as text: an index, a page a plan, a page an action. Links work from a file share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.frozen import Frozen
from hsplan.monitor.accounts import Accounts
from hsplan.report.action_page import Around, action_pages
from hsplan.report.addressed import addressed
from hsplan.report.addresses import INDEX, Addresses, link
from hsplan.report.portfolio import portfolio
from hsplan.report.portfolio_records import PortfolioRow
from hsplan.report.records import Report
from hsplan.report.render import render
from hsplan.report.setting import Setting
from hsplan.report.source import Source
from hsplan.report.templates import SEVERAL, STEERING_GROUP, Template

ACTION = "action"
"""The name of the template of an action's page."""
_ALL = "All plans"
Page = tuple[str, str]
"""An address from the top of the site, and the page's text."""


class Look(Frozen):
    """How the pages are made: by which template the plans' pages, in what print."""

    template: Template
    large_print: bool


def plan_pages(report: Report, setting: Setting, around: Around, look: Look) -> Iterator[Page]:
    """A plan's own page, then a page for each of its actions."""
    key, title = setting.plan.id, report.header.title
    here = around.where.plans[key]
    pages = list(action_pages(setting, around))
    linked = addressed(report, {page.action.anchor: link(here, address) for address, page in pages})
    template = STEERING_GROUP._replace(folder=look.template.folder) if look.template.name == SEVERAL else look.template
    trail = [(_ALL, link(here, INDEX)), (title, "")]
    yield here, render(linked, "html", template, large_print=look.large_print, trail=trail)
    for address, page in pages:
        action = page.action
        trail = [
            (_ALL, link(address, INDEX)),
            (title, link(address, here)),
            (f"{page.label} {action.id}", ""),
        ]
        template = Template(ACTION, look.template.folder)
        yield address, render(report, "html", template, large_print=look.large_print, trail=trail, page=page)


def index_page(
    reports: Sequence[tuple[str, Report]],
    kept: Accounts,
    where: Addresses,
    left_out: Sequence[str],
    source: Source | None,
    look: Look,
) -> Page:
    """The first page, of all plans; `reports` by the plans' ids and `kept` their accounts, `left_out` what is said of
    those that have none."""
    several = portfolio([report for _, report in reports], kept)
    pages = [link(INDEX, where.plans[key]) for key, _ in reports]
    held = several.accounts
    several = several._replace(
        rows=_linked(several.rows, pages),
        accounts=held._replace(rows=_linked(held.rows, pages)) if held else None,
        left_out=tuple(left_out),
        source=source,
    )
    template = Template(SEVERAL, look.template.folder)
    return INDEX, render(several, "html", template, large_print=look.large_print, trail=[(_ALL, "")])


def _linked(rows: Sequence[PortfolioRow], pages: Sequence[str]) -> tuple[PortfolioRow, ...]:
    """The rows, each with the address of its plan's own page."""
    return tuple(row._replace(page=page) for row, page in zip(rows, pages, strict=True))
