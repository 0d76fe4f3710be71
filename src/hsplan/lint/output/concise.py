"""One line a finding."""

from __future__ import annotations

from hsplan.findings import Finding, one_line
from hsplan.lint.engine import Report
from hsplan.lint.output.style import Style
from hsplan.lint.output.summary import summary


def line(finding: Finding, style: Style) -> str:
    """`plans/a.yaml:212:15: warning HS310 due-before-plan: what. How to mend it.`"""
    words = f"{finding.message} {finding.help}".rstrip()
    severity = style.paint(finding.severity, finding.severity)
    place = style.paint(str(finding.place), "bold")
    return f"{place}: {severity} {finding.rule} {finding.name}: {words}"


def write(report: Report, style: Style) -> str:
    """All findings, and the summary unless it is to be quiet."""
    lines = [line(finding, style) for finding in report.findings]
    if style.show_accepted:
        lines += [f"{line(finding, style)} Accepted: {one_line(reason)}" for finding, reason in report.accepted]
    if not style.quiet:
        lines.append(summary(report))
    return "".join(f"{each}\n" for each in lines)
