"""What a Word template is given: the report as a list of paragraphs, tables and pictures, section by section."""

from __future__ import annotations

from hsplan.frozen import Frozen


class Picture(Frozen):
    """A drawing: its SVG, and the sentence that says what it shows ("" for a mere decoration)."""

    svg: str
    sentence: str
    small: bool
    """Whether it stands in a table's cell."""


class Run(Frozen):
    """Words in one kind of type, or a picture among them."""

    text: str
    bold: bool
    picture: Picture | None


class Line(Frozen):
    """A line of text, which a template prints whole: {{ block.line }}. `bullet` is one of a list in a table's cell."""

    runs: tuple[Run, ...]
    bullet: bool


class TableCell(Frozen):
    """A cell of one or more lines; `number` for figures, which stand on the right."""

    lines: tuple[Line, ...]
    number: bool


class Table(Frozen):
    """A table. Its caption is printed only where `titled`, since elsewhere a heading above it says the same."""

    caption: str
    titled: bool
    headings: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]


class Block(Frozen):
    """A paragraph, a picture or a table. Its `kind` decides how the template prints it."""

    kind: str
    """title, kind, heading, subheading, subsubheading, notice, text, numbered, letter, bullet, note, picture or
    table."""
    number: str
    """Of a numbered paragraph ("1.2") or a lettered one ("(a)")."""
    line: Line
    table: Table | None


class Part(Frozen):
    """A section of the report: `name` as in outline, "header" for what stands before the first.

    `turns` and `turns_back` say where the page has to turn to landscape for it, and back.
    """

    name: str
    turns: bool
    turns_back: bool
    blocks: tuple[Block, ...]


class Paper(Frozen):
    """The whole report for Word: `title` for the file's properties, the sections, and the line that says how it was
    made."""

    title: str
    sections: tuple[Part, ...]
    made: str
