"""The report's drawings as pictures in a Word file, each with the sentence that says what it shows."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from docx.oxml.parser import parse_xml
from docx.shared import Mm
from lxml import etree

from hsplan.report.word.paper import Picture

_PIXEL = 25.4 / 96
"""Millimetres in a pixel of a drawing."""
_WIDEST = 172.0
"""Millimetres between the margins of an upright A4 page."""
_SMALL, _WIDEST_SMALL = 0.7, 56.0
"""Drawings in a table's cell, and the patterns of a key, are smaller."""
_ZOOM = 3.0
"""Dots per pixel: sharp in print, and still small as a file."""
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def picture_xml(picture: Picture, part: Any) -> str:
    """The picture as Word's XML for a run, its file put into the document's part; "" where nothing can draw it.

    Then the table or the sentence beside it has to do, as in Markdown.
    """
    try:
        from resvg_py import svg_to_bytes
    except ModuleNotFoundError:
        return ""
    png = bytes(svg_to_bytes(svg_string=picture.svg, zoom=_ZOOM, skip_system_fonts="<text" not in picture.svg))
    inline = part.new_pic_inline(BytesIO(png), width=Mm(width(picture)))
    inline.docPr.set("descr", picture.sentence)
    if not picture.sentence:
        inline.docPr.append(parse_xml(_DECORATIVE))
    return f"<w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing>"


def width(picture: Picture) -> float:
    """In millimetres."""
    found = re.search(r'\bwidth="([\d.]+)"', picture.svg.partition(">")[0])
    pixels = float(found[1]) if found else 600.0
    if picture.small or not picture.sentence:
        return min(pixels * _PIXEL * _SMALL, _WIDEST_SMALL)
    return min(pixels * _PIXEL, _WIDEST)
