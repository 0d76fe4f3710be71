"""Who prints the PDF: Edge, Chrome or Chromium, which most computers have; else WeasyPrint, where it is installed."""

from __future__ import annotations

import os

from hsplan.errors import HsplanError
from hsplan.findings.installing import install_line
from hsplan.report.pdf.browser import find_browser, print_page

ENGINES = ("browser", "weasyprint")
_WITHOUT = (
    'Or write the report as HTML, open it in a browser and choose "Save as PDF", which keeps the tags that a screen '
    'reader needs ("Microsoft Print to PDF" does not). WeasyPrint does without a browser: '
)


def pdf(page: str, engine: str = "", browser: str = "") -> bytes:
    """The page as a tagged PDF. `engine` is one of ENGINES, or "" for what is there; `browser` the path of one to use.

    Raises HsplanError where nothing can print it, or the browser that is named cannot.
    """
    named = browser or os.environ.get("HSPLAN_PDF_BROWSER", "")
    if engine != "weasyprint":
        path = find_browser(named)
        if path:
            return print_page(page, path)
        if engine == "browser":
            raise HsplanError("A PDF needs Edge, Chrome or Chromium, and none was found.", mend=_mend())
    return _by_weasyprint(page, needed=engine == "weasyprint")


def _by_weasyprint(page: str, *, needed: bool) -> bytes:
    try:
        from hsplan.report.pdf.weasy import print_page as print_by_weasyprint
    except (ModuleNotFoundError, OSError) as error:
        # OSError: the package is there, and the Pango library that it draws with is not.
        if needed:
            why = "its Pango library is missing" if isinstance(error, OSError) else "it is not installed"
            mend = f"Install it, and Pango as its pages say: {install_line('pdf')}"
            raise HsplanError(f"A PDF by WeasyPrint cannot be made: {why}.", mend=mend) from error
        raise HsplanError("A PDF needs Edge, Chrome or Chromium, and none was found.", mend=_mend()) from error
    return print_by_weasyprint(page)


def _mend() -> str:
    return f"If there is one, name it with --pdf-browser PATH; else install one. {_WITHOUT}{install_line('pdf')}"
