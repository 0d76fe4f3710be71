"""Where the shipped files stand: at the top of a source checkout, inside the package once installed."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def schema_folder() -> Path:
    """The folder of the published JSON Schemas."""
    return _shipped("schema")


def templates_folder() -> Path:
    """The folder of the report templates."""
    return _shipped("templates")


def _shipped(name: str) -> Path:
    # pathlib is loaded here, since a lint run, which needs neither folder, should not pay for it.
    from pathlib import Path

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "_shipped", name)
    # An editable install points into src/ of a checkout, so the top of the repository is two folders up there too.
    return Path(installed if os.path.isdir(installed) else os.path.join(package, "..", "..", name)).resolve()
