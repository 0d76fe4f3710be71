"""The command line: one module a command, loaded only when it is asked for."""

from hsplan.cli.app import main

__all__ = ["main"]
