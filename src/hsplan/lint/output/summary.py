"""The last line: how much was checked, what was found, what to do next."""

from __future__ import annotations

from hsplan.findings import SEVERITIES, counted
from hsplan.lint.engine import Report


def summary(report: Report) -> str:
    """`2 errors and 3 warnings in 2 plans (88 actions) as at 2013-03-31; 4 findings accepted.`"""
    checked = f"{counted(report.plans, 'plan')} ({counted(report.actions, 'action')}) as at {report.as_at.isoformat()}"
    counts = [
        counted(number, severity)
        for severity in SEVERITIES
        if (number := sum(1 for finding in report.findings if finding.severity == severity))
    ]
    found = ", ".join(counts[:-1]) + " and " + counts[-1] if len(counts) > 1 else "".join(counts) or "Nothing found"
    accepted = f"; {counted(len(report.accepted), 'finding')} accepted" if report.accepted else ""
    known = f"; {counted(len(report.known), 'known finding')} not shown" if report.known else ""
    worst = min(report.findings, key=lambda finding: SEVERITIES.index(finding.severity), default=None)
    rule = worst.rule if worst else ""
    following = f' "hsplan rule {rule}" explains a finding.' if rule else ""
    return f"{found} in {checked}{accepted}{known}.{following}"
