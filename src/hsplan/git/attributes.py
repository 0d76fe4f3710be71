"""hsplan's own lines in a file of git's attributes; pure: text in, text out."""

from __future__ import annotations

from collections.abc import Sequence

MARK = "# hsplan git-setup: the lines below up to the next other one; --disable takes them out"
GIVEN = "diff=hsplan merge=hsplan"


def with_lines(text: str, patterns: Sequence[str]) -> str:
    """The text with hsplan's lines for the patterns, where they stood before, else at the top.

    Everything else stays as it is, the line breaks and the end of the file too.
    """
    before, _, after = _parted(text)
    new_line = "\r\n" if "\r\n" in text else "\n"
    lines = [MARK, *(f"{_quoted(pattern)} {GIVEN}" for pattern in patterns)]
    if before and not before.endswith(("\n", "\ufeff")):
        lines[0] = new_line + lines[0]
    return before + "".join(line + new_line for line in lines) + after


def without_lines(text: str) -> str:
    """The text without hsplan's lines, as it was before them."""
    before, _, after = _parted(text)
    return before + after


def own_lines(text: str) -> list[str]:
    """hsplan's lines as they stand, without the comment above them; [] where there are none."""
    return [line.rstrip("\r\n") for line in _parted(text)[1][1:]]


def _parted(text: str) -> tuple[str, list[str], str]:
    """What stands before hsplan's lines, these lines, and what follows them.

    A line is hsplan's where it stands below the comment and gives exactly what `git-setup` gives.
    """
    lines = text.splitlines(keepends=True)
    start = next((at for at, line in enumerate(lines) if line.strip().lstrip("\ufeff") == MARK), -1)
    if start < 0:
        top = "\ufeff" if text.startswith("\ufeff") else ""
        return top, [], text[len(top) :]
    end = start + 1
    while end < len(lines) and lines[end].rstrip().endswith(f" {GIVEN}"):
        end += 1
    top = "\ufeff" if lines[start].startswith("\ufeff") else ""
    return "".join(lines[:start]) + top, lines[start:end], "".join(lines[end:])


def _quoted(pattern: str) -> str:
    """A pattern as the file has it: in quotes where white space or a quotation mark would end it."""
    if not any(sign.isspace() or sign in '"\\' for sign in pattern) and not pattern.startswith(("#", "!")):
        return pattern
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        pattern = pattern.replace(sign, written)
    return f'"{pattern}"'
