"""`hsplan report`."""

import os
from typing import Annotated

from hsplan.cli.declared import Argument, Option
from hsplan.cli.formats import format_for, other_than_named, refuse_no_ending
from hsplan.cli.options import AsAt, At, Output, as_at_date, choice, deliver
from hsplan.cli.quiet import say, warn
from hsplan.cli.report_files import compare, is_site, open_file
from hsplan.cli.report_plans import read_reports
from hsplan.cli.report_printed import FORMATS, compare_printed, printed, printing, refuse
from hsplan.errors import HsplanError
from hsplan.findings import command
from hsplan.report.setting import Audience
from hsplan.report.templates import SHIPPED, Format, Template, copy_template, find_template, unused
from hsplan.workspace.files import shown

EXAMPLES = (
    "\b\nExamples:\n  hsplan report plans/west-kent-2010.yaml --as-at 2011-06-30 --output report.html\n"
    "  hsplan report plans/ --output site/"
)


def run(
    plans: Annotated[
        list[str] | None,
        Argument(metavar="PLAN", help="A plan; several, or a folder, for a site or --template portfolio."),
    ] = None,
    as_at: AsAt = "",
    at: At = "",
    format: Annotated[
        str, Option("--format", help="html, markdown, pdf or docx; default: by the ending of FILE, else html.")
    ] = "",
    template: Annotated[
        str,
        Option(
            "--template", metavar="NAME|PATH", help="A shipped template, or your own file (.docx for Word) or folder."
        ),
    ] = "",
    audience: Annotated[str, Option("--audience", help="public, or internal: internal notes too.")] = "public",
    since: Annotated[
        str,
        Option(
            "--since", metavar="WHEN", help="Say what changed since last-meeting (the default in git), a day or a tag."
        ),
    ] = "",
    owner: Annotated[
        str, Option("--owner", metavar="NAME", help="With the template owner: this lead's page alone.")
    ] = "",
    large_print: Annotated[bool, Option("--large-print", help="HTML or PDF in 18 point.")] = False,
    fragment: Annotated[
        bool, Option("--fragment", help="HTML without its page and style, to paste into a website.")
    ] = False,
    check: Annotated[
        str, Option("--check", metavar="FILE", help="Say whether FILE or a site is up to date; exit 1 if not.")
    ] = "",
    open_it: Annotated[bool, Option("--open", help="Open the written file in the browser.")] = False,
    list_templates: Annotated[bool, Option("--list-templates", help="List the shipped templates.")] = False,
    list_fields: Annotated[bool, Option("--list-fields", help="List what a template is given.")] = False,
    copy: Annotated[
        tuple[str, str],
        Option("--copy-template", metavar="NAME DIR", help="Copy a shipped template into a folder, to change it."),
    ] = ("", ""),
    pdf_engine: Annotated[
        str, Option("--pdf-engine", metavar="NAME", help="browser or weasyprint; default: what is installed.")
    ] = "",
    pdf_browser: Annotated[
        str,
        Option(
            "--pdf-browser", metavar="PATH", help="The browser that prints a PDF; default: Edge, Chrome or Chromium."
        ),
    ] = "",
    output: Output = "",
) -> int:
    if list_templates or list_fields or copy[0]:
        return _about_templates(copy, output, templates=list_templates, fields=list_fields)
    kind = _kind(format, output, check, template)
    shape: Format = "md" if kind == "markdown" else "html"
    how = printing(kind, template, pdf_engine, pdf_browser)
    refuse(how, output, check, large_print=large_print, fragment=fragment)
    choice("--audience", audience, ("public", "internal"))
    if shape == "md" and (large_print or fragment):
        raise _for_pages(fragment, bool(format))
    if open_it and not output:
        raise HsplanError("--open needs a file to open.", mend="Add --output report.html.")
    named = "" if how.template else template
    if owner and named not in ("", "owner"):
        raise HsplanError("--owner is for the template owner.", mend="Leave out --template, or say --template owner.")
    chosen = _template(named or ("owner" if owner else ""), shape)
    day = as_at_date(as_at)
    if is_site(output or check):
        _refuse_for_a_site(format, fragment, owner)
        from hsplan.cli.report_site import SiteRequest, check_site, write_site

        shown_to: Audience = "internal" if audience == "internal" else "public"
        request = SiteRequest(plans or [], chosen, day, shown_to, since, large_print, at)
        code = check_site(request, check) if check else write_site(request, output)
        if open_it:
            from hsplan.report.addresses import INDEX

            open_file(os.path.join(output, INDEX))
        return code
    data = read_reports(plans or [], chosen, day, audience, since, owner, at)
    # Jinja is loaded with this, so it waits until there is something to report.
    from hsplan.report.render import render

    text = render(data, shape, chosen, large_print=large_print, fragment=fragment)
    if check:
        return compare_printed(how, data, text, chosen, check) if how.format else compare(check, text)
    deliver(printed(how, data, text, chosen) if how.format else text, output)
    if open_it:
        open_file(output)
    return 0


def _kind(format: str, output: str, check: str, template: str) -> str:
    """The format asked for, else the one that the file's name, or that of a template for Word, ends with.

    Raises HsplanError for a file whose name says none, and for two files.
    """
    if check and output:
        raise HsplanError("--check and --output do not go together.", mend="Give one of them.")
    file = output or check
    if output and not format and not is_site(output):
        refuse_no_ending(output, FORMATS)
    own = template if template.lower().endswith(".docx") else ""
    kind = format_for(format, "" if is_site(file) else file or own, FORMATS)
    if output and not is_site(output) and (ending := other_than_named(kind, output, FORMATS)):
        warn(f'Warning: {shown(output)} will hold {kind}, as --format says, although its name ends with "{ending}".')
    return kind


def _for_pages(fragment: bool, asked: bool) -> HsplanError:
    """What is said of an option that Markdown does not take, asked for or said by the file's name."""
    option, fitting = ("--fragment", "HTML") if fragment else ("--large-print", "HTML and PDF")
    mend = "Leave out --format markdown." if asked else "Let the name of the file end with .html."
    return HsplanError(f"{option} is for {fitting}.", mend=mend)


def _template(wanted: str, shape: Format) -> Template:
    """The template that is asked for, with a warning where a council's folder holds what no report takes."""
    chosen = find_template(wanted, shape)
    if line := unused(chosen):
        warn(f"Warning: {line}")
    return chosen


def _refuse_for_a_site(format: str, fragment: bool, owner: str) -> None:
    """Raise HsplanError for what a folder of pages cannot be."""
    if format not in ("", "html"):
        raise HsplanError("a site is HTML.", mend=f"Leave out --format, or name a file: --output report.{format}")
    for option, given in (("--fragment", fragment), ("--owner", owner)):
        if given:
            raise HsplanError(f"{option} is for one report, not for a site.", mend="Name a file: --output report.html")


def _about_templates(copy: tuple[str, str], output: str, *, templates: bool, fields: bool) -> int:
    if copy[0]:
        written = copy_template(*copy)
        mend = "Delete those that you do not change: hsplan then takes its own. It is used so:"
        say(f"Written: {len(written)} files in {shown(copy[1])}. {mend}")
        file = f"{copy[0]}.html.j2"
        print(command("hsplan", "report", "PLAN", "--template", shown(os.path.join(copy[1], file))))
        return 0
    if templates:
        deliver("".join(f"{name:<15} {what}\n" for name, what in SHIPPED.items()), output)
    if fields:
        from hsplan.report.fields import field_list

        deliver(field_list(), output)
    return 0
