"""The lines of one action, cut out of a plan's text without reading it: most commits do not touch most actions."""

from __future__ import annotations

import re


def excerpt(data: bytes, name: str) -> tuple[bytes, ...]:
    """Every block that stands under a key of that name, each with the keys that it stands in; () where there is none.

    Two versions of a plan in which these are the same say the same of the action. Where the action is not written as
    a block, nothing is found, and the plan has to be read.
    """
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    key = re.compile(rb"""( +)(["']?)""" + re.escape(name.encode()) + rb"""\2:(?: |$)""")
    found = []
    for start, line in enumerate(lines):
        match = key.match(line)
        if match:
            indent = len(match[1])
            end = start + 1
            while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
                end += 1
            found.append(b"\n".join([*_above(lines, start, indent), *lines[start:end]]).rstrip())
    return tuple(found)


def _above(lines: list[bytes], start: int, indent: int) -> list[bytes]:
    """The keys that a line stands in, innermost first."""
    found = []
    for line in reversed(lines[:start]):
        text = line.strip()
        if text and not text.startswith(b"#") and _indent(line) < indent:
            indent = _indent(line)
            found.append(line.partition(b":")[0])
            if indent == 0:
                break
    return found


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))
