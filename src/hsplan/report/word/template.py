"""The shipped Word template, written by `python -m hsplan.report.word.template`; with `--check`, says whether the file
that is there holds the same.

It is built here, so that everything in it can be read and changed as text. A council changes a copy of it in Word.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm

from hsplan.report.word.files import same_content, settled, shipped_template
from hsplan.report.word.styles import add_styles

_ABOUT = (
    "{#p The template of hsplan's Word report. Change fonts, colours and margins in its styles, and add your logo and "
    "paragraphs of your own. What stands in curly brackets is filled in; lines with a percent sign go away when the "
    "report is made and have to keep their order. #}"
)
_KINDS = {
    "title": "Heading 1",
    "kind": "Report Kind",
    "heading": "Heading 2",
    "subheading": "Heading 3",
    "subsubheading": "Heading 4",
    "notice": "Report Notice",
    "numbered": "Report Numbered",
    "letter": "Report Lettered",
    "bullet": "List Bullet",
    "note": "Report Note",
    "picture": "Report Picture",
    "text": "Normal",
}
"""Which style prints which kind of block."""


def build() -> bytes:
    """The template's bytes, the same at every run."""
    document = Document()
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    _drop(document.part, "/stylesWithEffects", "/customXml")
    _drop(document.part.package, "/thumbnail")
    add_styles(document)
    _page(document)
    for said, style in _paragraphs():
        if style == "table":
            _table(document)
            continue
        paragraph = document.add_paragraph(
            said if style not in ("portrait", "landscape") else "", style=style_of(style)
        )
        if style in ("portrait", "landscape"):
            _section_break(paragraph, document, style)
    properties = document.core_properties
    properties.author, properties.title, properties.comments, properties.language = "", "", "", "en-GB"
    file = BytesIO()
    document.save(file)
    return settled(file.getvalue())


def _drop(part: Any, *kinds: str) -> None:
    """Leave out what python-docx's own empty document carries along: old copies of its styles, with which Word would
    find ours at odds, and a picture of a page that is not ours."""
    for name, relation in list(part.rels.items()):
        if relation.reltype.endswith(kinds):
            del part.rels[name]


def style_of(style: str) -> str:
    return "Report Turn" if style in ("portrait", "landscape") else style


def _paragraphs() -> Iterator[tuple[str, str]]:
    """Every paragraph with its style, in order."""
    yield _ABOUT, "Normal"
    yield "{%p for section in sections %}", "Normal"
    yield from _turn("section.turns", "portrait")
    yield "{%p for block in section.blocks %}", "Normal"
    word = "if"
    for kind, style in _KINDS.items():
        yield f"{{%p {word} block.kind == '{kind}' %}}", "Normal"
        numbered = kind in ("numbered", "letter")
        yield "{{ block.number }}\t{{ block.line }}" if numbered else "{{ block.line }}", style
        word = "elif"
    yield "{%p elif block.kind == 'table' %}", "Normal"
    yield "{%p if block.table.titled %}", "Normal"
    yield "{{ block.table.caption }}", "Caption"
    yield "{%p endif %}", "Normal"
    yield "", "table"
    yield "", "Report Turn"
    yield "{%p endif %}", "Normal"
    yield "{%p endfor %}", "Normal"
    yield from _turn("section.turns_back", "landscape")
    yield "{%p endfor %}", "Normal"
    yield "{{ made }}", "Report Made"


def _turn(when: str, style: str) -> Iterator[tuple[str, str]]:
    yield f"{{%p if {when} %}}", "Normal"
    yield "", style
    yield "{%p endif %}", "Normal"


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    footer = section.footer.paragraphs[0]
    footer.style = "Footer"
    footer.add_run("Page ")
    _field(footer, "PAGE")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    """A field that Word fills in: the page's number, the number of pages."""
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run("1" if kind == "shown" else "")
        if kind == "":
            element = OxmlElement("w:instrText")
            element.text = f" {text} "
            run._r.append(element)
        elif kind != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def _section_break(paragraph: Any, document: Any, way: str) -> None:
    """The end of a part of the document whose pages stand in that way."""
    from copy import deepcopy

    break_ = deepcopy(document.sections[-1]._sectPr)
    paragraph._p.get_or_add_pPr().append(break_)
    if way == "landscape":
        size = break_.find(qn("w:pgSz"))
        size.set(qn("w:w"), str(Mm(297).twips))
        size.set(qn("w:h"), str(Mm(210).twips))
        size.set(qn("w:orient"), "landscape")


def _table(document: Any) -> None:
    """A table with as many columns and rows as the report's: a row of headings, which each page repeats, and rows that
    do not break across pages."""
    table = document.add_table(rows=4, cols=3, style="Report Table")
    _describe(table)
    head, start, body, end = table.rows
    _loop(head.cells, "heading", "block.table.headings", "Report Table Heading")
    _loop(body.cells, "cell", "row", "Report Table Text")
    start.cells[0].paragraphs[0].text = "{%tr for row in block.table.rows %}"
    end.cells[0].paragraphs[0].text = "{%tr endfor %}"
    for row in table.rows:
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if row._tr is head._tr:
            properties.append(OxmlElement("w:tblHeader"))


def _loop(cells: Any, name: str, source: str, style: str) -> None:
    """Three cells: the loop's begin, what each cell prints, the loop's end."""
    cells[0].paragraphs[0].text = f"{{%tc for {name} in {source} %}}"
    cells[2].paragraphs[0].text = "{%tc endfor %}"
    said = [
        (f"{{%p for line in {name}.lines %}}", style),
        (f"{{%p if {name}.number %}}", style),
        ("{{ line }}", f"{style} Right"),
        ("{%p elif line.bullet %}", style),
        ("{{ line }}", "Report Table Bullet"),
        ("{%p else %}", style),
        ("{{ line }}", style),
        ("{%p endif %}", style),
        ("{%p endfor %}", style),
    ]
    first, *others = said
    cells[1].paragraphs[0].text, cells[1].paragraphs[0].style = first
    for text, kind in others:
        cells[1].add_paragraph(text, style=kind)


def _describe(table: Any) -> None:
    """The table's name for a screen reader, its full width, and that its first row and column are headings."""
    properties = table._tbl.tblPr
    for element in list(properties):
        if element.tag in (qn("w:tblW"), qn("w:tblLook"), qn("w:tblLayout")):
            properties.remove(element)
    for tag, attributes in (
        ("w:tblW", {"w:w": "5000", "w:type": "pct"}),
        ("w:tblLayout", {"w:type": "fixed"}),
        ("w:tblLook", {"w:val": "06A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noHBand": "1", "w:noVBand": "1"}),
        ("w:tblCaption", {"w:val": "{{ block.table.caption }}"}),
    ):
        element = OxmlElement(tag)
        for name, value in attributes.items():
            element.set(qn(name), value)
        properties.append(element)


def main() -> int:
    path, built = shipped_template(), build()
    if "--check" in sys.argv[1:]:
        same = path.is_file() and same_content(path.read_bytes(), built)
        print(f"{path.name} is {'up to date' if same else 'not what the code makes: run this without --check'}.")
        return 0 if same else 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(built)
    print(f"Written: {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
