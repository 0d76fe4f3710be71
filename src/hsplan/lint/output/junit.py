"""JUnit XML, for whatever shows test results (Azure DevOps, Jenkins)."""

from __future__ import annotations

from hsplan.findings import Finding
from hsplan.lint.engine import Report
from hsplan.lint.output.style import Style


def write(report: Report, style: Style) -> str:
    """A suite a file and a case a finding; only what makes the run fail is a failure, the rest is told as output.

    A file with nothing found is one case that passes.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in report.paths}
    for finding in report.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    failures = sum(style.fails(finding.severity) for finding in report.findings)
    cases = sum(len(found) or 1 for found in by_path.values())
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append(f'<testsuites name="hsplan lint" tests="{cases}" failures="{failures}" errors="0">')
    for path, found in by_path.items():
        failed = sum(style.fails(finding.severity) for finding in found)
        lines.append(
            f'  <testsuite name={_quoted(path)} tests="{len(found) or 1}" failures="{failed}" errors="0" '
            f'skipped="0" time="0" timestamp="{report.as_at.isoformat()}T00:00:00">'
        )
        for finding in found:
            lines += _case(finding, style)
        if not found:
            lines.append(f'    <testcase classname={_quoted(path)} name="Nothing found" time="0"/>')
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _case(finding: Finding, style: Style) -> list[str]:
    place = finding.place
    name = f"{finding.rule} {finding.name}" + (f", action {finding.action}" if finding.action else "")
    text = f"{place}: {finding.severity} {finding.rule} {finding.name}: {finding.message} {finding.help}".rstrip()
    head = f"    <testcase classname={_quoted(place.path)} name={_quoted(name)} line={_quoted(str(place.line))}"
    if style.fails(finding.severity):
        inside = f"<failure type={_quoted(finding.severity)} message={_quoted(finding.message)}>{_text(text)}</failure>"
    else:
        inside = f"<system-out>{_text(text)}</system-out>"
    return [f'{head} time="0">', f"      {inside}", "    </testcase>"]


def _text(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape("".join(character if _legal(character) else "\ufffd" for character in text))


def _quoted(text: str) -> str:
    return '"' + _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;") + '"'


def _legal(character: str) -> bool:
    """Whether XML 1.0 may hold the character."""
    return character in "\t\n\r" or (character >= " " and character not in "\ufffe\uffff" and not _surrogate(character))


def _surrogate(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"
