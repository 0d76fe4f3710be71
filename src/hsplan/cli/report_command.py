"""`hsplan report`."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from hsplan.cli.options import AsAt, Output, as_at_date, choice, deliver
from hsplan.cli.report_files import by_ending, compare, open_file
from hsplan.cli.report_plans import read_reports
from hsplan.errors import HsplanError
from hsplan.report.templates import SEVERAL, SHIPPED, Format, copy_template, find_template
from hsplan.workspace.files import shown

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
    shape: Format = "md" if choice("--format", format or by_ending(output or check), ("html", "md")) == "md" else "html"
    choice("--audience", audience, ("public", "internal"))
    if shape == "md" and (large_print or fragment):
        raise HsplanError("--large-print and --fragment are for HTML.", mend="Leave out --format md.")
    if open_it and not output:
        raise HsplanError("--open needs a file to open.", mend="Add --output report.html.")
    chosen = find_template(template, shape)
    day = as_at_date(as_at)
    reports = read_reports(plans or [], chosen, day, audience)
    # Jinja is loaded with this, so it waits until there is something to report.
    from hsplan.report.portfolio import portfolio
    from hsplan.report.render import render

    data = portfolio(reports) if chosen.name == SEVERAL else reports[0]
    text = render(data, shape, chosen, large_print=large_print, fragment=fragment)
    if check:
        return compare(check, text)
    deliver(text, output)
    if open_it:
        open_file(output)
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
