"""The kinds of changes with their levels and meanings, as a list for people."""

from __future__ import annotations

from collections.abc import Mapping

from hsplan.compare import KINDS, LEVEL_MEANINGS, LEVELS, MEANINGS, Level

_WIDTH = max(map(len, KINDS)) + 2


def kinds_text(own: Mapping[str, Level], where: str = "") -> str:
    """A part for each level, worst first, with its kinds; `own` are the levels that the configuration gives."""
    lines = []
    for level in LEVELS:
        here = [kind for kind, usual in KINDS.items() if own.get(kind, usual) == level]
        if here:
            lines += ["", f"{level}: {LEVEL_MEANINGS[level]}", *(_line(kind, level, where) for kind in here)]
    return "\n".join(lines[1:]) + "\n"


def _line(kind: str, level: Level, where: str) -> str:
    told = f" (by {where}; else {KINDS[kind]})" if KINDS[kind] != level else ""
    return f"  {kind:<{_WIDTH}}{MEANINGS[kind]}{told}"
