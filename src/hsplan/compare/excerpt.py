"""The lines of one action, cut out of a plan's text without reading it: most commits do not touch most actions."""

from __future__ import annotations


def excerpt(data: bytes, name: str) -> tuple[bytes, ...]:
    """Every block that stands under a key of that name, each with the keys that it stands in; () where there is none.

    Two versions of a plan in which these are the same say the same of the action. Where the action is not written as
    a block, nothing is found, and the plan has to be read.
    """
    data = data.replace(b"\r\n", b"\n")
    key = name.encode()
    found = []
    at = data.find(key)
    while at >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        indent = at - start
        quote = data[at - 1 : at] if data[at - 1 : at] in (b'"', b"'") and indent else b""
        indent -= len(quote)
        after = at + len(key) + len(quote)
        if indent > 0 and data[start:at] == b" " * indent + quote and _ends(data, at + len(key), quote, after):
            found.append(b"\n".join([*_above(data, start, indent), data[start : _end(data, after, indent)]]).rstrip())
        at = data.find(key, at + 1)
    return tuple(found)


def _ends(data: bytes, at: int, quote: bytes, after: int) -> bool:
    """Whether a key ends here, with its quotation mark and a colon."""
    return data.startswith(quote + b":", at) and data[after + 1 : after + 2] in (b" ", b"\n", b"")


def _end(data: bytes, at: int, indent: int) -> int:
    """Where the first line after a place begins that is not further in than its key."""
    further = b" " * (indent + 1)
    while (at := data.find(b"\n", at) + 1) > 0:
        if not data.startswith(further, at) and _text(data, at):
            return at
    return len(data)


def _above(data: bytes, start: int, indent: int) -> list[bytes]:
    """The keys that a line stands in, innermost first."""
    found = []
    inside = b" " * indent
    while inside and start > 0:
        start = data.rfind(b"\n", 0, start - 1) + 1
        if not data.startswith(inside, start):
            line = _text(data, start)
            if line and not line.lstrip(b" ").startswith(b"#"):
                inside = b" " * (len(line) - len(line.lstrip(b" ")))
                found.append(line.partition(b":")[0])
    return found


def _text(data: bytes, start: int) -> bytes:
    """The line that begins at a place; b"" where it is blank."""
    end = data.find(b"\n", start)
    line = data[start:] if end < 0 else data[start:end]
    return line if line.strip() else b""
