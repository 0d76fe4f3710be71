"""What may stand in the configuration, and the words for what may not."""

from __future__ import annotations

from typing import Any

from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES, did_you_mean

_LIST = "a list of texts"
_TEXT = "a text"
_DAYS = "a number of days up to 3650 (ten years)"
_PERCENT = "a number of percent up to 100"
_NUMBER = "a number"
_PAIRS = "kinds of changes with levels, as in { renumbered = 'weakened' }"
_MOST = {_DAYS: 3650, _PERCENT: 100}
"""Beyond these a figure is a slip of the hand, and dates could not be reckoned with it."""
_SETTINGS: dict[str, Any] = {
    "plans": _LIST,
    "owners": _TEXT,
    "outside": _LIST,
    "lint": {
        "select": _LIST,
        "ignore": _LIST,
        "fail-on": (*SEVERITIES, "never"),
        "severity": (*SEVERITIES, "off"),
        "known": _TEXT,
        "max-per-lead": _NUMBER,
    },
    "report": {"author": _TEXT, "contact": _TEXT, "wards": _TEXT, "exempt": _TEXT},
    "monitor": {"due-soon": _DAYS, "amber": _DAYS, "red": _DAYS, "tolerance": _PERCENT, "reading-lag": _DAYS},
    # What the kinds and levels of changes are, compare knows, and checks them when they are used.
    "diff": {"levels": _PAIRS, "fail-on": _TEXT},
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
            if not isinstance(value, dict):
                raise HsplanError(f'"{name}" is a section: write it as [{name}].', where=path)
            for rule, severity in value.items():
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
        fine = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST.get(str(wanted), value)
        words = str(wanted)
    elif wanted == _PAIRS:
        fine = isinstance(value, dict) and all(isinstance(level, str) for level in value.values())
        words = _PAIRS
    else:
        fine, words = isinstance(value, str), _TEXT
    if not fine:
        raise HsplanError(f'"{name}" must be {words}.', where=path)


def _suggest(key: str, known: dict[str, Any]) -> str:
    names = [*known, "rules"] if known is _SETTINGS else [*known]  # own_rules looks at those
    return did_you_mean(key, names, "Known here: " + ", ".join(names) + ".")
