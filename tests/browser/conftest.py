"""A page in the distribution's own Chromium, with the rules that the regulator's first test uses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Made = Callable[..., Path]
Visit = Callable[..., Any]


def absent(what: str) -> NoReturn:
    """Skipped on a laptop, failed where nobody would notice that it was skipped."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(f"{what} is not installed, and this is CI")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser, once for all tests."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        absent("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules' source. They come with a package, so nothing is loaded from anywhere when the tests run."""
    try:
        import axe_playwright_python
    except ImportError:
        absent("axe-playwright-python")
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The made-up plan's report as a file, by any template."""
    from hsplan.report.portfolio import portfolio
    from hsplan.report.render import render
    from hsplan.report.templates import find_template
    from tests.report.rich import made_accounts, whole_report

    report = whole_report()
    folder = tmp_path_factory.mktemp("pages")

    def make(template: str = "steering-group", **how: Any) -> Path:
        data = portfolio([report, report], made_accounts()) if template == "portfolio" else report
        path = folder / f"{template}{'-'.join(how)}.html"
        path.write_text(render(data, "html", find_template(template, "html"), **how), encoding="utf-8")
        return path

    return make


@pytest.fixture
def visit(chromium: Any) -> Iterator[Visit]:
    """Open a file in a window of some width; `addresses` gathers whatever it asks for."""
    contexts = []

    def go(path: Path, width: int = 1280, media: str = "screen", addresses: list[str] | None = None) -> Any:
        context = chromium.new_context(bypass_csp=True, viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        if addresses is not None:
            page.on("request", lambda request: addresses.append(request.url))
        page.emulate_media(media=media)
        page.goto(path.as_uri())
        return page

    yield go
    for context in contexts:
        context.close()
