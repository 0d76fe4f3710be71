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
        ("worcester-2023", "2023-12-31"),
    ],
)
def test_markdown(plan: str, as_at: str, hsplan: Run, golden: Callable[[str, str], None]) -> None:
    result = hsplan("report", f"plans/{plan}.yaml", "--as-at", as_at, "--format", "md")
    assert result.code == 0
    golden(f"report-{plan}-{as_at}.md", result.out)
