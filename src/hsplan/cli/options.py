"""Options that several commands share, each written once."""

from typing import Annotated

import typer

from hsplan.cli.quiet import HELP as QUIET
from hsplan.cli.running import (
    as_at_date,
    choice,
    deliver,
    lint_line,
    open_workspace,
    readable,
    use_colour,
)
from hsplan.errors import HsplanError

__all__ = [
    "Against",
    "AsAt",
    "At",
    "Color",
    "Output",
    "Paths",
    "Quiet",
    "as_at_date",
    "choice",
    "deliver",
    "lint_line",
    "open_workspace",
    "readable",
    "use_colour",
]

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PLANS]...", help="Plan ids, files or folders; none: the plans of the configuration."),
]
AsAt = Annotated[
    str, typer.Option("--as-at", metavar="DATE", help="Judge as at this day (YYYY-MM-DD); default: today.")
]


def _not_blank(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    """Raise HsplanError for a blank that was given, as by a variable of a workflow that is not set."""
    source = context.get_parameter_source(parameter.name or "")
    if not value and source is not None and source.name == "COMMANDLINE":
        raise HsplanError(f"{parameter.opts[0]}: no revision is given.", mend=f"Write {parameter.opts[0]} HEAD.")
    return value


At = Annotated[
    str,
    typer.Option(
        "--at",
        metavar="REV",
        callback=_not_blank,
        help="Read the plans as git has them at this revision; --as-at chooses the day.",
    ),
]
Against = Annotated[
    str,
    typer.Option(
        "--against",
        metavar="REV",
        callback=_not_blank,
        help="Find what plans take back since HEAD, or since this branch and HEAD parted.",
    ),
]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the screen.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=QUIET)]
Color = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
