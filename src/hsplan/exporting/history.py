"""An action's life as git has it: text, JSON, Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from hsplan.compare import Change
from hsplan.exporting.changes_for_programs import change_json
from hsplan.findings import full_stop, one_line
from hsplan.findings.markdown import as_markdown
from hsplan.plan import Action
from hsplan.timescale.days import words


class Told(Protocol):
    """A change with the commit that made it; "" and None where it is not committed yet."""

    @property
    def commit(self) -> str: ...
    @property
    def date(self) -> date | None: ...
    @property
    def change(self) -> Change: ...


class Signed(Told, Protocol):
    """The same with who made it, for those who may know."""

    @property
    def author(self) -> str: ...


def history_text(plan: str, action: Action, events: Sequence[Signed], *, authors: bool) -> str:
    """A line for each day and commit with what changed under it, oldest first."""
    lines = [one_line(f"{plan}/{action.id}  {action.title}")]
    last: tuple[str, str] | None = None
    for each in events:
        if (each.commit, each.change.plan) != last:
            lines += ["", _head(each, authors)]
            last = (each.commit, each.change.plan)
        lines.append(f"  {sentence(each.change, plan, action.id)}")
    if not events:
        lines += ["", "Git has no change to it."]
    return "\n".join(lines) + "\n"


def history_markdown(plan: str, action: Action, events: Sequence[Signed], *, authors: bool) -> str:
    """A heading and a list, oldest first."""
    lines = [f"## {as_markdown(f'{plan}/{action.id} {action.title}')}", ""]
    lines += [
        f"- **{as_markdown(_head(each, authors))}**: {as_markdown(sentence(each.change, plan, action.id))}"
        for each in events
    ]
    return "\n".join(lines if events else [*lines, "Git has no change to it."]) + "\n"


def history_json(plan: str, action: Action, events: Sequence[Signed], *, authors: bool) -> str:
    """`{"schema": 1, "plan", "action", "title", "changes": [{commit, date, author, …}]}`: the change as in a diff,
    with its commit; published in schema/history.schema.json. `author` is null unless asked for."""
    from json import dumps

    changes: list[dict[str, Any]] = [
        {
            "commit": each.commit,
            "date": each.date.isoformat() if each.date else None,
            "author": each.author if authors and each.commit else None,
            **change_json(each.change),
        }
        for each in events
    ]
    content = {"schema": 1, "plan": plan, "action": action.id, "title": action.title, "changes": changes}
    return dumps(content, indent=2, ensure_ascii=False) + "\n"


def _head(event: Signed, authors: bool) -> str:
    if event.date is None:
        return "Not committed yet"
    by = f", {event.author}" if authors else ""
    return f"{words(event.date)}{by} ({event.commit[:8]})"


def sentence(change: Change, plan: str, action: str) -> str:
    """What happened; where it went by another plan or id then, that comes first."""
    here = change.plan == plan and change.id == action
    return full_stop(one_line(change.text if here else f"as {change.plan}/{change.id}: {change.text}"))
