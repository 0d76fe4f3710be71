"""One finding per cause, of what git remembers: a slip of the hand is not taken for a promise taken back.

A date that no calendar has, a misspelt key or an id that stands twice makes a record read otherwise than it did, and
what compares it with the last commit would call that altered or deleted. So of a record that has an error nothing is
said of what changed in it: the error is mended first. A run in which something is held back fails by that error, so
nothing is ever committed unsaid. What only mends a fault of the last commit is told from that in `mended`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from hsplan.document import Document
from hsplan.findings import SEVERITIES, Finding, Place, Severity
from hsplan.frozen import Frozen
from hsplan.lint.spot import key_at
from hsplan.lint.withheld import Held
from hsplan.plan import Action, Plan

_OUT_OF_PLACE = frozenset(
    ("duplicate-key", "duplicate-id", "unknown-key", "misplaced-key", "wrong-shape", "bad-id", "odd-character")
)
"""Errors by which a record or a key may be read as part of another one, or not at all."""
_HEAD = ("", "period", "phases", "adopted", "closed", "id", "follows")
"""Keys of the plan that its actions' dates, and what is compared with what, hang on."""
_CONTENTS = ("themes", "goals", "actions")


def hold_back(
    findings: Sequence[Finding], remembering: Collection[str], document: Document, plan: Plan
) -> tuple[list[Finding], list[Held]]:
    """The findings without those that another one's error explains, and those. `remembering` are the names of the
    rules that ask what git remembers."""
    if all(each.name not in remembering for each in findings):
        return list(findings), []
    findings = _graver(findings, remembering)
    errors = [each for each in findings if each.severity == "error" and each.name not in remembering]
    spot_of = _Spots(document, plan)
    spots = [(error, spot_of(error.place)) for error in errors]
    ids = {action.id for action in plan.actions}
    told: list[Finding] = []
    held: list[Held] = []
    for finding in findings:
        causes: tuple[Finding, ...] = ()
        if finding.name in remembering:
            own, gone = spot_of(finding.place), bool(finding.action) and finding.action not in ids
            causes = tuple(error for error, spot in spots if _explains(error, spot, finding, own, gone=gone))
        if causes:
            held.append(Held(finding, causes))
        else:
            told.append(finding)
    return told, held


def _graver(findings: Sequence[Finding], remembering: Collection[str]) -> Sequence[Finding]:
    """A wording that cannot be read any more, or a date that is a slip, is as grave as the promise or the report that
    it takes away; so it fails the run in the place of what says that."""
    from hsplan.lint.mended import FUTURE

    gravest: dict[tuple[int, int], Severity] = {}
    for each in findings:
        if each.name in remembering:
            start = each.place.start
            gravest[start] = _gravest(each.severity, gravest.get(start, each.severity))
    return [
        each._replace(severity=_gravest(each.severity, gravest[each.place.start]))
        if (each.name == "timescale-not-understood" or each.name in FUTURE) and each.place.start in gravest
        else each
        for each in findings
    ]


def _gravest(*severities: Severity) -> Severity:
    return min(severities, key=SEVERITIES.index)


class _Spot(Frozen):
    """What a place lies in: an action, by its id, or "" for the plan; and the key of it, "" for none of its keys."""

    action: str
    key: str


class _Spots:
    """Finds what a place of a plan's file lies in; the actions stand there in order and none within another."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self._document = document
        self._plan = plan
        self._actions = sorted(plan.actions, key=_begins)

    def __call__(self, place: Place) -> _Spot:
        at = self._document.offset(place.line, place.column)
        number = bisect_right(self._actions, at, key=_begins) - 1
        if number >= 0 and at < self._actions[number].node.end:
            return _Spot(self._actions[number].id, key_at(self._actions[number].node, at))
        return _Spot("", key_at(self._plan.node, at))


def _begins(action: Action) -> int:
    return action.node.name[0] if action.node.name else action.node.start


def _explains(error: Finding, spot: _Spot, finding: Finding, own: _Spot, *, gone: bool) -> bool:
    """Whether an error may be the cause of what seems to have changed; `gone`: to an action that is there no more."""
    if error.place.start == finding.place.start:
        return True
    if error.name in _OUT_OF_PLACE and (gone or (not spot.action and _matters(spot.key))):
        return True
    if finding.action and finding.action in (spot.action, error.action):
        # Two keys of an action that both stand there have nothing to do with each other.
        return not (spot.key and own.key) or spot.key == own.key
    if spot.action:
        return False
    return spot.key in _HEAD or (spot.key == own.key and own.key not in _CONTENTS)


def _matters(key: str) -> bool:
    """Whether below this key of the plan something can be lost that is compared: the contents, the head, or a key
    that the format does not have."""
    from hsplan.schema.table import FORMATS

    return key in _HEAD or key in _CONTENTS or FORMATS["plan"].root.field(key) is None
