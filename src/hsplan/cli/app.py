"""The `hsplan` command: which commands there are, and what a run ends with."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from hsplan import __version__
from hsplan.errors import HsplanError

COMMANDS = {
    "lint": "Check plans: owners, deadlines, what is overdue, what must be carried over.",
    "list": "List actions with their dates and positions.",
    "show": "Show one action whole.",
    "status": "Show a plan on one screen, or several in a table.",
    "returns": "Say who has reported for a period, and who has not.",
    "report": "Write the steering group's report.",
    "timescale": "Say how a deadline's wording is read.",
    "rule": "Explain a rule, or list them all.",
    "config": "Show each setting and where it comes from.",
}


class _Commands(TyperGroup):
    """Commands by name; a command's module is imported only when it runs, since start-up is paid at every commit."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, n=1)
            mend = f'Did you mean "{close[0]}"?' if close else "The commands are: " + ", ".join(COMMANDS) + "."
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


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage or a path, 3 a fault of hsplan's own, 130 Ctrl-C."""
    # The cycle collector finds next to nothing here (records hold no cycles) and takes a tenth of a short run.
    gc.disable()
    _use_utf8()
    sys.exit(_run(sys.argv[1:] if arguments is None else arguments))


def _run(arguments: list[str]) -> int:
    try:
        code = app(arguments, prog_name="hsplan", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except HsplanError as error:
        return _say(f"Error: {error}", error.code)
    except (KeyboardInterrupt, typer.Abort):
        return _say("Stopped; nothing was half written.", 130)
    except BrokenPipeError:
        # The reader of the pipe has seen enough. Python would complain once more at exit when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        show = getattr(error, "show", None)
        if show is not None and hasattr(error, "exit_code"):
            show()
            return int(error.exit_code)
        return _say(_own_fault(error), 3)


def _own_fault(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    what = f"{type(error).__name__}: {error}".replace("\n", " ")
    if os.environ.get("HSPLAN_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return (
        f"Error: hsplan {__version__} went wrong, and your files are untouched: {what}{where}. "
        "Please report this line with what you ran; HSPLAN_DEBUG=1 shows more."
    )


def _say(text: str, code: int) -> int:
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        return code
    return code


def _use_utf8() -> None:
    """Windows pipes are cp1252 before Python 3.15; a plan's letters go through all the same."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="backslashreplace")
