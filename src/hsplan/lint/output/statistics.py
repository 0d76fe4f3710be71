"""How often each rule found something, instead of the findings themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hsplan.findings import Finding
from hsplan.frozen import Frozen
from hsplan.lint.engine import Report
from hsplan.lint.output.json import counts
from hsplan.lint.output.style import Style
from hsplan.lint.output.summary import summary


class Row(Frozen):
    """One rule: how many of its findings are shown, stand accepted, and are known."""

    rule: str
    name: str
    found: int
    accepted: int
    known: int
    files: int
    """Files with a finding that is shown."""


def rows(report: Report) -> list[Row]:
    """The rules that found anything, the commonest first."""
    found, known = _by_rule(report.findings), _by_rule(report.known)
    accepted = _by_rule(finding for finding, _ in report.accepted)
    files = Counter(rule for rule, _ in {((each.rule, each.name), each.place.path) for each in report.findings})
    every = [
        Row(*rule, found[rule], accepted[rule], known[rule], files[rule]) for rule in {**found, **accepted, **known}
    ]
    return sorted(every, key=lambda row: (-row.found, row.rule))


def _by_rule(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.name) for finding in findings)


def text(report: Report, style: Style) -> str:
    """A table, and the summary line."""
    lines = [f"{'Found':>8}{'Accepted':>10}{'Known':>7}{'Files':>7}"]
    for row in rows(report):
        figures = f"{row.found:>8}{row.accepted:>10}{row.known:>7}{row.files:>7}"
        lines.append(f"{figures}  {row.rule} {row.name}")
    return "\n".join([*(lines if len(lines) > 1 else []), summary(report)]) + "\n"


def json(report: Report, style: Style) -> str:
    """`{"schema": 1, "as_at", "statistics": […], "summary": {…}}`, by schema/lint-statistics.schema.json."""
    from json import dumps

    entries = [
        {
            "rule": row.rule,
            "name": row.name,
            "found": row.found,
            "accepted": row.accepted,
            "known": row.known,
            "files": row.files,
        }
        for row in rows(report)
    ]
    content = {"schema": 1, "as_at": report.as_at.isoformat(), "statistics": entries, "summary": counts(report)}
    return dumps(content, indent=2, ensure_ascii=False) + "\n"
