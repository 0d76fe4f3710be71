"""The report as it is pasted into a council's own page, which has a heading, and no style for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.report.templates import SHIPPED
from tests.browser.conftest import Made, Visit
from tests.browser.test_report import violations
from tests.browser.test_validity import errors

HOST = "<!DOCTYPE html>\n<html lang=en>\n<title>Our plan</title>\n<main>\n<h1>Our plan</h1>\n{}</main>\n"


def pasted(template: str, made: Made) -> Path:
    """A council's page with the fragment in it."""
    fragment = made(template, fragment=True)
    page = fragment.with_name(f"host-{template}.html")
    page.write_text(HOST.format(fragment.read_text(encoding="utf-8")), encoding="utf-8")
    return page


def test_the_nu_checker_finds_no_error_in_a_page_with_it(made: Made) -> None:
    assert errors(*(pasted(template, made) for template in SHIPPED)) == ""


@pytest.mark.parametrize("template", [*SHIPPED])
def test_axe_finds_nothing_in_a_page_with_it(template: str, made: Made, visit: Visit, axe: str) -> None:
    assert violations(visit(pasted(template, made), 1280), axe) == []
