"""The configuration: `hsplan.toml`, or `[tool.hsplan]` in pyproject.toml, from the folder upwards to git's root."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.monitor import Thresholds
from hsplan.workspace.files import folder_of, upwards
from hsplan.workspace.settings import check_settings

if TYPE_CHECKING:
    from hsplan.workspace.own_rules import OwnRule


class ReportSettings(Frozen):
    """What the head of a report says that no plan knows; "" for what is not said."""

    author: str = ""
    """A post or a team, never a person's name."""
    contact: str = ""
    """Whom to ask, for another format too."""
    wards: str = ""
    exempt: str = ""
    """Why a report is not for publication: the paragraph of Schedule 12A to the Local Government Act 1972."""


class DiffSettings(Frozen):
    """What `hsplan diff` is told: levels by kinds of changes, and the level at which it fails."""

    levels: tuple[tuple[str, str], ...] = ()
    fail_on: str = "never"


class Config(Frozen):
    """The settings in force; `path` is the file that they came from ("" where there is none), `given` those that stand
    in it, by their names with their sections (`lint.fail-on`): whatever is not among them has its default."""

    path: str = ""
    given: frozenset[str] = frozenset()
    plans: tuple[str, ...] = ("plans/*.yaml", "plans/*.yml")
    owners: str = "plans/owners.yaml"
    outside: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    severity: tuple[tuple[str, str], ...] = ()
    known: str = "hsplan-known.toml"
    rules: tuple[OwnRule, ...] = ()
    max_per_lead: int = 15
    """How many open actions one owner may lead before lint says that it is too many."""
    thresholds: Thresholds = Thresholds()
    report: ReportSettings = ReportSettings()
    diff: DiffSettings = DiffSettings()


def configuration(paths: Sequence[str]) -> tuple[Config, str]:
    """The configuration that holds for files or folders (the current folder where none are given), and its root."""
    return load_config(folder_of(paths[0]) if paths else ".")


def load_config(folder: str) -> tuple[Config, str]:
    """The configuration that holds for a folder, and its root: the configuration's folder, else git's, else `folder`.

    Raises HsplanError for a file that cannot be read, an unknown key (with a suggestion) or a value of the wrong kind.
    """
    for place in upwards(folder):
        for name in ("hsplan.toml", "pyproject.toml"):
            path = os.path.join(place, name)
            if os.path.isfile(path) and (table := _table(path)) is not None:
                return _config(path, table), place
        if os.path.exists(os.path.join(place, ".git")):
            return Config(), place
    return Config(), os.path.abspath(folder)


def _table(path: str) -> dict[str, Any] | None:
    """The settings of a file; None where a pyproject.toml has none for hsplan."""
    shared = path.endswith("pyproject.toml")
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise HsplanError(f"cannot be read ({error.strerror})", where=path) from error
    if shared and b"[tool.hsplan" not in data:
        return None
    import tomllib

    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        mend = "Open it in the editor and save it as UTF-8."
        raise HsplanError("is not saved as UTF-8", where=path, mend=mend) from error
    except (ValueError, RecursionError) as error:
        told = isinstance(error, tomllib.TOMLDecodeError)
        what = error if told else "a figure in it is too long, or its brackets stand too deep"
        mend = "Compare it with the example in README.md."
        raise HsplanError(f"is not TOML: {what}", where=path, mend=mend) from error
    if not shared:
        return content
    table = content.get("tool", {}).get("hsplan")
    return table if isinstance(table, dict) else None


def _config(path: str, table: dict[str, Any]) -> Config:
    check_settings(path, table)
    lint = table.get("lint", {})
    diff = table.get("diff", {})
    default = Config()
    return Config(
        path=path,
        given=frozenset(_names(table)),
        plans=_listed(table.get("plans", default.plans)),
        owners=table.get("owners", default.owners),
        outside=_listed(table.get("outside", ())),
        select=_listed(lint.get("select", ())),
        ignore=_listed(lint.get("ignore", ())),
        fail_on=lint.get("fail-on", default.fail_on),
        severity=tuple(sorted(lint.get("severity", {}).items())),
        known=lint.get("known", default.known),
        max_per_lead=lint.get("max-per-lead", default.max_per_lead),
        rules=_own_rules(path, table),
        thresholds=_thresholds(path, table.get("monitor", {})),
        report=ReportSettings(**table.get("report", {})),
        diff=DiffSettings(tuple(sorted(diff.get("levels", {}).items())), diff.get("fail-on", default.diff.fail_on)),
    )


def _names(table: dict[str, Any]) -> Iterator[str]:
    """The settings that a file states, its sections' too."""
    for key, value in table.items():
        if key in _SECTIONS:
            yield from (f"{key}.{inside}" for inside in value)
        else:
            yield key


_SECTIONS = ("lint", "monitor", "report", "diff")


def _listed(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """A list; a single text stands for a list of one."""
    return (value,) if isinstance(value, str) else tuple(value)


def _thresholds(path: str, monitor: dict[str, int]) -> Thresholds:
    found = Thresholds(**{key.replace("-", "_"): value for key, value in monitor.items()})
    if found.amber > found.red:
        raise HsplanError(
            f'"monitor.amber" ({found.amber} days late) comes after "monitor.red" ({found.red}).',
            where=path,
            mend="Set them so that an action is amber before it is red.",
        )
    return found


def _own_rules(path: str, table: dict[str, Any]) -> tuple[OwnRule, ...]:
    if "rules" not in table:
        return ()
    from hsplan.workspace.own_rules import own_rules

    return own_rules(path, table["rules"])
