"""What a break is, and the text with its edits made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hsplan.lint.known import Key
from hsplan.workspace.own_rules import OwnRule

OPEN, SHUT = "⟦", "⟧"
"""In an edit's text they stand round what the finding is to point at, and are taken out again."""


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`; edits at the same place are made in their order."""

    start: int
    end: int
    new: str


class Where(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end exclusive, as a finding has them."""

    line: int
    column: int
    end_line: int
    end_column: int


TOP = Where(1, 1, 1, 1)
"""The file as a whole."""


class Broken(NamedTuple):
    """One thing broken in a plan: the edits, and what is to be found of it.

    `action` is the one that the finding names. `loses` are the rules whose findings of that action, or of the plan as a
    whole, go away with what was broken. A `whole` file that cannot be read any more has this one finding and no other.
    A lone surrogate in the text stands for the byte that UTF-8 does not have. `known` and `own` are the known findings
    and the rules that the settings have.
    """

    edits: tuple[Edit, ...]
    action: str = ""
    loses: tuple[str, ...] = ()
    whole: bool = False
    at: Where | None = None
    known: Mapping[Key, int] = {}
    own: tuple[OwnRule, ...] = ()


class NoTarget(Exception):
    """The plan has nowhere to break it: the reason, found by looking through the whole plan."""


def spoilt(text: str, broken: Broken) -> tuple[str, Where]:
    """The text with the edits made, and where the finding is expected."""
    parts: list[str] = []
    at = 0
    for edit in sorted(broken.edits, key=lambda edit: edit[:2]):
        assert edit.start >= at, "two edits of one stretch"
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    marked = "".join(parts) + text[at:]
    if broken.at is not None:
        return marked, broken.at
    assert (marked.count(OPEN), marked.count(SHUT)) == (1, 1), "a break marks one place"
    before, rest = marked.split(OPEN)
    inside, after = rest.split(SHUT)
    return before + inside + after, Where(*_place(before), *_place(before + inside))


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
