"""`hsplan report plans/ --output site/`: which plans a site is made of, and what is done with its pages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from hsplan.cli.quiet import say, warn
from hsplan.cli.report_extras import Wanted, with_extras
from hsplan.cli.report_plans import commit_of, find_all, report_of, warn_of_errors
from hsplan.cli.report_progress import watched
from hsplan.cli.running import lint_line
from hsplan.errors import HsplanError
from hsplan.findings import command, counted, the_first
from hsplan.frozen import Frozen
from hsplan.monitor import assess
from hsplan.monitor.assess import joined
from hsplan.monitor.book import Book, book_of
from hsplan.monitor.inherited import inherited
from hsplan.monitor.lineage import lineage
from hsplan.report.addresses import INDEX, addresses
from hsplan.report.templates import Template
from hsplan.versions.earlier import EarlierVersions
from hsplan.versions.histories import Histories
from hsplan.workspace import Loaded, Workspace
from hsplan.workspace.accounts import accounts_of
from hsplan.workspace.family import family
from hsplan.workspace.files import shown
from hsplan.workspace.named import id_of
from hsplan.workspace.pages import Outcome, check_pages, pages_there, write_pages

if TYPE_CHECKING:
    from hsplan.report.records import Report
    from hsplan.report.setting import Audience
    from hsplan.report.site import Page


class SiteRequest(Frozen):
    """What was asked for."""

    plans: list[str]
    template: Template
    day: date
    audience: Audience
    since: str
    large_print: bool
    at: str = ""


class _Member(Frozen):
    """A plan of the site: its id, its file and its actions' ids."""

    plan: str
    path: str
    actions: frozenset[str]


def write_site(request: SiteRequest, folder: str) -> int:
    """Write the site, and say on stderr what was done; 1 where a plan had to be left out."""
    site = _Site(request, folder)
    _refuse_fewer(site, folder)
    done = write_pages(folder, watched(site.pages(), site.number, "Writing the site"), remove=not site.left_out)
    changes = f"{len(done.written)} new or changed" + (f", {len(done.removed)} removed" if done.removed else "")
    say(f"Written: {os.path.join(folder, INDEX)} ({counted(done.total, 'page')}: {changes})")
    if done.removed:
        say(the_first(_by_plan(done.removed), "Removed, as no longer part of the site:"))
    return site.code


def check_site(request: SiteRequest, folder: str) -> int:
    """Say whether the site on the disk is what would be made now; 1 where it is not."""
    site = _Site(request, folder)
    found = check_pages(folder, watched(site.pages(), site.number, "Comparing the site"))
    if found.same:
        print(f"{folder} is what would be made now ({counted(found.total, 'page')}).")
        return site.code
    again = command("--output", folder)
    print(f"{folder} is not what would be made now: {_difference(found)}. Write it again with {again}.")
    return 1


def _difference(found: Outcome) -> str:
    texts = []
    for addresses_, what in ((found.written, "out of date or missing"), (found.removed, "no longer made")):
        if addresses_:
            also = f" and {len(addresses_) - 1} more" if len(addresses_) > 1 else ""
            texts.append(f"{addresses_[0]}{also} {'are' if also else 'is'} {what}")
    return "; ".join(texts)


def _by_plan(removed: Sequence[str]) -> Iterable[str]:
    """The pages, or where they are many how many of each plan."""
    if len(removed) < 10:
        return removed
    plans = Counter(address.split("/")[:2][-1].removesuffix(".html") for address in removed)
    return (f"{counted(number, 'page')} of {plan}" for plan, number in plans.items())


class _Site:
    """The plans that were named and can be read. Each is read once more when its pages are made, so that the plans
    themselves are never held together."""

    def __init__(self, request: SiteRequest, folder: str) -> None:
        self.request = request
        self.workspace, self.paths = find_all(request.plans, request.at)
        _refuse_sources(self.workspace, folder)
        self.members: list[_Member] = []
        self.left_out: list[str] = []
        for path in self.paths:
            self._add(self.workspace.read(path), path)
        if not self.members:
            raise HsplanError(
                "none of the plans can be read.",
                where=shown(self.paths[0]),
                mend=f"{lint_line(self.workspace, *self.paths)} says why.",
                code=1,
            )
        for text in self.left_out:
            warn(f"Warning: {text}")
        warn_of_errors(self.workspace, [each.path for each in self.members], request.day)
        self.code = 1 if self.left_out else 0
        self.number = 1 + sum(1 + len(each.actions) for each in self.members)

    def _add(self, loaded: Loaded, path: str) -> None:
        plan, name = loaded.plan, loaded.document.path
        if plan is None:
            self.left_out.append(f"{name} cannot be read and is left out; {lint_line(self.workspace, path)} says why.")
        else:
            known = frozenset(action.id for action in plan.actions if joined(action, self.request.day))
            self.members.append(_Member(plan.id, path, known))

    def pages(self) -> Iterator[Page]:
        """Every page of the site; the index, which needs all the others, last."""
        # Jinja is loaded with this, so it waits until there is something to write.
        from hsplan.report.action_page import Around
        from hsplan.report.setting import Setting
        from hsplan.report.site import Look, index_page, plan_pages

        request, workspace = self.request, self.workspace
        where = addresses({each.plan: each.actions for each in self.members})
        look = Look(request.template, request.large_print)
        past = EarlierVersions(workspace, request.since, warn)
        histories = Histories(workspace, warn)
        reports: list[tuple[str, Report]] = []
        books: list[Book] = []
        for member in self.members:
            loaded = workspace.read(member.path)
            states = [
                assess(each.plan, each.owners, request.day, workspace.config.thresholds)
                for each in family(workspace, loaded)
                if each.plan is not None
            ]
            of = lineage(states, workspace.config.outside)
            state = inherited(next(each for each in states if each.plan.id == member.plan).known, of)
            around = Around(of, where, histories.of(state, states, of))
            report = report_of(workspace, state, member.path, request.audience, past)
            report = report._replace(source=commit_of(workspace, [member.path]))
            report = with_extras(report, Wanted(workspace, state, member.path), request.template, "")
            origins = workspace.carried_into(state.plan, request.day)
            yield from plan_pages(report, Setting(state, request.audience, origins), around, look)
            reports.append((member.plan, report))
            books.append(book_of(state))
        source = commit_of(workspace, [each.path for each in self.members])
        kept = accounts_of(workspace, books)
        yield index_page(reports, kept, where, self.left_out, source, look)


def _refuse_fewer(site: _Site, folder: str) -> None:
    """Raise HsplanError where pages of a plan would go that is still here and only was not named: who writes one plan
    anew does not mean to take the others off the site."""
    named = {id_of(path) for path in site.paths}
    there = pages_there(folder)
    every = addresses(dict.fromkeys((*site.workspace.plan_ids(), *named), ())).plans
    others = [plan for plan in site.workspace.plan_ids() if plan not in named and every[plan] in there]
    if others:
        which = the_first(others, "holds pages of other plans too, and they would go:").removesuffix(".")
        raise HsplanError(
            f"{which}; nothing was changed.",
            where=folder,
            mend=f"Name all plans of the site, or another folder. To take one off it, delete its page first, as "
            f"{os.path.join(folder, every[others[0]])}.",
        )


def _refuse_sources(workspace: Workspace, folder: str) -> None:
    """Raise HsplanError where the site would stand among the plans that it is made from."""
    top = os.path.realpath(folder).rstrip(os.sep) + os.sep
    for path in (*workspace.paths(), workspace.owners_path):
        if os.path.exists(path) and os.path.realpath(path).startswith(top):
            raise HsplanError(
                "holds the plans themselves, and a site needs a folder of its own.",
                where=folder,
                mend="Name one beside it: --output site/",
            )
