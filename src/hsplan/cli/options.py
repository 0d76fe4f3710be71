"""Options that several commands share, each written once."""

from typing import Annotated

from hsplan.cli.declared import QUIET, Argument, Option
from hsplan.cli.running import (
    as_at_date,
    choice,
    deliver,
    lint_line,
    open_workspace,
    readable,
    use_colour,
)

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
    Argument(metavar="[PLANS]...", help="Plan ids, files or folders; none: the plans of the configuration."),
]
AsAt = Annotated[str, Option("--as-at", metavar="DATE", help="Judge as at this day (YYYY-MM-DD); default: today.")]


At = Annotated[
    str,
    Option(
        "--at",
        metavar="REV",
        blank=False,
        help="Read the plans as git has them at this revision; --as-at chooses the day.",
    ),
]
Against = Annotated[
    str,
    Option(
        "--against",
        metavar="REV",
        blank=False,
        help="Find what plans take back since HEAD, or since this branch and HEAD parted.",
    ),
]
Output = Annotated[str, Option("--output", "-o", metavar="FILE", help="Write to a file instead of the screen.")]
Quiet = Annotated[bool, QUIET]
Color = Annotated[str, Option("--color", metavar="WHEN", help="auto, always or never.")]
