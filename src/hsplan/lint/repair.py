"""A file that YAML cannot read, made readable: tabs that indent become spaces, a text that needs quotes gets them.

Only where the result reads, and says the same words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hsplan.document import Document, read
from hsplan.document.splice.patch import Patch, apply
from hsplan.document.splice.scalar import double, single
from hsplan.findings import Finding
from hsplan.frozen import Frozen
from hsplan.lint.fix_words import is_sentence
from hsplan.schema import explain
from hsplan.schema.table import format_keys

REPAIRED = frozenset({"tab", "needs-quotes", "invisible-character", "alias"})
"""Faults of reading that can be mended."""


class Repaired(Frozen):
    """The file as it can be read, and what was in the way."""

    document: Document
    mended: tuple[Finding, ...]


def repair(document: Document, chosen: Collection[str]) -> Repaired | None:
    """The file with what stopped the reader mended, one fault after the other; None where one of them is not certain.

    A tab may stand for any number of spaces. The width is certain where only one way of reading has the fewest faults
    by the format.
    """
    if document.root is not None or not document.findings:
        return None
    found: dict[str, Repaired] = {}
    for width in _WIDTHS if re.search(_TAB, document.text) else _WIDTHS[:1]:
        mended = _readable(document, width, chosen)
        if mended is not None and _words(mended.document.text) == _words(document.text):
            found.setdefault(repr(mended.document.root), mended)
    ranked = sorted(found.values(), key=_faults)
    if not ranked or (len(ranked) > 1 and _faults(ranked[0]) == _faults(ranked[1])):
        return None
    return ranked[0]


def _readable(document: Document, width: int, chosen: Collection[str]) -> Repaired | None:
    mended: list[Finding] = []
    while document.root is None:
        fault = document.findings[0]
        if fault.name not in chosen or len(mended) > _MOST:
            return None
        patches = _patches(document, fault, width)
        text = apply(document.text, patches)
        if text == document.text or (mended and fault.place.start <= mended[-1].place.start):
            return None
        mended.append(fault)
        document = read(Document(document.path, text, bom=document.bom).to_bytes(), document.path)
    return Repaired(document, tuple(mended))


def _patches(document: Document, fault: Finding, width: int) -> list[Patch]:
    """What mends a fault; nothing where that is not certain. All tabs are mended at once."""
    if fault.name in ("needs-quotes", "alias"):
        return list(_unknown_action(document, fault)) or list(_quotes(document, fault))
    end = document.offset(fault.place.end_line, fault.place.end_column)
    if document.text[end - 1 : end] in (":", "-") and (odd := re.compile(_ODD_SPACES).match(document.text, end)):
        return [Patch(*odd.span(), " ")]
    start = document.offset(fault.place.line, fault.place.column)
    if document.text[start - 1 : start] == "-" and (tab := re.compile(r"\t[ \t]*").match(document.text, start)):
        return [Patch(*tab.span(), " ")]
    pattern = _TAB if fault.name == "tab" else _ODD_SPACE
    return [
        Patch(*match.span(), match[0].replace("\t", " " * width).translate(_PLAIN_SPACES))
        for match in re.finditer(pattern, document.text)
    ]


def _unknown_action(document: Document, fault: Finding) -> Iterator[Patch]:
    """Quotation marks round `plan/?` in brackets, which stands for an action that is not known."""
    start = document.offset(fault.place.line, fault.place.column)
    if match := re.compile(r"[\w.-]+/\?(?= *[,\]])").match(document.text, start):
        yield Patch(*match.span(), double(match[0]))


def _quotes(document: Document, fault: Finding) -> Iterator[Patch]:
    """Quotation marks round the whole text of a line, without the comment after it; or of several lines."""
    start = document.offset(fault.place.line, fault.place.column)
    if fault.place.end_line > fault.place.line:
        end = document.offset(fault.place.end_line, fault.place.end_column)
        text = document.text[start:end]
        if re.fullmatch(_OVER_LINES, text) and not _holds_key(text):
            yield from (Patch(start, start, '"'), Patch(end, end, '"'))
        return
    line = document.line(fault.place.line)
    before, rest = line[: fault.place.column - 1], line[fault.place.column - 1 :]
    if within := re.search(_WITHIN, before):
        text = rest[: fault.place.end_column - fault.place.column]
        if is_sentence(within["key"]) and re.fullmatch(_PLAIN, text) and not _holds_key(text):
            yield Patch(start, start + len(text), double(text))
        return
    text = re.split(r"\s#\s", rest)[0].rstrip()
    head = re.fullmatch(_HEAD, before)
    if not head or not text.isprintable() or not re.match(_QUOTABLE, text):
        return
    if text[0] in "[{" and head["key"] and not is_sentence(head["key"]):
        return
    if fault.name == "alias" and (f"&{text[1:].split()[0]}" in document.text or " " not in text):
        return
    quoted = _enclosed(text) if text[0] in _MARKS else single(text) if '"' in text and "'" not in text else double(text)
    if quoted and not _holds_key(text):
        yield Patch(start, start + len(text), quoted)


def _holds_key(text: str) -> bool:
    """Whether a key of the format stands in it, so that it may be more than a text."""
    return any(f"{key}:" in f"{text} ".replace(": ", ":\n").split() for key in format_keys())


def _enclosed(text: str) -> str:
    """A text that begins with a quotation mark, in quotation marks that hold; "" where it is not certain whether the
    first one is YAML's, and encloses it all, or begins a quotation. Inside, double marks become single ones."""
    mark = text[0]
    end = len(text.rstrip(".,;:!?")) - 1
    sides = [_side(text, match.start()) for match in re.finditer(mark, text)]
    turns = [side for side in sides[1:] if side != "within"]
    if text[end] == mark and turns[:-1] == ["opens", "closes"] * (len(turns) // 2) and end:
        whole = end == len(text) - 1 and not (mark == '"' and "\\" in text)
        return double(text[1:-1].replace('"', "'")) if whole else ""
    if ["opens", *turns] != ["opens", "closes"] * ((len(turns) + 1) // 2):
        return ""
    return single(text) if mark == '"' and "'" not in text else double(text)


def _side(text: str, at: int) -> str:
    """Whether a quotation mark opens or closes a quotation, or stands within a word, by what is on its sides."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "'" and before.isalnum() and after.isalnum():
        return "within"
    return "opens" if not before or before.isspace() or before in "([" else "closes"


def _words(text: str) -> str:
    """What a text says, whatever its spaces and quotation marks."""
    return re.sub(r"[\s\"'\\]", "", text)


def _faults(repaired: Repaired) -> int:
    document = repaired.document
    return len(document.findings) + len(explain(document, "plan"))


_OVER_LINES = r"[^\"\\\t#]+"
_MARKS = "\"'"
_WIDTHS = (4, 2, 8, 1, 3, 6)
"""Spaces that a tab may stand for; where several read alike, the first."""
_MOST = 500
_TAB = r"(?m)^[ ]*\t[ \t]*(?=\S)"
_ODD_SPACE = "(?m)^[ ]*[\u00a0\u2002\u2003\u2007\u2009\u202f][ \u00a0\u2002\u2003\u2007\u2009\u202f]*(?=\\S)"
_ODD_SPACES = "[ \u00a0\u2002\u2003\u2007\u2009\u202f]+"
_PLAIN_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")
_HEAD = r" *(?:- +)*(?:(?:\"[^\"]*\"|'[^']*'|(?P<key>[\w.-][^:\"'{}\[\]]*)): +)?"
"""What stands before a text on its line: dashes, a key."""
_WITHIN = r"[{,] *(?P<key>[\w-]+): +$"
"""What stands before a text in braces."""
_PLAIN = r"(?:[^\s\"'\[\]{}#|>&*!%@`\\,-]|\[[^\[\]\\\"\n]*\])[^\"\\\[\]{}#,\t\n]*"
"""A text in braces that is certain to be one: without a comma, behind which another key may have been meant."""
_BRACKETED = r"(?:\[[^\[\]\n]*\]|\{[^{}\n]*\}) *[^\s#:,\]}]"
_QUOTED = r"(?:\"[^\"]*\"|'[^']*') *[^\s,:#\]}]"
_QUOTABLE = rf"[@`%*&!]|\? |[^\s\"'\[\]{{}}#|>&*!,?-][^\n]*:( |$)|{_QUOTED}|{_BRACKETED}"
"""A text that begins with a sign of YAML's own or a word in brackets, has a colon and a space in it, or words after a
quotation."""
