"""Plans that stand in two files, as an officer's copy or a synchronised folder makes them: which of the two counts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

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
