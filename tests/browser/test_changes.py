"""The page of changes in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.report.changes_page import changes_html
from tests.browser.conftest import Visit
from tests.browser.test_report import SPACING, sideways, violations
from tests.report.test_changes_page import everything, hostile_comparison
from tests.report.test_hostile import TEXTS


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "changes.html"
    path.write_text(changes_html(everything()), encoding="utf-8")
    return path


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(page: Path, width: int, media: str, visit: Visit, axe: str) -> None:
    assert violations(visit(page, width, media), axe) == []


def test_reflows_asks_for_nothing_and_can_be_skipped_into(page: Path, visit: Visit) -> None:
    addresses: list[str] = []
    shown = visit(page, 320, addresses=addresses)
    assert addresses == [page.as_uri()]
    assert sideways(shown) == 0
    shown.add_style_tag(content=SPACING)
    assert sideways(shown) == 0
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "Skip to the changes"
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "changes"


def test_a_hostile_plan_runs_nothing_and_asks_for_nothing(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(changes_html(hostile_comparison(" ".join(TEXTS))), encoding="utf-8")
    addresses: list[str] = []
    shown = visit(path, 320, addresses=addresses)
    assert addresses == [path.as_uri()]
    assert sideways(shown) == 0
    assert shown.evaluate("document.scripts.length + document.images.length") == 0
