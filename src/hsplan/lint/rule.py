"""A rule: its code, its name, its page, and the function that looks."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from hsplan.document import Document
from hsplan.findings import Finding, Place, Related, Severity
from hsplan.monitor import ActionState, PlanState
from hsplan.plan import Action, Owners, Plan
from hsplan.workspace import Workspace


class View(NamedTuple):
    """What a rule may look at: one plan as at a date, among its siblings."""

    plan: Plan
    owners: Owners
    state: PlanState
    workspace: Workspace
    as_at: date

    @property
    def document(self) -> Document:
        """The file, for places."""
        return self.plan.document

    @property
    def draft(self) -> bool:
        """Whether the plan is not adopted yet, so that dates and leads may still be missing."""
        return self.plan.life(self.as_at) == "draft"


ActionCheck = Callable[[ActionState, View], Iterator[Finding]]
PlanCheck = Callable[[View], Iterator[Finding]]


class Rule(NamedTuple):
    """One rule. `severity` is where it starts: a configuration may change it, and in a closed plan what time or
    habit did is a note (`lasting` rules, about the file itself, keep theirs).

    `page` says what it finds, why it matters at a meeting, with a failing and a passing example and how to mend it.
    A rule without a check is reported by the room that reads files.
    """

    code: str
    name: str
    severity: Severity
    page: str
    lasting: bool = False
    in_draft: Severity | None = None
    """What it is before the plan is adopted, where that differs."""
    action_check: ActionCheck | None = None
    plan_check: PlanCheck | None = None


def action_rule(
    code: str, name: str, severity: Severity, *, lasting: bool = False, in_draft: Severity | None = None
) -> Callable[[ActionCheck], Rule]:
    """Make a rule of a function that looks at one action; its docstring is the rule's page."""
    return lambda check: Rule(code, name, severity, check.__doc__ or "", lasting, in_draft, action_check=check)


def plan_rule(code: str, name: str, severity: Severity, *, lasting: bool = False) -> Callable[[PlanCheck], Rule]:
    """Make a rule of a function that looks at a whole plan; its docstring is the rule's page."""
    return lambda check: Rule(code, name, severity, check.__doc__ or "", lasting, plan_check=check)


def reading_rule(code: str, name: str, severity: Severity, page: str) -> Rule:
    """A rule that the reader of files reports by its name; here it gets a code, a severity and a page."""
    return Rule(code, name, severity, page, lasting=True)


def fault(place: Place, message: str, help: str = "", related: tuple[Related, ...] = ()) -> Finding:
    """What a rule's check yields; the engine adds rule, severity, plan and action."""
    return Finding("", message, place, help, related=related)


def named(action: Action) -> str:
    """An action as messages call it: `Action 5.1 "Draw up a rent arrears protocol"`."""
    return f'Action {action.id} "{action.title}"' if action.title else f"Action {action.id}"
