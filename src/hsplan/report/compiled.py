"""Compiled templates, kept from one run to the next: to compile them takes longer than to fill them."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

import hsplan
from hsplan.errors import HsplanError
from hsplan.workspace.output import write_output


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder: a file each, of a line with the checksum of its source and the code.

    A disk that is full or may not be written costs nothing but the time. Jinja's own cache on the disk reads its files
    in small pieces, which takes ten times as long.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is kept of a template, where its source is still the same."""
        try:
            with open(self._path(bucket), "rb") as file:
                checksum, _, code = file.read().partition(b"\n")
            if checksum == bucket.checksum.encode():
                bucket.code = marshal.loads(code)
        except Exception:  # whatever a damaged file may raise while it is unpacked
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template: written whole beside, then put in place."""
        with suppress(HsplanError):
            write_output(self._path(bucket), bucket.checksum.encode() + b"\n" + marshal.dumps(bucket.code))

    def _path(self, bucket: Bucket) -> str:
        return os.path.join(self.folder, f"{bucket.key}.cache")


def compiled_templates() -> CompiledTemplates | None:
    """The cache in the user's own folder for such things; None where there is none, where it may not be written, and
    where somebody else may write to it.

    The versions stand in its name, since what is compiled may change with them. `HSPLAN_NO_CACHE` switches it off.
    """
    home = _home()
    if os.environ.get("HSPLAN_NO_CACHE") or not os.path.isabs(home):
        return None
    shared = os.path.join(home, "hsplan")
    folder = os.path.join(shared, f"templates-{hsplan.__version__}-jinja-{_jinja()}-python-{sys.hexversion:x}")
    try:
        for each in (shared, folder):
            os.makedirs(each, mode=0o700, exist_ok=True)
        return CompiledTemplates(folder) if _is_own(shared) and _is_own(folder) else None
    except OSError:
        return None


def _is_own(folder: str) -> bool:
    """Whether only its owner can put anything there: what is kept there is run. Windows keeps a user's folders so."""
    if sys.platform == "win32":
        return True
    found = os.stat(folder)
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _home() -> str:
    """Where a program keeps what it can make again (XDG on Linux; the local, not the roaming, folder on Windows)."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")


def _jinja() -> str:
    return str(getattr(jinja2, "__version__", "3"))
