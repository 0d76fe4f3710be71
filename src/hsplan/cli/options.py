"""Options that several commands share, each written once."""

from __future__ import annotations

from typing import Annotated

import typer

from hsplan.cli.running import as_at_date, choice, configuration, deliver, open_workspace, readable, use_colour

__all__ = [
    "AsAt",
    "Color",
    "Output",
    "Paths",
    "as_at_date",
    "choice",
    "configuration",
    "deliver",
    "open_workspace",
    "readable",
    "use_colour",
]

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PLANS]...", help="Plan files or folders; none: the plans of the configuration."),
]
AsAt = Annotated[
    str, typer.Option("--as-at", metavar="DATE", help="Judge as at this day (YYYY-MM-DD); default: today.")
]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the screen.")]
Color = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
