"""Small words: numbers of things, names of actions and proposals."""

from __future__ import annotations

from hsplan.findings import counted

PROPOSED_KINDS = {"deferred": "deferral", "withdrawn": "withdrawal", "superseded": "replacement"}
PROPOSED_NOUNS = {**PROPOSED_KINDS, "superseded": "replacement by another action"}
"""What is proposed by an entry of that status that nobody has decided."""


def due_dates(number: int) -> str:
    """ "The due date of 1 action", "The due dates of 2 actions"."""
    return f"The due {'date' if number == 1 else 'dates'} of {counted(number, 'action')}"


def by_id(key: str) -> str:
    """An action's id in a sentence: "7.2", and "action 2", which by itself would be read as a number."""
    return f"action {key}" if key.isdigit() else key
