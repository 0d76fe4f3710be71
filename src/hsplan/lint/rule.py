"""A rule: its code, its name, its page, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from hsplan.document import Document
from hsplan.findings import Finding, Place, Related, Severity, shorten
from hsplan.findings.quoting import LONGEST_TITLE
from hsplan.frozen import Frozen
from hsplan.lint.internal import NONE, Internal, internal_text, may_hide
from hsplan.lint.mentions import Mention, mentions, named_owners
from hsplan.lint.texts import Prose, prose
from hsplan.lint.wordings import Wording, questionable
from hsplan.monitor import ActionState, PlanState
from hsplan.plan import Action, Milestone, Owner, Owners, Plan
from hsplan.workspace import Workspace

if TYPE_CHECKING:
    from hsplan.lint.mended import Altered
    from hsplan.lint.recorded import Records
    from hsplan.monitor.indicators import IndicatorState
    from hsplan.monitor.periods import Periods
    from hsplan.versions.remembered import Past


class View:
    """What a rule may look at: one plan as at a date, among its siblings. What several rules read is made once."""

    def __init__(
        self,
        plan: Plan,
        owners: Owners,
        state: PlanState,
        workspace: Workspace,
        as_at: date,
        pasts: tuple[Past, ...] = (),
        *,
        sound: bool = False,
        today: date | None = None,
    ) -> None:
        """`pasts` are the plan's earlier versions, where the run has any; `sound` says that the format finds no fault
        in its file; `today` is the day of the run, where it is not the date judged."""
        self._sound = sound
        self.pasts = pasts
        self._records: dict[int, Records] = {}
        self._having: dict[tuple[str, ...], Sequence[ActionState]] = {(): state.actions}
        self.plan = plan
        self.owners = owners
        self.state = state
        self.workspace = workspace
        self.as_at = as_at
        self.latest = max(as_at, today or as_at)
        """The day after which all is still to come: as at a past date, what was entered since then is no fault."""

    @cached_property
    def prose(self) -> Prose:
        """Every sentence of the plan, in document order."""
        return prose(self.plan.node)

    @cached_property
    def internal(self) -> Internal:
        """Where the plan has internal text."""
        return NONE if self._sound and not may_hide(self.plan) else internal_text(self.document, self.plan.columns)

    @cached_property
    def printed(self) -> Prose:
        """The sentences that the public may read: all but those of internal notes and columns."""
        internal, every = self.internal, self.prose
        return every.without(internal.at) if internal.spans else every

    @cached_property
    def named(self) -> frozenset[str]:
        """The names by which the plan names owners."""
        return named_owners(self.plan)

    @cached_property
    def known(self) -> dict[str, Owner]:
        """Of those names, the owner that each one means, where the owners list has it."""
        return {name: owner for name in self.named if (owner := self.owners.resolve(name)) is not None}

    @cached_property
    def misnamed(self) -> tuple[Mention, ...]:
        """The mentions by another name than the one that the owners list has."""
        others = self.named - self.owners.by_key.keys()
        return tuple(mention for mention in mentions(self.plan) if mention.name in others) if others else ()

    @cached_property
    def actions(self) -> dict[str, Action]:
        """The plan's actions by their ids, the first of those that have the same."""
        found: dict[str, Action] = {}
        for action in self.plan.actions:
            found.setdefault(action.id, action)
        return found

    def having(self, keys: tuple[str, ...]) -> Sequence[ActionState]:
        """The states of the actions that have any of these keys, in document order; of all of them for ()."""
        if keys not in self._having:
            every = self.state.actions
            self._having[keys] = [each for each in every if not each.action.node.keys().isdisjoint(keys)]
        return self._having[keys]

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """The timescales of which there may be something to say."""
        return tuple(questionable(self.state.actions))

    @cached_property
    def indicators(self) -> tuple[IndicatorState, ...]:
        """How each indicator stands."""
        if not self.plan.indicators:
            return ()  # and a plan without indicators need not load what judges them
        from hsplan.monitor.indicators import assess_indicators

        return assess_indicators(self.plan, self.owners, self.as_at, self.state.thresholds, self.periods)

    @cached_property
    def periods(self) -> Periods:
        """The periods that the plan names."""
        from hsplan.monitor.periods import periods_of

        return periods_of(self.plan)

    @cached_property
    def altered(self) -> Altered:
        """What has changed since the earlier versions, the mending of slips left out."""
        from hsplan.lint.mended import altered

        return altered(self)

    def records(self, plan: Plan) -> Records:
        """The records of this plan or of an earlier version of it by their lines, made once each."""
        if id(plan) not in self._records:
            from hsplan.lint.recorded import Records

            self._records[id(plan)] = Records(plan)
        return self._records[id(plan)]

    @property
    def document(self) -> Document:
        """The file, for places."""
        return self.plan.document

    @cached_property
    def claimed(self) -> dict[str, list[str]]:
        """By the plan's actions, those of other plans that say that they come from them."""
        from hsplan.lint.carried import claimed

        return claimed(self.workspace, self.plan)

    @cached_property
    def draft(self) -> bool:
        """Whether the plan is not adopted yet, so that dates and leads may still be missing."""
        return self.plan.life(self.as_at) == "draft"


ActionCheck = Callable[[ActionState, View], Iterator[Finding]]
WordingCheck = Callable[[Wording, View], Iterator[Finding]]
PlanCheck = Callable[[View], Iterator[Finding]]


class Rule(Frozen):
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
    keys: tuple[str, ...] = ()
    """Of these an action must have one for the check to have anything to look at; () where it looks at every action."""
    plan_check: PlanCheck | None = None
    wording_check: WordingCheck | None = None
    remembers: bool = False
    """Whether it asks what git remembers, so that it runs only where an earlier version is given."""


def action_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    lasting: bool = False,
    in_draft: Severity | None = None,
    keys: tuple[str, ...] = (),
) -> Callable[[ActionCheck], Rule]:
    """Make a rule of a function that looks at one action, or only at one with any of the keys; its docstring is the
    rule's page."""
    return lambda check: Rule(
        code, name, severity, check.__doc__ or "", lasting, in_draft, action_check=check, keys=keys
    )


def wording_rule(
    code: str, name: str, severity: Severity, *, in_draft: Severity | None = None
) -> Callable[[WordingCheck], Rule]:
    """Make a rule of a function that looks at how one timescale is worded; its docstring is the rule's page."""
    return lambda check: Rule(code, name, severity, check.__doc__ or "", False, in_draft, wording_check=check)


def plan_rule(code: str, name: str, severity: Severity, *, lasting: bool = False) -> Callable[[PlanCheck], Rule]:
    """Make a rule of a function that looks at a whole plan; its docstring is the rule's page."""
    return lambda check: Rule(code, name, severity, check.__doc__ or "", lasting, plan_check=check)


def reading_rule(code: str, name: str, severity: Severity, page: str) -> Rule:
    """A rule that the reader of files reports by its name; here it gets a code, a severity and a page."""
    return Rule(code, name, severity, page, lasting=True)


def remembering_rule(code: str, name: str, severity: Severity) -> Callable[[PlanCheck], Rule]:
    """Make a rule of a function that looks at what has changed in a plan since an earlier version."""
    return lambda check: Rule(code, name, severity, check.__doc__ or "", True, plan_check=check, remembers=True)


def remembered_rule(code: str, name: str, severity: Severity, page: str) -> Rule:
    """A rule about plans that are there no longer, which the engine reports by its name."""
    return Rule(code, name, severity, page, lasting=True, remembers=True)


def fault(place: Place, message: str, help: str = "", related: tuple[Related, ...] = ()) -> Finding:
    """What a rule's check yields; the engine adds rule, severity, plan and action."""
    return Finding("", message, place, help, related=related)


def summary_of(rule: Rule) -> str:
    """What the rule finds: the first paragraph of its page, on one line."""
    return " ".join(rule.page.strip().partition("\n\n")[0].split())


def named(action: Action, milestone: Milestone | None = None) -> str:
    """An action, or one of its milestones, as messages call it: `Action 5.1 "Draw up a rent arrears protocol"`."""
    name = f'Action {action.id} "{shorten(action.title, LONGEST_TITLE)}"' if action.title else f"Action {action.id}"
    return f'{name}: milestone "{milestone.title}"' if milestone else name
