"""`hsplan lint`: the file of known findings."""

from __future__ import annotations

import os
from collections.abc import Callable

from hsplan.cli.quiet import say, warn
from hsplan.lint import Report
from hsplan.workspace import Workspace, write_output
from hsplan.workspace.files import read_bytes, shown

Today = Callable[[], Report | None]
"""What is found as at today, where the run was for another date; asked only where it matters."""


def without_known(workspace: Workspace, report: Report, named: str, now: Today, *, whole: bool) -> Report:
    """The report without known findings. `named` is the file that was asked for, "" for that of the configuration,
    which need not be there; `whole` says that every plan of the workspace was checked."""
    path = named or _default(workspace)
    if not named and not workspace.source.is_file(path):
        return report
    from hsplan.lint.known import part, read_known
    from hsplan.lint.known_rule import KNOWN_GONE

    data = read_bytes(path) if named else workspace.source.read(path)
    known = read_known(data, shown(path))
    plans = workspace.plan_ids() if whole else None
    parted = part(report, known, shown(path), plans, data=data)
    if any(each.name == KNOWN_GONE.name for each in parted.findings) and (today := now()):
        return part(report, known, shown(path), plans, today, data)
    return parted


def write_known_findings(workspace: Workspace, report: Report, named: str, now: Today, *, whole: bool) -> int:
    """Write the file of known findings; say on stderr what changed in it."""
    from hsplan.findings import counted
    from hsplan.lint.known import collect, known_text, read_known

    path = named or _default(workspace)
    data = read_bytes(path) if os.path.isfile(path) else b""
    before = read_known(data, shown(path))
    plans = workspace.plan_ids() if whole else None
    after = collect(report, before, plans)
    if any(after.get(key, 0) < count for key, count in before.items()) and (today := now()):
        after = collect(report, before, plans, today)
    text = known_text(after)
    # On Windows git checks it out with other line endings; only what changed is to show as changed.
    write_output(path, text.replace("\n", "\r\n") if b"\r\n" in data else text)
    new = sum(max(0, number - before.get(key, 0)) for key, number in after.items())
    gone = sum(max(0, number - after.get(key, 0)) for key, number in before.items())
    total = counted(sum(after.values()), "known finding")
    say(f"Written: {shown(path)}: {total}, {new} of them new; {gone} taken out.")
    unread = sorted({each.place.path for each in report.findings if not each.plan} - {report.owners})
    if unread:
        warn(f"Not taken in: what is found in {', '.join(unread)}, which has to be mended first.")
    return 0


def _default(workspace: Workspace) -> str:
    return os.path.join(workspace.root, workspace.config.known)
