"""What long words and long notes do to a page, on the screen and on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsplan.document import read
from hsplan.monitor import assess
from hsplan.plan import Owners, read_plan
from hsplan.report import Report, report_context
from hsplan.report.portfolio import portfolio
from hsplan.report.render import render
from hsplan.report.templates import find_template
from tests.browser.conftest import Made, Visit
from tests.browser.test_length import MM, WIDE
from tests.browser.test_reflow import SCROLLING
from tests.conftest import Run
from tests.report.rich import made_accounts
from tests.report.test_hostile import outputs

LEADS = ("Communications and Consultation Officer", "Environmental Health", "Temporary Accommodation Manager")
STATUSES = ("achieved", "now routine", "superseded", "withdrawn", "carried over", "deferred")
UPRIGHT = round(184 * MM)
NOTE = "The working group met three times over the quarter and all six registered providers have commented. " * 6
HEAD = """\
hsplan: 1
id: wide-2025
title: "Eastgate homelessness action plan 2025-28"
period: {from: 2025-04-01, to: 2028-03-31}
adopted: 2025-04-01
reporting: quarterly
actions:
"""
ACTION = """\
  "%d":
    title: "Commission an accommodation-based support service"
    lead: %s
    timescale: %s
    progress:
      - {date: 2026-10-01, status: %s, rag: amber, decided: 2026-10-01, note: "%s"}
"""


def wide_report(note: str = NOTE) -> Report:
    """Overdue actions, actions at risk, and one that ended in each way."""
    open_ones = ("June 2026", "June 2026", "June 2026", "March 2027", "Ongoing", "x", "20 December 2026")
    given = [*(("in progress", when) for when in open_ones), *((status, "March 2027") for status in STATUSES)]
    actions = (
        ACTION % (number, LEADS[number % 3], when, status, note) for number, (status, when) in enumerate(given, start=1)
    )
    plan = read_plan(read((HEAD + "".join(actions)).encode(), "wide-2025.yaml"))
    return report_context(assess(plan, Owners({}), date(2026, 11, 22)), "public")


def page_of(report: Report, folder: Path) -> Path:
    path = folder / "wide.html"
    path.write_text(render(report, "html"), encoding="utf-8")
    return path


CUT = """[...document.querySelectorAll('td, th')].filter(cell => cell.checkVisibility()).flatMap(cell => {
    const words = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());)
        for (const word of text.data.matchAll(/[A-Za-z]+/g)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
            if (lines.size > 1) words.push(word[0]);
        }
    return words;
})"""


@pytest.mark.parametrize(("width", "media"), [(1280, "screen"), (768, "screen"), (UPRIGHT, "print"), (WIDE, "print")])
def test_ordinary_words_are_never_cut(width: int, media: str, visit: Visit, tmp_path: Path) -> None:
    page = visit(page_of(wide_report(), tmp_path), width, media)
    assert all(lead in page.inner_text("table:has(#overdue-table)") for lead in LEADS)
    assert page.evaluate(CUT) == []


def test_long_progress_stands_as_wide_as_the_page_in_the_whole_plan_too(visit: Visit, tmp_path: Path) -> None:
    page = visit(page_of(wide_report(), tmp_path), WIDE, "print")
    rows = page.evaluate("[...document.querySelectorAll('.wide tbody')].map(e => e.getBoundingClientRect().height)")
    assert len(rows) == 13
    assert max(rows) < 55 * MM
    told = page.locator(".wide tr.details").first.inner_text()
    assert told.split() == ["Last", "progress", *NOTE.split()]


def test_short_progress_stays_in_its_column(visit: Visit, tmp_path: Path) -> None:
    page = visit(page_of(wide_report("Two of six have signed."), tmp_path), WIDE, "print")
    assert page.locator(".wide tr.details").count() == 0
    assert "Two of six have signed." in page.locator(".wide tbody td:last-child").first.inner_text()


def test_the_table_of_all_plans_has_room_at_1280_and_says_where_it_has_none(visit: Visit, tmp_path: Path) -> None:
    report = wide_report()
    found = portfolio([report, report], made_accounts())
    assert len(found.headings) > 9
    path = tmp_path / "portfolio.html"
    path.write_text(render(found, "html", find_template("portfolio", "html")), encoding="utf-8")
    page = visit(path)
    assert page.evaluate(SCROLLING) == []
    shadow = "getComputedStyle(document.querySelector('.scroll:has(> .plans)')).backgroundImage"
    assert page.evaluate(shadow).count("gradient") == 4


def test_no_page_holds_nothing_but_how_the_report_was_made(made: Made, visit: Visit) -> None:
    """A box around all that precedes it, which `contents` takes away, would part the two all the same."""
    page = visit(made(), media="print")
    style = "(([e, name]) => getComputedStyle(document.querySelector(e))[name])"
    assert page.evaluate(style, ["footer", "breakBefore"]) == "avoid"
    assert page.evaluate(style, ["main", "display"]) == "contents"


def test_titles_stand_in_the_chart_of_what_comes_next_and_leave_its_as_at_line_whole(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(page_of(wide_report(), tmp_path))
    texts = "e => [...document.querySelector(e).closest('svg').querySelectorAll('text')].map(t => t.textContent)"
    assert "4 Commission an accommodation-based…" in page.evaluate(texts, "#timeline-title")
    page.set_viewport_size({"width": 320, "height": 900})
    assert "4 Commission…" in page.evaluate(texts, "#timeline-phone-title")
    crossed = """() => {
        const svg = document.querySelector('#timeline-phone-title').closest('svg');
        const line = svg.querySelector('[stroke-dasharray]').getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text[paint-order]')].map(text => text.getBoundingClientRect());
        return boxes.filter(box => box.left - 4 < line.right && box.right + 4 > line.left).length;
    }"""
    assert page.evaluate(crossed) == 0


BEYOND = """width => [...document.querySelectorAll('body *')].filter(each => here(each))
    .filter(each => !each.closest('.heard') && each.getBoundingClientRect().right > width + 3)
    .map(each => each.tagName + ' ' + each.textContent.trim().slice(0, 40))"""
ON_ITS_SIDE = "each => Boolean(each.closest('.wide, .across'))"
LINK = (
    "https://wychford.sharepoint.example/:w:/r/sites/HousingOptions/_layouts/15/Doc.aspx?sourcedoc=%7B6F3D2A11-4C1B%7D"
)
JOINT = """\
hsplan: 1
id: joint-2024
title: "Joint homelessness action plan 2024-27"
period: {from: 2024-04-01, to: 2027-03-31}
adopted: 2024-04-01
reporting: quarterly
organisations: [%s]
owners:
%sactions:
"""
COUNCILS = ("Ash", "Birch", "Cedar", "Elm", "Hazel", "Maple", "Rowan")
TIMED = ("June 2024", "November 2024", "March 2026", "Ongoing", "TBC")


def joint_report(word: str, councils: int = 3) -> Report:
    """An action in each of eleven positions, so that the table of organisations has thirteen numbers for each."""
    names = COUNCILS[:councils]
    owners = "".join(f"  {each}: {{name: {each} Metropolitan Council, kind: organisation}}\n" for each in names)
    given = [*((when, "in progress") for when in TIMED), *(("June 2024", status) for status in STATUSES)]
    actions = (
        f'''  "{number}":
    title: "Agree the protocol"
    lead: {names[number % councils]}
    timescale: {when}
    note: "See {word}"
    outcomes: ["Fewer evictions", "{word}"]
    progress: [{{date: 2024-05-01, status: {status}, decided: 2024-05-02, note: "{word} is where it stands"}}]
'''
        for number, (when, status) in enumerate(given, start=1)
    )
    plan = read_plan(read((JOINT % (", ".join(names), owners) + "".join(actions)).encode(), "joint-2024.yaml"))
    return report_context(assess(plan, Owners(plan.owners), date(2024, 10, 1)), "public")


@pytest.mark.parametrize("template", ["steering-group", "portfolio"])
@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize(
    ("word", "councils"),
    [("it", 3), ("it", 7), (LINK, 3), ("x" * 1000, 3)],
    ids=["few", "many", "link", "endless"],
)
def test_nothing_is_wider_than_its_page(
    word: str, councils: int, large_print: bool, template: str, visit: Visit, tmp_path: Path
) -> None:
    """A browser prints all pages smaller where one thing is, so that no word has the size that was asked for."""
    report = joint_report(word, councils)
    assert report.grid is not None
    assert len(report.grid.headings) == 13
    data = portfolio([report, report], made_accounts()) if template == "portfolio" else report
    path = tmp_path / "fit.html"
    path.write_text(render(data, "html", find_template(template, "html"), large_print=large_print), encoding="utf-8")
    page = visit(path, WIDE, "print")
    on_its_side = "() => true" if large_print else ON_ITS_SIDE
    assert page.evaluate(BEYOND.replace("here(each)", f"({on_its_side})(each)"), WIDE) == []
    if not large_print:
        page.set_viewport_size({"width": UPRIGHT, "height": 900})
        upright = BEYOND.replace("here(each)", f"!({ON_ITS_SIDE})(each)")
        assert page.evaluate(upright, UPRIGHT) == []


@pytest.mark.parametrize(("councils", "first"), [(3, "All 3 4 4"), (7, "Ash 1 0 0")])
def test_a_table_with_many_positions_is_turned_or_falls_into_cards(
    councils: int, first: str, visit: Visit, tmp_path: Path
) -> None:
    page = visit(page_of(joint_report("it", councils), tmp_path), UPRIGHT, "print")
    table = "document.querySelector('#organisations ~ section .grid')"
    said = page.evaluate(f"[...{table}.tBodies[0].rows[0].cells].map(each => each.textContent).join(' ')")
    assert said.startswith(first)
    label = page.evaluate(f"getComputedStyle({table}.querySelector('td'), '::before').content")
    assert ("All: " in label) == (councils == 7)


def test_an_endless_word_stays_on_a_phone(visit: Visit, tmp_path: Path) -> None:
    page = visit(page_of(joint_report("x" * 1000), tmp_path), 320)
    assert page.evaluate(SCROLLING) == []


def test_a_plan_of_endless_words_fits_the_page_and_the_phone(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(outputs("W" * 10_000)[0], encoding="utf-8")
    page = visit(path, UPRIGHT, "print")
    assert page.evaluate(BEYOND.replace("here(each)", f"!({ON_ITS_SIDE})(each)"), UPRIGHT) == []
    page.set_viewport_size({"width": WIDE, "height": 900})
    assert page.evaluate(BEYOND.replace("here(each)", f"({ON_ITS_SIDE})(each)"), WIDE) == []
    assert visit(path, 320).evaluate(SCROLLING) == []


COMMAS = """[...document.querySelectorAll('.rest a.id')].filter(each => {
    const comma = each.nextSibling;
    if (!comma || !comma.data.startsWith(',')) return false;
    const range = document.createRange();
    range.setStart(comma, 0);
    range.setEnd(comma, 1);
    return range.getBoundingClientRect().top > [...each.getClientRects()].pop().bottom - 3;
}).map(each => each.textContent)"""


@pytest.mark.parametrize("width", [1280, 320])
def test_no_line_begins_with_a_comma(width: int, hsplan: Run, visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "oxfordshire.html"
    hsplan("report", "oxfordshire-2021", "--as-at", "2024-06-30", "--output", str(path))
    page = visit(path, width)
    assert page.locator(".rest a.id").count() > 50
    assert page.evaluate(COMMAS) == []


def test_all_plans_stay_on_a_phone_in_large_print(made: Made, visit: Visit) -> None:
    assert visit(made("portfolio", large_print=True), 320).evaluate(SCROLLING) == []
