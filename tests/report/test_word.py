"""The report as a Word file: it says what the HTML says, in Word's own structure, whatever the plan holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import html5lib
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.monitor import assess
from hsplan.plan import Owners, read_plan
from hsplan.report import Report, report_context
from hsplan.report.portfolio import portfolio
from hsplan.report.portfolio_records import Portfolio
from hsplan.report.render import render
from hsplan.report.templates import SHIPPED, find_template
from hsplan.report.word.fill import fill
from tests.conftest import ROOT
from tests.report.conftest import FromText, Shipped
from tests.report.rich import made_accounts
from tests.report.test_hostile import TEXTS, hostile_plan

LEFT_OUT = {"svg", "nav", "style", "title", "script"}
SIX = [
    "oxford-2013",
    "oxfordshire-2021",
    "west-kent-2010",
    "worcester-2023",
    "worcestershire-2007",
    "worcestershire-2012",
]


@cache
def rich() -> Report:
    """A made-up plan in which every section has something to say."""
    plan = read_plan(read((ROOT / "tests/report/rich-2026.yaml").read_bytes(), "rich-2026.yaml"))
    return report_context(assess(plan, Owners({}, plan.owners), date(2026, 10, 5)))


@cache
def made(name: str = "steering-group") -> tuple[str, bytes]:
    """The made-up plan's report by a shipped template: the page, and the Word file."""
    data: Report | Portfolio = portfolio([rich(), rich()], made_accounts()) if name == "portfolio" else rich()
    page = render(data, "html", find_template(name, "html"))
    return page, fill(data, page)


def opened(content: bytes) -> Any:
    return Document(BytesIO(content))


def page_texts(page: str) -> Iterator[str]:
    """Every text that the page shows."""

    def walk(element: Any) -> Iterator[str]:
        if str(element.tag).rpartition("}")[2] in LEFT_OUT or element.get("class") == "skip":
            yield ""
        else:
            yield element.text or ""
            for child in element:
                yield from walk(child)
                yield child.tail or ""

    yield from walk(html5lib.parse(page, namespaceHTMLElements=False))


def words(texts: Iterator[str]) -> set[str]:
    """The words without the marks around them: Word has a colon after a term where HTML has a column."""
    return {word.strip("().,;:") for text in texts for word in text.split()} - {""}


def word_texts(document: Any) -> Iterator[str]:
    for paragraph in document.element.body.iter(qn("w:p")):
        yield "".join(
            text.text or "" if text.tag == qn("w:t") else "\t" for text in paragraph.iter(qn("w:t"), qn("w:tab"))
        )
    for caption in document.element.body.iter(qn("w:tblCaption")):
        yield caption.get(qn("w:val"))


def check_same_words(page: str, document: Any) -> None:
    """None is missing, and none but the letters of lists are added: what the page must not say, Word does not."""
    there, here = words(page_texts(page)), words(word_texts(document))
    assert there - here == set()
    assert {word for word in here - there if not re.fullmatch("[a-z]{1,2}|[0-9]+", word)} == set()


@pytest.mark.parametrize("name", list(SHIPPED))
def test_it_says_what_the_page_says(name: str) -> None:
    page, content = made(name)
    document = opened(content)
    check_same_words(page, document)
    found = re.findall(r"<h([1-4])[^>]*>(.*?)</h[1-4]>", page, re.DOTALL)
    headings = [(level, " ".join(re.sub("<[^>]*>", "", text).split())) for level, text in found if text != "Contents"]
    styles = [(p.style.name.removeprefix("Heading "), p.text) for p in document.paragraphs if "Heading" in p.style.name]
    assert styles == [(level, text.replace("&#39;", "'")) for level, text in headings]


@pytest.mark.parametrize("plan", SIX)
def test_it_says_what_the_pages_of_the_real_plans_say(plan: str, shipped: Shipped) -> None:
    report = report_context(shipped(plan, "2013-03-31"))
    page = render(report, "html")
    document = opened(fill(report, page))
    check_same_words(page, document)
    check_tables(document)


def check_tables(document: Any) -> None:
    assert document.tables
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert len({len(row.tc_lst) for row in rows}) == 1
        assert all(cell.findall(qn("w:p")) for row in rows for cell in row.tc_lst)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_tables_repeat_their_headings_and_fill_the_page() -> None:
    document = opened(made()[1])
    check_tables(document)
    for section in document.sections:
        room = section.page_width - section.left_margin - section.right_margin
        for table in section.iter_inner_content():
            if hasattr(table, "columns"):
                wide = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid)
                assert abs(wide * 635 - room) < 10 * 635


def test_the_whole_plan_stands_on_landscape_pages() -> None:
    document = opened(made()[1])
    ways = [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert [section.orientation for section in document.sections] == ways
    wide = [item.text for item in document.sections[1].iter_inner_content() if hasattr(item, "text")]
    assert wide[0].endswith(": The whole plan")
    assert "Made with hsplan" not in "".join(wide)
    assert [section.orientation for section in opened(made("exceptions")[1]).sections] == ways[:1]


LONG = "All six registered providers have commented on the second draft of the protocol. " * 8
ACTION = """\
actions:
  "1":
    title: "Agree a protocol"
    lead: City
    timescale: June 2014
    resources: "Officer time"
    progress: [{date: 2013-09-01, status: in progress, note: "%s"}]
"""


def test_long_progress_stands_in_its_own_column_which_gets_the_room(from_text: FromText) -> None:
    """HTML prints it below the row; Word, whose columns are as wide as what they hold, need not."""
    report = report_context(from_text(ACTION % LONG, "2013-09-30"))
    document = opened(fill(report, render(report, "html")))
    [table] = [table for table in document.tables if "Lead and partners" in table.rows[0].cells[1].text]
    first, *_, last = table.rows[1].cells
    assert first.text == "1 Agree a protocol\nResources: Officer time"
    assert last.text == f"In progress\n1 September 2013\nLast progress: {LONG.strip()}"
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert widths[-1] > sum(widths) * 0.4


def test_a_picture_says_what_it_shows_or_that_it_is_a_decoration() -> None:
    page, content = made()
    said = []
    for picture in opened(content).element.body.iter(qn("wp:docPr")):
        decorative = any("decorative" in str(element.tag) for element in picture.iter())
        assert decorative != bool(picture.get("descr"))
        said += [] if decorative else [picture.get("descr")]
    # What only a phone shows is the same drawing once more.
    titles = re.findall(r'<title id="(?![^"]*-phone-)[^>]*>(.*?)<', page)
    assert said == [" ".join(title.split()).replace("&#39;", "'") for title in titles]
    assert said


def test_pages_are_numbered_in_arial_12_and_british_english() -> None:
    document = opened(made()[1])
    fields = [field.text.strip() for field in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size.pt) == ("Arial", 12)
    languages = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert languages.get(qn("w:val")) == "en-GB"
    properties = document.core_properties
    assert properties.title == "5 October 2026: Avon and Mere joint homelessness strategy, action plan 2025-28"
    assert (properties.language, properties.modified.date()) == ("en-GB", date(2026, 10, 5))


def test_the_same_report_is_the_same_file() -> None:
    page, content = made()
    assert fill(rich(), page) == content


def test_paragraphs_keep_their_numbers() -> None:
    texts = [p.text for p in opened(made()[1]).paragraphs if p.style.name in ("Report Numbered", "Report Lettered")]
    assert texts[0].startswith("1.1\t")
    assert texts[1].startswith("(a)\t1.1 ")


def test_without_its_library_the_drawings_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    document = opened(fill(rich(), made()[0]))
    assert not list(document.element.body.iter(qn("w:drawing")))
    check_same_words(made()[0], document)


def check_hostile(text: str) -> None:
    source = read(hostile_plan(text).encode(), "hostile.yaml")
    assert source.root is not None
    plan = read_plan(source)
    report = report_context(assess(plan, Owners({}, plan.owners), date(2015, 1, 1)), "internal")
    page = render(report, "html")
    document = opened(fill(report, page))
    check_same_words(page, document)
    check_tables(document)
    assert not [rel for rel in document.part.rels.values() if rel.is_external]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:12].encode("ascii", "replace").decode())
def test_a_hostile_plan_is_printed_as_text(text: str) -> None:
    check_hostile(text)


@settings(max_examples=10, phases=[Phase.explicit, Phase.generate])
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and text.isprintable()))
def test_any_text_at_all(text: str) -> None:
    check_hostile(text)
