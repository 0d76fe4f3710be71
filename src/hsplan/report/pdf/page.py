"""The report's page as each printer needs it, so that its tags come out right."""

from __future__ import annotations

import re

_FOR_WEASYPRINT = """\
.heard { color: white !important; }
"""
"""It hides what is left to see of captions that are for ears alone: it knows no clipping."""


_OPENING = r"\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?"
_NO_SCRIPT = """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""


def for_browser(page: str) -> str:
    """No script, whatever a council's own template holds, and `figure` under another name, in the style sheet too, so
    that the page looks the same.

    A browser tags it as a picture that lacks its words, around the picture that has them.
    """
    page = re.sub(_OPENING, rf"\g<0>{_NO_SCRIPT}", page, count=1, flags=re.IGNORECASE)
    page = re.sub(r"<(/?)figure(?=[ >])", r"<\1report-figure", page)
    style, rest = _parted(page)
    style = re.sub(r"(?<![\w.#-])figure(?![\w-])", "report-figure", style)
    # An element that it does not know stands in a line, whose parts no rule keeps on one page.
    return style.replace("<style>", "<style>\nreport-figure { display: block; }\n", 1) + rest


def for_weasyprint(page: str) -> str:
    """Decorations as backgrounds, since each picture gets a tag."""
    style, rest = _parted(page)
    rest = re.sub(r'<svg (?:aria-hidden="true"|role="presentation").*?</svg>', _background, rest, flags=re.DOTALL)
    return style.replace("</style>", f"{_FOR_WEASYPRINT}</style>") + rest


def _parted(page: str) -> tuple[str, str]:
    """The page up to its body, where the style sheet stands, and the rest."""
    head, body, rest = page.partition("<body")
    return head, body + rest


def _background(found: re.Match[str]) -> str:
    from base64 import b64encode

    svg = found[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    sizes = dict(re.findall(r'(width|height)="([\d.]+)"', svg.partition(">")[0]))
    data = b64encode(svg.encode()).decode()
    width, height = float(sizes.get("width", "1")), sizes.get("height", "0")
    box, fit = f"display: inline-block; width: {width:g}px; height: {height}px", ""
    if 'role="presentation"' in svg.partition(">")[0]:
        # A bar that fills its cell: as wide as there is room, and as high as that makes it.
        box, fit = f"display: block; padding-bottom: {100 * float(height) / width:.1f}%", "; background-size: 100% 100%"
    return f'<span style="{box}; background: url(data:image/svg+xml;base64,{data}){fit}"></span>'
