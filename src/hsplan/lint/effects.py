"""What follows from what: findings that are only the effect of another one, by the names of their rules.

A key that is misspelt or holds what cannot be read leaves its record without it, a placeholder is no title, and what
stands in lines that are read otherwise than they were meant seems to be used nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.frozen import Frozen
from hsplan.lint.format_keys import HOLDERS
from hsplan.lint.homes import Home, Homes, begin
from hsplan.lint.withheld import UNREAD, Held
from hsplan.plan import Plan
from hsplan.plan.statuses import CLOSED

_MISREAD = frozenset((
    "unknown-key", "misplaced-key", "wrong-shape", "unknown-word", "bad-value", "bad-date", "words-lost",
    "odd-character",
))  # fmt: skip
"""Errors by which a key's value is not read, or is read as another key's."""
_UNUSED = frozenset(("owner-unused", "declared-unused", "empty-phase", "glossary-unused"))
"""Rules that say that nothing names what stands there."""


class _By(Frozen):
    """Findings of the `causes` that explain another one: about a key of its record (`keys`), or else about the very
    words that it is about; `within` asks that they meet, and `own` that the key itself is at fault. `anywhere` in the
    plan will do, where the other one is itself about one of the `keys`."""

    causes: Collection[str]
    keys: tuple[str, ...] = ()
    within: bool = False
    own: bool = False
    anywhere: bool = False
    record: str = "same"
    says: str = ""
    proposing: frozenset[str] = frozenset()


_UNDATED = ("bad-date", "missing-key", "wrong-shape", "odd-character")
"""Errors by which an entry has no date, and so is none."""
_SPOILT = _By(("placeholder", "words-lost"))
_EFFECTS: Mapping[str, tuple[_By, ...]] = {
    "missing-key": (_By(_MISREAD, ("title",)),),
    "dangling-reference": (_By(("duplicate-id", "bad-id"), ("accepted",), anywhere=True),),
    "lead-missing": (_By(_MISREAD, ("lead", "each")),),
    "no-deadline": (_By(_MISREAD, ("timescale", "due", "milestones")),),
    "overdue": (_By(("unknown-word",), ("progress",), proposing=CLOSED),),
    "no-update": (
        _By(_MISREAD, ("progress",), own=True),
        _By(("owner-unknown", *_UNDATED), ("progress",)),
        _By(_UNDATED, ("progress",), record="any", says="no progress has been entered"),
    ),
    "organisation-undeclared": (_By(("entry-uncounted",), within=True),),
    "organisation-silent": (_By((*_MISREAD, "owner-unknown"), ("progress",)),),
    "result-missing": (_By(_MISREAD, ("outcomes", "indicators")),),
    "target-worse": (
        _By(_MISREAD, ("baseline", "targets")),
        _By(("figure-absurd",), within=True),
        _By(("figure-absurd",), ("baseline",)),
    ),
    "figure-absurd": (_By(_MISREAD, ("baseline", "targets", "actuals")),),
    "small-number": (_By(_MISREAD),),
    "indicator-off-track": (_By(_MISREAD, ("targets", "actuals")), _By(("figure-absurd",), within=True)),
    "reading-missing": (
        _By((*_MISREAD, "period-unclear"), ("actuals",)),
        _By((*_MISREAD, "period-unclear"), ("actuals",), record="any", says="None of the plan's indicators"),
    ),
    "review-missed": (_By((*_MISREAD, "missing-key", "owner-unknown"), ("meetings", "governance"), record="plan"),),
    "purpose-uncovered": (_By(_MISREAD, ("purpose",), record="any"),),
    "owner-unknown": (_By(("wrong-shape",), within=True),),
    "target-missing": (_By(_MISREAD, ("targets",)),),
    "baseline-missing": (_By(_MISREAD, ("baseline",)),),
    "direction-missing": (_By(_MISREAD, ("better",)),),
    "indicator-untitled": (_By(_MISREAD, ("title",)),),
    "empty-group": (_By(_MISREAD, ("actions", "goals")),),
    "no-governance": (_By(_MISREAD, ("governance",)),),
    "strategy-undated": (_By(_MISREAD, ("strategy",)), _By(("owner-unknown",), ("organisations",))),
    "review-unrecorded": (_By(_MISREAD, ("strategy",)),),
    "title-stub": (_SPOILT, _By(_MISREAD, ("outcomes", "note", "milestones"))),
    "title-double": (_By(("words-lost",)),),
    "duplicate-title": (_SPOILT,),
    "abbreviation-undefined": (_By(("placeholder",), within=True),),
    "timescale-doubtful": (
        _By(("due-after-plan",), within=True),
        _By(_MISREAD, ("period",), record="plan", says="the plan's period"),
    ),
    "several-dates": (_By(("timescale-doubtful",), within=True),),
    "carried-sides-disagree": (_By(("into-dangling",)),),
    "change-undecided": (_By(_MISREAD, ("date_changes", "milestones", "progress")),),
    "change-left-undecided": (_By(_MISREAD, ("date_changes", "milestones", "progress")),),
    "change-without-date": (_By(_MISREAD, ("date_changes", "milestones")),),
    "milestone-late": (_By(_MISREAD, ("milestones",)),),
    "milestone-after-action": (_By(("due-after-plan",), within=True),),
    "reopened-silently": (_By(("two-statuses",), within=True),),
}
_DECLARED = {
    "owner-unknown": ("owners",),
    "column-undeclared": ("columns",),
    "abbreviation-undefined": ("glossary", "owners"),
    "dangling-reference": ("phases", "indicators", "client_groups", "actions", "goals", "themes"),
}
"""Rules that say that something is not declared, and the keys that it may be declared under."""
_LISTED = ("owner-unknown", "abbreviation-undefined")
"""Rules that look into the shared owners list, since owners' names are in the glossary too."""
_CAUSES = frozenset(name for each in _EFFECTS.values() for by in each for name in by.causes)


def causes_of(findings: Sequence[Finding], document: Document, plan: Plan) -> dict[int, tuple[Finding, ...]]:
    """The findings that others explain, by their numbers, each with those."""
    names = {each.name for each in findings}
    asked = {name: [by for by in _EFFECTS[name] if not names.isdisjoint(by.causes)] for name in names & _EFFECTS.keys()}
    if names.isdisjoint(UNREAD) and not any(asked.values()):
        return {}
    homes = Homes(document, plan, {each.action for each in findings if each.name == "misplaced-key"})
    about: dict[tuple[int, str], list[tuple[Finding, bool]]] = {}
    for each in findings:
        if each.name in _CAUSES:
            record, key, own = _about(each, homes)
            about.setdefault((record, key), []).append((each, own))
    blocks = list(_blocks(findings, document))
    swallowed = list(_swallowed(findings, document, homes))
    found: dict[int, tuple[Finding, ...]] = {}
    for number, each in enumerate(findings):
        causes = [cause for cause, end in swallowed if cause.place.start < each.place.start < end]
        if asked.get(each.name):
            home = homes(each.place)
            for by in asked[each.name]:
                likely = [pair for place in _places(by, home, about, plan) for pair in about[place]]
                causes += [cause for cause, own in likely if _explains(by, cause, each, own=own)]
        elif each.name in _UNUSED and blocks:
            words = _words(each, document, plan)
            causes += [cause for cause, text in blocks if any(word in text for word in words)]
        if each.name in _DECLARED and blocks:
            words, keys = _words(each, document, plan), _DECLARED[each.name]
            likely_blocks = [
                (cause, text)
                for cause, text in blocks
                if _key_meant(cause, document) in keys or homes(cause.place).key in keys
            ]
            causes += [cause for cause, text in likely_blocks if any(word in text for word in words)]
        if causes:
            found[number] = tuple(causes)
    return found


def _places(by: _By, home: Home, about: Collection[tuple[int, str]], plan: Plan) -> list[tuple[int, str]]:
    """The records and keys at which there is a cause that may explain something about a home."""
    if by.anywhere:
        return list(about) if home.key in by.keys else []
    if by.record == "any":
        return [place for place in about if place[1] in by.keys]
    record = begin(plan.node) if by.record == "plan" else home.record
    return [place for place in ((record, key) for key in by.keys or (home.key,)) if place in about]


def _swallowed(
    findings: Sequence[Finding], document: Document, homes: Homes
) -> Iterator[tuple[Finding, tuple[int, int]]]:
    """The ids that stand too far in, so that the lines below them are read as those of the record above; each with the
    line and column up to which those go."""
    for each in findings:
        if each.name == "unknown-key" and each.proposed and each.proposed[0] in HOLDERS:
            home = homes(each.place)
            if home.own and home.node[home.key] is None:
                end = document.place(home.node.end)
                yield each, end.start


def unread(findings: Sequence[Finding], document: Document) -> str:
    """The lines of a file that are read otherwise than they were meant, or not at all."""
    return "".join(text for _, text in _blocks(findings, document))


def listed_unread(
    findings: Sequence[Finding], lines: Mapping[tuple[str, int], str], document: Document
) -> tuple[list[Finding], list[Held]]:
    """The findings without those on names that the shared list does have, in lines that cannot be read; and those.
    `lines` are the source lines of the findings."""
    errors = [each for each in findings if each.place.path == document.path and each.severity == "error"]
    text = unread(errors, document) if document.root is not None else document.text
    told: list[Finding] = []
    held: list[Held] = []
    for each in findings:
        line = lines.get((each.place.path, each.place.line), "") if each.name in _LISTED else ""
        name = line[each.place.column - 1 : each.place.end_column - 1].strip("\"'")
        if name and errors and each.place.path != document.path and name in text:
            held.append(Held(each, tuple(errors)))
        else:
            told.append(each)
    return told, held


def _explains(by: _By, cause: Finding, effect: Finding, *, own: bool) -> bool:
    if cause is effect or cause.name not in by.causes or (by.own and not own):
        return False
    if by.says not in effect.message or (by.proposing and by.proposing.isdisjoint(cause.proposed)):
        return False
    return not by.within or (
        cause.place.start <= effect.place.start and effect.place.end_line <= cause.place.end_line
        and effect.place.start < (cause.place.end_line, cause.place.end_column)
    )  # fmt: skip


def _about(cause: Finding, homes: Homes) -> tuple[int, str, bool]:
    """The record and the key that a cause is about, and whether the key itself is at fault."""
    if cause.name == "misplaced-key":
        above = homes.action_above(cause.place)
        return (begin(above) if above is not None else -1), cause.action, True
    home = homes(cause.place)
    if cause.name == "unknown-key" and home.own and cause.proposed:
        return home.record, cause.proposed[0], True
    if cause.name == "words-lost" and home.own:
        return home.record, _before(home), False
    return home.record, home.key, home.own


def _before(home: Home) -> str:
    """The key before one, which a comma has cut it off from."""
    keys = list(home.node)
    return keys[max(keys.index(home.key) - 1, 0)]


def _key_meant(cause: Finding, document: Document) -> str:
    """The key that a finding proposes, else the first one of its line."""
    if cause.proposed:
        return cause.proposed[0]
    return document.line(cause.place.line).partition(":")[0].strip(" -{\"'")


def _words(finding: Finding, document: Document, plan: Plan) -> tuple[str, ...]:
    """The words by which a plan would name what nothing seems to name."""
    place = finding.place
    start, end = document.offset(*place.start), document.offset(place.end_line, place.end_column)
    word = document.text[start:end].strip("\"'")
    owner = plan.owners.get(word)
    return (word, owner.name, *owner.also) if owner and owner.name else (word, *(owner.also if owner else ()))


def _blocks(findings: Sequence[Finding], document: Document) -> Iterator[tuple[Finding, str]]:
    """The lines that begin with such an error, down to the next that is indented no further, each with the error."""
    for each in findings:
        if each.name in UNREAD and each.place.path == document.path:
            text, start = document.text, document.offset(each.place.line, 1)
            depth, end = _depth(text, start), _next_line(text, start)
            while end < len(text) and _depth(text, end) > depth:
                end = _next_line(text, end)
            yield each, text[start:end]


def _next_line(text: str, at: int) -> int:
    """Where the line after the one that holds a place begins; the text's end where it is the last one."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _depth(text: str, start: int) -> int:
    """How far the line that begins there is indented; a blank one, or a comment, as far as can be."""
    bare = start
    while text[bare : bare + 1] in (" ", "-"):
        bare += 1
    return len(text) if text[bare : bare + 1] in ("", "\r", "\n", "#") else bare - start
