"""An element's words as lines: what HTML prints in one block is one line, with its bold words and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from hsplan.report.word.paper import Line, Picture, Run

_OWN_LINE = {"p", "div", "dd", "dt", "dl", "li", "ul", "ol", "br", "figure", "figcaption", "section", "h1", "h2", "h3"}
_BOLD = ("strong", "b", "dt")


def lines(element: HtmlElement, pictures: Sequence[Picture]) -> list[Line]:
    """The lines in an element, blank ones left out."""
    made: list[Line] = []
    runs: list[Run] = []
    bullet = False
    for piece in _pieces(element, pictures, _is_bold(element)):
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        made += _line(runs, bullet)
        runs, bullet = [], piece == "bullet"
    return made + _line(runs, bullet)


def only_line(element: HtmlElement, pictures: Sequence[Picture]) -> Line:
    """All of an element's words as one line, even where there are none."""
    runs = [run for line in lines(element, pictures) for run in (*line.runs, Run(" ", False, None))]
    return next(iter(_line(runs, False)), Line((), False))


def _pieces(element: HtmlElement, pictures: Sequence[Picture], bold: bool) -> Iterator[Run | str]:
    """Runs, and between them the word "line" where a new line begins, "bullet" where that is one of a list."""
    if element.tag == "svg":
        picture = pictures[int(element.get("data-number", "0"))]
        drawn = Run("", False, picture)
        found: list[Run | str] = ["line", drawn, "line"] if picture.sentence else [drawn]
        yield from found
        return
    yield Run(element.text or "", bold, None)
    for child in element:
        if isinstance(child.tag, str):
            yield from _opened(child)
            yield from _pieces(child, pictures, bold or _is_bold(child))
            yield from _closed(child)
        yield Run(child.tail or "", bold, None)


def _opened(child: HtmlElement) -> Iterator[Run | str]:
    if child.tag == "li" or (child.tag == "dd" and _several(child)):
        yield "bullet"
    elif child.tag in _OWN_LINE and child.tag != "dd":
        yield "line"


def _closed(child: HtmlElement) -> Iterator[Run | str]:
    """A term and what is said of it share a line, unless several things are."""
    if child.tag == "dt":
        yield Run(": ", True, None)
    elif child.tag in _OWN_LINE:
        yield "line"


def _several(child: HtmlElement) -> bool:
    parent = child.getparent()
    return parent is not None and len(parent.findall("dd")) > 1


def _is_bold(element: HtmlElement) -> bool:
    return element.tag in _BOLD or "id" in str(element.get("class", "")).split()


def _line(runs: Sequence[Run], bullet: bool) -> list[Line]:
    """The runs with their blanks as HTML shows them: one between words, none at the ends."""
    made: list[Run] = []
    blank = True
    for run in runs:
        if run.picture:
            made.append(run)
            blank = False
            continue
        words = " ".join(run.text.replace("\xa0", " ").split())
        if run.text[:1].isspace() and not blank and made:
            words = f" {words}"
        if words.strip() and run.text[-1:].isspace():
            words = f"{words} "
        if blank:
            words = words.lstrip()
        if not words:
            continue
        blank = words.endswith(" ")
        if made and made[-1].bold == run.bold and not made[-1].picture:
            made[-1] = made[-1]._replace(text=made[-1].text + words)
        else:
            made.append(run._replace(text=words))
    if made and not made[-1].picture:
        made[-1] = made[-1]._replace(text=made[-1].text.rstrip())
    kept = tuple(run for run in made if run.text or run.picture)
    return [Line(kept, bullet)] if kept else []
