"""A page printed by WeasyPrint. Loading this loads it, which takes a second."""

from __future__ import annotations

import logging

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from hsplan.report.pdf.page import for_weasyprint

_LOOSE = """* { break-inside: auto !important }
tr, thead, tbody, caption { break-before: auto !important; break-after: auto !important }"""


def print_page(page: str) -> bytes:
    """The page as PDF; the same page gives the same bytes on the same computer."""
    # It warns of every rule for screens that a printer has no use for.
    log = logging.getLogger("weasyprint")
    before = log.level
    log.setLevel(logging.ERROR)
    # Pictures that are written into the page itself are all that it may load.
    alone = URLFetcher(allowed_protocols=("data",))
    document = HTML(string=for_weasyprint(page), url_fetcher=alone)
    try:
        printed: bytes = document.write_pdf(pdf_tags=True)
    except AssertionError:
        # It gives up where what is to be kept together takes more than a page.
        printed = document.write_pdf(pdf_tags=True, stylesheets=[CSS(string=_LOOSE)])
    finally:
        log.setLevel(before)
    return printed
