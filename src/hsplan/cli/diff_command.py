"""`hsplan diff`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hsplan.cli.diff_sides import compare_asked
from hsplan.cli.options import AsAt, Color, Output, as_at_date, choice, deliver, use_colour
from hsplan.compare import LEVELS, Comparison, at_least
from hsplan.errors import HsplanError

EXAMPLES = (
    "\b\nExamples:\n  hsplan diff                                        (HEAD against the working tree)\n"
    "  hsplan diff --since last-meeting plans/west-kent-2010.yaml"
)
FORMATS = ("text", "concise", "json", "markdown", "github")


def run(
    sides: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD] [NEW] [PLANS]...",
            help="Revisions (HEAD~3, a tag, A..B), REVISION:PATH, or two files; then plan files or folders.",
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option("--since", metavar="WHEN", help="last-meeting, a day (what came from that day on), or a tag."),
    ] = "",
    level: Annotated[
        str, typer.Option("--level", help="This level and worse: weakened, proposed, slipped, attention, progress.")
    ] = "editorial",
    fail_on: Annotated[str, typer.Option("--fail-on", help="A level: exit 1 where a change is as bad.")] = "never",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 1 where anything changed.")] = False,
    seen: Annotated[
        str,
        typer.Option("--seen", metavar="FILE", help="Leave out changes in this file: an earlier --format json."),
    ] = "",
    as_at: AsAt = "",
    format: Annotated[str, typer.Option("--format", help="text, concise, json, markdown or github.")] = "text",
    output: Output = "",
    color: Color = "auto",
) -> int:
    choice("--format", format, FORMATS)
    choice("--level", level, LEVELS)
    threshold = choice("--fail-on", fail_on, (*LEVELS, "never"))
    found, bad = compare_asked(sides or [], since, as_at_date(as_at))
    for path in bad:
        print(f'Warning: {path} cannot be read and is left out; "hsplan lint {path}" says why.', file=sys.stderr)
    if seen:
        found = found.without(_fingerprints(seen))
    found = found._replace(changes=tuple(each for each in found.changes if at_least(each.level, level)))
    deliver(_written(found, format, use_colour(color, output)), output)
    failing = threshold != "never" and any(at_least(each.level, threshold) for each in found.changes)
    return int(failing or bool(exit_code and found.changes))


def _written(found: Comparison, format: str, colour: bool) -> str:
    if format in ("text", "concise"):
        from hsplan.exporting.changes import changes_concise, changes_text

        return (changes_text if format == "text" else changes_concise)(found, colour=colour)
    from hsplan.exporting.changes_for_programs import changes_github, changes_json, changes_markdown

    return {"json": changes_json, "markdown": changes_markdown, "github": changes_github}[format](found)


def _fingerprints(path: str) -> frozenset[str]:
    """The fingerprints in a file: one a line, or the JSON of an earlier run."""
    from json import JSONDecodeError, loads

    from hsplan.workspace.files import read_bytes

    text = read_bytes(path).decode("utf-8-sig", "replace")
    if not text.lstrip().startswith("{"):
        return frozenset(line.split("#")[0].strip() for line in text.splitlines())
    try:
        return frozenset(each["fingerprint"] for each in loads(text)["changes"])
    except (JSONDecodeError, KeyError, TypeError) as error:
        raise HsplanError(
            "holds no changes that a meeting has seen.",
            where=path,
            mend='Make it by "hsplan diff --format json --output FILE", or write one fingerprint a line.',
        ) from error
