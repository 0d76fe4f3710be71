"""The page stands on its own, is valid, and can be read by everybody."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

from hsplan.report import report_context
from hsplan.report.render import render
from tests.report.conftest import FromText, Shipped

PAGES = [
    ("west-kent-2010", "2010-11-15"),
    ("west-kent-2010", "2011-06-30"),
    ("west-kent-2010", "2015-01-01"),
    ("worcester-2023", "2023-12-31"),
    ("worcestershire-2012", "2014-01-01"),
    ("oxford-2013", "2016-01-01"),
]


def parsed(page: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = parser.parse(page)
    assert isinstance(found, Element)
    return found


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(params=PAGES, ids=lambda page: "-".join(page))
def page(request: pytest.FixtureRequest, shipped: Shipped) -> str:
    plan, as_at = request.param
    return render(report_context(shipped(plan, as_at)), "html")


def test_is_valid_and_in_english(page: str) -> None:
    root = parsed(page)
    assert page.startswith("<!DOCTYPE html>\n")
    assert root.get("lang") == "en-GB"
    title = root.find("head/title")
    assert title is not None
    assert re.match(r"\d{1,2} [A-Z][a-z]+ \d{4}: ", title.text or "")


def test_needs_nothing_from_anywhere(page: str) -> None:
    root = parsed(page)
    policy = [each.get("content") for each in root.iter("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        assert name not in {"script", "link", "img", "iframe", "object", "base", "form"}
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on")
            if attribute in {"href", "src"}:
                assert value.startswith("#")
    assert "@import" not in page
    assert "http:" not in page
    assert "https:" not in page


def test_style_sheet_comes_through_as_written(page: str) -> None:
    style = parsed(page).find("head/style")
    assert style is not None
    assert '"Page " counter(page) " of " counter(pages)' in (style.text or "")
    assert "&#" not in (style.text or "")


def test_headings_step_down_one_level_at_a_time(page: str) -> None:
    levels = [int(element.tag[1]) for element in parsed(page).iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_landmarks_and_skip_link(page: str) -> None:
    body = parsed(page).find("body")
    assert body is not None
    assert [each.tag for each in body] == ["a", "header", "nav", "main", "footer"]
    assert body[0].get("href") == "#report"
    assert body[3].get("id") == "report"


def test_every_address_is_there_once(page: str) -> None:
    root = parsed(page)
    ids = [value for element in root.iter() if (value := element.get("id"))]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        for name in (element.get("href", "#")[1:], element.get("aria-labelledby", "")):
            assert not name or name in ids


def test_tables_have_captions_scopes_and_a_region_to_scroll_in(page: str) -> None:
    root = parsed(page)
    regions = [each for each in root.iter() if each.get("class") == "scroll"]
    tables = list(root.iter("table"))
    assert [each for region in regions for each in region.iter("table")] == tables
    captions = [text_of(caption) for table in tables for caption in table.iter("caption")]
    assert len(set(captions)) == len(captions) == len(tables)
    for region in regions:
        assert region.get("tabindex") == "0"
        assert region.get("aria-labelledby")
    for head in root.findall(".//thead//th"):
        assert head.get("scope") == "col"
    for body in (*root.iter("tbody"), *root.iter("tfoot")):
        detailed = any(row.get("class") in ("details", "details brief") for row in body.iter("tr"))
        assert {head.get("scope") for head in body.iter("th")} == {"rowgroup" if detailed else "row"}
    for table in tables:
        width = len(table.findall("thead/tr/th"))
        for row in table.findall("tbody/tr"):
            cells = sum(int(cell.get("colspan", "1")) for cell in row)
            assert cells == width


def test_charts_say_in_words_what_they_show(page: str) -> None:
    root = parsed(page)
    charts = [each for each in root.iter() if each.get("role") == "img"]
    assert charts
    for chart in charts:
        title = chart[0]
        assert title.get("id") == chart.get("aria-labelledby")
        assert text_of(title).endswith(".")
        assert not any(element.get("class") for element in list(chart.iter())[1:])
    bar = next(chart for chart in charts if chart.get("aria-labelledby") == "status-title")
    assert text_of(bar[0]) in text_of(root.find("body/main") or root)


def test_dates_are_dates_for_machines_too(page: str) -> None:
    for element in parsed(page).iter("time"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", element.get("datetime", ""))


def test_a_plan_without_actions_is_a_page_too(from_text: FromText) -> None:
    page = render(report_context(from_text("", "2014-01-01")), "html")
    assert "As at 1 January 2014 the plan has no actions." in text_of(parsed(page))
