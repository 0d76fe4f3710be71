"""The report in a real browser: axe, reflow, text spacing, keyboard, print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hsplan.report.templates import SHIPPED
from tests.browser.conftest import Made, Visit
from tests.report.test_hostile import TEXTS, outputs

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("t => axe.run(document, {runOnly: {type: 'tag', values: t}})", TAGS)
    assert found["passes"]
    return [
        f"{each['id']}: {node['html'][:120]} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def sideways(page: Any) -> int:
    """How many pixels the page itself scrolls sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(width: int, media: str, made: Made, visit: Visit, axe: str) -> None:
    assert violations(visit(made(), width, media), axe) == []


@pytest.mark.parametrize("template", [name for name in SHIPPED if name != "steering-group"])
def test_axe_finds_nothing_in_the_other_templates(template: str, made: Made, visit: Visit, axe: str) -> None:
    page = visit(made(template), 320)
    assert violations(page, axe) == []
    assert sideways(page) == 0


def test_large_print_is_large_and_as_sound(made: Made, visit: Visit, axe: str) -> None:
    page = visit(made(large_print=True), 320)
    assert violations(page, axe) == []
    assert sideways(page) == 0
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize") == "24px"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('main td')).fontSize") == "24px"


def test_needs_nothing_from_anywhere(made: Made, visit: Visit) -> None:
    addresses: list[str] = []
    path = made()
    visit(path, addresses=addresses)
    assert addresses == [path.as_uri()]


def test_reflows_with_wider_letters_too(made: Made, visit: Visit) -> None:
    page = visit(made(), 320)
    assert sideways(page) == 0
    page.add_style_tag(content=SPACING)
    assert sideways(page) == 0
    clipped = "[...document.querySelectorAll('p, li, dd, h1, h2, h3')].filter(e => e.scrollHeight > e.clientHeight + 2)"
    assert page.evaluate(f"{clipped}.map(e => e.textContent)") == []


def test_tab_leads_to_the_skip_link_and_it_to_the_report(made: Made, visit: Visit) -> None:
    page = visit(made())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def test_the_font_is_the_style_sheets_own(made: Made, visit: Visit) -> None:
    page = visit(made())
    assert page.evaluate("getComputedStyle(document.querySelector('td')).fontFamily").startswith("Arial")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('main td')).fontSize") == "16px"  # 12 points


def test_charts_and_tags_survive_forced_colours(made: Made, visit: Visit) -> None:
    """What Windows calls a contrast theme: the page takes the reader's colours, a chart keeps its own on white."""
    page = visit(made())
    page.emulate_media(forced_colors="active", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(255, 255, 255)"
    adjusted = page.evaluate("[...document.querySelectorAll('svg')].map(e => getComputedStyle(e).forcedColorAdjust)")
    assert set(adjusted) == {"none"}
    edges = "[...document.querySelectorAll('.tag')].map(e => getComputedStyle(e).borderTopColor)"
    assert set(page.evaluate(edges)) == {"rgb(255, 255, 255)"}
    bare = """[...document.querySelectorAll('svg text')].filter(e => {
        const box = e.getBoundingClientRect();
        return ![...e.closest('svg').querySelectorAll('rect')].some(r => {
            const b = r.getBoundingClientRect();
            return r.getAttribute('fill') === '#ffffff' && b.left <= box.left + 1 && b.right >= box.right - 1
                && b.top <= box.top + 3 && b.bottom >= box.bottom - 3;
        });
    }).map(e => e.textContent)"""
    assert page.evaluate(bare) == []


def test_a_screen_reader_hears_the_whole_report(made: Made, visit: Visit, golden: Callable[[str, str], None]) -> None:
    golden("report/read-aloud.txt", visit(made()).locator("body").aria_snapshot() + "\n")


def test_prints_as_a_tagged_pdf(made: Made, visit: Visit) -> None:
    printed = visit(made()).pdf(tagged=True, prefer_css_page_size=True)
    for mark in (b"/StructTreeRoot", b"/Lang (en-GB)", b"/MarkInfo"):
        assert mark in printed


def test_a_hostile_plan_runs_nothing_and_asks_for_nothing(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(outputs(" ".join(TEXTS))[0], encoding="utf-8")
    addresses: list[str] = []
    page = visit(path, 320, addresses=addresses)
    assert addresses == [path.as_uri()]
    assert sideways(page) == 0
    assert page.evaluate("document.scripts.length + document.images.length") == 0
