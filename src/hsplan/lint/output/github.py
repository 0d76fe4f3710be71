"""Annotations for GitHub: worst first, since it shows only ten of each kind."""

from __future__ import annotations

from hsplan.findings import SEVERITIES, Finding, workflow_command
from hsplan.lint.engine import Report
from hsplan.lint.output.style import Style
from hsplan.lint.output.summary import summary

_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def write(report: Report, style: Style) -> str:
    """One workflow command a finding, then the summary as plain text."""
    ordered = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return "\n".join([*(_command(finding, style) for finding in ordered), summary(report)]) + "\n"


def _command(finding: Finding, style: Style) -> str:
    place = finding.place
    fields = {"file": style.from_top(place.path), "line": place.line, "endLine": place.end_line, "col": place.column}
    title = {"title": f"{finding.rule} {finding.name}"}
    return workflow_command(_LEVEL[finding.severity], fields | title, f"{finding.message} {finding.help}".rstrip())
