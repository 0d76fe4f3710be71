"""What is found in a plan, before anybody weighs it: by the format and by the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.lint.rule import Rule, View
from hsplan.schema import FileKind, explain, valid


def format_faults(document: Document, kind: FileKind) -> list[Finding]:
    """What the format check finds in a file; [] where nothing could be read."""
    return [] if document.root is None or valid(document.root, kind) else explain(document, kind)


def found_by(rules: Iterable[Rule], view: View) -> Iterator[Finding]:
    """What the rules find in a plan, each finding with its rule's name and, of an action, that one's id."""
    for rule in rules:
        if rule.plan_check:
            for finding in rule.plan_check(view):
                yield finding._replace(name=rule.name)
        elif rule.wording_check:
            for wording in view.wordings:
                for finding in rule.wording_check(wording, view):
                    yield finding._replace(name=rule.name, action=wording.state.action.id)
        elif rule.action_check:
            for state in view.having(rule.keys):
                for finding in rule.action_check(state, view):
                    yield finding._replace(name=rule.name, action=state.action.id)
