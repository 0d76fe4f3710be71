"""The `hsplan` command: which commands there are, and what a run ends with."""

from __future__ import annotations

import gc
import os
import sys

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


_STOPPED = "Stopped; nothing was half written."


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage or a path, 3 a fault of hsplan's own, 130 Ctrl-C."""
    # The cycle collector finds next to nothing here (records hold no cycles) and takes a tenth of a short run.
    gc.disable()
    _use_utf8()
    sys.exit(_run(sys.argv[1:] if arguments is None else arguments))


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
        # The reader of the pipe has seen enough. Python would complain once more at exit when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if type(error).__name__ == "Abort":
            return _say(_STOPPED, 130)
        show = getattr(error, "show", None)
        if show is not None and hasattr(error, "exit_code"):
            show()
            return int(error.exit_code)
        return _say(_own_fault(error), 3)


def _dispatch(arguments: list[str]) -> object:
    from hsplan.cli.parser import app

    return app(arguments, prog_name="hsplan", standalone_mode=False)


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
