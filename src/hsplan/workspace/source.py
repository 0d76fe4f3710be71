"""Where a workspace's files are read from: the disk, or what once stood there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from hsplan.errors import HsplanError
from hsplan.workspace import files

ENDINGS = (".yaml", ".yml")
"""What the files of plans and owners lists end with."""


class Source(Protocol):
    """Files by their paths. `revision` is "" for the disk as it is now; `when` is what messages add: ` at v1`."""

    revision: str
    when: str

    def is_file(self, path: str) -> bool:
        """Whether a file stands at a path."""
        ...

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands at a path."""
        ...

    def matching(self, root: str, patterns: Iterable[str]) -> list[str]:
        """The files under a root that match the patterns, sorted, each once, as full paths."""
        ...

    def yaml_files(self, folder: str) -> list[str]:
        """The YAML files of a folder, sorted."""
        ...

    def read(self, path: str) -> bytes:
        """A file's bytes. Raises HsplanError where there is none."""
        ...


class Disk:
    """The files as they are now."""

    revision = ""
    when = ""

    def is_file(self, path: str) -> bool:
        return os.path.isfile(path)

    def is_folder(self, path: str) -> bool:
        return os.path.isdir(path)

    def matching(self, root: str, patterns: Iterable[str]) -> list[str]:
        return files.matching(root, patterns)

    def yaml_files(self, folder: str) -> list[str]:
        return files.yaml_files(folder)

    def read(self, path: str) -> bytes:
        return files.read_bytes(path)


DISK = Disk()


class Snapshot:
    """Files as they stood at `revision`, by their full paths; whatever else the disk holds now is not there."""

    def __init__(self, revision: str, contents: Mapping[str, bytes]) -> None:
        self.revision = revision
        self.when = f" at {revision}"
        self._contents = contents

    def is_file(self, path: str) -> bool:
        return os.path.abspath(path) in self._contents

    def is_folder(self, path: str) -> bool:
        inside = os.path.abspath(path).rstrip(os.sep) + os.sep
        return any(name.startswith(inside) for name in self._contents)

    def matching(self, root: str, patterns: Iterable[str]) -> list[str]:
        found = dict.fromkeys(
            name for pattern in patterns for name in sorted(self._contents) if fits(name, root, pattern)
        )
        return list(found)

    def yaml_files(self, folder: str) -> list[str]:
        here = os.path.abspath(folder)
        names = sorted(os.path.basename(name) for name in self._contents if os.path.dirname(name) == here)
        visible = [name for name in names if not name.startswith(".")]
        return [os.path.join(folder, name) for end in ENDINGS for name in visible if name.endswith(end)]

    def read(self, path: str) -> bytes:
        found = self._contents.get(os.path.abspath(path))
        if found is not None:
            return found
        if self.is_folder(path):
            raise HsplanError(f"was a folder{self.when}, not a file", where=path)
        raise HsplanError(f"there is no such file or folder{self.when}", where=path, mend=self._near(path))

    def _near(self, path: str) -> str:
        from hsplan.findings import did_you_mean

        folder, name = os.path.split(path)
        here = os.path.abspath(folder)
        beside = [os.path.basename(each) for each in self._contents if os.path.dirname(each) == here]
        later = "It stands there now, so it came later or was called otherwise." if os.path.exists(path) else ""
        return later or did_you_mean(name, beside)


def fits(path: str, root: str, pattern: str) -> bool:
    """Whether a full path matches a pattern of the configuration, read as `glob` reads it: `*` passes over names that
    begin with a full stop, and `**` stands for any number of folders."""
    wanted = os.path.relpath(os.path.join(root, pattern), root).replace(os.sep, "/")
    return _fit(os.path.relpath(path, root).replace(os.sep, "/").split("/"), wanted.split("/"))


def _fit(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    from fnmatch import fnmatch

    if not wanted:
        return not parts
    if wanted[0] == "**":
        return _fit(parts, wanted[1:]) or (bool(parts) and not parts[0].startswith(".") and _fit(parts[1:], wanted))
    hidden = bool(parts) and parts[0].startswith(".") and not wanted[0].startswith(".")
    return bool(parts) and not hidden and fnmatch(parts[0], wanted[0]) and _fit(parts[1:], wanted[1:])
