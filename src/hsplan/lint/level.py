"""Which findings are shown: by how grave they are."""

from __future__ import annotations

from collections.abc import Collection

from hsplan.findings import SEVERITIES
from hsplan.lint.engine import Report


def from_level(report: Report, level: str, failing: Collection[str]) -> Report:
    """The report with the findings that are less grave than `level` only counted. Those of the severities by which the
    run fails (`failing`) are shown all the same: nobody is stopped by what he cannot read."""
    wanted = {*SEVERITIES[: [*SEVERITIES].index(level) + 1], *failing}  # type: ignore[arg-type]
    shown = tuple(each for each in report.findings if each.severity in wanted)
    if len(shown) == len(report.findings):
        return report
    return report._replace(
        findings=shown, lesser=tuple(each for each in report.findings if each.severity not in wanted)
    )
