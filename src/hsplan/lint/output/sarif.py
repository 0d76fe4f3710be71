"""SARIF 2.1.0, for code scanning and whatever else reads it."""

from __future__ import annotations

from typing import Any

from hsplan import __version__
from hsplan.findings import Finding, Place
from hsplan.lint.engine import Report
from hsplan.lint.output.fingerprint import fingerprints
from hsplan.lint.output.style import Style
from hsplan.lint.pages import markdown, text
from hsplan.lint.rule import Rule, summary_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(report: Report, style: Style) -> str:
    """One run; `results` is an empty list where nothing was found. What stands accepted comes with `show_accepted`,
    as suppressed results, since some readers take no notice of the suppression."""
    from json import dumps

    accepted = report.accepted if style.show_accepted else ()
    reasons: list[str | None] = [None] * len(report.findings) + [reason for _, reason in accepted]
    found = (*report.findings, *(finding for finding, _ in accepted))
    codes = {finding.rule for finding in found}
    rules = [rule for rule in report.rules if rule.code in codes]
    index = {rule.code: number for number, rule in enumerate(rules)}
    results = [
        _result(finding, mark, index[finding.rule], reason, style)
        for (finding, mark), reason in zip(fingerprints(found), reasons, strict=True)
    ]
    driver = {"name": "hsplan", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary_of(rule)},
        "help": {"text": text(rule), "markdown": markdown(rule)},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, mark: str, index: int, reason: str | None, style: Style) -> dict[str, Any]:
    related = [{**_location(each.place, style), "message": {"text": each.message}} for each in finding.related]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{finding.message} {finding.help}".rstrip()},
        "locations": [_location(finding.place, style)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"hsplan/v1": mark},
        **({"suppressions": [{"kind": "inSource", "justification": reason}]} if reason is not None else {}),
        "properties": {"plan": finding.plan, "action": finding.action},
    }


def _location(place: Place, style: Style) -> dict[str, Any]:
    from urllib.parse import quote

    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    path = style.from_top(place.path)
    if path.startswith("/") or path[1:2] == ":":
        where = {"uri": "file:///" + quote(path.lstrip("/"), safe="/:")}
    else:
        where = {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": where, "region": region}}
