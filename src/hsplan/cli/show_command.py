"""`hsplan show`."""

from datetime import date
from typing import Annotated

from hsplan.cli.declared import Argument, Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import AsAt, At, Output, as_at_date, choice, deliver, lint_line, open_workspace
from hsplan.errors import HsplanError
from hsplan.exporting.action import action_text
from hsplan.findings import did_you_mean
from hsplan.monitor import PlanState, assess
from hsplan.monitor.inherited import inherited
from hsplan.monitor.lineage import lineage
from hsplan.workspace import Loaded, Workspace
from hsplan.workspace.family import family
from hsplan.workspace.source import ENDINGS

EXAMPLES = (
    "\b\nExamples:\n  hsplan show west-kent-2010/5.1\n  hsplan show plans/west-kent-2010.yaml/5.1 --as-at 2011-06-30"
)


def run(
    action: Annotated[str, Argument(metavar="PLAN/ACTION", help="A plan's id or file, a slash, an action's id.")],
    as_at: AsAt = "",
    at: At = "",
    audience: Annotated[str, Option("--audience", help="public, or internal: internal notes too.")] = "public",
    output: Output = "",
) -> int:
    choice("--audience", audience, ("public", "internal"))
    format_for("", output, ("text",))
    plan_name, slash, action_id = action.rpartition("/")
    if not slash or not plan_name or not action_id:
        raise HsplanError(f'"{action}" does not name a plan and an action.', mend="Write it as west-kent-2010/5.1.")
    is_file = plan_name.endswith(ENDINGS)
    workspace = open_workspace([plan_name] if is_file else None, at)
    path = plan_name if is_file else workspace.path_of(plan_name)
    loaded = workspace.read(path)
    if loaded.plan is None:
        mend = f"{lint_line(workspace, path)} says why."
        raise HsplanError("cannot be read", where=loaded.document.path, mend=mend, code=1)
    day = as_at_date(as_at)
    state = assess(loaded.plan, loaded.owners, day, workspace.config.thresholds)
    if all(each.action.id != action_id for each in state.actions):
        raise HsplanError(f'there is no action "{action_id}"', where=loaded.document.path, mend=_near(action_id, state))
    of = lineage(_states(workspace, loaded, day), workspace.config.outside)
    # With the first dates of the plans before, as the line on its life has them.
    found = next(each for each in inherited(state, of).actions if each.action.id == action_id)
    deliver(action_text(state, found, of, internal=audience == "internal"), output)
    return 0


def _states(workspace: Workspace, loaded: Loaded, day: date) -> list[PlanState]:
    """The plan and those connected with it, each as at the day."""
    return [
        assess(each.plan, each.owners, day, workspace.config.thresholds)
        for each in family(workspace, loaded)
        if each.plan is not None
    ]


def _near(action_id: str, state: object) -> str:
    known = [each.action.id for each in state.actions]  # type: ignore[attr-defined]
    return did_you_mean(action_id, known, '"hsplan list" shows those that there are.')
