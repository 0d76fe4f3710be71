"""A plan's state to the report as plain data: what an audience must not see is never put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hsplan.monitor import PlanState
from hsplan.report.actions import action_views
from hsplan.report.explained import rules
from hsplan.report.glossary import glossary
from hsplan.report.groups import groups
from hsplan.report.listings import listings
from hsplan.report.proposals import proposals
from hsplan.report.records import Day, Group, Header, Heading, Listing, Proposals, Report, Term
from hsplan.report.setting import Audience, Setting
from hsplan.report.summary import summary
from hsplan.report.text import clean
from hsplan.report.wording import full_stop, listed
from hsplan.timescale.wording import words


def report_context(
    state: PlanState, audience: Audience = "public", carried_from: Mapping[str, Sequence[str]] | None = None
) -> Report:
    """Everything that the report of a plan says; `carried_from` names each action's predecessors (`plan/action`)."""
    setting = Setting(state, audience, carried_from or {})
    views = action_views(setting)
    listed_sections = listings(setting, views)
    waiting = proposals(setting, views)
    whole = groups(setting, views)
    terms = glossary(setting)
    return Report(
        plan=clean(state.plan.id),
        header=_header(setting),
        contents=tuple(_contents(listed_sections, waiting, whole, terms)),
        summary=summary(setting, listed_sections, waiting),
        listings=listed_sections,
        proposals=waiting,
        groups=whole,
        rules=rules(setting),
        glossary=terms,
    )


def _header(setting: Setting) -> Header:
    plan = setting.plan
    owners = setting.state.owners
    found = [(key, owners.resolve(key)) for key in plan.organisations]
    period = plan.period
    hidden = plan.node.get("internal_note") if setting.internal else None
    return Header(
        title=clean(plan.title) or clean(plan.id) or "Plan without a title",
        organisations=listed([clean(owner.title if owner else key) for key, owner in found]),
        period=(_day(period.start), _day(period.end)) if period else None,
        as_at=_day(setting.state.as_at),
        status=_status(setting),
        source=full_stop(clean(plan.source)),
        note=full_stop(clean(plan.note)),
        internal_note=full_stop(clean(hidden)) if isinstance(hidden, str) else "",
        audience=setting.audience,
    )


def _day(found: date) -> Day:
    return Day(found.isoformat(), words(found))


def _status(setting: Setting) -> str:
    plan = setting.plan
    if setting.closed:
        return f"Closed on {words(setting.last_day)}. This report says how each action ended."
    if plan.life(setting.state.as_at) == "adopted" and plan.adopted:
        if plan.period and setting.state.as_at > plan.period.end:
            return f"Adopted on {words(plan.adopted)}. Its period is over, and it has not been closed."
        return f"Adopted on {words(plan.adopted)} and in force."
    return "Draft. The plan is not adopted yet, so its actions and dates are proposals."


def _contents(
    shown: Sequence[Listing], waiting: Proposals, whole: Sequence[Group], terms: Sequence[Term]
) -> Iterator[Heading]:
    yield Heading("summary", "Summary", ())
    for listing in shown:
        yield Heading(listing.anchor, listing.title, ())
    if waiting.rows:
        yield Heading(waiting.anchor, waiting.title, ())
    under = tuple((group.anchor, group.title) for group in whole if group.level == 3 and group.title)
    if whole:
        yield Heading("whole-plan", "The whole plan", under)
    yield Heading("positions", "How the positions are worked out", ())
    if terms:
        yield Heading("glossary", "Glossary", ())
