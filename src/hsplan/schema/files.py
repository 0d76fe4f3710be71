"""Where the shipped files stand: at the top of a source checkout, inside the package once installed."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def schema_folder() -> Path:
    """The folder of the published JSON Schemas."""
    return _path("schema")


def templates_folder() -> Path:
    """The folder of the report templates."""
    return _path("templates")


def shipped(name: str) -> str:
    """The path of a folder of shipped files: "schema" or "templates"."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "_shipped", name)
    # An editable install points into src/ of a checkout, so the top of the repository is two folders up there too.
    return os.path.realpath(installed if os.path.isdir(installed) else os.path.join(package, "..", "..", name))


def _path(name: str) -> Path:
    # pathlib is loaded here, since a lint run or a report, which need no such path, should not pay for it.
    from pathlib import Path

    return Path(shipped(name))
