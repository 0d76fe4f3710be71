"""What git tells of an action, for a page that others read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hsplan.compare import Change
from hsplan.exporting.history import Told, sentence
from hsplan.findings import capital, full_stop
from hsplan.frozen import Frozen
from hsplan.report.setting import Audience
from hsplan.report.text import clean
from hsplan.timescale.wording import words


class Happened(Frozen):
    """What one commit changed in an action; `commit` is its first eight characters, "" for what is not committed."""

    day: str
    """Its author's day, "3 July 2011", or "Not committed yet"."""
    commit: str
    texts: tuple[str, ...]


_UNTOLD = frozenset(("finding-accepted", "details-changed", "wording"))
_SHORT = {
    "outcomes-changed": "the outcomes changed",
    "partners-changed": "the partners changed",
    "resources-changed": "the resources or the budget changed",
    "phase-changed": "the phase changed",
    "moved": "moved to another goal or theme",
    "milestone-added": "a milestone was added",
    "milestone-removed": "a milestone was taken out",
    "milestone-rewritten": "the date of a milestone was rewritten without a date change",
    "milestone-done": "a milestone was done",
    "milestone-reopened": "a milestone is no longer done",
    "milestone-later": "the date of a milestone slipped",
    "milestone-earlier": "the date of a milestone was brought forward",
    "date-change-edited": "a date change that had been decided was edited",
    "date-change-deleted": "a date change that had been decided was deleted",
}
"""The kinds whose sentences begin with words of the plan."""
_OF_A_MILESTONE = {
    "date-proposed": "a new date for a milestone is proposed",
    "date-confirmed": "the date of a milestone was confirmed",
    "date-given": "a milestone was given a date",
    "date-later": "the date of a milestone was put off",
    "refused": "a new date for a milestone was refused",
    "retitled": "a milestone was retitled",
    "first-date-rewritten": "the timescale was rewritten, without a date change",
}
"""Where the sentence comes to such words at once."""
_WORDS_OF_THE_PLAN = re.compile('; |: | \\(|,? ?(?:timescale |to )?["“]')


def happened(events: Sequence[Told], plan: str, action: str, audience: Audience) -> tuple[Happened, ...]:
    """The changes by commit, the newest first, given oldest first.

    For the public only what happened and when, without the words that the plan had then: what has been taken out of a
    plan since, or made internal, must not come back through its history.
    """
    found: list[tuple[tuple[str, str], Happened]] = []
    for each in events:
        change = each.change if audience == "internal" else public_change(each.change)
        if change is None:
            continue
        text = clean(_sentence(sentence(change, plan, action)))
        key = (each.commit, change.plan)
        if found and found[-1][0] == key:
            last = found[-1][1]
            found[-1] = (key, last._replace(texts=tuple(dict.fromkeys((*last.texts, text)))))
        else:
            head = words(each.date) if each.date else "Not committed yet"
            found.append((key, Happened(head, each.commit[:8], (text,))))
    return tuple(each for _, each in reversed(found))


def public_change(change: Change) -> Change | None:
    """The change in its sentence's own words, up to where the plan's begin; None for one of words alone."""
    if change.kind in _UNTOLD:
        return None
    head = _WORDS_OF_THE_PLAN.split(change.text, maxsplit=1)[0].rstrip(" ,.")
    if head.endswith(("the milestone", "the timescale was")):
        head = _OF_A_MILESTONE.get(change.kind, head)
    return change._replace(happened=_SHORT.get(change.kind, head), move=0)


def _sentence(text: str) -> str:
    return full_stop(capital(text))
