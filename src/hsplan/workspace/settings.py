"""What may stand in the configuration, and the words for what may not."""

from __future__ import annotations

from typing import Any

from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES

_LIST = "a list of texts"
_TEXT = "a text"
_DAYS = "a number of days"
_PERCENT = "a number of percent"
_NUMBER = "a number"
_SETTINGS: dict[str, Any] = {
    "plans": _LIST,
    "owners": _TEXT,
    "outside": _LIST,
    "lint": {
        "select": _LIST,
        "ignore": _LIST,
        "fail-on": SEVERITIES,
        "severity": (*SEVERITIES, "off"),
        "known": _TEXT,
        "max-per-lead": _NUMBER,
    },
    "monitor": {"due-soon": _DAYS, "amber": _DAYS, "red": _DAYS, "tolerance": _PERCENT, "reading-lag": _DAYS},
}


def check_settings(path: str, table: dict[str, Any]) -> None:
    """Raise HsplanError at the first unknown key or value of the wrong kind; `path` is the file to name."""
    _check_table(path, "", {key: value for key, value in table.items() if key != "rules"}, _SETTINGS)


def _check_table(path: str, section: str, table: dict[str, Any], known: dict[str, Any]) -> None:
    for key, value in table.items():
        name = f"{section}{key}"
        if key not in known:
            raise HsplanError(f'"{name}" is not a setting.', where=path, mend=_suggest(key, known))
        wanted = known[key]
        if isinstance(wanted, dict):
            if not isinstance(value, dict):
                raise HsplanError(f'"{name}" is a section: write it as [{name}].', where=path)
            _check_table(path, f"{name}.", value, wanted)
        elif name == "lint.severity":
            for rule, severity in value.items() if isinstance(value, dict) else ():
                _check_value(path, f"{name}.{rule}", severity, wanted)
        else:
            _check_value(path, name, value, wanted)


def _check_value(path: str, name: str, value: object, wanted: object) -> None:
    if isinstance(wanted, tuple):
        fine, words = value in wanted, "one of " + ", ".join(f'"{word}"' for word in wanted)
    elif wanted == _LIST:
        fine = isinstance(value, str) or (isinstance(value, list) and all(isinstance(entry, str) for entry in value))
        words = _LIST
    elif wanted in (_DAYS, _PERCENT, _NUMBER):
        fine, words = isinstance(value, int) and not isinstance(value, bool) and value >= 0, str(wanted)
    else:
        fine, words = isinstance(value, str), _TEXT
    if not fine:
        raise HsplanError(f'"{name}" must be {words}.', where=path)


def _suggest(key: str, known: dict[str, Any]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else "Known here: " + ", ".join(known) + "."
