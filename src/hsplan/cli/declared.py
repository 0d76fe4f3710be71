"""What a command takes, as its `run` declares it: `Annotated[str, Option("--as-at", …)]`."""

from __future__ import annotations

from hsplan.frozen import Frozen


class Option(Frozen):
    """An option by its name, with a value or as a switch, as the type that it stands beside says.

    `short` is its one letter ("-o"), `metavar` what help calls the value, `blank` whether an empty value is one, and
    `default` what help says in the place of the true default.
    """

    name: str
    short: str = ""
    metavar: str = ""
    help: str = ""
    blank: bool = True
    default: str = ""


class Argument(Frozen):
    """What stands without an option's name: one word, or any number of them for a list."""

    metavar: str
    help: str


QUIET = Option(
    "--quiet", "-q", help="Print the result alone, without hints and counts; warnings and errors still show."
)
"""What every command takes, also where its `run` does not name it."""
