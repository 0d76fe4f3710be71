"""GitLab's code quality report."""

from __future__ import annotations

from hsplan.lint.engine import Report
from hsplan.lint.output.fingerprint import fingerprints
from hsplan.lint.output.style import Style

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def write(report: Report, style: Style) -> str:
    """A list with one entry a finding, empty where nothing was found."""
    from json import dumps

    entries = [
        {
            "description": f"{finding.message} {finding.help}".rstrip(),
            "check_name": f"{finding.rule} {finding.name}",
            "fingerprint": mark,
            "severity": _SEVERITY[finding.severity],
            "location": {
                "path": style.from_top(finding.place.path),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding, mark in fingerprints(report.findings)
    ]
    return dumps(entries, indent=2, ensure_ascii=False) + "\n"
