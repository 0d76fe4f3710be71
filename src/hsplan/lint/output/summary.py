"""The last line: how much was checked, what was found, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hsplan.findings import SEVERITIES, Finding, counted, listed
from hsplan.lint.engine import Report


def summary(report: Report) -> str:
    """`2 errors and 3 warnings in 2 plans (88 actions) as at 2013-03-31; 4 findings accepted.`"""
    checked = f"{counted(report.plans, 'plan')} ({counted(report.actions, 'action')}) as at {report.as_at.isoformat()}"
    found = _counts(report.findings) or _none(report.lesser)
    lesser = f"; {_counts(report.lesser)} not shown" if report.lesser else ""
    accepted = f"; {counted(len(report.accepted), 'finding')} accepted" if report.accepted else ""
    known = f"; {counted(len(report.known), 'known finding')} not shown" if report.known else ""
    worst = min(report.findings, key=lambda finding: SEVERITIES.index(finding.severity), default=None)
    rule = worst.rule if worst else ""
    following = f' "hsplan rule {rule}" explains a finding.' if rule else ""
    return f"{found} in {checked}{lesser}{accepted}{known}.{following}"


def _none(lesser: Sequence[Finding]) -> str:
    """ "No error or warning" where only what is less grave was found."""
    worst = min((SEVERITIES.index(finding.severity) for finding in lesser), default=0)
    return f"No {listed(SEVERITIES[:worst], 'or')}" if worst else "Nothing found"


def _counts(findings: Iterable[Finding]) -> str:
    """ "2 errors and 3 warnings", worst first; "" for none."""
    severities = [finding.severity for finding in findings]
    return listed(counted(severities.count(each), each) for each in SEVERITIES if each in severities)
