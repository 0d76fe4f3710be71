"""git's own settings: the one module of this room that writes, and only for `git-setup`."""

from __future__ import annotations

import os

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.git.command import call, path_text, words


class Settings(Frozen):
    """The settings of one repository, or with `scope` "--global" those of all of the user's."""

    folder: str
    scope: str

    def values(self, key: str) -> tuple[str, ...]:
        """What is set under a key, several times even; () where nothing is. Raises HsplanError where git cannot say."""
        answer = call(self.folder, "config", self.scope, "-z", "--get-all", key)
        if answer.code not in (0, 1):
            raise HsplanError(f"git could not read its settings: {words(answer)}", where=self.folder)
        return tuple(path_text(answer.out).split("\0")[:-1])

    def put(self, key: str, value: str) -> None:
        """Set a key. Raises HsplanError where git cannot write."""
        self._write("--replace-all", key, value)

    def remove(self, key: str) -> None:
        """Take a key out, and the user's settings file too where nothing is left in it."""
        origin = call(self.folder, "config", self.scope, "-z", "--show-origin", "--get-all", key)
        self._write("--unset-all", key)
        path = path_text(origin.out).split("\0")[0].removeprefix("file:")
        if self.scope == "--global" and os.path.isfile(path) and not os.path.islink(path) and not os.path.getsize(path):
            os.unlink(path)

    def _write(self, *arguments: str) -> None:
        answer = call(self.folder, "config", self.scope, *arguments)
        if answer.code:
            raise HsplanError(f"git could not change its settings: {words(answer)}", where=self.folder)


def top_folder(folder: str) -> str | None:
    """The top of the working tree that a folder stands in; None outside of any."""
    answer = call(folder, "rev-parse", "--show-toplevel")
    return path_text(answer.out).rstrip("\r\n") if answer.code == 0 else None


def attributes_in_force(root: str, paths: list[str]) -> dict[str, dict[str, str]]:
    """What git takes `diff` and `merge` to be for each path, "unspecified" where nothing says."""
    given = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
    answer = call(root, "check-attr", "-z", "--stdin", "diff", "merge", given=given)
    if answer.code:
        raise HsplanError(f"git could not read its attributes: {words(answer)}", where=root)
    tokens = path_text(answer.out).split("\0")
    found: dict[str, dict[str, str]] = {}
    for path, name, value in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
        found.setdefault(path, {})[name] = value
    return found


def attributes_file(folder: str) -> str:
    """The user's own file of attributes, for all repositories: as the settings say, else where git looks by itself.

    A repository's own settings do not count: it must not choose which of the user's files is written to.
    """
    for scope in ("--global", "--system"):
        answer = call(folder, "config", scope, "--includes", "--type=path", "--get", "core.attributesFile")
        if answer.code == 0:
            return path_text(answer.out).rstrip("\r\n")
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(base, "git", "attributes")
