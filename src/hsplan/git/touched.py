"""The commit that last changed some files: where a report says that it comes from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.git.command import call
from hsplan.git.settings import top_folder


class Touched(Frozen):
    """The last commit that changed any of some files, its author's day, and whether they differ from it by now."""

    commit: str
    date: date
    changed: bool


def last_touched(paths: Sequence[str], revision: str = "HEAD") -> Touched | None:
    """The last commit up to a revision that changed any of the files; the first is the one that it is about.

    None where there is no git or no repository, where the first file was never committed, and in a shallow copy whose
    commits do not go back so far: git would name the oldest one that it has. What stands on the disk counts only
    against HEAD. A file outside of the repository is passed over.
    """
    real = [os.path.realpath(path) for path in paths]
    folder = os.path.dirname(real[0])
    try:
        real = _inside(real, folder)
        found = call(
            folder, *_LITERAL, "log", "-1", "--format=%H%x00%as%x00%D", "--end-of-options", revision, "--", *real
        )
        fields = found.out.decode("utf-8", "replace").strip().split("\0")
        if found.code or len(fields) < 3 or "grafted" in fields[2].split(", "):
            return None
        state = call(folder, *_LITERAL, *_STATUS, *real) if revision == "HEAD" else None
    except HsplanError:
        return None
    marks = [line for line in state.out.split(b"\0") if line] if state else []
    name = os.fsencode(os.path.basename(real[0]))
    if any(line[:2] in _UNKNOWN and line[3:].rsplit(b"/", 1)[-1] == name for line in marks):
        return None
    return Touched(fields[0], date.fromisoformat(fields[1]), bool(marks))


def _inside(paths: list[str], folder: str) -> list[str]:
    """The paths without those outside of the folder's repository, which git has nothing to say of."""
    if all(path.startswith(folder + os.sep) for path in paths):
        return paths
    top = top_folder(folder) or folder
    return [path for path in paths if path.startswith(os.path.realpath(top).rstrip(os.sep) + os.sep)]


_LITERAL = ("--literal-pathspecs",)
_STATUS = ("status", "--porcelain", "-z", "--untracked-files=all", "--ignored=matching", "--")
_UNKNOWN = (b"??", b"!!")
"""What git puts before a file that it does not keep."""
