"""`hsplan diff`."""

import os
from typing import Annotated

from hsplan.cli.declared import Argument, Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import AsAt, Color, Output, as_at_date, choice, deliver, use_colour
from hsplan.cli.quiet import warn
from hsplan.compare import FAIL_ON, LEVELS, Comparison, at_least, own_fail_on, own_levels
from hsplan.errors import HsplanError
from hsplan.versions.request import compare_asked
from hsplan.workspace import Config, configuration
from hsplan.workspace.files import shown

EXAMPLES = (
    "\b\nExamples:\n  hsplan diff                                        (HEAD against the working tree)\n"
    "  hsplan diff --since last-meeting plans/west-kent-2010.yaml"
)
FORMATS = ("text", "concise", "json", "markdown", "html", "github")


def run(
    sides: Annotated[
        list[str] | None,
        Argument(
            metavar="[OLD] [NEW] [PLANS]...",
            help="Revisions (HEAD~3, a tag, A..B), REVISION:PATH, or two plans; then plan ids, files or folders.",
        ),
    ] = None,
    since: Annotated[
        str,
        Option("--since", metavar="WHEN", help="last-meeting, a day (what came from that day on), or a tag."),
    ] = "",
    level: Annotated[
        str, Option("--level", help="This level and worse: weakened, proposed, slipped, attention, progress.")
    ] = "editorial",
    fail_on: Annotated[
        str, Option("--fail-on", help="A level, or never: exit 1 where a change is as bad.", default="never")
    ] = "",
    exit_code: Annotated[bool, Option("--exit-code", help="Exit 1 where anything changed, shown or not.")] = False,
    seen: Annotated[
        str,
        Option("--seen", metavar="FILE", help="Leave out changes in this file: an earlier --format json."),
    ] = "",
    as_at: AsAt = "",
    format: Annotated[
        str,
        Option(
            "--format", help="text, concise, json, markdown, html or github; default: by the ending of FILE, else text."
        ),
    ] = "",
    output: Output = "",
    color: Color = "auto",
    list_kinds: Annotated[
        bool, Option("--list-kinds", help="Say which kinds of changes there are, with their levels.")
    ] = False,
) -> int:
    kind = format_for(format, output, ("text",) if list_kinds else FORMATS)
    choice("--level", level, LEVELS)
    config = _config(sides or [])
    if list_kinds:
        from hsplan.exporting.kinds import kinds_text

        deliver(kinds_text(own_levels(config.diff.levels, config.path), shown(config.path)), output)
        return 0
    threshold = choice("--fail-on", fail_on, FAIL_ON) if fail_on else own_fail_on(config.diff.fail_on, config.path)
    found, bad = compare_asked(sides or [], since, as_at_date(as_at), warn)
    for each in bad:
        warn(f"Warning: {each.sentence}")
    if seen:
        found = found.without(_fingerprints(seen))
    failing = threshold != "never" and any(at_least(each.level, threshold) for each in found.changes)
    # What a plan takes back that cannot be read now, nobody can tell.
    failing = failing or any(not each.commit or each.commit == found.new.commit for each in bad)
    failing = failing or (exit_code and bool(found.changes))  # of these too, whatever is shown
    shown_changes = tuple(each for each in found.changes if at_least(each.level, level))
    found = found._replace(changes=shown_changes, lesser=len(found.changes) - len(shown_changes))
    deliver(_written(found, kind, use_colour(color, output)), output)
    return int(failing)


def _config(sides: list[str]) -> Config:
    """The configuration that holds for the last file or folder named, else for the current folder."""
    paths = [name for name in sides if os.path.exists(name)]
    return configuration(paths[-1:])[0]


def _written(found: Comparison, format: str, colour: bool) -> str:
    if format in ("text", "concise"):
        from hsplan.exporting.changes import changes_concise, changes_text

        return (changes_text if format == "text" else changes_concise)(found, colour=colour)
    if format == "html":
        from hsplan.report.changes_page import changes_html

        return changes_html(found)
    from hsplan.exporting.changes_for_programs import changes_github, changes_json, changes_markdown

    if format == "github":
        from hsplan.workspace.files import below_top

        return changes_github(found, below_top())
    return {"json": changes_json, "markdown": changes_markdown}[format](found)


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
