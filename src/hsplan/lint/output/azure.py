"""Logging commands of Azure Pipelines."""

from __future__ import annotations

from hsplan.findings import Finding
from hsplan.lint.engine import Report
from hsplan.lint.output import concise
from hsplan.lint.output.style import Style
from hsplan.lint.output.summary import summary


def write(report: Report, style: Style) -> str:
    """One command an error or warning; Azure knows nothing less, so notes are plain lines of the log."""
    lines = [
        concise.line(finding, Style()) if finding.severity == "note" else _command(finding, style)
        for finding in report.findings
    ]
    return "\n".join([*lines, summary(report)]) + "\n"


def _command(finding: Finding, style: Style) -> str:
    place = finding.place
    fields = (
        f"type={finding.severity};sourcepath={_property(style.from_top(place.path))};linenumber={place.line};"
        f"columnnumber={place.column};code={_property(f'{finding.rule} {finding.name}')};"
    )
    return f"##vso[task.logissue {fields}]{_data(f'{finding.message} {finding.help}'.rstrip())}"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace("]", "%5D").replace(";", "%3B")
