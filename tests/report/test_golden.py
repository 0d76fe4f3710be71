"""Whole reports at fixed dates, as an officer reads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("plan", "as_at"),
    [
        ("west-kent-2010", "2010-11-15"),
        ("west-kent-2010", "2011-06-30"),
        ("west-kent-2010", "2011-07-31"),
        ("worcestershire-2007", "2011-03-31"),
        ("worcestershire-2012", "2013-03-31"),
        ("oxford-2013", "2014-03-31"),
        ("oxfordshire-2021", "2024-03-31"),
        ("worcester-2023", "2023-12-31"),
    ],
)
def test_markdown(plan: str, as_at: str, hsplan: Run, golden: Callable[[str, str], None]) -> None:
    result = hsplan("report", f"plans/{plan}.yaml", "--as-at", as_at, "--format", "md")
    assert result.code == 0
    golden(f"report-{plan}-{as_at}.md", result.out)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("steering-group.md", ["--format", "md"]),
        ("exceptions.md", ["--format", "md", "--template", "exceptions"]),
        ("public.md", ["--format", "md", "--template", "public"]),
        ("owner.md", ["--format", "md", "--template", "owner"]),
        ("steering-group.html", []),
        ("internal.md", ["--format", "md", "--audience", "internal"]),
    ],
)
def test_every_template(name: str, more: list[str], hsplan: Run, golden: Callable[[str, str], None]) -> None:
    """By a made-up plan in which every section has something to say."""
    result = hsplan("report", "tests/report/rich-2026.yaml", "--as-at", "2026-10-05", *more)
    assert (result.code, result.err) == (0, "")
    golden(f"report-rich-{name}", result.out)


def test_several_plans(hsplan: Run, golden: Callable[[str, str], None]) -> None:
    result = hsplan("report", "plans", "--as-at", "2013-12-31", "--template", "portfolio", "--format", "md")
    assert (result.code, result.err) == (0, "")
    golden("report-portfolio-2013-12-31.md", result.out)


def test_fields_of_a_template(hsplan: Run, golden: Callable[[str, str], None]) -> None:
    golden("report-fields.txt", hsplan("report", "--list-fields").out)
