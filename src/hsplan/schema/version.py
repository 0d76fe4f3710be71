"""The version of the format that a file is written in."""

from __future__ import annotations

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.schema.table import VERSION
from hsplan.schema.values import figure


def version(document: Document) -> list[Finding]:
    """One finding where the file is written for a newer hsplan, whose rules this one does not know; else none."""
    root = document.root
    stated = root.get("hsplan") if root is not None else None
    number = figure(stated) if isinstance(stated, str) else None
    if root is None or number is None or number <= VERSION:
        return []
    plan = root.get("id")
    message = (
        f"This file is written for a newer hsplan: it says version {stated} of the format, this one reads {VERSION}."
    )
    help = "Install a newer hsplan the way this one was installed, then run it again."
    place = document.value(root, "hsplan")
    return [Finding("future-version", message, place, help, plan=plan if isinstance(plan, str) else "")]
