"""How long a report is on paper: members get four or five pages before the appendices."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hsplan.report.pdf.page import for_browser
from hsplan.report.render import render
from tests.browser.conftest import Made, Visit
from tests.conftest import Run
from tests.report.busy import busy_report

PAGE = re.compile(rb"/Type /Page\b(?!s)")
BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
MM = 96 / 25.4
WIDE, DEEP = round(273 * MM), 183 * MM
"""What an A4 page on its side holds between its margins, in pixels."""
HEIGHT = "document.querySelector('.wide').getBoundingClientRect().height"
FRONT = ".wide, .wide ~ *, footer { display: none !important; }"


def pages(path: Path, visit: Visit) -> int:
    """The A4 pages before the first appendix, the whole plan."""
    path = printed_as(path)
    page = visit(path, media="print")
    page.add_style_tag(content=FRONT)
    return len(PAGE.findall(page.pdf(prefer_css_page_size=True)))


def printed_as(path: Path) -> Path:
    """The page that `hsplan report` gives the browser to print."""
    own = path.with_name(f"printed-{path.name}")
    own.write_text(for_browser(path.read_text(encoding="utf-8")), encoding="utf-8")
    return own


def busy(times: int, folder: Path) -> Path:
    """The busy plan's report as a file."""
    path = folder / "busy.html"
    path.write_text(render(busy_report(times), "html"), encoding="utf-8")
    return path


@pytest.mark.parametrize(("times", "most"), [(1, 5), (8, 8)])
def test_moves_proposals_and_changes_have_room_too(times: int, most: int, visit: Visit, tmp_path: Path) -> None:
    """Ten actions, and eighty with sixteen decisions to take, of which none is left out."""
    path = busy(times, tmp_path)
    assert 3 <= pages(path, visit) <= most
    page = visit(path)
    decisions = "[...document.querySelectorAll('#recommendations ~ .para .letters')].slice(0, 2)"
    assert page.evaluate(f"{decisions}.map(e => e.children.length)") == [times, times]


def test_long_texts_have_the_width_of_their_row(visit: Visit, tmp_path: Path) -> None:
    page = visit(busy(1, tmp_path), WIDE, "print")
    wide = "[...document.querySelectorAll('#overdue-table')].map(e => e.closest('table'))"
    rows = page.evaluate(f"{wide}.flatMap(t => [...t.tBodies]).map(b => b.getBoundingClientRect().height)")
    assert max(rows) < 40 * MM
    below = page.locator("table:has(#overdue-table) tr.details").first.inner_text()
    assert [word in below for word in ("First date", "Last progress", "Consequence", "Remedy")] == [True] * 4


KEPT = """[...document.querySelectorAll(%r)].map(e => getComputedStyle(e).breakInside)"""


def test_what_belongs_together_stays_on_a_page(visit: Visit, tmp_path: Path) -> None:
    """Under the other name that a figure has in print too: a name that no browser knows would stand in a line."""
    page = visit(printed_as(busy(1, tmp_path)), media="print")
    figures = page.evaluate("[...document.querySelectorAll('report-figure')].map(e => getComputedStyle(e).display)")
    assert set(figures) == {"block"}
    assert set(page.evaluate(KEPT % "report-figure")) == {"avoid"}
    intro = page.evaluate("[...document.querySelectorAll('p:has(+ ol)')].map(e => getComputedStyle(e).breakAfter)")
    assert set(intro) == {"avoid"}


@pytest.mark.parametrize(
    ("plan", "as_at"),
    [
        ("west-kent-2010", "2010-07-31"),
        ("west-kent-2010", "2010-11-15"),
        ("west-kent-2010", "2011-06-30"),
        ("worcestershire-2007", "2010-10-31"),
        ("worcestershire-2007", "2011-03-31"),
        ("worcestershire-2012", "2013-03-31"),
        ("oxford-2013", "2013-10-31"),
        ("oxford-2013", "2014-03-31"),
        ("oxford-2013", "2018-04-30"),
        ("oxfordshire-2021", "2024-03-31"),
        ("worcester-2023", "2023-12-31"),
    ],
)
def test_five_pages_before_the_appendices(plan: str, as_at: str, hsplan: Run, visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    assert hsplan("report", plan, "--as-at", as_at, "--output", str(path)).code == 0
    assert 2 <= pages(path, visit) <= 5


@pytest.mark.parametrize(
    ("plan", "as_at"),
    [("west-kent-2010", "2011-06-30"), ("worcestershire-2007", "2011-03-31"), ("oxford-2013", "2014-03-31")],
)
def test_the_pages_of_the_whole_plan_are_well_filled(
    plan: str, as_at: str, hsplan: Run, visit: Visit, tmp_path: Path
) -> None:
    """An action is never parted from its details, so no page is quite full; on the whole less than a third is blank."""
    path = tmp_path / "r.html"
    assert hsplan("report", plan, "--as-at", as_at, "--output", str(path)).code == 0
    page = visit(path, WIDE, "print")
    boxes = [(float(width), float(height)) for width, height in BOX.findall(page.pdf(prefer_css_page_size=True))]
    landscape = sum(width > height for width, height in boxes)
    assert landscape >= 5
    assert page.evaluate(HEIGHT) / (landscape * DEEP) > 0.7


def test_every_section_there_is_takes_one_more_at_most(made: Made, visit: Visit) -> None:
    """The made-up plan has all sections, each with little in it."""
    assert pages(made(), visit) <= 6


def test_each_leads_page_begins_a_page(made: Made, visit: Visit) -> None:
    page = visit(made("owner"), media="print")
    breaks = page.evaluate("[...document.querySelectorAll('h3.page')].map(e => getComputedStyle(e).breakBefore)")
    assert breaks[0] == "auto"
    assert len(breaks) > 2
    assert set(breaks[1:]) == {"page"}
