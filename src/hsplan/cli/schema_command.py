"""`hsplan schema`."""

import os
from typing import Annotated

from hsplan.cli.declared import Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import Output, Paths, deliver, open_workspace
from hsplan.cli.quiet import say, warn
from hsplan.errors import HsplanError
from hsplan.findings import listed
from hsplan.schema.ids_schema import Ids, ids_schema
from hsplan.workspace import Workspace, make_folder, write_output
from hsplan.workspace.files import read_bytes, shown

EXAMPLES = "\b\nExamples:\n  hsplan schema --write\n  hsplan schema --check"
FILE = os.path.join(".hsplan", "ids.schema.json")


def run(
    paths: Paths = None,
    write: Annotated[bool, Option("--write", help="Write .hsplan/ids.schema.json.")] = False,
    check: Annotated[bool, Option("--check", help="Only say whether that file is up to date.")] = False,
    output: Output = "",
) -> int:
    if write + check + bool(output) > 1:
        raise HsplanError("--write, --check and --output do not go together.", mend="Give one of them.")
    format_for("", output, ("json",))
    workspace = open_workspace(paths)
    ids, unread = ids_of(workspace)
    if unread:
        warn(f"{listed(unread)} cannot be read, so the ids of what stands there are not known.")
        warn("Nothing is written or compared: run hsplan lint, and mend what it finds first.")
        return 1
    text = schema_text(ids)
    path = os.path.join(workspace.root, FILE)
    if check:
        if os.path.isfile(path) and read_bytes(path) == text.encode():
            return 0
        state = "is out of date" if os.path.isfile(path) else "is not there yet"
        warn(f"{shown(path)} {state}: run hsplan schema --write")
        return 1
    if write:
        make_folder(shown(os.path.dirname(path)))
        write_output(path, text)
        say(f"Written: {shown(path)}")
    else:
        deliver(text, output)
    return 0


def schema_text(ids: Ids) -> str:
    """The schema with the ids of the workspace's plans, as it stands on disk: one id a line, sorted."""
    from json import dumps

    return dumps(ids_schema(ids), indent=2, ensure_ascii=False) + "\n"


def ids_of(workspace: Workspace) -> tuple[Ids, list[str]]:
    """The ids of the plans, each with its title and the plans that have it; and the files that cannot be read."""
    list_of_owners = workspace.owners_document
    unread = [list_of_owners.path] if list_of_owners is not None and list_of_owners.root is None else []
    owners: dict[str, str] = {}
    actions: dict[str, str] = {}
    plan_actions: dict[str, str] = {}
    indicators: dict[str, str] = {}
    phases: dict[str, str] = {}
    groups: dict[str, str] = {}
    plans: set[str] = set()
    for loaded in workspace.plans():
        plan = loaded.plan
        if plan is None:
            unread.append(loaded.document.path)
            continue
        plans.add(plan.id)
        for group in (*plan.themes, *plan.goals):
            _add(groups, group.id, f"{group.title} ({plan.id})")
        for owner in loaded.owners.by_key.values():
            _add(owners, owner.key, owner.title)
            for spelling in owner.also:
                _add(owners, spelling, f"another spelling of {owner.key}")
        for action in plan.actions:
            _add(actions, action.id, f"{action.title} ({plan.id})")
            _add(plan_actions, f"{plan.id}/{action.id}", action.title)
        for indicator in plan.indicators.values():
            _add(indicators, indicator.id, f"{indicator.title} ({plan.id})")
        for phase in plan.phases.values():
            _add(phases, phase.id, f"{phase.title} ({plan.id})")
    return Ids(plans, owners, actions, plan_actions, groups, indicators, phases), unread


def _add(titles: dict[str, str], id: str, title: str) -> None:
    before = titles.get(id)
    titles[id] = title if before is None or before == title else f"{before}; {title}"
