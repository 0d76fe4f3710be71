"""A Word template filled in, by docxtpl. Loading this loads it, which takes a fifth of a second."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hsplan.report.outline import outline
from hsplan.report.portfolio_records import Portfolio
from hsplan.report.records import Report
from hsplan.report.template_faults import MissingField
from hsplan.report.word.faults import explained, opened
from hsplan.report.word.files import settled, shipped_template
from hsplan.report.word.paper import Line
from hsplan.report.word.pictures import picture_xml
from hsplan.report.word.reading import read_page
from hsplan.report.word.widths import fit, needs

_LONGEST_PROPERTY = 255
"""Characters that Word takes in a property of a file."""


def fill(data: Report | Portfolio, page: str, template: Path | None = None) -> bytes:
    """The report as a .docx, by the shipped template or a council's; the same report gives the same bytes.

    `page` is the report as HTML, whose words, order and drawings the Word file has. Raises HsplanError where a
    council's template is at fault.
    """
    paper = read_page(page)
    word = opened(template or shipped_template())
    context = _context(data) | {"title": paper.title, "sections": paper.sections, "made": paper.made}
    environment = ImmutableSandboxedEnvironment(
        undefined=MissingField, autoescape=True, finalize=partial(_printed, word=word)
    )
    with explained(template):
        word.render(context, environment, autoescape=True)
    filled = BytesIO()
    word.save(filled)
    # Opened anew: docxtpl leaves a tree behind that python-docx does not know its way about.
    document = Document(filled)
    fit(document, needs(paper))
    _properties(document.core_properties, paper.title, data)
    fitted = BytesIO()
    document.save(fitted)
    return settled(fitted.getvalue())


def _context(data: Report | Portfolio) -> dict[str, Any]:
    if isinstance(data, Portfolio):
        return {"portfolio": data, "outline": outline}
    return {"report": data, "outline": partial(outline, data)}


def _printed(value: object, word: DocxTemplate) -> object:
    """What the template prints for a value: a line becomes runs of its own, each in its kind of type."""
    if not isinstance(value, Line):
        return value
    if len(value.runs) == 1 and not value.runs[0].bold and not value.runs[0].picture:
        return value.runs[0].text
    runs = []
    for run in value.runs:
        if run.picture:
            runs.append(f"<w:r>{picture_xml(run.picture, word.current_rendering_part)}</w:r>")
        else:
            bold = "<w:rPr><w:b/></w:rPr>" if run.bold else ""
            runs.append(f'<w:r>{bold}<w:t xml:space="preserve">{escape(run.text, quote=False)}</w:t></w:r>')
    return Markup('</w:t></w:r>{}<w:r><w:t xml:space="preserve">').format(Markup("".join(runs)))


def _properties(properties: Any, title: str, data: Report | Portfolio) -> None:
    """Title and language, as a screen reader announces them, and a day in place of the time at which it was made."""
    day = (data if isinstance(data, Portfolio) else data.header).as_at.iso
    properties.title = title[:_LONGEST_PROPERTY]
    properties.language = properties.language or "en-GB"
    properties.created = properties.modified = datetime.fromisoformat(day)
    properties.last_modified_by = "hsplan"
    properties.revision = 1
