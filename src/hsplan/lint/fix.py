"""Safe fixes: each is made by splice, and kept only where lint then finds less and nothing new.

A file that cannot be read at all is made readable first, where that is certain.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date

from hsplan.document import Document
from hsplan.document.splice import SpliceRefused
from hsplan.findings import Finding
from hsplan.frozen import Frozen
from hsplan.lint.engine import Report, lint
from hsplan.lint.fixers import FIXERS
from hsplan.lint.repair import REPAIRED, repair
from hsplan.lint.selection import Selection
from hsplan.workspace import Workspace


class Fixed(Frozen):
    """One plan's file as it was and as it is mended (the same where nothing could be), and what was mended."""

    path: str
    before: Document
    after: Document
    mended: tuple[Finding, ...]


def fix(workspace: Workspace, as_at: date, selection: Selection = Selection()) -> list[Fixed]:
    """Mend the named plans in memory: what the selected rules find, is not accepted, and can be mended for certain.

    Nothing is written. Whatever is not mended stands byte for byte as it did.
    """
    chosen = frozenset(rule.name for rule in selection.rules())
    plans = (path for path in workspace.named if os.path.abspath(path) != os.path.abspath(workspace.owners_path))
    return [_fix_plan(workspace, path, as_at, selection, chosen) for path in plans]


def _fix_plan(workspace: Workspace, path: str, as_at: date, selection: Selection, chosen: frozenset[str]) -> Fixed:
    everything = Selection(own=selection.own)
    before = document = workspace.read(path).document
    repaired = repair(document, REPAIRED & chosen)
    document = repaired.document if repaired else before
    mended = list(repaired.mended) if repaired else []
    here = workspace.holding({path: document.to_bytes()}, [path])
    report = lint(here, as_at, everything)
    waiting = True
    while waiting:
        waiting = False
        for finding in report.findings:
            if finding.name not in chosen or finding.place.path != document.path:
                continue
            after = _attempt(here, path, finding)
            if after is None:
                continue
            there = workspace.holding({path: after.to_bytes()}, [path])
            found = lint(there, as_at, everything)
            if _better(report, found, finding):
                here, document, report = there, after, found
                mended.append(finding)
                waiting = True
                break
    return Fixed(path, before, document, tuple(mended))


def _attempt(workspace: Workspace, path: str, finding: Finding) -> Document | None:
    fixer = FIXERS.get(finding.name)
    loaded = workspace.read(path) if fixer else None
    if fixer is None or loaded is None or loaded.plan is None:
        return None
    try:
        return fixer(loaded, finding, workspace)
    except SpliceRefused:
        return None


def _better(before: Report, after: Report, mended: Finding) -> bool:
    """Whether the finding is gone, and no rule finds more of any action than it did."""
    old, new = _counts(before), _counts(after)
    key = (mended.name, mended.action)
    return new[key] < old[key] and new <= old


def _counts(report: Report) -> Counter[tuple[str, str]]:
    return Counter((finding.name, finding.action) for finding in report.findings)


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
