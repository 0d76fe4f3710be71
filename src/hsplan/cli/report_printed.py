"""`hsplan report` as PDF and as a Word file: which options go with them, and the file that is made."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from hsplan.cli.quiet import warn
from hsplan.cli.running import choice
from hsplan.errors import HsplanError
from hsplan.findings import command
from hsplan.findings.installing import install_line
from hsplan.frozen import Frozen
from hsplan.report.templates import WORD, Template
from hsplan.workspace.files import shown

if TYPE_CHECKING:
    from pathlib import Path

    from hsplan.report.portfolio_records import Portfolio
    from hsplan.report.records import Report

FORMATS = ("html", "markdown", "pdf", "docx")


class Printing(Frozen):
    """How a report is to be printed: `format` pdf or docx ("" for neither), a council's own Word template ("" for
    none), who prints the PDF and with which browser."""

    format: str
    template: str
    engine: str
    browser: str


def printing(format: str, template: str, engine: str, browser: str) -> Printing:
    """What is asked for. Raises HsplanError for options that do not go together."""
    if engine:
        from hsplan.report.pdf import ENGINES

        choice("--pdf-engine", engine, ENGINES)
    if (engine or browser) and format != "pdf":
        raise HsplanError("--pdf-engine and --pdf-browser are for PDF.", mend="Add --output report.pdf.")
    own = template if template.lower().endswith(".docx") else ""
    if own and format != "docx":
        raise HsplanError("is a template for Word files.", where=shown(own), mend="Add --output report.docx.")
    if own and not os.path.isfile(own):
        raise HsplanError(f"--template: there is no file {shown(own)}.", mend="Look at its name and its folder.")
    return Printing(format if format in ("pdf", "docx") else "", own, engine, browser)


def refuse(how: Printing, output: str, check: str, *, large_print: bool, fragment: bool) -> None:
    """Raise HsplanError for what a printed report cannot do, before any work is done."""
    if not how.format:
        return
    if fragment or (large_print and how.format == "docx"):
        option, fitting = ("--fragment", "HTML") if fragment else ("--large-print", "HTML and PDF")
        raise HsplanError(f"{option} is for {fitting}.", mend=f"Leave out {option}.")
    if check and how.format == "pdf":
        raise HsplanError(
            "--check compares HTML, Markdown and Word files: no two PDFs are quite the same.",
            mend="Write the report as HTML too, and check that.",
        )
    if not output and not check and sys.stdout is not None and sys.stdout.isatty():
        what = "A PDF" if how.format == "pdf" else "A Word file"
        raise HsplanError(f"{what} cannot be shown on the screen.", mend=f"Add --output report.{how.format}.")


def compare_printed(how: Printing, data: Report | Portfolio, page: str, chosen: Template, path: str) -> int:
    """0 where the Word file on disk holds what would be made now; else 1, and a line that says so."""
    try:
        with open(path, "rb") as file:
            there = file.read()
    except OSError as error:
        raise HsplanError("cannot be read.", where=path, mend="Write it first, with --output.") from error
    made = printed(how, data, page, chosen)
    from hsplan.report.word.files import same_content

    if same_content(there, made):
        print(f"{path} is what would be made now.")
        return 0
    again = command("--output", path)
    print(f"{path} is not what would be made now, or was changed in Word. Write it again with {again}.")
    return 1


def printed(how: Printing, data: Report | Portfolio, page: str, chosen: Template) -> bytes:
    """The report's page as PDF, or the Word file that says the same."""
    if how.format == "pdf":
        from hsplan.report.pdf import pdf

        return pdf(page, how.engine, how.browser)
    try:
        from hsplan.report.word.fill import fill
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("docx", "docxtpl", "lxml"):
            raise
        mend = f"Copy the report from a browser into Word, or install them: {install_line('word')}"
        raise HsplanError("Word files need parts of hsplan that are not installed.", mend=mend) from error
    _warn_of_pictures(page)
    return fill(data, page, _word_template(how, chosen))


def _warn_of_pictures(page: str) -> None:
    """One line where the charts will be missing, since what draws them is not installed."""
    from importlib.util import find_spec

    if 'role="img"' in page and find_spec("resvg_py") is None:
        install = install_line("word")
        warn(f"Warning: the Word file has no charts, since resvg-py is not installed. Install it: {install}")


def _word_template(how: Printing, chosen: Template) -> Path | None:
    """A council's own Word file: the one that is named, or the one in the folder of its templates."""
    from pathlib import Path

    own = Path(how.template) if how.template else Path(chosen.folder or os.devnull, WORD)
    return own if own.is_file() else None
