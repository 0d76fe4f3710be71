"""Findings for programs; the shape is published in schema/lint.schema.json."""

from __future__ import annotations

from typing import Any

from hsplan.findings import SEVERITIES, Finding
from hsplan.lint.engine import Report
from hsplan.lint.output.style import Style


def write(report: Report, style: Style) -> str:
    """`{"schema": 1, "as_at", "findings": […], "accepted": […], "summary": {…}}`."""
    from json import dumps

    content = {
        "schema": 1,
        "as_at": report.as_at.isoformat(),
        "findings": [_finding(finding) for finding in report.findings],
        "accepted": [{**_finding(finding), "reason": reason} for finding, reason in report.accepted],
        "summary": counts(report),
    }
    return dumps(content, indent=2, ensure_ascii=False) + "\n"


def counts(report: Report) -> dict[str, int]:
    """The summary in figures; they are of all that was found, at whatever level it is shown."""
    found = (*report.findings, *report.lesser)
    return {
        "plans": report.plans,
        "actions": report.actions,
        **{f"{each}s": sum(1 for finding in found if finding.severity == each) for each in SEVERITIES},
        "accepted": len(report.accepted),
        "known": len(report.known),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "plan": finding.plan,
        "action": finding.action,
    }
