"""Which plan files name which plans: told from their bytes, since reading 300 plans to find three takes too long."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hsplan.errors import HsplanError
from hsplan.workspace.files import read_bytes

_BEFORE_SLASH = re.compile(rb"[\w.-]+\Z")
_FOLLOWS = re.compile(rb"""\nfollows:[ \t]*["']?([\w.-]+)""")
_LONGEST_ID = 100
"""Bytes before a slash that are looked at; a longer id is not found."""


def mentions(paths: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """By a plan's id: the ids of the plans whose files name it, as `id/…` or in `follows:`. `paths` are files by id.

    A note that speaks of a plan counts too, so whoever asks has to read what is found. A file that cannot be opened
    names nothing here; whoever reads it is told why.
    """
    found: dict[str, list[str]] = {}
    for plan_id, path in paths.items():
        try:
            data = read_bytes(path)
        except HsplanError:
            continue
        for name in _named(data):
            if name in paths and name != plan_id:
                found.setdefault(name, []).append(plan_id)
    return {name: tuple(ids) for name, ids in found.items()}


def _named(data: bytes) -> set[str]:
    data = b"\n" + data
    at = data.find(b"\nfollows:")
    follows = _FOLLOWS.match(data, at) if at >= 0 else None
    names = {follows[1].decode("ascii", "replace")} if follows else set()
    for piece in data.split(b"/")[:-1]:
        last_word = piece[-_LONGEST_ID:].rsplit(None, 1)[-1:]
        match = _BEFORE_SLASH.search(last_word[0]) if last_word else None
        if match:
            names.add(match[0].decode("ascii", "replace"))
    return names
