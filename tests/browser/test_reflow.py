"""A phone, or a page at four times its size: tables turn into cards that lose no word, for eyes and for ears."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from hsplan.report.templates import SHIPPED
from tests.browser.conftest import Made, Visit
from tests.browser.test_report import SPACING, sideways
from tests.conftest import Run

SCROLLING = """[...document.querySelectorAll('.scroll:has(table)')].filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => e.textContent.trim().slice(0, 60))"""
CELLS = "[...document.querySelectorAll('table :is(tbody, tfoot) :is(th, td)')]"
UNSEEN = f"""{CELLS}.filter(e => {{
    const box = e.getBoundingClientRect();
    return !e.checkVisibility() || box.width < 20 || box.height < 10 || box.left < 0
        || box.right > document.documentElement.clientWidth + 1;
}}).map(e => e.outerHTML.slice(0, 120))"""
LABELS = """[...document.querySelectorAll('table tr:not(.details, thead tr)')].map(row => [
    [...row.cells].slice(1).map(cell => cell.dataset.label),
    [...row.closest('table').tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim()),
])"""
LETTERS = """[...document.querySelectorAll('.wide-chart svg')].flatMap(svg => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    if (!svg.checkVisibility()) return [];
    return [...svg.querySelectorAll('text')].map(text => scale * parseFloat(text.getAttribute('font-size')));
})"""


def no_cell_is_lost(page: Any) -> None:
    assert sideways(page) == 0
    assert page.evaluate(SCROLLING) == []
    assert page.evaluate(UNSEEN) == []


@pytest.mark.parametrize("template", [*SHIPPED])
def test_every_cell_is_in_sight_at_320(template: str, made: Made, visit: Visit) -> None:
    page = visit(made(template), 320)
    assert page.evaluate(f"{CELLS}.length") > 3
    no_cell_is_lost(page)
    page.add_style_tag(content=SPACING)
    assert sideways(page) == 0


@pytest.mark.parametrize(("plan", "as_at"), [("west-kent-2010", "2011-03-31"), ("worcestershire-2007", "2011-03-31")])
def test_every_cell_of_a_real_plan_is_in_sight(
    plan: str, as_at: str, hsplan: Run, visit: Visit, tmp_path: Path
) -> None:
    path = tmp_path / "r.html"
    assert hsplan("report", plan, "--as-at", as_at, "--output", str(path)).code == 0
    page = visit(path, 320)
    for width in (320, 480, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        no_cell_is_lost(page)


@pytest.mark.parametrize("template", [*SHIPPED])
def test_each_cell_is_led_by_the_words_of_its_column(template: str, made: Made, visit: Visit) -> None:
    page = visit(made(template), 320)
    found = page.evaluate(LABELS)
    assert found
    assert [labels for labels, _ in found] == [headings for _, headings in found]
    led = "getComputedStyle(document.querySelector('td[data-label]'), '::before').content"
    assert page.evaluate(led).startswith('"')
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate(led) == "none"


@pytest.mark.parametrize("template", ["steering-group", "portfolio", "accepted"])
def test_it_stays_a_table_for_those_who_hear_it(template: str, made: Made, visit: Visit) -> None:
    page = visit(made(template), 1280)
    wide = [table.aria_snapshot() for table in page.locator("table").all()]
    assert all("- columnheader" in table for table in wide)
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("getComputedStyle(document.querySelector('td')).display") != "table-cell"
    assert [table.aria_snapshot() for table in page.locator("table").all()] == wide


def test_print_keeps_its_tables(made: Made, visit: Visit) -> None:
    page = visit(made(), 320, "print")
    assert page.evaluate("getComputedStyle(document.querySelector('main td')).display") == "table-cell"
    assert page.evaluate("getComputedStyle(document.querySelector('td[data-label]'), '::before').content") == "none"


@pytest.mark.parametrize("template", ["steering-group", "burn-up"])
def test_the_words_of_a_chart_stay_as_large_as_they_were_drawn(template: str, made: Made, visit: Visit) -> None:
    sizes = visit(made(template), 320).evaluate(LETTERS)
    assert sizes
    assert min(sizes) >= 14


SHOWN = """[...document.querySelectorAll('.has-phone')].map(figure => [
    ...[...figure.querySelectorAll('svg')].map(svg => svg.checkVisibility()),
    figure.scrollWidth <= figure.clientWidth && figure.getBoundingClientRect().right <= document.body.clientWidth,
])"""


def test_a_phone_shows_charts_whole_and_calls_them_the_same(made: Made, visit: Visit) -> None:
    page = visit(made(), 1280)
    assert page.evaluate(SHOWN) == [[True, False, True]] * 2
    charts = [page.get_by_role("img", name=re.compile(name)) for name in ("^First and current", "^Due dates")]
    assert [chart.count() for chart in charts] == [1, 1]
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(SHOWN) == [[False, True, True]] * 2
    assert [chart.count() for chart in charts] == [1, 1]


def test_a_bar_without_room_for_numbers_leaves_them_to_its_key(made: Made, visit: Visit) -> None:
    page = visit(made(), 1280)
    numbers = "[...document.querySelectorAll('figure > svg :is(text, rect[rx])')].map(e => getComputedStyle(e).display)"
    assert "none" not in page.evaluate(numbers)
    key = page.locator(".key").first.inner_text()
    page.set_viewport_size({"width": 320, "height": 900})
    assert set(page.evaluate(numbers)) == {"none"}
    assert page.locator(".key").first.inner_text().split() == key.split()


def test_contents_stand_beside_the_report_where_there_is_room(made: Made, visit: Visit) -> None:
    page = visit(made(), 1280)
    box = "(e => { const b = document.querySelector(e).getBoundingClientRect(); return [b.left, b.right]; })"
    contents, main = page.evaluate(f"{box}('nav.contents')"), page.evaluate(f"{box}('main')")
    assert contents[1] < main[0]
    lefts = "e => [...document.querySelectorAll(e)].map(each => Math.round(each.getBoundingClientRect().left))"
    assert set(page.evaluate(lefts, "main > :is(h2, p, section, figure)")) == {round(main[0])}
    page.set_viewport_size({"width": 1024, "height": 900})
    contents, main = page.evaluate(f"{box}('nav.contents')"), page.evaluate(f"{box}('main')")
    assert contents[0] == main[0]
