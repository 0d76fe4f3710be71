"""Changes as JSON, as Markdown for a pull request, and as GitHub's annotations."""

from __future__ import annotations

from typing import Any

from hsplan.compare import LEVELS, Change, Comparison, Side, Version
from hsplan.exporting.changes import HEADINGS, head, place, sections, sentence, several_plans, summary, title, told
from hsplan.findings import from_top, workflow_command
from hsplan.findings.markdown import as_markdown


def changes_json(found: Comparison) -> str:
    """`{"schema": 1, "old", "new", "changes": […], "summary": {…}}`; published in schema/diff.schema.json."""
    from json import dumps

    counts = {level: sum(1 for each in found.changes if each.level == level) for level in LEVELS}
    content: dict[str, Any] = {
        "schema": 1,
        "old": _version(found.old),
        "new": _version(found.new),
        "changes": [change_json(each) for each in found.changes],
        "summary": {**counts, "seen": found.seen, "unread": found.unread},
    }
    return dumps(content, indent=2, ensure_ascii=False) + "\n"


def change_json(change: Change) -> dict[str, Any]:
    """One change as plain data."""
    return {
        "kind": change.kind,
        "level": change.level,
        "plan": change.plan,
        "action": change.action,
        "subject": change.subject,
        "id": change.id,
        "title": change.title,
        "sentence": sentence(change),
        "old": _side(change.old),
        "new": _side(change.new),
        "fingerprint": change.fingerprint,
    }


def changes_markdown(found: Comparison) -> str:
    """A heading, then a list for each level; what officers wrote is never taken for Markdown."""
    if not found.changes:
        return f"{as_markdown(summary(found))}\n"
    lines = [f"## {as_markdown(title(found))}", "", as_markdown(summary(found))]
    several = several_plans(found.changes)
    for level, records in sections(found.changes):
        lines += ["", f"### {HEADINGS[level]}", ""]
        for record in records:
            name = f"**{as_markdown(head(record[0], several))}**"
            if len(record) == 1:
                lines.append(f"- {name}: {as_markdown(told(record[0]))}")
            else:
                lines += [f"- {name}", *(f"  - {as_markdown(told(each))}" for each in record)]
    return "\n".join(lines) + "\n"


def changes_github(found: Comparison, here: str = "") -> str:
    """One workflow command a change, worst first, since GitHub shows only ten of each kind; then the count. `here` is
    the current folder as the top of the repository has it, for the paths."""
    return "\n".join([*(_command(each, here) for each in found.changes), summary(found)]) + "\n"


def _command(change: Change, here: str) -> str:
    side = change.new or change.old
    # A line that is gone cannot be annotated in the file as it is now.
    where: dict[str, object] = {"file": from_top(side.path, here)} if side else {}
    if side and change.new:
        where["line"] = side.line
    level = "warning" if change.level == "weakened" else "notice"
    words = sentence(change) if change.new or not side else f"{sentence(change)} It stood in {place(change)}."
    return workflow_command(level, {**where, "title": f"{change.level} {change.kind}"}, words)


def _version(version: Version) -> dict[str, str]:
    return {"name": version.name, "commit": version.commit}


def _side(side: Side | None) -> dict[str, Any] | None:
    return None if side is None else side._asdict()
