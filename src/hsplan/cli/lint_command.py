"""`hsplan lint`: its options. What it does stands in linting.py."""

from typing import Annotated

from hsplan.cli.declared import Option
from hsplan.cli.linting import LintRequest, check
from hsplan.cli.options import Against, AsAt, At, Color, Output, Paths, Quiet
from hsplan.lint.output import FORMATS

EXAMPLES = "\b\nExamples:\n  hsplan lint\n  hsplan lint plans/west-kent-2010.yaml --as-at 2011-06-30"


def run(
    paths: Paths = None,
    as_at: AsAt = "",
    at: At = "",
    against: Against = "",
    format: Annotated[str, Option("--format", help=", ".join(FORMATS) + ".")] = "",
    report: Annotated[
        list[str] | None,
        Option("--report", metavar="FORMAT=FILE", help="Write a file in that format too; may be repeated."),
    ] = None,
    statistics: Annotated[bool, Option("--statistics", help="Count by rule (text or json).")] = False,
    select: Annotated[str, Option("--select", metavar="RULES", help="Only these: HS3,lead-missing.")] = "",
    ignore: Annotated[str, Option("--ignore", metavar="RULES", help="All but these.")] = "",
    level: Annotated[
        str, Option("--level", help="Show error, warning or note (all) and graver; the rest is only counted.")
    ] = "",
    fail_on: Annotated[str, Option("--fail-on", help="error, warning, note or never.")] = "",
    show_accepted: Annotated[bool, Option("--show-accepted", help="Show accepted findings too.")] = False,
    fix: Annotated[bool, Option("--fix", help="Mend what can be mended for certain.")] = False,
    diff: Annotated[
        bool, Option("--diff", help="With --fix: print the changes, internal lines too, and write nothing.")
    ] = False,
    known: Annotated[
        str, Option("--known", metavar="FILE", help="The file of known findings; default: hsplan-known.toml.")
    ] = "",
    write_known: Annotated[
        bool, Option("--write-known", help="Take what is found now for known: only new findings then count.")
    ] = False,
    stdin_filename: Annotated[
        str, Option("--stdin-filename", metavar="FILE", help='With "-": which plan standard input is.')
    ] = "",
    output: Output = "",
    color: Color = "auto",
    quiet: Quiet = False,
) -> int:
    return check(
        LintRequest(
            paths=tuple(paths or ()),
            as_at=as_at,
            at=at,
            against=against,
            format=format,
            report=tuple(report or ()),
            statistics=statistics,
            select=select,
            ignore=ignore,
            level=level,
            fail_on=fail_on,
            show_accepted=show_accepted,
            fix=fix,
            diff=diff,
            known=known,
            write_known=write_known,
            stdin_filename=stdin_filename,
            output=output,
            color=color,
            quiet=quiet,
        )
    )
