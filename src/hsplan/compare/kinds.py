"""Every kind of change: how grave it is and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from hsplan.errors import HsplanError
from hsplan.findings import did_you_mean

Level = Literal["weakened", "proposed", "slipped", "attention", "progress", "editorial"]
LEVELS: tuple[Level, ...] = ("weakened", "proposed", "slipped", "attention", "progress", "editorial")
"""Worst first: a promise taken back; what needs a decision; a later date, agreed; what a meeting should know; what was
achieved, started or new; wording and the rest."""

LEVEL_MEANINGS: dict[Level, str] = {
    "weakened": "Something that was promised or recorded is gone, is weaker or says something else.",
    "proposed": "It was put forward, and nobody has decided.",
    "slipped": "A later date, agreed.",
    "attention": "What a meeting should know.",
    "progress": "What was achieved, started or is new.",
    "editorial": "Words and details; nothing that was promised changed.",
}
_MEANINGS: dict[Level, dict[str, str]] = {
    "weakened": {
        "removed": "An open action is gone, or was left behind by the next plan, without saying how it ended.",
        "first-date-rewritten": "The first timescale means another date now, without a date change.",
        "date-taken-away": "There was a due date, and there is none now.",
        "date-change-edited": "A date change that had been decided says something else now.",
        "date-change-deleted": "A date change that had been decided is gone.",
        "progress-edited": "A progress entry says something else now.",
        "progress-deleted": "A progress entry is gone.",
        "done-edited": "The day on which an action was done is another one now, or is gone.",
        "milestone-removed": "A milestone that was not done is gone.",
        "milestone-rewritten": "A milestone's first timescale means another date now, without a date change.",
        "milestone-reopened": "A milestone that was done is not any more.",
        "target-weakened": "An indicator's target is easier to meet.",
        "target-removed": "An indicator's target is gone.",
        "figure-edited": "An indicator's figure was changed after the fact.",
        "figure-deleted": "An indicator's figure is gone.",
        "baseline-changed": "What an indicator is measured from was changed after the fact.",
        "indicator-removed": "An indicator that had a target is gone.",
        "dates-moved": "Due dates mean other days now, since the plan's period, phases or adoption changed.",
        "adoption-changed": "The plan is adopted no longer, or on another day.",
        "each-removed": "One of those who must each do an action no longer has to.",
        "plan-removed": "A whole plan is gone.",
    },
    "proposed": {
        "date-proposed": "A move of a due date was put forward; nobody has decided.",
        "ending-proposed": "It was put forward to defer, withdraw or merge an action; nobody has decided.",
    },
    "slipped": {
        "date-later": "A due date was moved to a later one, by a decision or in the next plan.",
        "milestone-later": "A milestone's due date was moved to a later one, by a decision.",
    },
    "attention": {
        "ended-and-removed": "An action that had ended is gone from the plan.",
        "lead-changed": "Another owner leads an action, or nobody does.",
        "partners-changed": "An action has other partners.",
        "deferred": "An action was put off, by a decision.",
        "withdrawn": "An action was given up, by a decision.",
        "superseded": "An action was merged, split or replaced, by a decision.",
        "carried-over": "An action went on into another plan.",
        "reopened": "An action that had ended is open again.",
        "refused": "A proposed move or ending was refused.",
        "proposal-taken-back": "A proposal that nobody had decided is gone.",
        "renumbered": "An action, theme, goal, indicator or plan has another id.",
        "retitled": "It is called something else, beyond its spelling.",
        "moved": "An action or a goal stands in another goal or theme.",
        "outcomes-changed": "An action has other outcomes.",
        "resources-changed": "An action has other resources or another budget.",
        "phase-changed": "An action stands in another phase.",
        "finding-accepted": "A finding of lint stands accepted now, or for another reason.",
        "period-changed": "The plan runs from or to another day.",
        "governance-changed": "Another body reviews the plan, or at other times.",
        "owner-changed": "An owner in the owners list changed or is gone.",
        "target-changed": "An indicator's target is another one, neither easier nor harder as far as can be told.",
        "plan-reopened": "The plan is no longer closed, or closed on another day.",
        "group-removed": "A theme or a goal is gone.",
        "not-started": "An action is reported as not started.",
    },
    "progress": {
        "achieved": "An action was achieved.",
        "now-routine": "An action was delivered and continues as normal work.",
        "started": "An action is reported as in progress.",
        "progress-added": "Progress was reported, without another status.",
        "part-done": "One of several who must each do an action has done its part; others have still to.",
        "added": "An action is new.",
        "date-given": "There was no due date, and there is one now.",
        "date-earlier": "A due date was moved to an earlier one.",
        "date-confirmed": "A decision kept the due date as it was.",
        "milestone-added": "A milestone is new.",
        "milestone-done": "A milestone was done.",
        "milestone-earlier": "A milestone's due date was moved to an earlier one.",
        "target-strengthened": "An indicator's target is harder to meet.",
        "target-added": "An indicator has a new target.",
        "figure-added": "A figure was given for an indicator, or a provisional one confirmed.",
        "indicator-added": "An indicator is new.",
        "baseline-given": "An indicator has a baseline now.",
        "carried-in": "An action was taken up from the plan before, with a date that is no later.",
        "plan-added": "A plan is new.",
        "plan-adopted": "The plan was adopted.",
        "plan-closed": "The plan was closed.",
        "meeting-added": "A meeting was recorded.",
        "done-given": "The day on which an action was done is given now.",
    },
    "editorial": {
        "wording": "The same is said in other words or another spelling.",
        "details-changed": "A note, a source, a column of the council's own or another detail changed.",
        "group-added": "A theme or a goal is new.",
    },
}
KINDS: dict[str, Level] = {kind: level for level, kinds in _MEANINGS.items() for kind in kinds}
"""Every kind of change, with its level unless the configuration gives another."""
MEANINGS: dict[str, str] = {kind: text for kinds in _MEANINGS.values() for kind, text in kinds.items()}
"""Every kind of change, worst first, with what it means in one sentence."""

_FIRST = frozenset(
    (
        *("removed", "plan-removed", "indicator-removed", "target-removed", "date-taken-away"),
        *("reopened", "plan-reopened", "ended-and-removed", "withdrawn", "outcomes-changed", "group-removed"),
    )
)
_LAST = frozenset(
    (
        *("retitled", "renumbered", "moved", "partners-changed", "phase-changed", "resources-changed"),
        *("finding-accepted", "owner-changed", "governance-changed"),
    )
)


def weight(kind: str) -> int:
    """Sorts the kinds of one level: 0 for what is gone, undone or lowered, 2 for names, places and means, else 1."""
    return 0 if kind in _FIRST else 2 if kind in _LAST else 1


FAIL_ON = (*LEVELS, "never")
"""What a run may be told to fail on."""


def own_levels(pairs: Iterable[tuple[str, str]], where: str) -> dict[str, Level]:
    """The levels that a configuration, the file at `where`, gives to kinds. Raises HsplanError for a word that is no
    kind or no level."""
    found: dict[str, Level] = {}
    for kind, word in pairs:
        if kind not in KINDS:
            mend = did_you_mean(kind, KINDS, '"hsplan diff --list-kinds" lists them.')
            raise HsplanError(f'"diff.levels": "{kind}" is not a kind of change.', where=where, mend=mend)
        level = next((level for level in LEVELS if level == word), None)
        if level is None:
            mend = did_you_mean(word, LEVELS)
            what = f'"diff.levels": "{word}" for {kind} is none of {", ".join(LEVELS)}.'
            raise HsplanError(what, where=where, mend=mend)
        found[kind] = level
    return found


def own_fail_on(word: str, where: str) -> str:
    """The level that a configuration, the file at `where`, says to fail on. Raises HsplanError for no level."""
    if word not in FAIL_ON:
        what = f'"diff.fail-on": "{word}" is none of {", ".join(FAIL_ON)}.'
        raise HsplanError(what, where=where, mend=did_you_mean(word, FAIL_ON))
    return word
