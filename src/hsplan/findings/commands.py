"""Commands that a message suggests, as they can be pasted into any shell."""

from __future__ import annotations

_PARTED = frozenset(" \t&();'")
"""Signs at which PowerShell, cmd or sh would part a name; within double quotes all three keep it whole."""


def command(*words: str) -> str:
    """The words as one command line: `hsplan lint "my plan.yaml"`. Empty words are left out."""
    return " ".join(f'"{word}"' if _PARTED & {*word} else word for word in words if word)


def quoted_command(*words: str) -> str:
    """The command in quotation marks, but for one that has some itself: a second pair would be pasted with it."""
    line = command(*words)
    return line if '"' in line else f'"{line}"'
