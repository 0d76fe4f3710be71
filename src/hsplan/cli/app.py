"""The `hsplan` command: which commands there are, and what a run ends with."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from hsplan import __version__
from hsplan.errors import HsplanError

if TYPE_CHECKING:
    from typing import Any, NoReturn

COMMANDS = {
    "lint": "Check plans: owners, deadlines, what is overdue, what must be carried over.",
    "list": "List actions with their dates and positions.",
    "show": "Show one action whole.",
    "status": "Show a plan on one screen, or several in a table.",
    "returns": "Say who has reported for a period, and who has not.",
    "report": "Write the steering group's report.",
    "diff": "Say what changed between two versions, and what it promises or takes back.",
    "history": "Tell an action's life, or a plan's course, from git.",
    "timescale": "Say how a deadline's wording is read.",
    "schema": "Let a YAML editor complete this workspace's ids.",
    "rule": "Explain a rule, or list them all.",
    "git-setup": "Let git show and merge plans by what they say.",
    "config": "Show each setting and where it comes from.",
}
FOR_GIT = ("textconv", "merge-driver")
"""Commands that git runs by itself after `git-setup`; people have no use for them."""


_STOPPED = "Stopped; no file is half written."


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage or a path, 3 a fault of hsplan's own, 130 Ctrl-C.

    Without arguments given it is the process that was started for this, and ends it; else it raises SystemExit.
    """
    # The cycle collector finds next to nothing here (records hold no cycles) and takes a tenth of a short run.
    gc.disable()
    _use_utf8()
    if arguments is not None:
        sys.exit(_run(arguments))
    _leave(_run(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End the process at once. Taking apart all that was loaded, object by object, is a twentieth of a short run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run(arguments: list[str]) -> int:
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except HsplanError as error:
        return _say(f"Error: {error}", error.code)
    except KeyboardInterrupt:
        return _say(_STOPPED, 130)
    except BrokenPipeError:
        _drop_stdout()  # the reader of the pipe has seen enough
        return 0
    except OSError as error:
        if error.filename is not None:
            return _say(_own_fault(error), 3)
        _drop_stdout()
        return _say(f"Error: the result cannot be written ({error.strerror or error}).", 2)
    except Exception as error:
        show = getattr(error, "show", None)
        if show is not None and hasattr(error, "exit_code"):
            show()
            return int(error.exit_code)
        return _say(_own_fault(error), 3)


def _dispatch(arguments: list[str]) -> object:
    if arguments and arguments[0] in FOR_GIT:
        # git runs them once for each version of a plan, so their start counts.
        return command_module(arguments[0]).run(arguments[1:])
    if arguments and arguments[0] in COMMANDS:
        from hsplan.cli.straight import straight

        run = command_module(arguments[0]).run
        values = straight(run, arguments[1:])
        if values is not None:
            from hsplan.cli.quiet import call

            return call(run, values)
    from hsplan.cli.parser import run as parse_and_run

    return parse_and_run(arguments)


def command_module(name: str) -> Any:
    """The module of a command, whose `run` is it; loaded only when it is asked for."""
    from importlib import import_module

    return import_module(f"hsplan.cli.{name.replace('-', '_')}_command")


def _drop_stdout() -> None:
    """Let Python not complain once more at exit, when it flushes what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
        f"Error: hsplan {__version__} went wrong: {what}{where}. "
        "Please report this line with what you ran; HSPLAN_DEBUG=1 shows more."
    )


def _say(text: str, code: int) -> int:
    from hsplan.findings.plain import plain

    try:
        print(plain(text), file=sys.stderr, flush=True)
    except OSError:
        return code
    return code


def _use_utf8() -> None:
    """Windows pipes are cp1252 before Python 3.15; a plan's letters go through all the same.

    A stream that was closed before the start is None; then nothing is printed.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="backslashreplace")
