"""A table of the report for Word: one row of headings, no merged cells, since both trip a screen reader up."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from hsplan.report.word.lines import lines
from hsplan.report.word.paper import Line, Picture, Run, Table, TableCell

_EMPTY = TableCell((Line((), False),), False)

Row = tuple[TableCell, ...]


def read_table(element: HtmlElement, pictures: Sequence[Picture]) -> Table:
    """The table; rows of details, which HTML prints below a row, go into that row's first cell, and what is too long
    for the last column into the last one: Word's columns are as wide as what they hold."""
    pictures = [picture._replace(small=True) for picture in pictures]
    caption = element.find("caption")
    head = element.find("thead/tr")
    headings = () if head is None else tuple(_cell(cell, pictures) for cell in head)
    rows: list[Row] = []
    for row in element.iter("tr"):
        if row is head:
            continue
        if "details" in str(row.get("class", "")).split() and rows:
            told = [line for part in row.find_class("told") for line in _taken(part, pictures)]
            below = [line for cell in row for line in lines(cell, pictures)]
            rows[-1] = _with_more(_with_more(rows[-1], 0, below), -1, told)
            continue
        last = row.getparent().tag == "tfoot"
        rows.append(_row(row, pictures, len(headings), bold=last))
    said = "" if caption is None else " ".join(caption.text_content().split())
    titled = caption is not None and "heard" not in str(caption.get("class", "")).split()
    return Table(said, titled, headings, tuple(rows))


def _taken(part: HtmlElement, pictures: Sequence[Picture]) -> list[Line]:
    """The lines of a part of a row, which is taken out of it."""
    found = lines(part, pictures)
    part.drop_tree()
    return found


def _with_more(row: Row, number: int, more: Sequence[Line]) -> Row:
    """The row with more lines in one of its cells."""
    cells = list(row)
    cells[number] = cells[number]._replace(lines=(*cells[number].lines, *more))
    return tuple(cells)


def _row(row: HtmlElement, pictures: Sequence[Picture], width: int, *, bold: bool) -> Row:
    """A row as wide as the headings: a cell over several columns is followed by empty ones."""
    cells: list[TableCell] = []
    for element in row.iterchildren("th", "td"):
        cell = _cell(element, pictures)
        cells.append(_in_bold(cell) if bold else cell)
        spanned = str(element.get("colspan", "1"))
        cells += [_EMPTY] * (int(spanned) - 1 if spanned.isdecimal() else 0)
    if width:
        cells = cells[:width] + [_EMPTY] * (width - len(cells))
    return tuple(cells)


def _cell(element: HtmlElement, pictures: Sequence[Picture]) -> TableCell:
    number = "number" in str(element.get("class", "")).split()
    return TableCell(tuple(lines(element, pictures)) or _EMPTY.lines, number)


def _in_bold(cell: TableCell) -> TableCell:
    made = (line._replace(runs=tuple(Run(run.text, True, run.picture) for run in line.runs)) for line in cell.lines)
    return cell._replace(lines=tuple(made))
