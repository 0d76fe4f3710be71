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
    """The cache in the user's own folder for such things; None where there is none, or it may not be written.

    The versions stand in its name, since what Jinja compiles may change with them. `HSPLAN_NO_CACHE` switches it off.
    """
    if os.environ.get("HSPLAN_NO_CACHE"):
        return None
    folder = os.path.join(_home(), "hsplan", f"templates-{hsplan.__version__}-jinja-{_jinja()}")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(folder)


def _home() -> str:
    """Where a program keeps what it can make again (XDG on Linux; the local, not the roaming, folder on Windows)."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")


def _jinja() -> str:
    return str(getattr(jinja2, "__version__", "3"))
