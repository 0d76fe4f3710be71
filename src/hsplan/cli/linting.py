"""What `hsplan lint` does, once it is known what is asked. Knows no parser, so the hook's plain run loads none."""

import os
import sys
from datetime import date
from typing import NamedTuple

from hsplan.cli.lint_known import without_known, write_known_findings
from hsplan.cli.lint_options import lint_workspace, output_format, refuse_stdin, report_files, selection
from hsplan.cli.running import as_at_date, choice, refuse_source, use_colour
from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES
from hsplan.lint import Report, Selection, lint
from hsplan.lint.output import FORMATS, STATISTICS, Style
from hsplan.workspace import Workspace, append_output, write_outputs


class LintRequest(NamedTuple):
    """The options of a run, as they were given; "" and False where they were not."""

    paths: tuple[str, ...] = ()
    as_at: str = ""
    format: str = ""
    report: tuple[str, ...] = ()
    statistics: bool = False
    select: str = ""
    ignore: str = ""
    fail_on: str = ""
    show_accepted: bool = False
    fix: bool = False
    diff: bool = False
    known: str = ""
    write_known: bool = False
    stdin_filename: str = ""
    output: str = ""
    color: str = "auto"


def check(asked: LintRequest) -> int:
    """Check the plans and print or write what was found; returns the exit code."""
    name, files = output_format(asked.format, asked.statistics), report_files(list(asked.report), asked.output)
    if asked.diff and not asked.fix:
        raise HsplanError("--diff goes with --fix.", mend="Write hsplan lint --fix --diff.")
    paths = list(asked.paths)
    workspace = lint_workspace(paths, asked.stdin_filename)
    threshold = choice("--fail-on", asked.fail_on or workspace.config.fail_on, (*SEVERITIES, "never"))
    style = Style(use_colour(asked.color, asked.output), asked.show_accepted, threshold)
    day, chosen = as_at_date(asked.as_at), selection(workspace.config, asked.select, asked.ignore)
    changes = ""
    if asked.fix:
        if not asked.diff:
            refuse_stdin(paths, "--fix")
        workspace, changes = _mend(workspace, day, chosen, write=not asked.diff)
    found = lint(workspace, day, chosen, past=day < today())
    if asked.write_known:
        refuse_stdin(paths, "--write-known")
        return write_known_findings(workspace, found, asked.known, whole=not paths)
    found = without_known(workspace, found, asked.known, whole=not paths)
    texts = {path: FORMATS[kind](found, style._replace(colour=False)) for path, kind in files.items()}
    text = changes if asked.diff else (STATISTICS if asked.statistics else FORMATS)[name](found, style)
    _deliver(text, asked.output, texts)
    if name == "github":
        _step_summary(found, style)
    return int(any(style.fails(finding.severity) for finding in found.findings))


def _mend(workspace: Workspace, day: date, chosen: Selection, *, write: bool) -> tuple[Workspace, str]:
    """The workspace as it is mended, and the changes as a diff. Files are written whole, all of them or none."""
    from hsplan.lint.fix import difference, fix, mended_text
    from hsplan.lint.output.summary import count

    fixed = [each for each in fix(workspace, day, chosen) if each.mended]
    if write:
        write_outputs({os.path.realpath(each.path): mended_text(each) for each in fixed})
    number = sum(len(each.mended) for each in fixed)
    done = "Mended" if write else "Would be mended"
    print(f"{done}: {count(number, 'finding')} in {count(len(fixed), 'file')}.", file=sys.stderr)
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
        print(f"Written: {path}", file=sys.stderr)


def _step_summary(report: Report, style: Style) -> None:
    """The findings as a table on the page of the GitHub job, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            append_output(path, FORMATS["markdown"](report, style))
        except HsplanError as error:
            print(f"Warning: {error}", file=sys.stderr)
