"""Runs the rules over a workspace: severity, acceptance and order are decided here, never by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.frozen import Frozen
from hsplan.lint.codes import name_of
from hsplan.lint.internal import NONE, covered, internal_text, untold
from hsplan.lint.looking import format_faults, found_by, weighed
from hsplan.lint.replaced import named_unread, said_once, without_effects
from hsplan.lint.rule import Rule, View
from hsplan.lint.selection import Selection
from hsplan.schema import version
from hsplan.workspace import Loaded, Workspace

if TYPE_CHECKING:
    from hsplan.lint.accepted import Acceptance
    from hsplan.lint.withheld import Held
    from hsplan.versions.remembered import Past, Remembered


class Report(Frozen):
    """What a run found. Findings are in file order; accepted ones stand apart, each with its reason."""

    as_at: date
    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, str], ...]
    lines: dict[tuple[str, int], str]
    """The source line of each finding, by path and number."""
    plans: int
    actions: int
    known: tuple[Finding, ...] = ()
    """What stands in the file of known findings, and is neither shown nor counted."""
    rules: tuple[Rule, ...] = ()
    """The rules that ran, a council's own among them."""
    paths: tuple[str, ...] = ()
    """The files that were checked."""
    plan_ids: frozenset[str] = frozenset()
    """The ids of the plans that were checked, as far as they could be read."""
    owners: str = ""
    """The owners list, where it was checked among all the plans that use it."""
    lesser: tuple[Finding, ...] = ()
    """What is counted and not shown, since only graver findings were asked for."""
    held: tuple[Held, ...] = ()
    """What is not told while others may be its cause. For what git remembers these are errors, which fail the run."""


def lint(
    workspace: Workspace,
    as_at: date,
    selection: Selection = Selection(),
    *,
    today: date | None = None,
    remembered: Remembered | None = None,
) -> Report:
    """Check the named plans, and the owners list when every plan that may use it is named.

    `today` is the day of the run, where it is not `as_at`. As at a past date, what was entered since then is not still
    to come, and no acceptance is called unused, since what it is about may have come up only later. `remembered` are
    earlier versions of the plans; without them the rules that ask for them do not run.
    """
    run = _Run(workspace, as_at, selection.rules(), today or as_at, remembered)
    for loaded in workspace.plans():
        run.check_plan(loaded)
    if remembered is not None and remembered.gone:
        run.check_gone(remembered)
    if workspace.owners_document is not None:
        run.check_owners(workspace.owners_document)
    told, twice = said_once(run.findings)
    return Report(
        as_at,
        tuple(told),
        tuple(run.accepted),
        run.lines,
        run.plans,
        run.actions,
        rules=tuple(run.rules.values()),
        paths=tuple(run.paths),
        plan_ids=frozenset(run.plan_ids),
        owners=workspace.owners_document.path if workspace.owners_document and workspace.names_all else "",
        held=(*run.held, *twice),
    )


class _Run:
    def __init__(
        self,
        workspace: Workspace,
        as_at: date,
        rules: tuple[Rule, ...],
        today: date,
        remembered: Remembered | None,
    ) -> None:
        if remembered is None:
            rules = tuple([rule for rule in rules if not rule.remembers])
        self.workspace = workspace
        self.today = today
        self.pasts: Mapping[str, tuple[Past, ...]] = remembered.pasts if remembered is not None else {}
        self.as_at = as_at
        self.rules = {rule.name: rule for rule in rules}
        own = [rule for rule in rules if rule.code >= "HS9"]
        self.own = {word: rule.name for rule in own for word in (rule.code, rule.name)}
        self.remembering = frozenset([rule.name for rule in rules if rule.remembers])
        self.findings: list[Finding] = []
        self.accepted: list[tuple[Finding, str]] = []
        self.held: list[Held] = []
        self.lines: dict[tuple[str, int], str] = {}
        self.used_owners: set[str] = set()
        self.paths: list[str] = []
        self.plan_ids: set[str] = set()
        self.plans = self.actions = self.unread = 0

    def check_plan(self, loaded: Loaded) -> None:
        self.plans += 1
        document, plan = loaded.document, loaded.plan
        self.paths.append(document.path)
        faults, found = list(document.findings), list[Finding]()
        life = "adopted"
        view: View | None = None
        self.unread += plan is None
        if plan is not None and document.root is not None:
            faults += format_faults(document, "plan")
            if version(document):
                plan = None
        if plan is not None:
            self.plan_ids.add(plan.id)
            self.actions += len(plan.actions)
            pasts = self.pasts.get(document.path, ())
            view = View(
                plan, loaded.owners, None, self.workspace, self.as_at, pasts, sound=not faults, today=self.today
            )
            life = view.life
            self.used_owners |= view.named
            found += found_by(self.rules.values(), view)
            self.used_owners |= named_unread([*faults, *found], document, loaded.owners)
        self._keep(document, [*self._weighed(faults, plan.id if plan else "", life), *found], view)

    def check_owners(self, document: Document) -> None:
        from hsplan.lint.owners_list import check_owners_list

        self.paths.append(document.path)
        whole = self.unread == 0
        found = check_owners_list(document, self.workspace, self.used_owners, self.rules, every_plan_read=whole)
        self._keep(document, self._weighed(found))
        if any(each.place.path == document.path and each.severity == "error" for each in self.findings):
            from hsplan.lint.effects import listed_unread

            self.findings, held = listed_unread(self.findings, self.lines, document)
            self.held += held

    def check_gone(self, remembered: Remembered) -> None:
        """Plans that have no file any more: nothing in them can accept what is found."""
        from hsplan.lint.rules.remembered import removed_plans

        found = self._weighed(removed_plans(remembered))
        self.paths += [finding.place.path for finding in found]
        self.findings += found

    def _weighed(self, findings: Iterable[Finding], plan_id: str = "", life: str = "adopted") -> list[Finding]:
        """The findings of rules that run, as they are told."""
        rules = self.rules
        return [weighed(each, rules[each.name], plan_id, life) for each in findings if each.name in rules]

    def _keep(self, document: Document, findings: list[Finding], view: View | None = None) -> None:
        """Part what is accepted from what is not, and say of acceptances what is wrong with them."""
        plan = view.plan if view else None
        internal = NONE if not findings else view.internal if view else internal_text(document, {})
        if internal.spans:
            findings = [untold(finding, self.rules[finding.name], document, plan, internal) for finding in findings]
        allowances = _allowances(document)
        by_rule: dict[str, list[Acceptance]] = {}
        for each in allowances:
            by_rule.setdefault(each.rule, []).append(each)
        kept: list[Finding] = []
        accepted: list[tuple[Finding, str]] = []
        for finding in findings:
            likely = (*by_rule.get(finding.rule, ()), *by_rule.get(finding.name, ()))
            allowance = next((each for each in likely if each.covers(finding, self.as_at)), None) if likely else None
            if allowance is None:
                kept.append(finding)
            else:
                allowance.used = True
                accepted.append((finding, allowance.reason))
        kept, held = without_effects(kept, self.remembering, document, plan)
        if plan is not None and document.path in self.pasts:
            from hsplan.lint.held import hold_back

            kept, explained = hold_back(kept, self.remembering, document, plan)
            held += explained
        self.held += held
        # What a rule would find beside an error nobody can tell, so no acceptance is called unused there.
        whole = self.today <= self.as_at and all(finding.severity != "error" for finding in kept)
        kept += self._weighed(self._about(allowances, whole, kept), plan.id if plan else "")
        kept.sort(key=_in_file_order)
        self.accepted += sorted(accepted, key=lambda each: _in_file_order(each[0]))
        self.findings += kept
        for finding in (*kept, *[each.finding for each in held]):
            path, line, *_ = finding.place
            if path == document.path and (path, line) not in self.lines:
                self.lines[path, line] = covered(document, line, internal)

    def _about(self, allowances: list[Acceptance], whole: bool, kept: Sequence[Finding]) -> Iterator[Finding]:
        for allowance in allowances:
            name = name_of(allowance.rule) or self.own.get(allowance.rule, "")
            rule = self.rules.get(name)
            # What changed since one version did not since another, so no acceptance of that is ever unused.
            ran = whole and rule is not None and not rule.remembers
            yield from allowance.faults(name, self.as_at, kept, ran=ran)


def _allowances(document: Document) -> list[Acceptance]:
    if "accepted" not in document.text:
        return []  # and what reads them need not be loaded
    from hsplan.lint.accepted import acceptances

    return acceptances(document)


_in_file_order = attrgetter("place.line", "place.column", "rule")
