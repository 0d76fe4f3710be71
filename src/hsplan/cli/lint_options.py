"""What `hsplan lint` is asked: the files or standard input, the rules, the formats."""

from __future__ import annotations

import os
import sys

from hsplan.cli.formats import format_for
from hsplan.cli.running import choice, open_workspace
from hsplan.errors import HsplanError
from hsplan.findings import command
from hsplan.lint import Selection
from hsplan.lint.output import FORMATS, STATISTICS
from hsplan.lint.rule import Rule
from hsplan.lint.selection import refuse_unknown
from hsplan.workspace import Config, Workspace, configuration

STDIN = "-"


def lint_workspace(
    paths: list[str] | None, stdin_filename: str, at: str = "", *, may_be_empty: bool = False
) -> Workspace:
    """The workspace that the paths stand in, `at` a revision where one is named; for "-" the one of `stdin_filename`,
    with standard input in its place. `may_be_empty`: where no paths are given, no plan need be there.

    Raises HsplanError where standard input is a terminal, where it is not said which plan it is, or where other files
    are named beside it.
    """
    if STDIN not in (paths or []):
        if stdin_filename:
            raise HsplanError('--stdin-filename goes with "-".', mend="Write hsplan lint - --stdin-filename FILE.")
        return open_workspace(paths, at, may_be_empty=may_be_empty)
    if paths != [STDIN]:
        raise HsplanError('"-" (standard input) stands alone.', mend="Check the other plans in a run of their own.")
    if not stdin_filename:
        mend = "Write hsplan lint - --stdin-filename plans/my-plan.yaml."
        raise HsplanError("it is not said which plan standard input is.", mend=mend)
    if sys.stdin is None or sys.stdin.isatty():
        mend = f"Send the plan through a pipe, or name the file: {command('hsplan', 'lint', stdin_filename)}"
        raise HsplanError("standard input is the keyboard, and hsplan would wait for a plan typed there.", mend=mend)
    config, root = configuration([stdin_filename])
    return Workspace.load([stdin_filename], config, root, {stdin_filename: sys.stdin.buffer.read()})


def refuse_stdin(paths: list[str] | None, option: str) -> None:
    """Raise HsplanError where an option that is about files, or about git, is given with standard input."""
    if STDIN in (paths or []):
        raise HsplanError(f'{option} does not go with "-".', mend="Name the plan's file.")


def refuse_at(given: bool, option: str) -> None:
    """Raise HsplanError where an option that writes files is given with --at."""
    if given:
        raise HsplanError(f"{option} writes to the files as they are now.", mend="Leave out --at.")


def refuse_nothing_to_compare(chosen: Selection, select: str, against: str) -> None:
    """Raise HsplanError where all that was selected asks for an earlier version, and none is named."""
    if select and not against and {rule.remembers for rule in chosen.rules()} == {True}:
        raise HsplanError(f"--select: {select} compares with an earlier version.", mend="Add --against HEAD.")


def selection(config: Config, select: str, ignore: str) -> Selection:
    """The rules that the options and the configuration choose, the council's own among them."""
    own: tuple[Rule, ...] = ()
    if config.rules:
        from hsplan.lint.own_rules import make_rules

        own = make_rules(config.rules, config.path)
    # The words of the configuration are looked at first, so that the message can say where they stand.
    refuse_unknown((*config.select, *config.ignore, *(name for name, _ in config.severity)), own, config.path)
    return Selection(_words(select) or config.select, (*config.ignore, *_words(ignore)), config.severity, own)


def output_format(format: str, statistics: bool, output: str = "") -> str:
    """The format asked for, else by the ending of the file, else GitHub's in its workflows, else text."""
    if statistics:
        if format in FORMATS and format not in STATISTICS:
            raise HsplanError(f"--statistics goes with --format {' or '.join(STATISTICS)}.")
        return format_for(format, output, tuple(STATISTICS))
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    return format_for(format, output, tuple(FORMATS), default)


def report_files(reports: list[str], output: str) -> dict[str, str]:
    """The formats of `--report FORMAT=FILE` by file. Raises HsplanError for one that is not written so."""
    files: dict[str, str] = {}
    for report in reports:
        format, equals, path = report.partition("=")
        if not equals or not path:
            raise HsplanError(f'--report: "{report}" is not a format and a file.', mend="Write it as sarif=lint.sarif.")
        choice("--report", format, tuple(FORMATS))
        if os.path.abspath(path) in [os.path.abspath(other) for other in (*files, *([output] if output else []))]:
            raise HsplanError("two results cannot go to one file.", where=path)
        files[path] = format
    return files


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
