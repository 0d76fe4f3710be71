"""What git remembers, told from the mending of a slip.

Where a value had itself a fault when it was last committed, putting it right alters nothing that was promised or
reported. And where a value was given such a fault since, that is what there is to say. Both hold value by value: each
key of the record that says something else must have a fault of its own, either one by which it could not be read (an
error), or one whose rule asks to correct just this value (`ASKING`). A fault beside it excuses nothing, and a record
that is gone is told whatever was wrong with it. What hsplan itself suggests in the place of a word or of a timescale is
the mending of it; to write something else alters it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hsplan.document import Map
from hsplan.findings import Finding, Place
from hsplan.frozen import Frozen
from hsplan.lint.recorded import changes_of
from hsplan.lint.spot import key_at
from hsplan.plan import Action, DateChange, Milestone, Progress

if TYPE_CHECKING:
    from hsplan.compare import Change
    from hsplan.lint.recorded import Records
    from hsplan.lint.rule import View
    from hsplan.plan import Plan
    from hsplan.timescale import Timescale
    from hsplan.versions.remembered import Past

FUTURE = frozenset(("entry-future", "decision-future", "done-future"))
"""Rules that say of a date that it is still to come, so that it can only be a slip."""
ASKING = FUTURE | {"entry-before-plan", "decided-too-early"}
"""Rules, no errors, that say of a date that was read: correct it."""
_NAMES = frozenset(("bad-id", "odd-character", "duplicate-id", "duplicate-key"))
"""Errors for which an id is changed."""
_NO_RECORD = frozenset(("misplaced-key",))
"""Errors by which what was taken for an action is none."""
_LISTS = {"progress-": "progress", "date-change-": "date_changes"}
"""The lists whose entries a kind of change is about, by how the kind begins."""
_KINDS = frozenset(
    (
        *("progress-edited", "progress-deleted", "date-change-edited", "date-change-deleted", "done-edited"),
        *("milestone-reopened", "milestone-rewritten", "first-date-rewritten", "date-taken-away"),
        *("renumbered", "removed"),
    )
)
"""The kinds of changes that rules tell and that a slip may explain."""


class Altered(Frozen):
    """A plan's pasts without what was only mended; and, by fingerprint, where the slip stands that a change is."""

    pasts: tuple[Past, ...]
    slips: Mapping[str, Place]


def altered(view: View) -> Altered:
    """What has changed in a plan since, the slips told apart. Costs nothing where no rule would speak."""
    slips: dict[str, Place] = {}
    return Altered(tuple(_without_mended(past, view, slips) for past in view.pasts), slips)


def _without_mended(past: Past, view: View, slips: dict[str, Place]) -> Past:
    doubtful = [change for change in past.changes if change.kind in _KINDS]
    if not doubtful:
        return past
    sides = _Sides(past, view)
    mended = {id(change) for change in doubtful if sides.mended(change)}
    for change in doubtful:
        place = sides.slip(change) if id(change) not in mended else None
        if place is not None:
            slips[change.fingerprint] = place
    return past._replace(changes=tuple(each for each in past.changes if id(each) not in mended))


class _Sides:
    """Both versions of a plan with what is wrong in each."""

    def __init__(self, past: Past, view: View) -> None:
        self.view = view
        self.plans = past.plan, view.plan
        self.before = _faults(past.plan, view)
        self.after = [each for each in _faults(view.plan, view) if each.name in FUTURE]
        self.taken: set[int] = set()
        """Entries of now that stand for one of then, each for one."""

    def mended(self, change: Change) -> bool:
        """Whether a change only mends what was faulty before."""
        if change.kind in ("renumbered", "removed"):
            return self._misnamed(change)
        for old, new in self._pairs(change):
            if self._only_faults(old, new, _at(self.before, self.plans[0], old)):
                self.taken.add(id(new))
                return True
        return False

    def slip(self, change: Change) -> Place | None:
        """Where the fault stands that a change brought in and that is all of it."""
        for old, new in self._pairs(change):
            faults = _at(self.after, self.plans[1], new)
            keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
            if keys and all(key in faults for key in keys):
                return faults[keys[0]][0].place
            if change.kind.endswith("-edited"):
                break  # what else has come is no part of it
        return None

    def _misnamed(self, change: Change) -> bool:
        document, line = self.plans[0].document, change.old.line if change.old else 0
        start = len(document.line(line)) - len(document.line(line).lstrip()) + 1 if line else 0
        names = _NAMES if change.kind == "renumbered" else _NO_RECORD
        return any(each.name in names and each.place.start == (line, start) for each in self.before)

    def _pairs(self, change: Change) -> Iterator[tuple[Map, Map]]:
        """The record that a change is about as it was, with what it may be now: of an entry, any that has come
        since."""
        kind = next((kind for start, kind in _LISTS.items() if change.kind.startswith(start)), "")
        action = self.view.actions.get(change.id)
        was = _record(self.view.records(self.plans[0]), change.old.line, kind) if change.old else None
        if was is None or action is None:
            return
        now = _record(self.view.records(self.plans[1]), change.new.line, kind) if change.new else None
        if kind:
            # Of several entries the comparison may have taken one for another: each is tried, its own one first.
            stood = [each for one in self.plans[0].actions for each in _entries(one, kind)]
            come = [each for each in _entries(action, kind) if each not in stood and id(each) not in self.taken]
            yield from ((was, each) for each in sorted(come, key=lambda each: each is not now))
        elif now is not None:
            keys = ("done",) if change.kind in ("done-edited", "milestone-reopened") else ("timescale", "due")
            yield _only(was, keys), _only(now, keys)

    def _only_faults(self, old: Map, new: Map, faults: Mapping[str, list[Finding]]) -> bool:
        from hsplan.compare.wording import same_words

        keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
        # A misspelt key takes its value along to the right one.
        misspelt = [old[key] for key in keys if key in faults and key not in new]
        return bool(keys) and all(
            (key not in old and new[key] in misspelt)
            or same_words(_text(old, key), _text(new, key))
            or (key == "timescale" and self._suggested(old.get(key), new.get(key)))
            or any(_advised(fault, new.get(key)) for fault in faults.get(key, ()))
            for key in keys
        )

    def _suggested(self, was: object, now: object) -> bool:
        """Whether a timescale means what hsplan proposes to write in the place of the earlier one."""
        from hsplan.timescale import read, sense

        if not isinstance(was, str) or not isinstance(now, str):
            return False
        old, new = (plan.context for plan in self.plans)
        proposed = _proposed(read(was, old))
        return sense(read(now, new)) in [sense(read(each, old)) for each in proposed]


def _proposed(reading: Timescale) -> list[str]:
    """The wordings that a reading corrects itself to, or that lint advises; a year of five figures has one too many."""
    import re

    found = [each for each in (reading.corrected, reading.suggestion) if each]
    if "moved" in reading.faults:
        from hsplan.timescale.wording import words

        found += [words(day) for day in reading.further]  # the first date of one that says that it was moved
    wording = reading.corrected or reading.wording
    for match in re.finditer(r"\b\d{5}\b", wording) if "excel-serial" not in reading.faults else ():
        year = match.group()
        years = [year[:index] + year[index + 1 :] for index in range(5)]
        found += [f"{wording[: match.start()]}{each}{wording[match.end() :]}" for each in years]
    return found


def _advised(fault: Finding, value: object) -> bool:
    """Whether a fault lets a value be written in the place of its own: of words and names only what it proposes."""
    if fault.name in ("unknown-word", "owner-unknown"):
        return value is not None and (not fault.proposed or value in fault.proposed)
    return True


def _faults(plan: Plan, view: View) -> list[Finding]:
    """What is wrong with a version of a plan, as at the day of the run: errors, and what rules ask to correct."""
    from hsplan.lint.looking import format_faults, found_by
    from hsplan.lint.registry import RULES
    from hsplan.lint.rule import View
    from hsplan.plan import Owners

    document = plan.document
    owners = Owners(view.workspace.shared, plan.owners)
    then = View(plan, owners, None, view.workspace, view.as_at, today=view.latest)
    asked = [rule for rule in RULES if not rule.remembers and (rule.severity == "error" or rule.name in ASKING)]
    found = [*document.findings, *format_faults(document, "plan"), *found_by(asked, then)]
    names = {rule.name for rule in asked}
    return [each for each in found if each.name in names]


def _at(faults: list[Finding], plan: Plan, record: Map) -> dict[str, list[Finding]]:
    """Faults by the key of a record that they stand at."""
    found: dict[str, list[Finding]] = {}
    for fault in faults:
        key = key_at(record, plan.document.offset(fault.place.line, fault.place.column))
        if key:
            found.setdefault(key, []).append(fault)
    return found


def _record(records: Records, line: int, kind: str) -> Map | None:
    """The record that begins on a line: an entry of a kind, or else a milestone or an action."""
    if kind:
        entry = records.at(line, Progress) if kind == "progress" else records.at(line, DateChange)
        return entry[1].node if entry else None
    step, action = records.at(line, Milestone), records.at(line, Action)
    return step[1].node if step else action[1].node if action else None


def _only(record: Map, keys: tuple[str, ...]) -> Map:
    """A record without its other keys."""
    part = Map(record.start)
    part.end = record.end
    part.update({key: record[key] for key in keys if key in record})
    part.marks = {key: record.marks[key] for key in part}
    return part


def _text(record: Map, key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else repr(value)


def _entries(action: Action, kind: str) -> Iterator[Map]:
    if kind == "progress":
        yield from (each.node for each in action.progress)
    else:
        yield from (change.node for change, _ in changes_of(action))
