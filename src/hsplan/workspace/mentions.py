"""Which plan files name which plans: told from their bytes, since reading 300 plans to find three takes too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.workspace.files import read_bytes

_BEFORE_SLASH = re.compile(rb"[\w.-]+\Z")
_FOLLOWS = re.compile(rb"""\nfollows:[ \t]*["']?([\w.-]+)""")
_LONGEST_ID = 100
"""Bytes before a slash that are looked at; a longer id is not found."""


class Mentions(Frozen):
    """By a plan's id: the ids of the other plans whose files name an action of it (`id/…`), and that follow it."""

    of_actions: dict[str, tuple[str, ...]]
    followers: dict[str, tuple[str, ...]]


def mentions(paths: Mapping[str, str], bytes_of: Callable[[str], bytes] = read_bytes) -> Mentions:
    """Look through files, given by their plans' ids.

    A note that speaks of a plan counts too, so whoever asks has to read what is found. A file that cannot be opened
    names nothing here; whoever reads it is told why.
    """
    of_actions: dict[str, list[str]] = {}
    followers: dict[str, list[str]] = {}
    for plan_id, path in paths.items():
        try:
            data = b"\n" + bytes_of(path)
        except HsplanError:
            continue
        for found, names in ((of_actions, _before_slashes(data)), (followers, _followed(data))):
            for name in names:
                if name in paths and name != plan_id:
                    found.setdefault(name, []).append(plan_id)
    return Mentions(*({name: tuple(ids) for name, ids in found.items()} for found in (of_actions, followers)))


def _followed(data: bytes) -> set[str]:
    at = data.find(b"\nfollows:")
    match = _FOLLOWS.match(data, at) if at >= 0 else None
    return {match[1].decode("ascii", "replace")} if match else set()


def _before_slashes(data: bytes) -> set[str]:
    names = set()
    for piece in data.split(b"/")[:-1]:
        last_word = piece[-_LONGEST_ID:].rsplit(None, 1)[-1:]
        match = _BEFORE_SLASH.search(last_word[0]) if last_word else None
        if match:
            names.add(match[0].decode("ascii", "replace"))
    return names
