"""Why a file is not YAML, in plain words and near the cause rather than where the parser gave up."""

from __future__ import annotations

import re
from typing import Any

from hsplan.document.alignment import (
    ODD_SPACES,
    key_in_braces,
    left_of_its_text,
    no_space_after_colon,
    no_space_after_dash,
    odd_space_after_colon,
    odd_space_after_dash,
    sibling_above,
    text_above,
    too_far_left,
    too_far_right,
    words_after_id,
)
from hsplan.document.braces import slip_in_braces
from hsplan.document.bullets import bullet_of
from hsplan.document.document import Document
from hsplan.document.unclosed import Opened, unclosed
from hsplan.findings import Finding, Related, shorten
from hsplan.frozen import Frozen

_GIT_MARK = re.compile(r"^<{7,}(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)
_DOTS = re.compile(r"^\.\.\.(?=[ \r\n])", re.MULTILINE)
_LEFT_MARK = re.compile(r"^(?:={7}|>{7}(?: [^\r\n]*)?)(?=\r?$)", re.MULTILINE)
_FENCE = re.compile(r"`{3,}[\w-]* *(?=\r?$)", re.MULTILINE)
_TAB = re.compile(r" *(?:- *)*\t")
_ODD_SPACE = re.compile(f" *[{ODD_SPACES}]")
_HEAD = r"^ *(?:- +)*+(?:(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[^\s:\"'\[{#-][^:\n]*): +)?"
_QUOTED_THEN_MORE = re.compile(_HEAD + r"(?P<all>(?:\"[^\"\n]*\"|'[^'\n]*') *[^\s#,\]}:].*)$")
_QUOTED_IN_BRACKETS = re.compile(r"[\[{,:] ?(?P<all>(?:\"[^\"\n]*\"|'[^'\n]*') *[^\s#,\]}:][^\n,\]}]*)")
_BRACKET_THEN_MORE = re.compile(_HEAD + r"(?P<all>(?:\[[^\[\]\n]*\]|\{[^{}\n]*\}) *[^\s#:,\]}].*)$")
_COLON = re.compile(_HEAD + r"(?P<all>[^\s\"'\[{#|>&*!%@`][^\n]*?:(?: .*)?)$")
_SIGN = re.compile(_HEAD + r"(?P<all>(?:[@`%&*!|>,\]}]|- |(?(key)\?(?: |$)|(?!))).*)$")
_SIGN_IN_BRACKETS = re.compile(r"(?:[\[{,:] ?)(?P<all>[@`%*!][^\n,\]}]*)")
_BRACKET = re.compile(r"[\[{]")
_SIGN_IN_BRACKETED_TEXT = re.compile(
    r"(?:[\[{,]|: ) *(?P<all>[^\s\"'\[\]{},#][^\"'\[\]{},#?:\n]*+(?P<sign>\?|:(?! ))[^\n,\[\]{}]*)"
)
_CUT = re.compile(_HEAD + r"[^\s\"'\[{#|>][^\n]*? (?P<all>#.*)$")
_UNALIGNED = ("expected key", "block end", "expected '-'", "mapping values")
_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}
_UNCLOSED = {
    "text": ("The quotation mark that opens", "the last word of the text"),
    "[": ("The bracket that opens a list", "the last entry"),
    "{": ("The brace that opens", "the last value"),
}
"""What is opened, and after what it is closed."""
_OPENED = {"[": "the bracket before it", "{": "the brace before it"}
_NAMES = {"]": "bracket", "}": "brace"}
_OTHER = {"]": "}", "}": "]"}
_ESCAPE_LENGTH = 10
_QUOTES = "\"'"
_SPACE_AFTER_DASH = "Type an ordinary space after the dash."
_TYPE_SPACE = "Type an ordinary space after the colon."
_QUOTE_IT = "Put the whole text in double quotes."
_COLON_IN_TEXT = 'The text of "{}" has a colon and a space in it, which YAML takes for a new key.'


class _Cause(Frozen):
    name: str
    message: str
    help: str
    start: int
    end: int


def explain(document: Document, error: Any) -> Finding:
    """The finding for a fault that the YAML parser raised; the parser's own place comes along as a related
    one, unless it says nothing more."""
    text = document.text
    offset = min(_offset(error), len(text))
    cause = (
        _conflict(text)
        or _fence(text, offset)
        or _backslash(text, offset, error)
        or _find(text, offset, error)
        or _other(text, offset, error)
    )
    place = document.place(cause.start, cause.end)
    at = document.place(offset)
    told = at.line == place.line or cause.name == "merge-conflict"
    related = () if told else (Related(at, "from here on nothing can be read"),)
    return Finding(cause.name, cause.message, place, cause.help, related=related)


def _conflict(text: str) -> _Cause | None:
    """The first mark of git's, which nobody should have to take for a fault of YAML."""
    mark = _GIT_MARK.search(text)
    if mark is None:
        return _left_of_conflict(text)
    message = (
        "git could not merge what two people wrote here, and has kept both: one between <<<<<<< and =======, the other "
        "between ======= and >>>>>>>."
    )
    help = "Keep the right lines of the two, and delete the lines with the marks."
    return _Cause("merge-conflict", message, help, *mark.span())


def _left_of_conflict(text: str) -> _Cause | None:
    """A mark of git's that was forgotten when the others were deleted."""
    mark = _LEFT_MARK.search(text)
    if mark is None:
        return None
    message = "git has set this line as a mark where two people had changed the same words, and it was left behind."
    help = "Delete this line, and look whether the lines round it are right."
    return _Cause("merge-conflict", message, help, *mark.span())


def _fence(text: str, offset: int) -> _Cause | None:
    """The line of backticks above or below a text that was copied out of a chat."""
    start = text.rfind("\n", 0, offset) + 1
    fence = _FENCE.match(text, start)
    if fence is None:
        return None
    message = "This line parts pieces of a text in a chat or on a web page; a plan has none like it."
    last = text.rstrip().rfind("\n") + 1
    more = " and the last" if last > start and _FENCE.match(text, last) else ""
    return _Cause("not-yaml", message, f"Delete this line{more}.", *fence.span())


def _offset(error: Any) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.index if mark is not None else getattr(error, "position", 0) or 0


def _find(text: str, offset: int, error: Any) -> _Cause | None:
    start = text.rfind("\n", 0, offset) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    lines = [(begin, _line(text, begin)) for begin in dict.fromkeys((start, above))]
    if odd := _odd_space(text, start, above):
        return odd
    if opened := unclosed(text, offset):
        return _never_closed(text, opened)
    for begin in dict.fromkeys((start, above)):
        if dash := no_space_after_dash(text, begin):
            message = "No space follows this dash, so YAML does not see an entry of a list here."
            return _Cause("indentation", message, _SPACE_AFTER_DASH, *dash)
    if wrongly := _wrongly_closed(text, offset, start, error):
        return wrongly
    if text[offset : offset + 1] == ":" and (found := key_in_braces(text[start:offset])):
        return _no_space(start, found)
    context = str(getattr(error, "context", "") or "")
    listed = "sequence" in context
    if context.startswith("while parsing a flow") and (slip := slip_in_braces(text, offset, listed=listed)):
        return _Cause(*slip)
    for begin, line in lines:
        if cause := _on_line(line, above=begin != start):
            message, help, match = cause
            return _Cause("needs-quotes", message, help, begin + match.start("all"), begin + match.end("all"))
    mark = getattr(error, "context_mark", None)
    if mark is not None and text[mark.index : mark.index + 1] in ("[", "{") and mark.index < start:
        return _never_closed(text, Opened(text[mark.index], mark.index))
    return None


def _odd_space(text: str, start: int, above: int) -> _Cause | None:
    """A tab or a space that does not break where YAML wants ordinary ones: at the beginning of a line, after a colon or
    a dash. `start` and `above` are where the line begins at which the parser stopped, and the one above it."""
    for begin in dict.fromkeys((start, above)):
        line = _line(text, begin)
        if match := _TAB.match(line):
            tab, end = begin + match.end() - 1, begin + len(line)
            if "-" in match[0]:
                message = "A tab stands after this dash."
                return _Cause("tab", message, _SPACE_AFTER_DASH, tab, end)
            return _Cause("tab", "This line is indented with a tab.", "Use spaces, two for each step in.", tab, end)
        if match := _ODD_SPACE.match(line):
            odd = begin + match.end() - 1
            message = "This line is indented with a space that does not break, as comes with text pasted from Word."
            return _Cause("invisible-character", message, "Delete it and type ordinary spaces.", odd, odd + 1)
    for begin in dict.fromkeys((start, above, sibling_above(text, start))):
        if found := odd_space_after_colon(_line(text, begin)):
            message = "A space that does not break stands after the colon, as comes with text pasted from Word."
            return _Cause("invisible-character", message, _TYPE_SPACE, begin + found[0], begin + found[1])
        if found := odd_space_after_dash(_line(text, begin)):
            message = "A space that does not break stands after this dash, as comes with text pasted from Word."
            return _Cause("invisible-character", message, _SPACE_AFTER_DASH, begin + found[0], begin + found[1])
    return None


def _never_closed(text: str, opened: Opened) -> _Cause:
    if lost := _hash_before_closing(text, opened):
        return lost
    what, where = _UNCLOSED[opened.mark if opened.mark in "[{" else "text"]
    return _Cause(
        "unclosed",
        f"{what} here is never closed.",
        f"Write {_CLOSING[opened.mark]} after {where}, on whichever line that stands.",
        opened.offset,
        opened.offset + len(_line(text, opened.offset)),
    )


def _hash_before_closing(text: str, opened: Opened) -> _Cause | None:
    """A "#" on the line of a bracket or brace that is closed behind it, where YAML sees a comment."""
    line = _line(text, opened.offset)
    if opened.mark not in "[{" or " #" not in line:
        return None
    plain = re.sub(r"(?<=[\[{,: ])(?:\"[^\"]*\"|'[^']*'(?=[,\]} ]))", lambda match: "x" * len(match[0]), line)
    at = plain.find(" #") + 1
    if not at or _CLOSING[opened.mark] not in plain[at:]:
        return None
    words = shorten(re.split(r"[,\]}]", line[at:])[0])  # what comes then may be an internal note
    message = f'YAML takes all from "{words}" on for a comment, so {_OPENED[opened.mark]} is never closed.'
    help = 'Put the text that has the "#" in it in double quotes.'
    return _Cause("words-lost", message, help, opened.offset + at, opened.offset + len(line))


def _wrongly_closed(text: str, offset: int, start: int, error: Any) -> _Cause | None:
    """A closing bracket or brace too many, or one in the other's place: the parser stops right at it."""
    sign, context = text[offset : offset + 1], str(getattr(error, "context", "") or "")
    if sign not in ("]", "}") or text[start:offset].rstrip(" ")[-1:] in ("", ":", "-"):
        return None
    if "alias" in context or "anchor" in context:
        return None  # a star or an ampersand, and nothing after it
    if "flow" in context:
        message = f"A {_NAMES[_OTHER[sign]]} that was opened is closed with a {_NAMES[sign]}."
        return _Cause("unclosed", message, f"Write {_OTHER[sign]} for {sign}, or close both.", offset, offset + 1)
    message = f"The {_NAMES[sign]} that closes here was never opened."
    return _Cause("unclosed", message, "Delete it, or put the whole text in double quotes.", offset, offset + 1)


def _line(text: str, offset: int) -> str:
    """The rest of the line from an offset on."""
    end = text.find("\n", offset)
    return text[offset : len(text) if end < 0 else end].rstrip("\r")


def _on_line(line: str, *, above: bool) -> tuple[str, str, re.Match[str]] | None:
    """A cause that shows on the line where the parser stopped, or on the one above it."""
    if match := _QUOTED_THEN_MORE.match(line) or _QUOTED_IN_BRACKETS.search(line):
        message = "Words follow the closing quotation mark, so YAML cannot tell where the text ends."
        return message, "Put the whole text in double quotes, and the quoted words inside it in single ones.", match
    if match := _BRACKET_THEN_MORE.match(line):
        return "Words follow the closing bracket, so YAML cannot tell where the text ends.", _QUOTE_IT, match
    if match := _SIGN.match(line) or _SIGN_IN_BRACKETS.search(line):
        message = f'The text begins with "{match["all"][0]}", which has a meaning of its own in YAML.'
        return message, _QUOTE_IT, match
    if (match := _COLON.match(line)) and match["key"]:
        return _COLON_IN_TEXT.format(shorten(match["key"].strip(_QUOTES))), _QUOTE_IT, match
    bracket = _BRACKET.search(line)
    if not above and bracket and (match := _SIGN_IN_BRACKETED_TEXT.search(line, bracket.start())):
        message = f'YAML takes the "{match["sign"]}" for a sign of its own inside brackets and braces.'
        return message, _QUOTE_IT, match
    if above and (match := _CUT.match(line)):
        message = f'YAML takes "{shorten(match["all"])}" for a comment, so the text cannot go on in the next line.'
        return message, _QUOTE_IT, match
    return None


def _colon(key: str, start: int, end: int) -> _Cause:
    """A text that goes on over lines, and has a colon in a later one."""
    message = _COLON_IN_TEXT.format(shorten(key)) if key else _COLON_IN_TEXT.replace(' of "{}"', "")
    return _Cause("needs-quotes", message, _QUOTE_IT, start, end)


def _no_space(begin: int, found: tuple[int, int]) -> _Cause:
    message = "No space follows this colon, so YAML does not see a key here."
    return _Cause("indentation", message, _TYPE_SPACE, begin + found[0], begin + found[1])


def _backslash(text: str, offset: int, error: Any) -> _Cause | None:
    """A backslash in double quotes that is no escape, as in the path of a Windows folder."""
    problem = str(getattr(error, "problem", "") or "")
    if "escape" not in problem and "hex" not in problem:
        return None
    at = text.rfind("\\", max(offset - _ESCAPE_LENGTH, 0), offset + 1)
    if at < 0:
        return None
    message = "A backslash (\\) has a meaning of its own inside double quotes."
    return _Cause("needs-quotes", message, "Write it twice (\\\\), or put the text in single quotes.", at, at + 2)


def _out_of_line(text: str, start: int) -> _Cause | None:
    """A line that is not in line with its neighbours, where it shows which one."""
    if pasted := left_of_its_text(text, start):
        message = "These words seem to belong to the text above them, but stand too far to the left."
        help = "Put them further in than the key of that text, and the whole text, with them, in double quotes."
        return _Cause("indentation", message, help, *pasted)
    if after := words_after_id(text, start):
        message = "Words stand after the colon of an id, and keys below it."
        help = 'Leave nothing after the colon; write the words below it, further in, as "title:".'
        return _Cause("indentation", message, help, *after)
    if left := too_far_left(text, start):
        message = "This line stands further to the left than the lines before and after it."
        return _Cause("indentation", message, "Put it further to the right, in line with them.", *left)
    if right := too_far_right(text, start):
        message = "This line stands further to the right than the lines after it."
        return _Cause("indentation", message, "Put it further to the left, in line with them.", *right)
    return None


def _other(text: str, offset: int, error: Any) -> _Cause:
    start = text.rfind("\n", 0, offset) + 1
    line = _line(text, start)
    end = start + len(line)
    problem = str(getattr(error, "problem", "") or "")
    first = end - len(line.lstrip())
    if "could not find expected ':'" in problem and error.context_mark is not None:
        at = error.context_mark.index
        begin = text.rfind("\n", 0, at) + 1
        if found := no_space_after_colon(_line(text, begin)):
            return _no_space(begin, found)
        if bullet := bullet_of(text[at : at + 2]):
            message = f'"{bullet}" begins no entry of a list, so these words are taken for a key without its colon.'
            help = f'Begin each line of the list with a dash and a space instead of "{bullet}".'
            return _Cause("indentation", message, help, at, at + len(_line(text, at)))
        message = "These words are no key, since no colon follows, and they do not belong to the text above them."
        help = "Write a colon and a space after a key's name; indent text that runs over lines further than its key."
        return _Cause("indentation", message, help, at, at + len(_line(text, at)))
    if any(words in problem for words in _UNALIGNED):
        above = text.rfind("\n", 0, max(start - 1, 0)) + 1
        if found := no_space_after_colon(_line(text, above)):
            return _no_space(above, found)
        if goes_on := text_above(text, start):
            return _colon(*goes_on)
        if cause := _out_of_line(text, start):
            return cause
        message = "This line does not line up with the lines above it."
        help = "Indent it as its neighbours are, two spaces for each step in."
        return _Cause("indentation", message, help, first, end)
    if "<document start>" in problem and (dots := _DOTS.search(text[:start])):
        message = 'YAML takes a line of three dots ("...") for the end of the file, and lines follow it.'
        return _Cause("several-documents", message, "Delete the line with the dots.", *dots.span())
    message = "YAML cannot read this line."
    return _Cause("not-yaml", message, "Compare it with a line above that is right.", min(first, offset), end)
