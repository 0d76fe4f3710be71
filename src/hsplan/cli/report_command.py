"""`hsplan report`."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from hsplan.cli.options import AsAt, Output, as_at_date, choice, deliver, open_workspace
from hsplan.errors import HsplanError
from hsplan.lint import Selection, lint
from hsplan.lint.rules import RULES
from hsplan.monitor import assess
from hsplan.report.templates import SEVERAL, SHIPPED, Format, Template, copy_template, find_template
from hsplan.workspace import Workspace
from hsplan.workspace.files import shown

if TYPE_CHECKING:
    from hsplan.report import Report

EXAMPLES = (
    "\b\nExamples:\n  hsplan report plans/west-kent-2010.yaml --as-at 2011-06-30 --output report.html\n"
    "  hsplan report plans/ --template portfolio --format md"
)


def run(
    plans: Annotated[list[str] | None, typer.Argument(metavar="PLAN", help="A plan's file or its id.")] = None,
    as_at: AsAt = "",
    format: Annotated[
        str, typer.Option("--format", help="html or md; default: by the ending of FILE, else html.")
    ] = "",
    template: Annotated[
        str, typer.Option("--template", metavar="NAME|PATH", help="A shipped template, or your own file or folder.")
    ] = "",
    audience: Annotated[str, typer.Option("--audience", help="public, or internal: internal notes too.")] = "public",
    large_print: Annotated[bool, typer.Option("--large-print", help="HTML in 18 point.")] = False,
    fragment: Annotated[
        bool, typer.Option("--fragment", help="HTML without its page and style, to paste into a website.")
    ] = False,
    check: Annotated[
        str, typer.Option("--check", metavar="FILE", help="Say whether FILE is what would be made now; exit 1 if not.")
    ] = "",
    open_it: Annotated[bool, typer.Option("--open", help="Open the written file in the browser.")] = False,
    list_templates: Annotated[bool, typer.Option("--list-templates", help="List the shipped templates.")] = False,
    list_fields: Annotated[bool, typer.Option("--list-fields", help="List what a template is given.")] = False,
    copy: Annotated[
        tuple[str, str],
        typer.Option(
            "--copy-template", metavar="NAME DIR", help="Copy a shipped template into a folder, to change it."
        ),
    ] = ("", ""),
    output: Output = "",
) -> int:
    if list_templates or list_fields or copy[0]:
        return _about_templates(list_templates, list_fields, copy, output)
    shape: Format = (
        "md" if choice("--format", format or _by_ending(output or check), ("html", "md")) == "md" else "html"
    )
    choice("--audience", audience, ("public", "internal"))
    if shape == "md" and (large_print or fragment):
        raise HsplanError("--large-print and --fragment are for HTML.", mend="Leave out --format md.")
    if open_it and not output:
        raise HsplanError("--open needs a file to open.", mend="Add --output report.html.")
    chosen = find_template(template, shape)
    day = as_at_date(as_at)
    reports = _reports(plans or [], chosen, day, audience)
    # Jinja is loaded with this, so it waits until there is something to report.
    from hsplan.report.portfolio import portfolio
    from hsplan.report.render import render

    data = portfolio(reports) if chosen.name == SEVERAL else reports[0]
    text = render(data, shape, chosen, large_print=large_print, fragment=fragment)
    if check:
        return _compare(check, text)
    deliver(text, output)
    if open_it:
        _open(output)
    return 0


def _about_templates(templates: bool, fields: bool, copy: tuple[str, str], output: str) -> int:
    if copy[0]:
        written = copy_template(*copy)
        mend = "Delete those that you do not change: hsplan then takes its own. It is used so:"
        print(f"Written: {len(written)} files in {shown(copy[1])}. {mend}", file=sys.stderr)
        file = f"{copy[0]}.html.j2"
        print(f"hsplan report PLAN --template {shown(os.path.join(copy[1], file))}")
        return 0
    if templates:
        deliver("".join(f"{name:<15} {what}\n" for name, what in SHIPPED.items()), output)
    if fields:
        from hsplan.report.fields import field_list

        deliver(field_list(), output)
    return 0


def _reports(plans: list[str], template: Template, day: date, audience: str) -> list[Report]:
    from hsplan.report import report_context

    workspace, paths = _find_all(plans) if template.name == SEVERAL else _find(plans)
    made = []
    for path in paths:
        loaded = workspace.read(path)
        if loaded.plan is None:
            mend = f'"hsplan lint {path}" says why.'
            raise HsplanError("cannot be read.", where=loaded.document.path, mend=mend, code=1)
        state = assess(loaded.plan, loaded.owners, day, workspace.config.thresholds)
        origins = workspace.carried_into(loaded.plan, day)
        made.append(report_context(state, "internal" if audience == "internal" else "public", origins))
    _warn_of_errors(workspace, paths, day)
    return made


def _by_ending(output: str) -> str:
    return "md" if output.lower().endswith((".md", ".markdown")) else "html"


def _find(plans: list[str]) -> tuple[Workspace, list[str]]:
    """The workspace and the file of the one plan that is named by its file or its id."""
    if len(plans) != 1:
        what = "no plan is named" if not plans else f"{len(plans)} plans are named"
        raise HsplanError(
            f"{what}; a report is about one plan.",
            mend="Name one: hsplan report plans/west-kent-2010.yaml. Or add --template portfolio.",
        )
    name = plans[0]
    if os.path.isdir(name):
        mend = "Name one plan in it, or add --template portfolio."
        raise HsplanError("is a folder; a report is about one plan.", where=name, mend=mend)
    if _is_file(name):
        return open_workspace([name]), [name]
    workspace = open_workspace(None)
    path = workspace.path_of(name)
    return open_workspace([path]), [path]


def _find_all(plans: list[str]) -> tuple[Workspace, list[str]]:
    """The workspace and the files of the plans that are named by files, folders or ids; of all plans where none is."""
    if not plans or all(os.path.isdir(name) or _is_file(name) for name in plans):
        workspace = open_workspace(plans)
        owners = os.path.abspath(workspace.owners_path)
        return workspace, [path for path in workspace.named if os.path.abspath(path) != owners]
    workspace = open_workspace(None)
    paths = [name if _is_file(name) else workspace.path_of(name) for name in plans]
    return open_workspace(paths), paths


def _is_file(name: str) -> bool:
    return os.path.isfile(name) or name.endswith((".yaml", ".yml")) or "/" in name or os.sep in name


def _warn_of_errors(workspace: Workspace, paths: list[str], as_at: date) -> None:
    """One line on stderr where a plan has errors: what cannot be read is missing from the report.

    Only the rules that can find errors run, on plans that the workspace already holds the owners of.
    """
    grave = tuple(rule.name for rule in RULES if "error" in (rule.severity, rule.in_draft))
    found = lint(workspace, as_at, Selection(grave)).findings
    errors = sum(1 for finding in found if finding.severity == "error")
    if errors:
        number = "1 error" if errors == 1 else f"{errors} errors"
        what = "the plan has" if len(paths) == 1 else "the plans have"
        lint_it = f'"hsplan lint {" ".join(shown(path) for path in paths)}"'
        print(f"Warning: {what} {number}, so the report may lack something; {lint_it} says what.", file=sys.stderr)


def _compare(path: str, text: str) -> int:
    """0 where the file on disk is what would be made now; else 1, and a line that says so."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            there = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise HsplanError("cannot be read.", where=path, mend="Write it first, with --output.") from error
    if there == text:
        print(f"{path} is what would be made now.")
        return 0
    print(f"{path} is not what would be made now. Write it again with --output {path}.")
    return 1


def _open(path: str) -> None:
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(path).resolve().as_uri()):
        print(f"No browser could be opened; open {path} yourself.", file=sys.stderr)
