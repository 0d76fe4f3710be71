"""A field's example as it would stand in the file."""

from __future__ import annotations

import re

from hsplan.schema.kinds import Field

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_-]*")


def as_yaml(field: Field) -> str:
    """The field's first example as one line of YAML; "" for what needs more than a line."""
    value = _flow(field.examples[0]) if field.examples else ""
    return f"{field.key}: {value}" if value else ""


def quoted(text: str) -> str:
    """A text as YAML takes it on one line: in double quotes unless it is plain."""
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _flow(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        parts = {key: _flow(entry) for key, entry in value.items() if not isinstance(entry, dict | list)}
        return (
            "{" + ", ".join(f"{key}: {part}" for key, part in parts.items()) + "}" if len(parts) == len(value) else ""
        )
    if isinstance(value, list):
        simple = all(not isinstance(entry, dict | list) for entry in value)
        return "[" + ", ".join(map(_flow, value)) + "]" if simple else ""
    return quoted(str(value))
