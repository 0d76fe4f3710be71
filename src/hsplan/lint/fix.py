"""Safe fixes: each is made by splice, and kept only where lint then finds less and nothing new.

A file that cannot be read at all is made readable first, where that is certain.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial

from hsplan.document import Document
from hsplan.document.splice import SpliceRefused
from hsplan.findings import Finding, Place, counted
from hsplan.frozen import Frozen
from hsplan.lint.engine import Report, lint
from hsplan.lint.fixers import FIXERS
from hsplan.lint.registry import find_rule
from hsplan.lint.repair import REPAIRED, repair
from hsplan.lint.selection import Selection
from hsplan.workspace import Workspace

Left = tuple[tuple[Finding, str], ...]
Look = Callable[[Workspace], Report]


class Fixed(Frozen):
    """One plan's file as it was and as it is mended (the same where nothing could be), and what was mended."""

    path: str
    before: Document
    after: Document
    mended: tuple[Finding, ...]
    left: Left = ()
    """Findings of rules that can often be mended, and could not be here: each with the reason, in words."""


def fix(
    workspace: Workspace, as_at: date, selection: Selection = Selection(), *, today: date | None = None
) -> list[Fixed]:
    """Mend the named plans in memory: what the selected rules find, is not accepted, and can be mended for certain.

    Nothing is written. Whatever is not mended stands byte for byte as it did. `today` as for `lint`.
    """
    chosen = frozenset(rule.name for rule in selection.rules())
    everything = Selection(own=selection.own)
    look: Look = partial(lint, as_at=as_at, selection=everything, today=today)
    latest = max(as_at, today or as_at)
    fixed = []
    for path in workspace.named:
        if os.path.abspath(path) != os.path.abspath(workspace.owners_path):
            fixed.append(each := _fix_plan(workspace, path, look, latest, chosen))
            if each.mended:
                workspace = workspace.holding({path: each.after.to_bytes()})
    if not any(each.left for each in fixed):
        return fixed
    still = {(finding.name, finding.place) for finding in lint(workspace, as_at, selection, today=today).findings}
    return [each._replace(left=_of_those(each.left, still)) for each in fixed]


def _of_those(left: Left, still: Collection[tuple[str, Place]]) -> Left:
    """What was left of a plan, without what is told no more since another plan was mended, or is told of another."""
    return tuple((finding, why) for finding, why in left if (finding.name, finding.place) in still)


def _fix_plan(workspace: Workspace, path: str, look: Look, latest: date, chosen: frozenset[str]) -> Fixed:
    """Mend one plan. `look` runs every rule as at the date asked about; after `latest` all is still to come."""
    before = document = workspace.read(path).document
    repaired = repair(document, REPAIRED & chosen)
    document = repaired.document if repaired else before
    mended = list(repaired.mended) if repaired else []
    if repaired is None and document.root is None:
        left = [(each, _UNREADABLE) for each in document.findings if each.name in REPAIRED & chosen]
        return Fixed(path, before, before, (), tuple(left))
    here = workspace.holding({path: document.to_bytes()}, [path])
    report = look(here)
    wanted = FIXERS.keys() & chosen
    likely = [each for each in report.findings if each.name in wanted and each.place.path == before.path]
    whole, together = _all_at_once(here, path, likely, latest)
    if len(together) > 1:
        there = workspace.holding({path: whole.to_bytes()}, [path])
        found = look(there)
        if _better(report, found, *together):
            here, document, report = there, whole, found
            mended += together
    waiting = True
    while waiting:
        waiting, left = False, []
        for finding in report.findings:
            if finding.name not in wanted or finding.place.path != document.path:
                continue
            after = _attempt(here, path, finding, latest)
            if isinstance(after, str):
                left += [(finding, after)] if after else []
                continue
            there = workspace.holding({path: after.to_bytes()}, [path])
            found = look(there)
            if _better(report, found, finding):
                here, document, report = there, after, found
                mended.append(finding)
                waiting = True
                break
            left.append((finding, "something else would then be found"))
    return Fixed(path, before, document, tuple(mended), tuple(left))


_UNREADABLE = "it is not certain what is meant, or more in the file cannot be read"


def _all_at_once(
    workspace: Workspace, path: str, findings: Sequence[Finding], latest: date
) -> tuple[Document, list[Finding]]:
    """The file with as many of the findings mended as can be, and those: the last one first, so that the places of the
    others still hold. Whether nothing else went wrong is not known then; one by one would take a whole check for each.
    """
    document = workspace.read(path).document
    mended: list[Finding] = []
    for finding in reversed(findings):
        after = _attempt(workspace.holding({path: document.to_bytes()}, [path]), path, finding, latest)
        if not isinstance(after, str):
            document = after
            mended.append(finding)
    return document, mended[::-1]


def _attempt(workspace: Workspace, path: str, finding: Finding, latest: date) -> Document | str:
    """The file with the finding mended; else why it is not."""
    loaded = workspace.read(path)
    if loaded.plan is None:
        return _UNREADABLE
    try:
        return FIXERS[finding.name](loaded, finding, workspace, latest)
    except SpliceRefused as refusal:
        return refusal.what[:1].lower() + refusal.what[1:].rstrip(".")


def _better(before: Report, after: Report, *mended: Finding) -> bool:
    """Whether the findings are gone, and no rule finds more of any action than it did."""
    old, new = _counts(before), _counts(after)
    return new + Counter((each.name, each.action) for each in mended) <= old


def _counts(report: Report) -> Counter[tuple[str, str]]:
    return Counter((finding.name, finding.action) for finding in report.findings)


def reasons(fixed: Iterable[Fixed]) -> list[str]:
    """What was left although its like is mended: a line for each rule and reason."""
    counts = Counter((find_rule(finding.name), why) for each in fixed for finding, why in each.left)
    return [
        f"Not mended: {counted(number, 'finding')} of {rule.code} {rule.name}, since {why}."
        for (rule, why), number in counts.items()
        if rule is not None
    ]


def difference(fixed: Fixed) -> str:
    """What is mended in a file, as a unified diff."""
    from difflib import unified_diff

    name = fixed.before.path
    lines = unified_diff(
        fixed.before.text.splitlines(keepends=True),
        fixed.after.text.splitlines(keepends=True),
        f"a/{name}",
        f"b/{name}",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def mended_text(fixed: Fixed) -> str:
    """The file's new text, to be written as UTF-8, with its byte order mark if it had one."""
    return ("\ufeff" if fixed.after.bom else "") + fixed.after.text
