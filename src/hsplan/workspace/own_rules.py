"""A council's own rules as hsplan.toml states them: `[[rules]]`."""

from __future__ import annotations

from typing import Any

from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES, Severity, did_you_mean
from hsplan.frozen import Frozen

FIRST = 900
"""The first code, HS900; the others follow in the order of the file."""

_TEXTS = ("name", "field", "message", "reason", "pattern", "forbidden", "severity")
_KEYS = (*_TEXTS, "required")
_NEEDED = ("name", "field", "message", "reason")
_LOOKS = ("pattern", "forbidden", "required")


class OwnRule(Frozen):
    """One rule. `field` is a key of an action, or within it (`progress.note`); with `plan.` before it, of the plan
    (`plan.owners.kind`: of every owner there).

    `required`: the key has to be there; `budget.note` wherever there is a `budget`, and `budget` on every action.
    `pattern`: a regular expression that its text must hold where there is any; `forbidden`: one that it must not.
    `reason` says why the council wants it.
    """

    code: str
    name: str
    field: str
    message: str
    reason: str
    severity: Severity = "warning"
    pattern: str = ""
    forbidden: str = ""
    required: bool = False


def own_rules(path: str, tables: object) -> tuple[OwnRule, ...]:
    """The rules of a configuration. Raises HsplanError, naming the file at `path`, at the first that is wrong."""
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise HsplanError('"rules" is a list of rules: begin each with [[rules]].', where=path)
    rules: list[OwnRule] = []
    for number, table in enumerate(tables):
        rule = _rule(path, f"HS{FIRST + number}", table)
        if rule.name in (each.name for each in rules):
            raise _wrong(path, rule.name, "the name stands twice", "Give one of the two another name.")
        rules.append(rule)
    return tuple(rules)


def _rule(path: str, code: str, table: dict[str, Any]) -> OwnRule:
    name = str(table.get("name", code))
    for key, value in table.items():
        if key not in _KEYS:
            mend = did_you_mean(key, _KEYS, "Known here: " + ", ".join(_KEYS) + ".")
            raise _wrong(path, name, f'"{key}" is not a setting of a rule', mend)
        if not isinstance(value, bool if key == "required" else str) or value == "":
            what = "true or false" if key == "required" else "a text"
            raise _wrong(path, name, f'"{key}" must be {what}')
    for key in _NEEDED:
        if key not in table:
            raise _wrong(path, name, f'"{key}" is missing', "Every rule has name, field, message and reason.")
    if not any(table.get(key) for key in _LOOKS):
        raise _wrong(path, name, "it looks for nothing", "Add required = true, or pattern or forbidden with a text.")
    if not all(part.isalnum() for part in name.split("-")) or name != name.lower() or not name.isascii():
        raise _wrong(path, name, "the name is not one of a rule", 'Write it in small letters, as "budget-named".')
    severity = table.get("severity", "warning")
    if severity not in SEVERITIES:
        raise _wrong(path, name, '"severity" must be one of ' + ", ".join(f'"{word}"' for word in SEVERITIES))
    for key in ("pattern", "forbidden"):
        _check_pattern(path, name, key, table.get(key, ""))
    return OwnRule(code, **table)


def _check_pattern(path: str, name: str, key: str, pattern: str) -> None:
    import re

    try:
        re.compile(pattern)
    except re.error as error:
        what = f'"{key}" cannot be read as a regular expression: {error}'
        raise _wrong(path, name, what, "In TOML, write it in single quotes: '^[A-Z]'.") from error
    if pattern:
        from hsplan.workspace.patterns import repeated_twice

        if again := repeated_twice(pattern):
            what = f'"{key}" has {again}, which repeats what is repeated already: one title can take it hours'
            raise _wrong(path, name, what, "Repeat it in one place only: a+ for (a+)+.")


def _wrong(path: str, name: str, what: str, mend: str = "") -> HsplanError:
    return HsplanError(f'the rule "{name}": {what}', where=path, mend=mend)
