"""The command line's parser; only a run with something to parse loads it, since typer takes five interpreter starts."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from hsplan import __version__
from hsplan.cli.app import COMMANDS
from hsplan.cli.quiet import give_quiet
from hsplan.errors import HsplanError


class _Commands(TyperGroup):
    """Commands by name; a command's module is imported only when it runs, since start-up is paid at every commit."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from hsplan.findings import did_you_mean

            mend = did_you_mean(args[0], COMMANDS, "The commands are: " + ", ".join(COMMANDS) + ".")
            raise HsplanError(f'"{args[0]}" is not a command.', mend=mend)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"hsplan.cli.{cmd_name.replace('-', '_')}_command")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        settings = {"help_option_names": ["-h", "--help"]}
        app.command(cmd_name, context_settings=settings, epilog=module.EXAMPLES, help=COMMANDS[cmd_name])(module.run)
        command = typer.main.get_command(app)
        command.short_help = COMMANDS[cmd_name]
        give_quiet(command)
        return command


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExamples:\n  hsplan lint plans/\n  hsplan report plans/west-kent-2010.yaml --output report.html",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hsplan {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", "-V", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """A council's homelessness strategy action plan as one YAML file: checked, listed, reported."""


def run(arguments: list[str]) -> object:
    """Parse the arguments and run the command; what it returns, or the code that it ended with.

    typer's own way to run a command keeps Ctrl-C and a closed pipe to itself; here they go on to whoever calls.
    """
    command = typer.main.get_command(app)
    try:
        with command.make_context("hsplan", arguments) as context:
            return command.invoke(context)
    except typer.Exit as stop:
        return stop.exit_code
