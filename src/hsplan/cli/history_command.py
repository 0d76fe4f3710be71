"""`hsplan history`."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Annotated

import typer

from hsplan.cli.history_walk import Thread, walk
from hsplan.cli.options import Output, choice, deliver, open_workspace
from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.exporting.history import history_json, history_markdown, history_text
from hsplan.git import find_repository
from hsplan.monitor import assess
from hsplan.monitor.life import life
from hsplan.monitor.lineage import lineage
from hsplan.workspace import Loaded, Workspace
from hsplan.workspace.family import family

EXAMPLES = "\b\nExamples:\n  hsplan history west-kent-2010/5.1\n  hsplan history west-kent-2010/5.1 --format markdown"
FORMATS = ("text", "json", "markdown")


def run(
    action: Annotated[str, typer.Argument(metavar="PLAN/ACTION", help="A plan's id or file, a slash, an action's id.")],
    authors: Annotated[bool, typer.Option("--authors", help="Name who committed each change.")] = False,
    format: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
    output: Output = "",
) -> int:
    choice("--format", format, FORMATS)
    plan_name, slash, action_id = action.rpartition("/")
    if not slash or not plan_name or not action_id or action.endswith((".yaml", ".yml")):
        raise HsplanError(f'"{action}" does not name a plan and an action.', mend="Write it as west-kent-2010/5.1.")
    is_file = plan_name.endswith((".yaml", ".yml"))
    workspace = open_workspace([plan_name] if is_file else None)
    path = plan_name if is_file else workspace.path_of(plan_name)
    loaded = workspace.read(path)
    if loaded.plan is None:
        raise HsplanError("cannot be read", where=loaded.document.path, mend=f'"hsplan lint {path}" says why.', code=1)
    found = next((each for each in loaded.plan.actions if each.id == action_id), None)
    if found is None:
        raise HsplanError(
            f'there is no action "{action_id}"', where=loaded.document.path, mend=_near(action_id, loaded)
        )
    repository = find_repository(os.path.dirname(path) or ".")
    if repository.shallow:
        print("Warning: this copy is shallow, so older changes are missing.", file=sys.stderr)
    threads = _threads(workspace, loaded, path, action_id, today())
    events = walk(repository, threads, workspace.shared)
    writer = {"text": history_text, "json": history_json, "markdown": history_markdown}[format]
    deliver(writer(loaded.plan.id, found, events, authors=authors), output)
    return 0


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


def _near(action_id: str, loaded: Loaded) -> str:
    from difflib import get_close_matches

    close = get_close_matches(action_id, [each.id for each in loaded.plan.actions] if loaded.plan else [], n=1)
    return f'Did you mean "{close[0]}"?' if close else '"hsplan list" shows those that there are.'
