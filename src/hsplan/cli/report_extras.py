"""What only some templates ask for: the plan's course in git, what stands accepted in it, one lead's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.monitor import PlanState
from hsplan.report.templates import SHIPPED, Template
from hsplan.workspace import Workspace

if TYPE_CHECKING:
    from hsplan.report import Report


class Wanted(Frozen):
    """The plan that a report is about, and where it stands."""

    workspace: Workspace
    state: PlanState
    path: str


def with_extras(report: Report, plan: Wanted, template: Template, owner: str) -> Report:
    """The report with what the template asks for by its name; a council's own may ask for all of it.

    Raises HsplanError where the burn-up is asked for outside of a repository, and for an owner who leads nothing.
    """
    own = template.name not in SHIPPED
    if template.name == "burn-up" or own:
        report = _with_course(report, plan, needed=not own)
    if template.name == "accepted" or own:
        report = _with_accepted(report, plan)
    if owner:
        from hsplan.report.beside import for_owner

        report = for_owner(report, plan.state.owners, owner)
    return report


def _with_course(report: Report, plan: Wanted, *, needed: bool) -> Report:
    from hsplan.report.beside import with_course
    from hsplan.versions.course import plan_trend

    state = plan.state
    try:
        found = plan_trend(plan.workspace, state.plan, state.owners, plan.path, state.as_at)
    except HsplanError as error:
        if not needed:
            return report
        mend = "Or choose another template." if error.mend else "Keep it in git, or choose another template."
        what = "the burn-up is drawn from the commits of the plan, and they cannot be had."
        raise HsplanError(what, where=plan.path, mend=f"{error} {mend}") from error
    return with_course(report, found.points)


def _with_accepted(report: Report, plan: Wanted) -> Report:
    from hsplan.lint import lint
    from hsplan.lint.standing import standing
    from hsplan.report.beside import with_accepted

    return with_accepted(report, standing(plan.state.plan, lint(plan.workspace, plan.state.as_at, today=today())))
