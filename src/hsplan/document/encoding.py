"""Bytes to text, or a plain sentence on why they are not."""

from __future__ import annotations

import re

from hsplan.findings import Finding, Place

_SAVE = "Open it in the editor and save it as UTF-8."
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_CONTROL_BYTES = bytes({*range(32), 127} - set(b"\t\n\r"))
_KINDS = {"\u0085": "line separator", "\u2028": "line separator", "\u2029": "line separator", "\ufeff": "mark"}


def decode(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file in UTF-8, with or without a byte order mark; findings where it cannot be read as that.

    With a finding, the text is what could be made of the bytes, good enough to show the line.
    """
    if codec := _utf16(data):
        message = 'The file was saved as "Unicode" (UTF-16), which git and hsplan cannot read.'
        return data.decode(codec, "replace"), (Finding("encoding", message, Place(path), _SAVE),)
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(body, error, path)
    if not _may_hold_control(body) or (found := re.search(_CONTROL, text)) is None:
        return text, ()
    return text, (_invisible(text, found.start(), path),)


def _may_hold_control(body: bytes) -> bool:
    """Whether bytes of UTF-8 may hold one of the characters that nobody sees: told by the bytes that those begin with,
    in a third of the time that looking at each letter takes."""
    if len(body.translate(None, _CONTROL_BYTES)) != len(body):
        return True
    if body.isascii():
        return False
    if any(each in body for each in (b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbb", b"\xef\xbf")):
        return True
    return b"\xc2" in body and re.search(rb"\xc2[\x80-\x9f]", body) is not None


def _utf16(data: bytes) -> str:
    """The name of the UTF-16 encoding that a file begins in, with its mark or with a plain letter; else ""."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(data) > 1 and (data[0] == 0) != (data[1] == 0) and len(data) % 2 == 0:
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    return ""


def _not_utf8(body: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, tuple[Finding, ...]]:
    text = body.decode("cp1252", "replace")
    before = body[: error.start].decode("utf-8")
    place = _place(before, path)
    character = body[error.start : error.start + 1].decode("cp1252", "replace")
    message = f'The file was saved in the Windows encoding (Windows-1252); the first such letter is "{character}".'
    return text, (Finding("encoding", message, place, _SAVE),)


def _invisible(text: str, offset: int, path: str) -> Finding:
    character = text[offset]
    what = f"{_KINDS.get(character, 'control character')} (U+{ord(character):04X})"
    message = f"An invisible {what} stands here, as often comes with text pasted from elsewhere."
    help = "Delete it and type a space or a new line."
    return Finding("invisible-character", message, _place(text[:offset], path), help)


def _place(before: str, path: str) -> Place:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(path, line, column, line, column + 1)
