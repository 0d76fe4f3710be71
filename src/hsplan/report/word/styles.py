"""The styles of the shipped Word template: Arial 12, true headings, tables that read well in black and white."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor

from hsplan.frozen import Frozen

_ACCENT = RGBColor(0x0C, 0x2D, 0x4A)
_QUIET = RGBColor(0x4A, 0x51, 0x58)
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Look(Frozen):
    """How a style prints: sizes and spaces in points, indents in millimetres (`hanging` from the left one back)."""

    size: float = 12
    bold: bool = False
    colour: RGBColor | None = None
    before: float = 0
    after: float = 6
    left: float = 0
    hanging: float = 0
    keep: bool = False
    right: bool = False


LOOKS = {
    "Normal": Look(),
    "Heading 1": Look(22, True, _ACCENT, 0, 12, keep=True),
    "Heading 2": Look(16, True, _ACCENT, 18, 6, keep=True),
    "Heading 3": Look(14, True, _ACCENT, 14, 6, keep=True),
    "Heading 4": Look(12.5, True, _ACCENT, 12, 6, keep=True),
    "Caption": Look(12, True, None, 6, 4, keep=True),
    "List Bullet": Look(after=4, left=8, hanging=6),
    "Footer": Look(11, after=0, right=True),
    "Report Kind": Look(12, True, _QUIET, after=2, keep=True),
    "Report Notice": Look(13, True, before=4, after=10),
    "Report Numbered": Look(left=13, hanging=13),
    "Report Lettered": Look(after=4, left=22, hanging=9),
    "Report Picture": Look(before=6, after=4, keep=True),
    "Report Note": Look(colour=_QUIET),
    "Report Made": Look(11, colour=_QUIET, before=18),
    "Report Turn": Look(2, after=4),
    "Report Table Text": Look(after=3),
    "Report Table Text Right": Look(after=3, right=True),
    "Report Table Heading": Look(bold=True, after=3, keep=True),
    "Report Table Heading Right": Look(bold=True, after=3, keep=True, right=True),
    "Report Table Bullet": Look(after=2, left=4, hanging=4),
}


def add_styles(document: Any) -> None:
    """Give the document its styles, those of Word itself changed, the report's own added; its language is British
    English."""
    known = {style.name for style in document.styles}
    for name, look in LOOKS.items():
        style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name not in known:
            style.base_style = document.styles["Normal"]
            style.quick_style = True
        _unlink(document, style)
        _apply(style, look)
    document.styles["Report Table Bullet"].base_style = document.styles["List Bullet"]
    for mark in document.part.numbering_part.element.iter(qn("w:lvlText")):
        # Word's own bullets are a letter of its Symbol type, which other programs lack.
        if mark.getparent().find(qn("w:numFmt")).get(qn("w:val")) == "bullet":
            mark.set(qn("w:val"), "•")
            _arial(mark.getparent().find(qn("w:rPr")))
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) != "TableNormal":
            document.styles.element.remove(style)
    document.styles.element.append(parse_xml(_TABLE))
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _arial(defaults)
    for size in (qn("w:sz"), qn("w:szCs")):
        defaults.find(size).set(qn("w:val"), str(round(LOOKS["Normal"].size * 2)))
    defaults.find(qn("w:lang")).set(qn("w:val"), "en-GB")


def _unlink(document: Any, style: Any) -> None:
    """Leave out the style for single words that goes with it, which would still have the old looks."""
    link = style.element.find(qn("w:link"))
    if link is not None:
        style.element.remove(link)
        for other in list(document.styles.element):
            if other.get(qn("w:styleId")) == link.get(qn("w:val")):
                document.styles.element.remove(other)


def _apply(style: Any, look: Look) -> None:
    font, form = style.font, style.paragraph_format
    _arial(style.element.get_or_add_rPr())
    font.size, font.bold, font.italic = Pt(look.size), look.bold or None, None
    if look.colour is not None:
        font.color.rgb = look.colour
    elif font.color.type is not None:
        font.color.rgb = RGBColor(0, 0, 0)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = 1.1
    form.left_indent, form.first_line_indent = Mm(look.left), Mm(-look.hanging)
    form.keep_with_next = look.keep or None
    form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.right else WD_ALIGN_PARAGRAPH.LEFT
    if look.hanging and style.name != "List Bullet":
        form.tab_stops.add_tab_stop(Mm(look.left))


def _arial(properties: Any) -> None:
    """Arial for every script, in place of what the theme says."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), "Arial")


_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="8A9299"'
_TABLE = f"""\
<w:style {_NS} w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
<w:tblPr><w:tblBorders><w:top {_LINE}/><w:bottom {_LINE}/><w:insideH {_LINE}/></w:tblBorders>
<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="0C2D4A"/>
<w:bottom w:val="single" w:sz="12" w:space="0" w:color="0C2D4A"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="F1F3F5"/></w:tcPr></w:tblStylePr></w:style>"""
