"""`hsplan list`."""

import re
import shutil
from datetime import date, timedelta
from typing import Annotated

from hsplan.cli.declared import Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import (
    AsAt,
    At,
    Color,
    Output,
    Paths,
    as_at_date,
    choice,
    deliver,
    open_workspace,
    readable,
    use_colour,
)
from hsplan.errors import HsplanError
from hsplan.exporting import GROUPS, SORTS, Filters, Row, csv_text, json_text, kept, ordered, rows, table_text
from hsplan.findings import did_you_mean, listed
from hsplan.monitor import POSITIONS, assess
from hsplan.plan import NOT_REPORTED, STATUSES, Plan
from hsplan.workspace import Loaded

EXAMPLES = (
    "\b\nExamples:\n  hsplan list --owner TMBC\n  hsplan list plans/ --position overdue --format csv --output late.csv"
)


def run(
    paths: Paths = None,
    as_at: AsAt = "",
    at: At = "",
    format: Annotated[
        str, Option("--format", help="text, json or csv; default: by the ending of FILE, else text.")
    ] = "",
    owner: Annotated[str, Option("--owner", help="Led, helped or done by this owner.")] = "",
    theme: Annotated[str, Option("--theme", help="In this theme or goal (its id).")] = "",
    status: Annotated[str, Option("--status", help="As reported: in progress, achieved, not reported…")] = "",
    position: Annotated[str, Option("--position", help="As computed: overdue, left open, no date…")] = "",
    due_before: Annotated[str, Option("--due-before", metavar="DATE", help="Open, and due before this day.")] = "",
    due_within: Annotated[
        str, Option("--due-within", metavar="DAYS", help="Open, and due in the next 60d; not overdue.")
    ] = "",
    organisation: Annotated[
        str, Option("--organisation", help="Led by this organisation or a team or post of it.")
    ] = "",
    overdue: Annotated[bool, Option("--overdue", help="The same as --position overdue.")] = False,
    due_soon: Annotated[bool, Option("--due-soon", help="The same as --position 'due soon'.")] = False,
    no_update: Annotated[bool, Option("--no-update", help="Nobody has reported for a cycle.")] = False,
    moved: Annotated[bool, Option("--moved", help="The due date was moved.")] = False,
    carried: Annotated[bool, Option("--carried", help="Carried in from another plan, or out to one.")] = False,
    no_lead: Annotated[bool, Option("--no-lead", help="Open, and nobody leads it.")] = False,
    group_by: Annotated[str, Option("--group-by", help="theme, goal, lead, phase, position or status.")] = "",
    sort: Annotated[str, Option("--sort", help="plan, due, lead, position or slippage.")] = "plan",
    output: Output = "",
    color: Color = "auto",
) -> int:
    day = as_at_date(as_at)
    kind = format_for(format, output, ("text", "json", "csv"))
    if status:
        choice("--status", status, (NOT_REPORTED, *STATUSES))
    if position:
        choice("--position", position, POSITIONS)
    if group_by:
        choice("--group-by", group_by, GROUPS)
    choice("--sort", sort, SORTS)
    filters = Filters(
        owner=owner,
        organisation=organisation,
        theme=theme,
        status=status,
        position=_position(position, overdue=overdue, due_soon=due_soon),
        due_from=day if due_within else None,
        due_by=_due_by(day, due_before, due_within),
        no_update=no_update,
        moved=moved,
        carried=carried,
        no_lead=no_lead,
    )
    workspace = open_workspace(paths, at)
    plans, code = readable(workspace)
    _refuse_unknown(plans, filters)
    found: list[Row] = []
    for loaded, plan in plans:
        state = assess(plan, loaded.owners, day, workspace.config.thresholds).known
        carried_in = workspace.carried_into(plan, day)
        found += rows(kept(state, filters, tuple(carried_in)), carried_in)
    found = ordered(found, sort)
    if kind == "json":
        text = json_text(found, day)
    elif kind == "csv":
        text = csv_text(found)
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        text = table_text(found, max(80, min(width, 160)), group_by, colour=use_colour(color, output))
    deliver(text, output, mark=kind == "csv")
    return code


def _refuse_unknown(plans: list[tuple[Loaded, Plan]], filters: Filters) -> None:
    """Raise HsplanError for an owner or a theme that none of the plans knows: an empty list would mislead."""
    for option, owner in (("--owner", filters.owner), ("--organisation", filters.organisation)):
        if owner and plans and not any(loaded.owners.resolve(owner) for loaded, _ in plans):
            sharing = {each.key for loaded, _ in plans for each in loaded.owners.may_mean(owner)}
            if sharing:
                those = listed(sorted(f'"{key}"' for key in sharing), "or")
                raise HsplanError(f'{option}: "{owner}" may be {those}.', mend="Write the one that is meant.")
            names = [name for loaded, _ in plans for name in loaded.owners.by_key]
            raise HsplanError(f'{option}: no plan knows an owner "{owner}".', mend=did_you_mean(owner, names))
    groups = [group.id for _, plan in plans for group in (*plan.themes, *plan.goals)]
    if filters.theme and plans and filters.theme not in groups:
        mend = did_you_mean(filters.theme, groups)
        raise HsplanError(f'--theme: no plan has a theme or goal "{filters.theme}".', mend=mend)


def _position(position: str, *, overdue: bool, due_soon: bool) -> str:
    asked = [word for word in (position, "overdue" * overdue, "due soon" * due_soon) if word]
    if len(asked) > 1:
        raise HsplanError(f"an action cannot be {' and '.join(asked)} at once.", mend="Ask for one position.")
    return asked[0] if asked else ""


def _due_by(as_at: date, before: str, within: str) -> date | None:
    limits = []
    if before:
        limits.append(as_at_date(before, "--due-before") - timedelta(days=1))
    if within:
        match = re.fullmatch(r"(\d{1,4})\s*(?:d|days?)?", within.strip())
        if not match:
            raise HsplanError(f'--due-within: "{within}" is not a number of days.', mend="Write it as 60d.")
        limits.append(as_at + min(timedelta(days=int(match[1])), date.max - as_at))
    return min(limits) if limits else None
