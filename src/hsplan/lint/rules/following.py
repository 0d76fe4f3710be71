"""HS5, second part: the plan that came before."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.carried import no_such_plan
from hsplan.lint.rule import View, fault, plan_rule


@plan_rule("HS506", "follows-unknown", "warning", lasting=True)
def follows_unknown(view: View) -> Iterator[Finding]:
    """A plan that follows itself, or a plan that is not there.

    Why it matters: what became of the last plan's actions is read by way of this name; without it they are accounted
    for nowhere.

    Failing:

        follows: before-2009

    Passing:

        follows: before-2008

    To mend it: write the id of the plan before this one, which is its file's name without .yaml. A plan that is kept
    elsewhere is listed in hsplan.toml: `outside = ["before-2008"]`.
    """
    plan = view.plan
    if not plan.follows:
        return
    place = view.document.value(plan.node, "follows")
    if plan.follows == plan.id:
        yield fault(place, "The plan is said to follow itself.", "Write the id of the plan before it.")
        return
    if plan.follows not in (*view.workspace.plan_ids(), *view.workspace.config.outside):
        message = f'There is no plan "{plan.follows}" here for it to follow.'
        yield fault(place, message, no_such_plan(view, plan.follows))


RULES = (follows_unknown,)
