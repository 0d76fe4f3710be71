"""`hsplan report`."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Annotated

import typer

from hsplan.cli.options import AsAt, Output, as_at_date, choice, deliver, open_workspace
from hsplan.errors import HsplanError
from hsplan.lint import lint
from hsplan.monitor import assess
from hsplan.workspace import Workspace
from hsplan.workspace.files import shown

EXAMPLES = (
    "\b\nExamples:\n  hsplan report plans/west-kent-2010.yaml --as-at 2011-06-30 --output report.html\n"
    "  hsplan report west-kent-2010 --format md"
)


def run(
    plans: Annotated[list[str] | None, typer.Argument(metavar="PLAN", help="A plan's file or its id.")] = None,
    as_at: AsAt = "",
    format: Annotated[
        str, typer.Option("--format", help="html or md; default: by the ending of FILE, else html.")
    ] = "",
    audience: Annotated[str, typer.Option("--audience", help="public, or internal: internal notes too.")] = "public",
    output: Output = "",
) -> int:
    shape = choice("--format", format or _by_ending(output), ("html", "md"))
    choice("--audience", audience, ("public", "internal"))
    day = as_at_date(as_at)
    workspace, path = _find(plans or [])
    loaded = workspace.read(path)
    if loaded.plan is None:
        raise HsplanError("cannot be read.", where=loaded.document.path, mend=f'"hsplan lint {path}" says why.', code=1)
    # Jinja is loaded with these two, so they wait until there is something to report.
    from hsplan.report import report_context
    from hsplan.report.render import render

    state = assess(loaded.plan, loaded.owners, day, workspace.config.thresholds)
    report = report_context(state, audience, workspace.carried_into(loaded.plan, day))  # type: ignore[arg-type]
    text = render(report, shape)  # type: ignore[arg-type]
    _warn_of_errors(path, day)
    deliver(text, output)
    return 0


def _by_ending(output: str) -> str:
    return "md" if output.lower().endswith((".md", ".markdown")) else "html"


def _find(plans: list[str]) -> tuple[Workspace, str]:
    """The workspace and the file of the one plan that is named by its file or its id."""
    if len(plans) != 1:
        what = "no plan is named" if not plans else f"{len(plans)} plans are named"
        raise HsplanError(
            f"{what}; a report is about one.", mend="Name one plan: hsplan report plans/west-kent-2010.yaml"
        )
    name = plans[0]
    if os.path.isdir(name):
        raise HsplanError("is a folder; a report is about one plan.", where=name, mend="Name one plan in it.")
    if os.path.isfile(name) or name.endswith((".yaml", ".yml")) or "/" in name or os.sep in name:
        return open_workspace([name]), name
    workspace = open_workspace(None)
    return workspace, workspace.path_of(name)


def _warn_of_errors(path: str, as_at: date) -> None:
    """One line on stderr where the plan has errors: what cannot be read is missing from the report."""
    found = lint(open_workspace([path]), as_at).findings
    errors = sum(1 for finding in found if finding.severity == "error")
    if errors:
        number = "1 error" if errors == 1 else f"{errors} errors"
        lint_it = f'"hsplan lint {shown(path)}"'
        print(
            f"Warning: the plan has {number}, so the report may lack something; {lint_it} says what.", file=sys.stderr
        )
