"""Compiled templates, kept from one run to the next: to compile them takes longer than to fill them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

import hsplan


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's own cache on the disk. A disk that is full or may not be written costs nothing but the time."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is kept of a template, where its source is still the same."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever a damaged file may raise while it is unpacked
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template: written whole beside, then put in place."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> CompiledTemplates | None:
    """The cache in the user's own folder for such things; None where there is none, where it may not be written, and
    where somebody else may write to it.

    The versions stand in its name, since what Jinja compiles may change with them. `HSPLAN_NO_CACHE` switches it off.
    """
    home = _home()
    if os.environ.get("HSPLAN_NO_CACHE") or not os.path.isabs(home):
        return None
    shared = os.path.join(home, "hsplan")
    folder = os.path.join(shared, f"templates-{hsplan.__version__}-jinja-{_jinja()}")
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
