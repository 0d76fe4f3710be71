"""HS5, second part: the plan that came before."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding, did_you_mean
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
    elsewhere is declared in hsplan.toml under `outside`.
    """
    plan = view.plan
    if not plan.follows:
        return
    place = view.document.value(plan.node, "follows")
    if plan.follows == plan.id:
        yield fault(place, "The plan is said to follow itself.", "Write the id of the plan before it.")
        return
    others = [each for each in view.workspace.plan_ids() if each != plan.id]
    if plan.follows not in (*others, *view.workspace.config.outside):
        help = did_you_mean(plan.follows, others, "Add it to the folder, or to `outside` in hsplan.toml.")
        yield fault(place, f'There is no plan "{plan.follows}" here for it to follow.', help)


RULES = (follows_unknown,)
