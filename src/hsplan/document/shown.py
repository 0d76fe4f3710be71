"""A plan's own words inside a message."""

_LONGEST = 60


def shown(text: str) -> str:
    """Words as a message quotes them: on one line, cut where they would fill a page."""
    line = " ".join(text[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
