"""The history of the YAML files, in one call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsplan.frozen import Frozen
from hsplan.git.command import path_text, result

_FORMAT = "%x01%H%x00%P%x00%ad%x00%ct%x00%an"
_FIELDS = 4
"""How many more fields stand after the commit's name."""
ABSENT = ""
"""Stands for a blob where the file is not there."""
YAML = (":(top,glob)**/*.yaml", ":(top,glob)**/*.yml")
"""What git is asked about, wherever in the repository it stands."""


class FileChange(Frozen):
    """One file that a commit changed: the blobs before it, one for each parent, and the one after it.

    A blob is "" where the file is not there. `old_path` differs from `path` where git takes it for renamed.
    """

    old_path: str
    path: str
    before: tuple[str, ...]
    after: str


class Commit(Frozen):
    """A commit. `date` is the author's day, `committed` seconds since 1970, by which the commits of a branch go."""

    name: str
    parents: tuple[str, ...]
    date: date
    committed: int
    author: str
    files: tuple[FileChange, ...]


def read_log(root: str, start: str, *, mainline: bool = False) -> list[Commit]:
    """The commits up to `start` that changed a YAML file, newest first, parents never before their children.

    Of a merge, only files that differ from every parent; with `mainline`, each merge against its first parent alone.
    """
    merges = ("-m", "--first-parent") if mainline else ("-c",)
    shape = (f"--format={_FORMAT}", "--date=short", "--raw", "-z", "--no-abbrev", "-M", "--root", "--topo-order")
    # A shallow copy's oldest commits look like roots: every file seems added there, which read_log passes on as it is.
    out = result(root, "log", "--no-ext-diff", *shape, *merges, start, "--", *YAML)
    return list(_commits(out.split(b"\0")))


def _commits(tokens: list[bytes]) -> Iterator[Commit]:
    at = 0
    while at < len(tokens) and tokens[at].startswith(b"\x01"):
        name = tokens[at][1:].decode("ascii")
        parents, day, committed, author = (token.decode("utf-8", "replace") for token in tokens[at + 1 : at + 5])
        at += 1 + _FIELDS
        if at < len(tokens) - 1 and not tokens[at]:
            at += 1  # git ends a merge's fields twice
        files = []
        while at < len(tokens) and tokens[at].lstrip(b"\n").startswith(b":"):
            change, used = _file(tokens, at)
            files.append(change)
            at += used
        yield Commit(name, tuple(parents.split()), date.fromisoformat(day), int(committed), author, tuple(files))


def _file(tokens: list[bytes], at: int) -> tuple[FileChange, int]:
    """One raw line with its paths, and how many tokens it took."""
    line = tokens[at].lstrip(b"\n").decode("ascii")
    count = len(line) - len(line.lstrip(":"))
    fields = line[count:].split()
    blobs = [ABSENT if set(name) == {"0"} else name for name in fields[count + 1 : 2 * count + 2]]
    status = fields[-1]
    path = path_text(tokens[at + 1])
    if count == 1 and status[0] in "RC":
        new = path_text(tokens[at + 2])
        old = path if status[0] == "R" else new
        before = blobs[:1] if status[0] == "R" else [ABSENT]
        return FileChange(old, new, tuple(before), blobs[-1]), 3
    return FileChange(path, path, tuple(blobs[:-1]), blobs[-1]), 2
