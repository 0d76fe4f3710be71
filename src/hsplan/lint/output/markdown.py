"""A table in Markdown, for a pull request or the summary of a GitHub job."""

from __future__ import annotations

from hsplan.findings import SEVERITIES, Finding
from hsplan.findings.markdown import as_markdown
from hsplan.lint.engine import Report
from hsplan.lint.output.style import Style
from hsplan.lint.output.summary import summary

ROWS = 1000
"""As many as GitHub shows in a summary, which holds a mebibyte at most."""


def write(report: Report, style: Style) -> str:
    """The summary line, then the findings, worst first."""
    ordered = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    parts = ["## hsplan lint", as_markdown(summary(report))]
    if ordered:
        rows = [_row(finding) for finding in ordered[:ROWS]]
        parts.append("\n".join(["| Where | | Rule | What, and how to mend it |", "|---|---|---|---|", *rows]))
    if len(ordered) > ROWS:
        parts.append(f"{len(ordered) - ROWS} more are not shown here.")
    return "\n\n".join(parts) + "\n"


def _row(finding: Finding) -> str:
    words = as_markdown(f"{finding.message} {finding.help}".rstrip())
    place = f"{finding.place.path}:{finding.place.line}"
    return f"| {as_markdown(place)} | {finding.severity} | {finding.rule} {finding.name} | {words} |"
