"""`hsplan history`."""

import os
from datetime import date
from typing import Annotated

from hsplan.cli.declared import Argument, Option
from hsplan.cli.formats import agreed, format_for
from hsplan.cli.options import AsAt, Output, as_at_date, deliver, open_workspace
from hsplan.cli.quiet import warn
from hsplan.errors import HsplanError
from hsplan.exporting.history import history_json, history_markdown, history_text
from hsplan.exporting.trend import trend_csv, trend_json
from hsplan.findings import did_you_mean, quoted_command
from hsplan.git import SHALLOW, find_repository
from hsplan.monitor import assess
from hsplan.monitor.life import life
from hsplan.monitor.lineage import lineage
from hsplan.plan import Plan
from hsplan.versions.course import plan_trend
from hsplan.versions.walk import Thread, walk
from hsplan.workspace import Loaded, Workspace
from hsplan.workspace.family import family
from hsplan.workspace.files import shown
from hsplan.workspace.source import ENDINGS

EXAMPLES = "\b\nExamples:\n  hsplan history west-kent-2010/5.1\n  hsplan history west-kent-2010 --trend csv"
FORMATS = ("text", "json", "markdown")
TRENDS = ("csv", "json", "svg")


def run(
    name: Annotated[
        str,
        Argument(metavar="PLAN/ACTION", help="A plan's id or file, a slash, an action's id; with --trend a plan."),
    ],
    trend: Annotated[
        str,
        Option("--trend", help="csv, json or svg: the whole plan's numbers at each month's end, from git."),
    ] = "",
    authors: Annotated[bool, Option("--authors", help="Name who committed each change.")] = False,
    as_at: AsAt = "",
    format: Annotated[
        str, Option("--format", help="text, json or markdown; default: by the ending of FILE, else text.")
    ] = "",
    output: Output = "",
) -> int:
    day = as_at_date(as_at)
    if trend:
        agreed("--trend", trend, output, TRENDS)
        if authors or format:
            raise HsplanError(
                "--authors and --format are for one action's history.", mend="Leave them out with --trend."
            )
        return _trend(name, trend, day, output)
    kind = format_for(format, output, FORMATS)
    _refuse_plan(name)
    plan_name, _, action_id = name.rpartition("/")
    workspace, loaded, path = _read(plan_name)
    plan = _plan(loaded, path)
    found = next((each for each in plan.actions if each.id == action_id), None)
    if found is None:
        mend = did_you_mean(action_id, [each.id for each in plan.actions], '"hsplan list" shows those that there are.')
        raise HsplanError(f'there is no action "{action_id}"', where=loaded.document.path, mend=mend)
    repository = find_repository(os.path.dirname(path) or ".")
    walked = walk(repository, _threads(workspace, loaded, path, action_id, day), workspace.shared)
    _warn(repository.shallow, walked.unreadable)
    writer = {"text": history_text, "json": history_json, "markdown": history_markdown}[kind]
    deliver(writer(plan.id, found, walked.events, authors=authors), output)
    return 0


def _trend(name: str, format: str, day: date, output: str) -> int:
    """The plan's numbers month by month."""
    plan_id, slash, _ = name.partition("/")
    if slash and not name.endswith(ENDINGS):
        raise HsplanError(
            f'"{name}" is not a plan, and --trend is of a whole one.', mend=f"Write {plan_id or 'a plan'} alone."
        )
    workspace, loaded, path = _read(name)
    plan = _plan(loaded, path)
    found = plan_trend(workspace, plan, loaded.owners, path, day)
    _warn(found.shallow, found.unreadable)
    if format == "svg":
        from hsplan.report.trend import trend_svg  # Jinja comes with it

        text = trend_svg(found.points)
        if text is None:
            raise HsplanError(
                f"a chart needs three points, and this plan has {len(found.points)} so far.",
                where=loaded.document.path,
                mend="--trend csv has the numbers.",
            )
    else:
        text = trend_csv(found.points) if format == "csv" else trend_json(plan.id, day, found.points)
    deliver(text, output, mark=format == "csv")
    return 0


def _refuse_plan(name: str) -> None:
    """Raise HsplanError where the name is not that of a plan and an action; what it may be instead is said."""
    plan, slash, action = name.rpartition("/")
    if slash and plan and action and not name.endswith(ENDINGS):
        return
    alone = not slash or name.endswith(ENDINGS)
    one = os.path.splitext(action)[0] if alone else plan or "west-kent-2010"
    raise HsplanError(
        f'"{name}" does not name a plan and an action.',
        mend=f'Name one of its actions, as {one}/5.1 ("hsplan list" shows them), or ask for all with --trend csv.',
    )


def _read(name: str) -> tuple[Workspace, Loaded, str]:
    """The plan of an id or a file in its workspace, and its path."""
    is_file = name.endswith(ENDINGS)
    workspace = open_workspace([name] if is_file else None)
    path = name if is_file else workspace.path_of(name)
    return workspace, workspace.read(path), path


def _plan(loaded: Loaded, path: str) -> Plan:
    if loaded.plan is None:
        raise HsplanError(
            "cannot be read",
            where=loaded.document.path,
            mend=f"{quoted_command('hsplan', 'lint', shown(path))} says why.",
            code=1,
        )
    return loaded.plan


def _warn(shallow: bool, unreadable: int) -> None:
    if shallow:
        warn(f"Warning: {SHALLOW}")
    if unreadable:
        what = "version cannot be read and is" if unreadable == 1 else "versions cannot be read and are"
        warn(f"Warning: {unreadable} older {what} passed over.")


def _threads(workspace: Workspace, loaded: Loaded, path: str, action_id: str, day: date) -> list[Thread]:
    """The action, and those of the plans before that it comes from, as far as they are in the workspace."""
    assert loaded.plan is not None
    states = [
        assess(each.plan, each.owners, day, workspace.config.thresholds)
        for each in family(workspace, loaded)
        if each.plan is not None
    ]
    paths = {state.plan.id: state.plan.document.path for state in states}
    name = f"{loaded.plan.id}/{action_id}"
    chain = life(lineage(states, workspace.config.outside), name).chain
    before = [each.partition("/") for each in chain[: chain.index(name)]]
    threads = [Thread(paths[plan], earlier) for plan, _, earlier in before if plan in paths]
    return [*threads, Thread(path, action_id)]
