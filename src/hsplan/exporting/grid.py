"""A table of numbers on the screen: a row a plan, and one of totals."""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[str, Sequence[int]]
"""A name and its numbers."""


def grid(headings: Sequence[str], rows: Sequence[Row], totals: Row) -> list[str]:
    """Lines. Headings of two words stand on two of them, so that a column is as wide as a word."""
    table = [(name, [str(number) for number in numbers]) for name, numbers in (*rows, totals)]
    heads = [heading.split() if " " in heading else ["", heading] for heading in headings]
    above = [("", [head[line] for head in heads]) for line in (0, 1)]
    width = max(len(name) for name, _ in table)
    widths = [max(map(len, column)) for column in zip(*(cells for _, cells in (*above, *table)), strict=True)]
    lines = [_line(name, cells, width, widths) for name, cells in (*above, *table)]
    return [*lines[:-1], "-" * len(lines[-1]), lines[-1]]


def _line(name: str, cells: Sequence[str], width: int, widths: Sequence[int]) -> str:
    return " ".join([f"{name:<{width}}", *(f"{cell:>{size}}" for cell, size in zip(cells, widths, strict=True))])
