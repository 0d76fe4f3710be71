"""One call to git's own command line."""

from __future__ import annotations

import os
import sys

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen

_SETTINGS = ("-c", "core.quotepath=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""What a user's own configuration must not change in the output that is read here; and no watcher of files that the
repository's settings name is started."""


class Answer(Frozen):
    """What git printed, and its exit code."""

    code: int
    out: bytes
    err: str


def call(folder: str, *arguments: str, given: bytes = b"") -> Answer:
    """Run git in a folder, with bytes on its standard input. No lock is taken, and nothing is fetched.

    Raises HsplanError where git is not installed or the folder is not there.
    """
    import subprocess

    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C", "LANGUAGE": "C"}
    if "GIT_INDEX_FILE" in environment and "GIT_WORK_TREE" not in environment:
        # A hook of a worktree gives only these two, and then git takes the folder it runs in for the top of the tree.
        environment.pop("GIT_DIR", None)
    command = [_program(), "--no-pager", *_SETTINGS, *arguments]
    try:
        done = subprocess.run(command, cwd=folder or ".", env=environment, input=given, capture_output=True)
    except (FileNotFoundError, NotADirectoryError) as error:
        if not os.path.isdir(folder or "."):
            raise HsplanError("there is no such folder", where=folder) from error
        raise HsplanError(
            "git is not installed, or not where programs are looked for (PATH).",
            mend="Install it from https://git-scm.com, then open a new window.",
        ) from error
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def _program() -> str:
    """git as PATH has it. Windows by itself would first run a git.exe that lies in the current folder."""
    if sys.platform != "win32":
        return "git"
    from hsplan.workspace.programs import find_program

    return find_program("git") or "git.exe not on PATH"


def result(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git printed. Raises HsplanError with git's own words where it failed."""
    answer = call(folder, *arguments, given=given)
    if answer.code:
        raise HsplanError(f"git could not answer: {words(answer)}", where=folder)
    return answer.out


def words(answer: Answer) -> str:
    """Why git failed, by the first line that says so."""
    lines = [line for line in answer.err.splitlines() if line.startswith(("fatal:", "error:"))] or [answer.err]
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") or f"exit code {answer.code}"


def path_text(data: bytes) -> str:
    """A path as git has it; bytes that are no UTF-8 (a name from an old Windows disk) are kept as Python keeps them."""
    return data.decode("utf-8", "surrogateescape")
