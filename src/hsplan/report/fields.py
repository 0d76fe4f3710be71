"""What a template is given, listed from the records themselves, so that the list is always right."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from types import ModuleType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

CONTEXT_VERSION = 1
"""Raised when a field goes or changes its meaning; new fields alone do not raise it."""

_PLAIN = {str: "text", int: "number", float: "number", bool: "true or false", NoneType: "nothing"}
_HEAD = f"""\
What a report's template is given, version {CONTEXT_VERSION}.
Every text is ready to print; "" is a text that does not apply.

report        Report, or with several plans portfolio: Portfolio
outline       a function: outline(["summary", "overdue"], ["whole-plan"]) numbers those sections, then those appendices
css           the style sheet, report.css
large_print   true or false
fragment      true or false: the body alone is wanted
trail         where a page of a site stands: a list of titles with their addresses, "" for the page's own; else empty
page          in action.html.j2, the page of an action in a site: ActionPage; else nothing

A Word template is given report (or portfolio), outline, and the fields of Paper: title, sections, made.
"""


def field_list() -> str:
    """A block for each record, the report's own first: its fields, what kind of thing each is, what it holds."""
    from hsplan.report import action_page, action_records, outline, portfolio_records, records, source, told
    from hsplan.report.charts import bullet, burn_up, slippage, sparkline, status_bar, timeline
    from hsplan.report.word import paper

    rooms = (action_records, records, portfolio_records, action_page, source, told, paper)
    notes = dict(note for room in rooms for note in _notes(room))
    drawn: dict[str, Any] = {}
    for chart in (bullet, burn_up, slippage, sparkline, status_bar, timeline):
        drawn |= vars(chart)
    several = portfolio_records.Portfolio
    waiting: list[Any] = [records.Report, several, outline.Numbered, action_page.ActionPage, paper.Paper]
    blocks, seen = [_HEAD], set()
    while waiting:
        record = waiting.pop(0)
        if record in seen:
            continue
        seen.add(record)
        hints = get_type_hints(record, localns=drawn)
        waiting += [found for hint in hints.values() for found in _records(hint)]
        blocks.append("\n".join(_block(record, hints, notes)) + "\n")
    return "\n".join(blocks)


def _block(record: Any, hints: dict[str, Any], notes: dict[str, str]) -> Iterator[str]:
    yield f"{record.__name__}: {' '.join((record.__doc__ or '').split())}"
    for field in record._fields:
        note = notes.get(f"{record.__name__}.{field}", "")
        yield f"  {field:<14} {_words(hints[field])}{f'. {note}' if note else ''}"


def _words(hint: Any) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, UnionType):
        return " or ".join(_words(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if parts[-1] is Ellipsis:
            return f"list of {_words(parts[0])}"
        return "(" + ", ".join(_words(part) for part in parts) + ")"
    return str(getattr(hint, "__name__", hint))


def _records(hint: Any) -> Iterator[Any]:
    if hasattr(hint, "_fields"):
        yield hint
    for part in get_args(hint):
        yield from _records(part)


def _notes(module: ModuleType) -> Iterator[tuple[str, str]]:
    """The text that stands below a field in the source."""
    for record in ast.parse(inspect.getsource(module)).body:
        if isinstance(record, ast.ClassDef):
            for field, after in zip(record.body, record.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    said = after.value if isinstance(after, ast.Expr) else None
                    if isinstance(said, ast.Constant) and isinstance(said.value, str):
                        yield f"{record.name}.{field.target.id}", " ".join(said.value.split())
