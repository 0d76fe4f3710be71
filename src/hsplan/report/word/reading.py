"""The report's HTML as paragraphs, tables and pictures for Word, so that both say the same in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lxml import html
from lxml.html import HtmlElement

from hsplan.report.word.lines import lines, only_line
from hsplan.report.word.paper import Block, Line, Paper, Part, Picture, Run
from hsplan.report.word.tables import read_table

_HEADINGS = {"h1": "title", "h2": "heading", "h3": "subheading", "h4": "subsubheading"}
_BLOCKS = {"p", "ul", "ol", "dl", "table", "figure", "div", "section", "main", "header", "footer", "svg", *_HEADINGS}
_LEFT_OUT = ("nav", "footer", "script", "style")
_MOST_UPRIGHT = 9
"""Columns that an upright page has room for; the section of a table with more turns to landscape."""

Found = tuple[Block, bool, str]
"""A block, whether it needs a wide page, and the name of the section that it opens ("" for none)."""


def read_page(page: str) -> Paper:
    """The page as made by the report's own templates or a council's; elements that they do not use lose only their
    looks."""
    page, pictures = _without_pictures(page)
    root = html.document_fromstring(page)
    reader = _Reader(pictures)
    body = root.find("body")
    found = [] if body is None else list(reader.blocks(body, False))
    footer = root.find(".//footer")
    made = "" if footer is None else " ".join(footer.text_content().split())
    return Paper(title=" ".join(root.findtext(".//title", "").split()), sections=tuple(_parts(found)), made=made)


def _without_pictures(page: str) -> tuple[str, list[Picture]]:
    """The page with a numbered mark for each drawing, and the drawings: HTML's reader would change their names."""
    pictures: list[Picture] = []

    def mark(found: re.Match[str]) -> str:
        svg = found[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        title = re.search(r"<title[^>]*>(.*?)</title>", svg, re.DOTALL)
        pictures.append(Picture(svg, " ".join(unescape(title[1]).split()) if title else "", False))
        return f'<svg data-number="{len(pictures) - 1}"></svg>'

    head, body, rest = page.partition("<body")
    return head + body + re.sub(r"<svg .*?</svg>", mark, rest, flags=re.DOTALL), pictures


def _parts(found: list[Found]) -> Iterator[Part]:
    groups: list[tuple[str, bool, list[Block]]] = [("header", False, [])]
    for block, wide, name in found:
        if block.kind == "heading":
            groups.append((name, wide, []))
        groups[-1][2].append(block)
        if block.table and len(block.table.headings) > _MOST_UPRIGHT:
            groups[-1] = (groups[-1][0], True, groups[-1][2])
    if len(groups) > 1 and groups[1][1]:
        # The title would stand on a page alone.
        groups[0] = ("header", True, groups[0][2])
    for number, (name, wide, blocks) in enumerate(groups):
        before = number == 0 or groups[number - 1][1]
        after = number + 1 < len(groups) and groups[number + 1][1]
        yield Part(name, wide and not before, wide and not after, tuple(blocks))


class _Reader:
    """Reads with the drawings at hand."""

    def __init__(self, pictures: list[Picture]) -> None:
        self.pictures = pictures

    def blocks(self, element: HtmlElement, wide: bool) -> Iterator[Found]:
        """What stands in an element, in its order."""
        wide = wide or "wide" in _classes(element)
        yield from ((block, wide, "") for block in _loose(element.text))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _LEFT_OUT and not _unseen(child):
                yield from self.child(child, wide)
            yield from ((block, wide, "") for block in _loose(child.tail))

    def child(self, child: HtmlElement, wide: bool) -> Iterator[Found]:
        """One element of those that stand below each other."""
        if child.tag in _HEADINGS:
            yield self.block(_HEADINGS[child.tag], child), wide, child.get("id", "")
        elif child.tag == "table":
            yield Block("table", "", Line((), False), read_table(child, self.pictures)), wide, ""
        elif "key" in _classes(child):
            yield Block("note", "", self.key(child), None), wide, ""
        elif child.tag in ("ul", "ol", "dl"):
            yield from ((block, wide, "") for block in self.items(child))
        elif child.tag == "svg":
            yield from ((block, wide, "") for block in self.pictured(child))
        elif any(inner.tag in _BLOCKS for inner in child):
            yield from self.blocks(child, wide)
        else:
            yield from ((block, wide, "") for block in self.text(child))

    def text(self, element: HtmlElement) -> Iterator[Block]:
        """A paragraph, or whatever else holds nothing but words."""
        classes = _classes(element)
        kind = next((name for name in ("kind", "notice") if name in classes), "text")
        if "draft" in classes or "internal" in classes:
            kind = "notice"
        if element.tag == "figcaption":
            kind = "note"
        number = element.find("span[@class='no']")
        if number is not None and element.tag == "p":
            yield self.block("numbered", element, number)
        else:
            yield from (Block(kind, "", line, None) for line in lines(element, self.pictures))

    def items(self, element: HtmlElement) -> Iterator[Block]:
        """A list's items; of a list of terms each with its term before it."""
        if element.tag == "dl":
            yield from (Block("text", "", line, None) for line in lines(element, self.pictures))
            return
        for number, item in enumerate(element.iterchildren("li"), start=1):
            mark = _mark(element, number)
            kind = "letter" if mark else "bullet"
            for place, line in enumerate(lines(item, self.pictures)):
                yield Block(kind, "" if place else mark, line._replace(bullet=False), None)

    def key(self, element: HtmlElement) -> Line:
        """A chart's key on one line: pattern, word and number of each, with semicolons between them."""
        runs: list[Run] = []
        for line in lines(element, self.pictures):
            runs += [Run("; ", False, None), *line.runs] if runs else line.runs
        return Line(tuple(runs), False)

    def pictured(self, element: HtmlElement) -> Iterator[Block]:
        yield from (Block("picture", "", line, None) for line in lines(element, self.pictures))

    def block(self, kind: str, element: HtmlElement, number: HtmlElement | None = None) -> Block:
        """An element's words as one paragraph, with its number apart."""
        said = ""
        if number is not None:
            said = " ".join(number.text_content().split())
            number.text = ""
        return Block(kind, said, only_line(element, self.pictures), None)


def _unseen(child: HtmlElement) -> bool:
    """What no print shows: the link that skips, and a drawing once more for phones."""
    return "skip" in _classes(child) or child.get("hidden") is not None


def _loose(text: str | None) -> Iterator[Block]:
    """Words that a council's own template left outside of any paragraph."""
    words = " ".join((text or "").split())
    if words:
        yield Block("text", "", Line((Run(words, False, None),), False), None)


def _mark(element: HtmlElement, number: int) -> str:
    """ "(a)", "(z)", "(aa)" in a lettered list, "1." in a numbered one, "" in one with bullets."""
    if element.tag == "ul":
        return ""
    if element.get("type") != "a":
        return f"{number}."
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return f"({letters})"


def _classes(element: HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()
