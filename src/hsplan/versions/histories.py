"""What git tells of every action of a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hsplan.errors import HsplanError
from hsplan.git import SHALLOW, find_repository
from hsplan.monitor import PlanState
from hsplan.monitor.life import life
from hsplan.monitor.lineage import Lineage
from hsplan.versions.walk import Event, Placed, Walker, in_order
from hsplan.workspace import Workspace


class Histories:
    """Follows the actions of the workspace's plans. A plan's versions are read once, for the plan after it too.

    `tell` gets a line where older versions are missing.
    """

    def __init__(self, workspace: Workspace, tell: Callable[[str], None]) -> None:
        self._walker: Walker | None = None
        self._followed: dict[str, dict[str, list[Placed]] | None] = {}
        try:
            repository = find_repository(workspace.root)
        except HsplanError:
            return
        self._walker = Walker(repository, workspace.shared, workspace.source.revision)
        if repository.shallow:
            tell(f"Warning: {SHALLOW}")

    def of(self, state: PlanState, states: Sequence[PlanState], lineage: Lineage) -> dict[str, list[Event]] | None:
        """The changes to each action of a plan and to what it comes from, by the actions' ids, oldest first.

        `states` are the plan with those before and after it. None where the plan is in no repository.
        """
        by_plan = {each.plan.id: each for each in states}
        if self._follow(state) is None:
            return None
        told = {}
        for action in (each.action.id for each in state.actions):
            name = f"{state.plan.id}/{action}"
            chain = life(lineage, name).chain
            placed: list[Placed] = []
            for plan, _, earlier in (each.partition("/") for each in (*chain[: chain.index(name)], name)):
                followed = self._follow(by_plan[plan]) if plan in by_plan else None
                placed += (followed or {}).get(earlier, [])
            told[action] = in_order(placed)
        return told

    def _follow(self, state: PlanState) -> dict[str, list[Placed]] | None:
        path = state.plan.document.path
        if path not in self._followed:
            actions = list(dict.fromkeys(each.action.id for each in state.actions))
            try:
                self._followed[path] = self._walker.follow(path, actions) if self._walker else None
            except HsplanError:  # a plan that is kept outside of the repository
                self._followed[path] = None
        return self._followed[path]
