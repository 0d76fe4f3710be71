"""How wide the columns of a Word table are: by what stands in them, the same for all tables with the same headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table as WordTable

from hsplan.report.word.paper import Paper, Table, TableCell
from hsplan.report.word.pictures import width

_LONGEST = 16
"""Letters of a word that a column makes room for; a longer one is broken."""
_LETTER = 2.3
"""Millimetres that a letter of 12 point takes, with some to spare."""
_EDGES = 3.5
_MM = 56.7
"""Word measures in twentieths of a point: so many make a millimetre."""

Headings = tuple[str, ...]
Need = tuple[float, float]
"""What a column needs at least, in millimetres, and how much of the rest it should have."""


def needs(paper: Paper) -> dict[Headings, list[Need]]:
    """By the words of its headings, what each column of such a table needs."""
    alike: dict[Headings, list[Table]] = {}
    for section in paper.sections:
        for block in section.blocks:
            if block.table:
                alike.setdefault(_headings(block.table), []).append(block.table)
    return {
        headings: [_need([row[number] for table in tables for row in (table.headings, *table.rows)], len(tables))
                   for number in range(len(headings))]
        for headings, tables in alike.items()
    }  # fmt: skip


def fit(document: Any, needed: dict[Headings, list[Need]]) -> None:
    """Set the widths of the document's tables that have such headings, each to the width of its own page."""
    for section in document.sections:
        room = (section.page_width - section.left_margin - section.right_margin) / 36000
        for table in section.iter_inner_content():
            if isinstance(table, WordTable) and (found := needed.get(_words(table))):
                _set(table, _shares(found, room))


def _need(cells: Sequence[TableCell], tables: int) -> Need:
    """A heading counts in each of the tables, so the words of the rows are weighed by their mean."""
    texts = ["\n".join("".join(run.text for run in line.runs) for line in cell.lines) for cell in cells]
    longest = max((len(word) for text in texts for word in text.split()), default=1)
    drawn = [width(run.picture) for cell in cells for line in cell.lines for run in line.runs if run.picture]
    mean = sum(map(len, texts)) / max(len(texts) - tables + 1, 1)
    least = max([min(longest, _LONGEST) * _LETTER, *drawn]) + _EDGES
    return least, mean


def _shares(found: Iterable[Need], room: float) -> list[float]:
    """The widths in millimetres, which together fill the room."""
    columns = list(found)
    least, wishes = sum(need for need, _ in columns), sum(wish for _, wish in columns) or 1.0
    if least >= room:
        return [need * room / least for need, _ in columns]
    return [need + (room - least) * wish / wishes for need, wish in columns]


def _set(table: WordTable, widths: Sequence[float]) -> None:
    grid = table._tbl.tblGrid
    for column, wide in zip(grid.findall(qn("w:gridCol")), widths, strict=False):
        column.set(qn("w:w"), str(round(wide * _MM)))
    for row in table._tbl.tr_lst:
        for cell, wide in zip(row.tc_lst, widths, strict=False):
            properties = cell.get_or_add_tcPr()
            for old in properties.findall(qn("w:tcW")):
                properties.remove(old)
            made = OxmlElement("w:tcW")
            made.set(qn("w:w"), str(round(wide * _MM)))
            made.set(qn("w:type"), "dxa")
            properties.insert(0, made)


def _headings(table: Table) -> Headings:
    return tuple(_plain(run.text for line in cell.lines for run in line.runs) for cell in table.headings)


def _words(table: WordTable) -> Headings:
    first = table._tbl.tr_lst[0].tc_lst if table._tbl.tr_lst else ()
    return tuple(_plain(text.text or "" for text in cell.iter(qn("w:t"))) for cell in first)


def _plain(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())
