"""The printed PDF: what a screen reader is told of it, by both printers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest

from hsplan.report.pdf import ENGINES, pdf
from tests.browser.conftest import Made, absent

TITLE = "5 October 2026: Avon and Mere joint homelessness strategy, action plan 2025-28"
PHONES = 2
"""Drawings that only a phone shows."""
PORTRAIT, LANDSCAPE = (595, 842), (842, 595)


def need_weasyprint() -> None:
    """Skips without it, and fails in CI."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        absent("WeasyPrint")


@pytest.fixture(scope="module", params=ENGINES)
def printed(request: pytest.FixtureRequest, made: Made) -> Iterator[Any]:
    """The made-up plan's report as each printer makes it."""
    try:
        import pikepdf
    except ImportError:
        absent("pikepdf")
    if request.param == "browser" and not (shutil.which("chromium") or shutil.which("chromium-browser")):
        absent("Chromium")
    if request.param == "weasyprint":
        need_weasyprint()
    browser = shutil.which("chromium") or "" if request.param == "browser" else ""
    with pikepdf.open(BytesIO(pdf(made().read_text(encoding="utf-8"), request.param, browser))) as document:
        yield document


def elements(document: Any) -> list[Any]:
    """The tags in the order of reading."""
    from pikepdf import Array, Dictionary

    found: list[Any] = []
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        found += [element] if "/S" in element else []
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, Array) else [kids]
        waiting += reversed([kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid])
    return found


def named(document: Any, name: str) -> list[Any]:
    return [element for element in elements(document) if str(element.S) == name]


def test_it_has_a_language_a_title_and_tags(printed: Any) -> None:
    assert str(printed.Root.Lang) == "en-GB"
    assert printed.Root.MarkInfo.Marked
    assert str(printed.docinfo["/Title"]) == TITLE
    assert printed.Root.ViewerPreferences.DisplayDocTitle


def test_every_figure_says_what_it_shows(printed: Any, made: Made) -> None:
    figures = named(printed, "/Figure")
    assert len(figures) == made().read_text(encoding="utf-8").count('role="img"') - PHONES > 0
    assert [figure for figure in figures if not str(figure.get("/Alt", ""))] == []


def test_headings_and_tables_are_tagged(printed: Any) -> None:
    assert len(named(printed, "/H1")) == 1
    assert len(named(printed, "/H2")) > 10
    assert named(printed, "/H3")
    assert named(printed, "/Table")
    assert len(named(printed, "/TH")) > len(named(printed, "/Table"))


def test_its_outline_leads_to_every_section(printed: Any) -> None:
    with printed.open_outline() as outline:
        [top] = outline.root
        titles = [item.title for item in top.children]
    assert titles[0].startswith("1")
    assert any(title.endswith("The whole plan") for title in titles)


def test_the_whole_plan_is_landscape(printed: Any) -> None:
    sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in printed.pages]
    assert set(sizes) == {PORTRAIT, LANDSCAPE}
    assert sizes[0] == sizes[-1] == PORTRAIT
    assert 6 <= len(sizes) <= 16


def test_large_print_takes_more_pages(printed: Any, made: Made) -> None:
    import pikepdf

    page = made(large_print=True).read_text(encoding="utf-8")
    engine = "weasyprint" if "WeasyPrint" in str(printed.docinfo["/Producer"]) else "browser"
    with pikepdf.open(BytesIO(pdf(page, engine))) as large:
        assert len(large.pages) > len(printed.pages)


@pytest.mark.parametrize("opening", ["<!DOCTYPE html>\n<html lang='en'>\n<head>\n", "<!-- Ours --><head>", ""])
def test_no_script_of_a_councils_own_template_runs(opening: str) -> None:
    try:
        import pikepdf
    except ImportError:
        absent("pikepdf")
    if not (shutil.which("chromium") or shutil.which("chromium-browser")):
        absent("Chromium")
    script = "<script>document.body.innerHTML = '<p style=break-after:page>One</p><p>Two</p>'</script>"
    page = f"{opening}<title>A page</title><body><p>Words</p>{script}"
    with pikepdf.open(BytesIO(pdf(page, "browser"))) as document:
        assert len(document.pages) == 1


def test_weasyprint_prints_the_same_bytes_again(made: Made) -> None:
    need_weasyprint()
    page = made().read_text(encoding="utf-8")
    assert pdf(page, "weasyprint") == pdf(page, "weasyprint")


def test_weasyprint_prints_what_cannot_be_kept_together(made: Made) -> None:
    """It gives up on a row that is to stay with its details where both take more than a page; hsplan then lets go."""
    need_weasyprint()
    page = made(large_print=True).read_text(encoding="utf-8")
    kept = ".large-print tr:has(+ .details) { break-after: auto; }"
    assert kept in page
    assert pdf(page.replace(kept, ""), "weasyprint").startswith(b"%PDF-")
