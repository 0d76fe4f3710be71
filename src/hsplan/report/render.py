"""The report as HTML or Markdown, by the shipped templates. The only module of hsplan that loads Jinja."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hsplan.report.markdown import finalize
from hsplan.report.records import Report
from hsplan.schema.files import templates_folder

Format = Literal["html", "md"]


def render(report: Report, format: Format) -> str:
    """The whole file as text with LF line ends; the same report gives the same text."""
    environment = _environment(format)
    template = environment.get_template(f"steering-group.{format}.j2")
    if format == "md":
        return _without_gaps(template.render(report=report))
    # Jinja would escape the quotes in a style sheet as it does in text. This one is the shipped file, no plan's text.
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, "report.css")
    return _without_blank_lines(template.render(report=report, css=Markup(source)))


@cache
def _environment(format: Format) -> ImmutableSandboxedEnvironment:
    """Everything is escaped for its format unless a template itself wrote it; a name that is not there is an error.

    Kept, since compiling the templates takes longer than filling them.
    """
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder()),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize if format == "md" else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _without_gaps(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _without_blank_lines(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n") if line.strip())
