"""What is found in a plan, before anybody weighs it: by the format and by the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsplan.document import Document
from hsplan.findings import Finding, brief, one_line, tellable
from hsplan.lint.rule import Rule, View
from hsplan.schema import FileKind, explain, valid


def format_faults(document: Document, kind: FileKind) -> list[Finding]:
    """What the format check finds in a file; [] where nothing could be read."""
    return [] if document.root is None or valid(document.root, kind) else explain(document, kind)


def found_by(rules: Iterable[Rule], view: View) -> Iterator[Finding]:
    """What the rules find in a plan, weighed, each finding with its plan and, of an action, that one's id."""
    plan_id, life = view.plan.id, view.life
    for rule in rules:
        if rule.plan_check:
            for finding in rule.plan_check(view):
                yield weighed(finding, rule, plan_id, life)
        elif rule.wording_check:
            for wording in view.wordings:
                for finding in rule.wording_check(wording, view):
                    yield weighed(finding, rule, plan_id, life, wording.state.action.id)
        elif rule.action_check:
            for state in rule.among(view) if rule.among else view.having(rule.keys):
                for finding in rule.action_check(state, view):
                    yield weighed(finding, rule, plan_id, life, state.action.id)


def weighed(finding: Finding, rule: Rule, plan_id: str, life: str, action: str = "") -> Finding:
    """A finding as it is told: with its rule, how grave that is in the plan's life, plan and action, and no longer than
    anybody reads."""
    _, message, place, help, plan, own, related, _, _, proposed, unless = finding
    severity = rule.severity
    if life == "draft" and rule.in_draft:
        severity = rule.in_draft
    elif life == "closed" and not rule.lasting:
        severity = "note"
    if not tellable(message + help):
        message, help = brief(one_line(message)), brief(one_line(help))
    return Finding(
        rule.name, message, place, help, plan or plan_id, action or own, related, rule.code, severity, proposed, unless
    )
