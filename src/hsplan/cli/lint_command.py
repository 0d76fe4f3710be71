"""`hsplan lint`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from hsplan.cli.options import AsAt, Color, Output, Paths, as_at_date, choice, deliver, open_workspace, use_colour
from hsplan.findings import SEVERITIES, at_least
from hsplan.lint import Selection, lint
from hsplan.lint.output import FORMATS, Style

EXAMPLES = "\b\nExamples:\n  hsplan lint\n  hsplan lint plans/west-kent-2010.yaml --as-at 2011-06-30"


def run(
    paths: Paths = None,
    as_at: AsAt = "",
    format: Annotated[str, typer.Option("--format", help="text, concise, json or github.")] = "",
    select: Annotated[str, typer.Option("--select", metavar="RULES", help="Only these: HS3,lead-missing.")] = "",
    ignore: Annotated[str, typer.Option("--ignore", metavar="RULES", help="All but these.")] = "",
    fail_on: Annotated[str, typer.Option("--fail-on", help="error, warning, note or never.")] = "",
    show_accepted: Annotated[bool, typer.Option("--show-accepted", help="Show accepted findings too.")] = False,
    output: Output = "",
    color: Color = "auto",
) -> int:
    workspace = open_workspace(paths)
    config = workspace.config
    threshold = choice("--fail-on", fail_on or config.fail_on, (*SEVERITIES, "never"))
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    writer = FORMATS[choice("--format", format or default, tuple(FORMATS))]
    selection = Selection(_rules(select) or config.select, (*config.ignore, *_rules(ignore)), config.severity)
    report = lint(workspace, as_at_date(as_at), selection)
    deliver(writer(report, Style(use_colour(color, output), show_accepted)), output)
    failing = threshold != "never" and any(at_least(finding.severity, threshold) for finding in report.findings)  # type: ignore[arg-type]
    return int(failing)


def _rules(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
