"""HS7: who looks after the plan as a whole, and what the Homelessness Act 2002 asks of the strategy behind it."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Map
from hsplan.monitor.thresholds import CYCLES
from hsplan.plan import Owner
from hsplan.plan.values import texts
from tests.lint.mutations.broken import Broken, Edit
from tests.lint.mutations.page import Break, Page

_PLAN = ("adopted", "candid", "silent", "reviewed", "lawful")


def _no_governance(page: Page) -> Broken:
    """The bodies are taken out, and with them the plan's own owners that are nothing else."""
    named = {name for a in page.plan.actions for name in (*a.lead, *a.partners, *a.each)} | {*page.plan.organisations}
    only = [
        owner for owner in page.plan.owners.values() if owner.key in page.plan.governance and owner.key not in named
    ]
    owners = page.root.get("owners")
    gone = [page.drop(owners, owner.key) for owner in only] if isinstance(owners, Map) else []
    texts = [sentence.text for sentence in page.sentences]
    bodies = (page.owners.get(name) for name in page.plan.governance if name not in named | {*page.plan.owners})
    named_elsewhere = [body for body in bodies if body and body.name and any(body.key in text for text in texts)]
    explained = [page.below("glossary", body.key, f'"{body.name}"') for body in named_elsewhere]
    edits = page.drop(page.root, "governance"), page.drop(page.root, "meetings"), *page.value(page.root, "title")
    return Broken((*edits, *gone, *explained))


def _no_review(page: Page) -> Broken:
    ongoing = [s for s in page.state.actions if s.timescale.kind in ("ongoing", "recurring") and not s.due]
    page.need(not ongoing, "it is said of each of its ongoing actions")
    bodies = [body.node for body in page.plan.governance.values() if body.reviews]
    page.need(all(len(node) > 1 for node in bodies), "its one body has nothing but reviews:")
    edits = [page.drop(node, "reviews") for node in bodies]
    return Broken((*edits, page.drop(page.root, "meetings"), *page.key(page.root, "governance")))


def _review_missed(page: Page) -> Broken:
    """The first body that reviews the plan met two years ago."""
    body = next(body for body in page.plan.governance.values() if body.reviews in CYCLES)
    meetings = page.text[slice(*page.root.marks["meetings"][2:])]
    old = f"{{date: {page.as_at}, body: {body.name}}}"
    assert old in meetings
    new = meetings.replace(old, f"{{date: {page.day(-731)}, body: {body.name}}}")
    return Broken((page.swap(page.root, "meetings", new), *page.key(body.node, "reviews")))


def _plan_not_closed(page: Page) -> Broken:
    """The period ended the day before."""
    period = page.root["period"]
    assert isinstance(period, Map)
    closed = (page.drop(page.root, "closed"),) if "closed" in page.root else ()
    return Broken((page.swap(period, "to", page.day(-1).isoformat()), *page.value(page.root, "period"), *closed))


def _strategy(page: Page) -> Map:
    strategy = page.root["strategy"]
    assert isinstance(strategy, Map)
    return strategy


def _strategy_undated(page: Page) -> Broken:
    return Broken((page.drop(_strategy(page), "published"), *page.key(page.root, "strategy")))


def _published(years: int, days: int = 0) -> Break:
    """A break that dates the strategy so many years back."""

    def make(page: Page) -> Broken:
        open_(page)
        day = page.day(-365 * years + days)
        return Broken((page.swap(_strategy(page), "published", f"⟦{day}⟧"),))

    return Break(make, _PLAN)


def open_(page: Page) -> None:
    """Nothing but a plan that runs is asked for a new strategy."""
    page.need(page.plan.life(page.as_at) == "adopted", "the plan is closed")


def _plan_outlives_strategy(page: Page) -> Broken:
    page.need((page.period.end - page.as_at).days > 400, "the plan ends within a year")
    day = page.period.end.replace(year=page.period.end.year - 5)
    edits = page.swap(_strategy(page), "published", day.isoformat()), *page.value(page.root, "period")
    return Broken(edits)


def _review_unrecorded(page: Page) -> Broken:
    return Broken((page.drop(_strategy(page), "review_published"), *page.key(page.root, "strategy")))


def _purpose_uncovered(page: Page) -> Broken:
    """The first theme serves two purposes, and no other says what it serves."""
    first, *others = page.plan.themes
    nodes = [group.node for group in (*others, *page.plan.goals)] + [action.node for action in page.plan.actions]
    gone = [page.drop(node, "purpose") for node in nodes if texts(node, "purpose")]
    return Broken((page.put(first.node, "purpose", "⟦[prevention, accommodation]⟧"), *gone))


def _social_services_absent(page: Page) -> Broken:
    """The plan's own owners say that its organisations do housing, and that whoever does social services does not."""
    own = {key: page.owners.get(key) for key in page.owners.expand(page.plan.organisations)}
    edits = list(page.value(page.root, "organisations"))
    changed: dict[str, Owner] = {}
    for owner in (*own.values(), *_social(page)):
        if owner is not None:
            changed.setdefault(owner.key, owner)
    return Broken((*edits, *_redone(page, changed)))


def _redone(page: Page, changed: dict[str, Owner]) -> Iterator[Edit]:
    lines = []
    for key, owner in changed.items():
        own = page.plan.owners.get(key)
        if own is not None:
            yield page.put(own.node, "functions", "[housing]")
        else:
            also = f", also: [{', '.join(f'{chr(34)}{each}{chr(34)}' for each in owner.also)}]" if owner.also else ""
            name = f', name: "{owner.name}"' if owner.name else ""
            name += f", part_of: {owner.part_of}" if owner.part_of else ""
            lines.append(f"{key}: {{kind: {owner.kind}, functions: [housing]{name}{also}}}")
    if lines:
        owners = page.root.get("owners")
        if isinstance(owners, Map):
            yield from (page.add(owners, *line.split(": ", 1)) for line in lines)
        else:
            yield page.add(page.root, "owners", "\n" + "\n".join(f"  {line}" for line in lines))


def _social(page: Page) -> Iterator[Owner]:
    """Whoever does social services among those that the plan names, and those that they belong to."""
    waiting = [*page.plan.organisations, *page.plan.governance]
    waiting += [name for a in page.plan.actions for name in (*a.lead, *a.partners, *a.each)]
    seen: set[str] = set()
    while waiting:
        owner = page.owners.resolve(waiting.pop())
        if owner is not None and owner.key not in seen:
            seen.add(owner.key)
            waiting += [*owner.members, owner.part_of]
            if any("social" in function.casefold() for function in owner.functions):
                yield owner


BREAKS = {
    "no-governance": Break(_no_governance, _PLAN),
    "no-review": Break(_no_review, _PLAN),
    "review-missed": Break(_review_missed, _PLAN),
    "plan-not-closed": Break(_plan_not_closed, (*_PLAN, "undated")),
    "strategy-undated": Break(_strategy_undated, _PLAN),
    "strategy-expired": _published(6),
    "strategy-expiring": _published(5, 180),
    "plan-outlives-strategy": Break(_plan_outlives_strategy, _PLAN),
    "review-unrecorded": Break(_review_unrecorded, _PLAN),
    "purpose-uncovered": Break(_purpose_uncovered, _PLAN),
    "social-services-absent": Break(_social_services_absent, _PLAN),
}
