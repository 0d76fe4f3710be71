"""A rule: its code, its name, its page, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from hsplan.document import Document, Map
from hsplan.findings import Finding, Place, Related, Severity, shorten
from hsplan.findings.quoting import LONGEST_TITLE
from hsplan.frozen import Frozen
from hsplan.lint.internal import NONE, Internal, internal_text, may_hide
from hsplan.lint.mentions import Mention, mentions, named_owners, spellings
from hsplan.monitor import CLOSED_POSITIONS, ActionState, PlanState, assess
from hsplan.plan import Action, Milestone, Owner, Owners, Plan, Progress
from hsplan.workspace import Workspace

if TYPE_CHECKING:
    from hsplan.lint.mended import Altered
    from hsplan.lint.recorded import Records
    from hsplan.lint.texts import Prose
    from hsplan.lint.wordings import Wording
    from hsplan.monitor.indicators import IndicatorState
    from hsplan.monitor.periods import Periods
    from hsplan.versions.remembered import Past


class View:
    """What a rule may look at: one plan as at a date, among its siblings. What several rules read is made once."""

    def __init__(
        self,
        plan: Plan,
        owners: Owners,
        state: PlanState | None,
        workspace: Workspace,
        as_at: date,
        pasts: tuple[Past, ...] = (),
        *,
        sound: bool = False,
        today: date | None = None,
    ) -> None:
        """`state` is the plan's as at the date, where that is known already; `pasts` are the plan's earlier versions,
        where the run has any; `sound` says that the format finds no fault in its file; `today` is the day of the run,
        where it is not the date judged."""
        self._sound = sound
        self.pasts = pasts
        self._records: dict[int, Records] = {}
        self._state = state
        self._keyed: dict[str, Sequence[int]] = {}
        self._having: dict[tuple[str, ...], Sequence[ActionState]] = {}
        self.plan = plan
        self.owners = owners
        self.workspace = workspace
        self.as_at = as_at
        self.latest = max(as_at, today or as_at)
        """The day after which all is still to come: as at a past date, what was entered since then is no fault."""

    @cached_property
    def state(self) -> PlanState:
        """The state of each action. Rules that find errors do not ask for it."""
        if self._state is not None:
            return self._state
        return assess(self.plan, self.owners, self.as_at, self.workspace.config.thresholds)

    @cached_property
    def prose(self) -> Prose:
        """Every sentence of the plan, in document order."""
        from hsplan.lint.texts import prose

        return prose(self.plan.node)

    @cached_property
    def internal(self) -> Internal:
        """Where the plan has internal text."""
        return NONE if self._sound and not may_hide(self.plan) else internal_text(self.document, self.plan.columns)

    @cached_property
    def printed(self) -> Prose:
        """The sentences that the public may read: all but those of internal notes and columns."""
        internal, every = self.internal, self.prose
        return every.without(internal.parts) if internal.spans else every

    @cached_property
    def named(self) -> frozenset[str]:
        """The names by which the plan names owners."""
        return named_owners(self.plan)

    @cached_property
    def known(self) -> dict[str, Owner]:
        """Of those names, the owner that each one means, where the owners list has it."""
        return {name: owner for name in self.named if (owner := self.owners.resolve(name)) is not None}

    @cached_property
    def spellings(self) -> Sequence[str]:
        """What the owners are called that the plan may name and does not list itself, in small letters."""
        own = self.plan.owners
        return spellings([owner for key, owner in self.owners.by_key.items() if key not in own])

    @cached_property
    def keys(self) -> dict[str, str]:
        """Of those names, the ones under which their owners do not stand in the list, each with that owner's key."""
        return {name: owner.key for name, owner in self.known.items() if owner.key != name}

    @cached_property
    def misnamed(self) -> tuple[Mention, ...]:
        """The mentions by another name than the one that the owners list has."""
        others = self.named - self.owners.by_key.keys()
        return tuple(mention for mention in mentions(self.plan) if mention.name in others) if others else ()

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The plan's organisations, a group's members in its place."""
        return self.owners.expand(self.plan.organisations)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """The plan's actions by their ids, the first of those that have the same."""
        found: dict[str, Action] = {}
        for action in self.plan.actions:
            found.setdefault(action.id, action)
        return found

    def having(self, keys: tuple[str, ...]) -> Sequence[ActionState]:
        """The states of the actions that have any of these keys, in document order; of all of them for ()."""
        if not keys:
            return self.state.actions
        if keys not in self._having:
            every = self.state.actions
            self._having[keys] = [every[number] for number in self._numbers(keys)]
        return self._having[keys]

    def actions_with(self, *keys: str) -> Sequence[Action]:
        """The actions that have any of these keys, in document order."""
        every = self.plan.actions
        return [every[number] for number in self._numbers(keys)]

    def _numbers(self, keys: Iterable[str]) -> Sequence[int]:
        """The numbers of the actions that have any of these keys; those of each are looked for once."""
        for key in keys:
            if key not in self._keyed:
                self._keyed[key] = [number for number, node in enumerate(self._nodes) if key in node]
        found = [self._keyed[key] for key in keys if self._keyed[key]]
        return found[0] if len(found) == 1 else sorted(set[int]().union(*found))

    @cached_property
    def _nodes(self) -> Sequence[Map]:
        return [action.node for action in self.plan.actions]

    def of(self, ids: Collection[str]) -> Sequence[ActionState]:
        """The states of the actions with these ids, in document order."""
        return [state for state in self.state.actions if state.action.id in ids] if ids else ()

    @cached_property
    def entries(self) -> Sequence[tuple[Action, Progress]]:
        """Every progress entry, at whatever date, with its action."""
        return [(action, entry) for action in self.actions_with("progress") for entry in action.progress]

    @cached_property
    def open(self) -> Sequence[ActionState]:
        """The states of the actions in which something remains to be done in this plan."""
        return [state for state in self.state.actions if state.position not in CLOSED_POSITIONS]

    @cached_property
    def dated(self) -> Sequence[date]:
        """The due dates of the actions that are done once, as they now stand."""
        return [state.due for state in self.state.actions if state.due and state.timescale.recurrence is None]

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """The timescales of which there may be something to say."""
        from hsplan.lint.wordings import questionable

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
    def life(self) -> str:
        """Whether the plan is a "draft", "adopted" or "closed"."""
        return self.plan.life(self.as_at)

    @property
    def draft(self) -> bool:
        """Whether the plan is not adopted yet, so that dates and leads may still be missing."""
        return self.life == "draft"


ActionCheck = Callable[[ActionState, View], Iterator[Finding]]
WordingCheck = Callable[["Wording", View], Iterator[Finding]]
PlanCheck = Callable[[View], Iterator[Finding]]
Among = Callable[[View], Sequence[ActionState]]


class Rule(Frozen):
    """One rule. `severity` is where it starts: in a closed plan what time or habit did is a note (`lasting` rules,
    about the file itself, keep theirs). What a configuration gives it in its place holds in every plan.

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
    among: Among | None = None
    """Gives the actions that the check is asked of, by what is quick to see of them; None where the keys say it."""
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
    among: Among | None = None,
) -> Callable[[ActionCheck], Rule]:
    """Make a rule of a function that looks at one action, or only at one with any of the keys, or only at some; its
    docstring is the rule's page."""
    return lambda check: Rule(
        code, name, severity, check.__doc__ or "", lasting, in_draft, action_check=check, keys=keys, among=among
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


def fault(
    place: Place,
    message: str,
    help: str = "",
    related: tuple[Related, ...] = (),
    *,
    action: str = "",
    proposed: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
) -> Finding:
    """What a rule's check yields; the engine adds rule, severity and plan, and the action to what is found of one."""
    return Finding("", message, place, help, "", action, related, "", "error", proposed, unless)


def summary_of(rule: Rule) -> str:
    """What the rule finds: the first paragraph of its page, on one line."""
    return " ".join(rule.page.strip().partition("\n\n")[0].split())


def named(action: Action, milestone: Milestone | None = None) -> str:
    """An action, or one of its milestones, as messages call it: `Action 5.1 "Draw up a rent arrears protocol"`."""
    name = f'Action {action.id} "{shorten(action.title, LONGEST_TITLE)}"' if action.title else f"Action {action.id}"
    return f'{name}: milestone "{milestone.title}"' if milestone else name
