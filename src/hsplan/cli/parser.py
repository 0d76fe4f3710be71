"""The command line's parser, typer: for help, for what is wrong, and for all that straight.py leaves to it."""

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from hsplan import __version__
from hsplan.cli.app import COMMANDS, command_module
from hsplan.cli.declared import Argument, Option
from hsplan.cli.quiet import call
from hsplan.cli.straight import parameters
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
        module = command_module(cmd_name)
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        settings = {"help_option_names": ["-h", "--help"]}
        app.command(cmd_name, context_settings=settings, epilog=module.EXAMPLES, help=COMMANDS[cmd_name])(
            _for_typer(module.run)
        )
        command = typer.main.get_command(app)
        command.short_help = COMMANDS[cmd_name]
        return command


def _for_typer(run: Callable[..., object]) -> Callable[..., object]:
    """The command as typer wants it: each option and argument declared in its own words."""
    defaults = {name: each.default for name, each in signature(run).parameters.items()}
    taken = [
        Parameter(
            each.name,
            Parameter.KEYWORD_ONLY,
            default=defaults.get(each.name, False),
            annotation=Annotated[each.kind, _declared(each.declared)],
        )
        for each in parameters(run)
    ]

    def command(**values: Any) -> object:
        return call(run, values)

    command.__signature__ = Signature(taken)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in taken}
    return command


def _declared(each: Option | Argument) -> Any:
    if isinstance(each, Argument):
        return typer.Argument(metavar=each.metavar, help=each.help)
    spelt = (each.name, each.short) if each.short else (each.name,)
    return typer.Option(
        *spelt,
        metavar=each.metavar or None,
        help=each.help,
        callback=None if each.blank else _not_blank,
        show_default=each.default or True,
    )


def _not_blank(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    """Raise HsplanError for a blank that was given, as by a variable of a workflow that is not set."""
    source = context.get_parameter_source(parameter.name or "")
    if not value and source is not None and source.name == "COMMANDLINE":
        raise HsplanError(f"{parameter.opts[0]}: no revision is given.", mend=f"Write {parameter.opts[0]} HEAD.")
    return value


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
