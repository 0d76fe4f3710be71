"""Plans that stand in two files, as an officer's copy or a synchronised folder makes them: which of the two counts."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from hsplan.errors import HsplanError
from hsplan.workspace.named import id_of

_ID = rb"""["']?id["']?[ \t]*:[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\r\n%s]*))"""
"""The key and its value, as it stands on a line of its own, and among others in braces."""


def plan_id_in(data: bytes) -> str:
    """The plan's id as a file's bytes say it, "" where they say none. The file need not be readable as YAML: a plan in
    which two changes met still is that plan."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    found = re.search(rb"(?:\A|\n)" + _ID % b"", data) or re.search(rb"[{,]\s*" + _ID % b",}", data)
    if not found:
        return ""
    text = found[1] or found[2] or (found[3] or b"").split(b" #")[0]
    return text.decode("utf-8", "replace").strip()


def counting(plan_id: str, paths: Iterable[str]) -> str:
    """The one of the files with a plan's id that counts as the plan: that which is named after the id, else the first
    by name."""
    return min(paths, key=lambda path: (id_of(path) != plan_id, os.path.abspath(path)))


def left_out(ids: Mapping[str, str]) -> dict[str, str]:
    """Of files with their plans' ids: those that do not count, each with the one that counts in its place."""
    by_id: dict[str, list[str]] = {}
    for path, plan_id in ids.items():
        if plan_id:
            by_id.setdefault(plan_id, []).append(path)
    found = {}
    for plan_id, paths in by_id.items():
        if len(paths) > 1:
            first = counting(plan_id, paths)
            found.update({path: first for path in paths if path != first})
    return found


class Copies:
    """The copies among a workspace's plans: `siblings`, all that it has, and `named`, those that a command is about.

    No file is opened for one that is named after its plan and alone has that name; else each is read once.
    """

    def __init__(self, siblings: Sequence[str], named: Sequence[str], bytes_of: Callable[[str], bytes]) -> None:
        self._siblings = siblings
        self._named = named
        self._bytes_of = bytes_of
        self._ids: dict[str, str] = {}

    def among(self, paths: Iterable[str]) -> dict[str, str]:
        """Of these files those that do not count, each with the one that does; by their full paths."""
        return left_out({path: self._plan_id(path) for path in dict.fromkeys(map(os.path.abspath, paths))})

    def counts_instead(self, plan_id: str, path: str) -> str | None:
        """The file that counts as this plan in the place of the one at the path; None where that one counts."""
        if id_of(path) == plan_id and plan_id not in self._same_names:
            return None
        return self._every.get(os.path.abspath(path))

    @cached_property
    def _same_names(self) -> frozenset[str]:
        """The file names, without ending, that several files in different folders have."""
        found = Counter(map(id_of, {os.path.abspath(path) for path in (*self._siblings, *self._named)}))
        return frozenset(name for name, number in found.items() if number > 1)

    @cached_property
    def _every(self) -> dict[str, str]:
        return {**self.among(self._siblings), **self.among(self._named)}

    def _plan_id(self, path: str) -> str:
        if path not in self._ids:
            try:
                self._ids[path] = plan_id_in(self._bytes_of(path))
            except HsplanError:
                self._ids[path] = ""  # whoever reads it is told why
        return self._ids[path]
