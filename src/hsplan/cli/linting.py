"""What `hsplan lint` does, once it is known what is asked. Knows no parser, so the hook's plain run loads none."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

from hsplan.cli.lint_known import without_known, write_known_findings
from hsplan.cli.lint_options import (
    lint_workspace,
    output_format,
    refuse_at,
    refuse_nothing_to_compare,
    refuse_stdin,
    report_files,
    selection,
)
from hsplan.cli.quiet import say, warn
from hsplan.cli.running import as_at_date, choice, refuse_source, use_colour
from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES
from hsplan.frozen import Frozen
from hsplan.lint import Report, Selection, lint
from hsplan.lint.level import from_level
from hsplan.lint.output import FORMATS, OF_A_REPOSITORY, STATISTICS, Style
from hsplan.workspace import Workspace, append_output, write_outputs
from hsplan.workspace.files import below_top

if TYPE_CHECKING:
    from hsplan.versions.remembered import Remembered


class LintRequest(Frozen):
    """The options of a run, as they were given; "" and False where they were not."""

    paths: tuple[str, ...] = ()
    as_at: str = ""
    at: str = ""
    against: str = ""
    format: str = ""
    report: tuple[str, ...] = ()
    statistics: bool = False
    select: str = ""
    ignore: str = ""
    level: str = ""
    fail_on: str = ""
    show_accepted: bool = False
    fix: bool = False
    diff: bool = False
    known: str = ""
    write_known: bool = False
    stdin_filename: str = ""
    output: str = ""
    color: str = "auto"
    quiet: bool = False


def check(asked: LintRequest) -> int:
    """Check the plans and print or write what was found; returns the exit code."""
    name = output_format(asked.format, asked.statistics, asked.output)
    files = report_files(list(asked.report), asked.output)
    if asked.diff and not asked.fix:
        raise HsplanError("--diff goes with --fix.", mend="Write hsplan lint --fix --diff.")
    paths = list(asked.paths)
    _refuse_what_git_cannot(asked)
    workspace = lint_workspace(paths, asked.stdin_filename, asked.at, may_be_empty=bool(asked.against))
    threshold = choice("--fail-on", asked.fail_on or workspace.config.fail_on, (*SEVERITIES, "never"))
    level = choice("--level", asked.level or SEVERITIES[-1], SEVERITIES)
    here = "" if OF_A_REPOSITORY.isdisjoint((name, *files.values())) else below_top()
    style = Style(use_colour(asked.color, asked.output), asked.show_accepted, threshold, asked.quiet, here)
    day, chosen = as_at_date(asked.as_at), selection(workspace.config, asked.select, asked.ignore)
    refuse_nothing_to_compare(chosen, asked.select, asked.against)
    changes = ""
    if asked.fix:
        if not asked.diff:
            refuse_stdin(paths, "--fix")
        workspace, changes = _mend(workspace, day, chosen, write=not asked.diff)
    found = lint(workspace, day, chosen, today=today(), remembered=_remembered(workspace, asked, day))

    def now() -> Report | None:
        return lint(workspace, today(), chosen) if day != today() else None

    if asked.write_known:
        refuse_stdin(paths, "--write-known")
        return write_known_findings(workspace, found, asked.known, now, whole=not paths)
    found = without_known(workspace, found, asked.known, now, whole=not paths)
    found = from_level(found, level, [each for each in SEVERITIES if style.fails(each)])
    texts = {path: FORMATS[kind](found, style._replace(colour=False)) for path, kind in files.items()}
    text = changes if asked.diff else (STATISTICS if asked.statistics else FORMATS)[name](found, style)
    _deliver(text, asked.output, texts)
    if name == "github":
        _step_summary(found, style)
    return int(any(style.fails(finding.severity) for finding in found.findings))


def _refuse_what_git_cannot(asked: LintRequest) -> None:
    """Raise HsplanError where an old version was to be written to, or what stands in no file to be compared."""
    if asked.at:
        refuse_at(asked.fix, "--fix")
        refuse_at(asked.write_known, "--write-known")
        refuse_stdin(list(asked.paths), "--at")
    if asked.against:
        refuse_stdin(list(asked.paths), "--against")


def _remembered(workspace: Workspace, asked: LintRequest, day: date) -> Remembered | None:
    """What git remembers, where a revision is given; only then is git loaded, and what compares plans."""
    if not asked.against:
        return None
    from hsplan.versions.against import remembered_by_git

    found = remembered_by_git(workspace, asked.paths, asked.against, day, warn)
    if not workspace.named and (found is None or not found.gone):
        # The hook runs at every commit, in a repository too whose first plan has not been written yet.
        warn(f"No plan matches {', '.join(workspace.config.plans)}, so none was checked.")
    return found


def _mend(workspace: Workspace, day: date, chosen: Selection, *, write: bool) -> tuple[Workspace, str]:
    """The workspace as it is mended, and the changes as a diff. Files are written whole, all of them or none."""
    from hsplan.findings import counted
    from hsplan.lint.fix import difference, fix, mended_text, reasons

    tried = fix(workspace, day, chosen, today=today())
    fixed = [each for each in tried if each.mended]
    if write:
        write_outputs({os.path.realpath(each.path): mended_text(each) for each in fixed})
    number = sum(len(each.mended) for each in fixed)
    done = "Mended" if write else "Would be mended"
    say(f"{done}: {counted(number, 'finding')} in {counted(len(fixed), 'file')}.")
    for line in reasons(tried):
        say(line)
    held = {each.path: each.after.to_bytes() for each in fixed}
    return workspace.holding(held), "".join(difference(each) for each in fixed)


def _deliver(text: str, output: str, files: dict[str, str]) -> None:
    """Print the result or write it, with the other files: all of them whole, or none."""
    files = {**({output: text} if output else {}), **files}
    for path in files:
        refuse_source(path)
    if files:
        write_outputs(files)
    if not output:
        sys.stdout.write(text)
        sys.stdout.flush()
    for path in files:
        say(f"Written: {path}")


def _step_summary(report: Report, style: Style) -> None:
    """The findings as a table on the page of the GitHub job, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            append_output(path, FORMATS["markdown"](report, style))
        except HsplanError as error:
            warn(f"Warning: {error}")
