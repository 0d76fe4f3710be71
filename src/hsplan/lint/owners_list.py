"""The shared owners list as a file of its own: it is checked once, after the plans that use it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.lint.looking import format_faults
from hsplan.lint.rules.owner_links import (
    owner_circle,
    owner_circles,
    shared_spellings,
    spelling_shared,
    unknown_owners,
)
from hsplan.lint.rules.owners import owner_unknown, owner_unused, unused_owners
from hsplan.plan import Owners
from hsplan.workspace import Workspace


def check_owners_list(
    document: Document, workspace: Workspace, used: set[str], rules: Container[str], *, every_plan_read: bool
) -> Iterator[Finding]:
    """Findings about the owners list by the rules of these names. Who is unused can only be told when every plan was
    read."""
    yield from document.findings
    if document.root is None:
        return
    yield from format_faults(document, "owners")
    owners = Owners(workspace.shared)
    for finding in unknown_owners(document, workspace.shared, owners):
        yield finding._replace(name=owner_unknown.name)
    for finding in owner_circles(document, workspace.shared, owners):
        yield finding._replace(name=owner_circle.name)
    for finding in shared_spellings(document, workspace.shared, owners, ()):
        yield finding._replace(name=spelling_shared.name)
    if "personal-data" in rules:
        from hsplan.lint.rules.personal import told_persons

        for finding in told_persons(document, owners):
            yield finding._replace(name="personal-data")
    if workspace.names_all and every_plan_read:
        for finding in unused_owners(document, workspace.shared, owners, used):
            yield finding._replace(name=owner_unused.name)
