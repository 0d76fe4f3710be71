"""How long a report is on paper: members get four or five pages before the appendices."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Made, Visit
from tests.conftest import Run

PAGE = re.compile(rb"/Type /Page\b(?!s)")
BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
MM = 96 / 25.4
WIDE, DEEP = round(273 * MM), 183 * MM
"""What an A4 page on its side holds between its margins, in pixels."""
HEIGHT = "document.querySelector('.wide').getBoundingClientRect().height"
FRONT = ".wide, .wide ~ *, footer { display: none !important; }"


def pages(path: Path, visit: Visit) -> int:
    """The A4 pages before the first appendix, the whole plan."""
    page = visit(path, media="print")
    page.add_style_tag(content=FRONT)
    return len(PAGE.findall(page.pdf(prefer_css_page_size=True)))


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
