"""The missing side of a carry-over, written where the other plan states it."""

from __future__ import annotations

from datetime import date

from hsplan.document import Document, Map
from hsplan.document.splice import add_entry, add_key
from hsplan.findings import Finding
from hsplan.lint.carried import claimed, disagreements, links_beside
from hsplan.lint.fix_spots import at_place, find, keys, scalars
from hsplan.monitor.links import UNKNOWN, links_of, parts
from hsplan.plan import read_plan
from hsplan.workspace import Loaded, Workspace


def missing_into(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    """`into:` in the entry that ends an action, with the actions whose `carried_from:` names that one."""
    plan, document = loaded.plan, loaded.document
    claims = claimed(workspace, plan).get(finding.action, []) if plan else []
    if not claims:
        return ""
    spot = at_place(document, scalars(document.root), finding)
    entry = find(document, spot.path[:-1]) if spot else None
    if spot is None or not isinstance(entry, Map):
        return "no entry is there"
    if len(claims) > 1 and "by" in entry:
        return "several actions say that they took it over, and the entry is of one organisation"
    after = add_key(document, spot.path[:-1], "into", claims, after="status")
    again = links_of(read_plan(after), loaded.owners)
    return after if finding.action in again.into else "a later entry says what became of the action"


def missing_source(loaded: Loaded, finding: Finding, workspace: Workspace, latest: date) -> Document | str:
    """An action in `carried_from:` that says that it went on into this one, where all those named there say so too."""
    plan, document = loaded.plan, loaded.document
    found = disagreements(plan.id, links_beside(workspace, plan, loaded.owners)) if plan else []
    here = [each for each in found if parts(each.action)[1] == finding.action]
    denied = [each.other for each in here if each.fault == "not named back"]
    if denied:
        return f"it has to be decided whether {_missing_side(denied[0], workspace)}, or whether carried_from: is wrong"
    path = next((spot.path for spot in keys(document.root) if spot.path[-2:] == ("actions", finding.action)), None)
    if not here or path is None:
        return "it is not certain which of the two holds"
    return add_entry(document, (*path, "carried_from"), here[0].other)


def _missing_side(name: str, workspace: Workspace) -> str:
    plan_id, action_id = parts(name)
    links = workspace.links(plan_id)
    where = f" in {links.path}" if links else ""
    return f"an action{where} lacks its into:" if action_id == UNKNOWN else f"{action_id}{where} lacks its into:"
