"""Which plans a report is about, and what it is given to say of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hsplan.cli.options import lint_line, open_workspace
from hsplan.cli.quiet import warn
from hsplan.cli.report_extras import Wanted, with_extras
from hsplan.cli.running import each_once
from hsplan.clock import today
from hsplan.errors import HsplanError
from hsplan.findings import counted
from hsplan.lint import Selection, lint
from hsplan.monitor import PlanState, assess
from hsplan.monitor.book import Book, book_of
from hsplan.report.templates import SEVERAL, Template
from hsplan.versions.earlier import EarlierVersions
from hsplan.workspace import Workspace
from hsplan.workspace.family import with_first_dates
from hsplan.workspace.files import shown
from hsplan.workspace.outside import outside_git

if TYPE_CHECKING:
    from hsplan.report import Report
    from hsplan.report.earlier import Earlier
    from hsplan.report.portfolio_records import Portfolio
    from hsplan.report.setting import Audience
    from hsplan.report.source import Source


def read_reports(
    plans: list[str], template: Template, day: date, audience: str, since: str = "", owner: str = "", at: str = ""
) -> Report | Portfolio:
    """What the template is given of the plan that is named, or of all that are, with their accounts, for a portfolio;
    on stderr a line where a plan has errors.

    `since` says with which earlier version each is compared, as EarlierVersions has it; `owner` leaves only this
    lead's actions to the template of that name; `at` is the revision whose plans they are, "" for the files as they
    stand.
    """
    workspace, paths = find_all(plans, at) if template.name == SEVERAL else _find(plans, at)
    past, source = EarlierVersions(workspace, since, warn), commit_of(workspace, paths)
    # Of one plan what was read is kept for the rules; of many each is let go, so that memory stays that of one.
    read = workspace.read_ahead if len(paths) == 1 else workspace.read
    several = template.name == SEVERAL
    made, books = [], []
    for path in paths:
        loaded = read(path)
        if loaded.plan is None:
            mend = f"{lint_line(workspace, path)} says why."
            raise HsplanError("cannot be read.", where=loaded.document.path, mend=mend, code=1)
        state = assess(loaded.plan, loaded.owners, day, workspace.config.thresholds).known
        audience_of: Audience = "internal" if audience == "internal" else "public"
        report = report_of(workspace, with_first_dates(workspace, state), path, audience_of, past)
        report = report._replace(source=source)
        made.append(with_extras(report, Wanted(workspace, state, path), template, owner))
        books += [book_of(state)] if several else []
    warn_of_errors(workspace, paths, day)
    return _portfolio(made, workspace, books) if several else made[0]


def _portfolio(made: Sequence[Report], workspace: Workspace, books: Sequence[Book]) -> Portfolio:
    from hsplan.report.portfolio import portfolio
    from hsplan.workspace.accounts import accounts_of

    return portfolio(made, accounts_of(workspace, books))


def report_of(workspace: Workspace, state: PlanState, path: str, audience: Audience, past: EarlierVersions) -> Report:
    """What a template is given of one plan, but for the commit that it comes from."""
    from hsplan.report import report_context

    origins = workspace.carried_into(state.plan, state.as_at)
    before = (name for names in origins.values() for name in names)
    after = (name for each in state.actions for name in (*each.action.carried_from, *each.carried_to))
    linked = dict.fromkeys(name.partition("/")[0] for name in (*before, *after))
    titles = {plan: workspace.title_of(plan) for plan in linked if plan != state.plan.id}
    earlier = _earlier(workspace, state, path, past)
    return report_context(state, audience, origins, earlier, workspace.config.report, titles)


def _earlier(workspace: Workspace, state: PlanState, path: str, past: EarlierVersions) -> Earlier | None:
    """The version that the report is compared with, with the levels that the council gives to changes."""
    from hsplan.report.earlier import Earlier
    from hsplan.report.setting import Setting
    from hsplan.report.sitting import sitting

    then = past.of(state, path, sitting(Setting(state, "public")).last)
    if then is None:
        return None
    from hsplan.compare import own_levels

    config = workspace.config
    return Earlier(then.state, then.meeting, then.revision, own_levels(config.diff.levels, config.path))


def commit_of(workspace: Workspace, paths: Sequence[str]) -> Source | None:
    """The commit that last changed one of the plans or the owners list; None outside of a repository."""
    if all(outside_git(os.path.dirname(path)) for path in paths):
        return None
    from hsplan.git import last_touched
    from hsplan.report.source import source

    files = [*paths, workspace.owners_path] if workspace.owners_document else [*paths]
    revision = workspace.source.revision
    found = last_touched(files, f"{revision}^{{commit}}" if revision else "HEAD")
    return source(found.commit, found.date, changed=found.changed) if found else None


def _find(plans: list[str], at: str) -> tuple[Workspace, list[str]]:
    """The workspace and the file of the one plan that is named by its file or its id."""
    if len(plans) != 1:
        what = "no plan is named" if not plans else f"{len(plans)} plans are named"
        raise HsplanError(
            f"{what}; a report is about one plan.",
            mend="Name one: hsplan report plans/west-kent-2010.yaml. Or add --template portfolio.",
        )
    name = plans[0]
    if os.path.isdir(name):
        mend = "Name one plan in it, or add --template portfolio."
        raise HsplanError("is a folder; a report is about one plan.", where=name, mend=mend)
    workspace = open_workspace(plans, at)
    return workspace, workspace.named


def find_all(plans: list[str], at: str = "") -> tuple[Workspace, list[str]]:
    """The workspace and the files of the plans that are named by files, folders or ids; of all plans where none is.

    Each plan once: of one that stands in two files one is left out of both, which stderr then says.
    """
    workspace = open_workspace(plans, at)
    paths = each_once(workspace)
    return workspace.holding({}, paths), paths


def warn_of_errors(workspace: Workspace, paths: list[str], as_at: date) -> None:
    """One line on stderr where a plan has errors: what cannot be read is missing from the report.

    Only the rules that can find errors run, on plans that the workspace already holds the owners of.
    """
    found = lint(workspace, as_at, Selection(errors_only=True), today=today()).findings
    errors = sum(1 for finding in found if finding.severity == "error")
    if errors:
        number = counted(errors, "error")
        what = "the plan has" if len(paths) == 1 else "the plans have"
        lint_it = lint_line(workspace, *map(shown, paths))
        warn(f"Warning: {what} {number}, so the report may lack something; {lint_it} says what.")
