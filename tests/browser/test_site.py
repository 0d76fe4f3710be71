"""A site's pages in a real browser, opened from the disk as from a file share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsplan.cli.report_site import SiteRequest, write_site
from hsplan.report.templates import find_template
from tests.browser.conftest import Visit
from tests.browser.test_report import SPACING, sideways, violations
from tests.report.site_plans import site_repository
from tests.report.test_hostile import TEXTS, hostile_plan

PAGES = ["index", "plans/mere-2024", "plans/mere-2024/A1.1", "plans/mere-2024/A1.2"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("council")
    with pytest.MonkeyPatch.context() as patch:
        made = site_repository(folder, patch)
        patch.chdir(made.folder)
        assert write_site(request("plans", date(2025, 5, 15)), "site") == 0
    return folder / "site"


def request(plans: str, day: date) -> SiteRequest:
    return SiteRequest([plans], find_template("", "html"), day, "internal", "", False)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_asked_for(name: str, width: int, site: Path, visit: Visit, axe: str) -> None:
    addresses: list[str] = []
    path = site / f"{name}.html"
    page = visit(path, width, addresses=addresses)
    assert violations(page, axe) == []
    assert addresses == [path.as_uri()]
    assert sideways(page) == 0
    page.add_style_tag(content=SPACING)
    assert sideways(page) == 0


def test_links_lead_from_page_to_page(site: Path, visit: Visit) -> None:
    page = visit(site / "index.html")
    page.click("text=Mere homelessness strategy, action plan 2024-29 >> nth=1")
    page.click("main a.id >> text=A1.2")
    assert page.url == (site / "plans/mere-2024/A1.2.html").as_uri()
    page.click("main a.id >> text=mere-2019/9")
    assert page.text_content("h1") == "Train all advice staff"
    page.click("nav[aria-label=Breadcrumb] >> text=All plans")
    assert page.url == (site / "index.html").as_uri()


def test_tab_leads_to_the_skip_link_and_it_to_the_action(site: Path, visit: Visit) -> None:
    page = visit(site / "plans/mere-2024/A1.1.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the action"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def test_hostile_texts_run_nothing_and_stay_on_the_page(
    tmp_path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "hostile.yaml").write_text(hostile_plan(" ".join(TEXTS)), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert write_site(request("plans", date(2015, 1, 1)), "site") == 0
    found = sorted((tmp_path / "site").rglob("*.html"))
    assert len(found) == 4
    for path in found:
        addresses: list[str] = []
        page = visit(path, 320, addresses=addresses)
        assert addresses == [path.as_uri()]
        assert sideways(page) == 0
        assert page.evaluate("document.scripts.length + document.images.length") == 0
