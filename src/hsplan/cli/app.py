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
    words, against = _hook_run(arguments)
    if words[:1] == ["lint"] and not any(word.startswith("-") for word in words):
        # The pre-commit hook's own run, at every commit: there is next to nothing to parse.
        from hsplan.cli.linting import LintRequest, check

        return check(LintRequest(paths=tuple(words[1:]), against=against))
    if arguments and arguments[0] in FOR_GIT:
        # git runs them once for each version of a plan, so their start counts too.
        from importlib import import_module

        return import_module(f"hsplan.cli.{arguments[0].replace('-', '_')}_command").run(arguments[1:])
    from hsplan.cli.parser import run

    return run(arguments)


def _hook_run(arguments: list[str]) -> tuple[list[str], str]:
    """The arguments without `--against REV` where they begin with it after the command, and its revision."""
    if arguments[1:2] == ["--against"] and len(arguments) > 2 and not arguments[2].startswith("-") and arguments[2]:
        return [arguments[0], *arguments[3:]], arguments[2]
    return arguments, ""


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
        f"Error: hsplan {__version__} went wrong, and your files are untouched: {what}{where}. "
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
