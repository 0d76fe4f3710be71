"""A plan's state to the report as plain data: what an audience must not see is never put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hsplan.monitor import PlanState
from hsplan.report import sections
from hsplan.report.actions import action_views
from hsplan.report.dates import ahead, moved
from hsplan.report.earlier import Earlier
from hsplan.report.explained import rules
from hsplan.report.glossary import glossary, used
from hsplan.report.groups import groups
from hsplan.report.header import header
from hsplan.report.listings import listings
from hsplan.report.organisations import grid, owned
from hsplan.report.proposals import proposals
from hsplan.report.received import received
from hsplan.report.recommendations import recommendations
from hsplan.report.records import ActionView, Changed, IndicatorView, Report
from hsplan.report.reviews import review_views
from hsplan.report.setting import Audience, Setting
from hsplan.report.sitting import sitting
from hsplan.report.summary import summary
from hsplan.report.text import clean
from hsplan.workspace.config import ReportSettings


def report_context(
    state: PlanState,
    audience: Audience = "public",
    carried_from: Mapping[str, Sequence[str]] | None = None,
    earlier: Earlier | None = None,
    settings: ReportSettings = ReportSettings(),
    titles: Mapping[str, str] = MappingProxyType({}),
) -> Report:
    """Everything that the report of a plan says; `carried_from` names each action's predecessors (`plan/action`).

    With an `earlier` version of the plan it also says what changed since; `settings` are the configuration's; `titles`
    those of the plans before and after, by their ids.
    """
    setting = Setting(state, audience, carried_from or {}, settings, titles)
    views = action_views(setting)
    when = sitting(setting, earlier.asked_for if earlier else None)
    returned, waiting = received(setting), proposals(setting, views)
    tables = listings(setting, views, when)
    shown = {listing.anchor: listing for listing in tables}
    said, since = summary(setting, tables, waiting, earlier), _changed(setting, views, earlier)
    figures, numbers = _indicators(setting), grid(setting)
    later, still = moved(setting, views), moved(setting, views, still_open=True)
    coming, looked_at = ahead(setting, views), review_views(setting)
    leads, whole, head = owned(setting, views), groups(setting, views), header(setting, when, returned)
    body = (
        recommendations(setting, shown, waiting.rows, returned, when, said.sentence),
        *sections.front(said, figures, setting),
        *sections.middle(shown, {"moved": later, "moved-open": still}, numbers, waiting),
        *sections.back(shown, since, coming, looked_at, setting),
        *sections.end(whole, leads, since, said.counts, setting),
    )
    # The whole plan has every action; the sections' own tables would only say the same again.
    told = tuple((each.title, each.intro, each.points) for each in body)
    terms = used(glossary(setting), (head, told, whole, waiting, figures, numbers, looked_at))
    return Report(
        plan=clean(state.plan.id),
        header=head,
        sections=(*body, *sections.last(terms)),
        summary=said,
        listings=tables,
        proposals=waiting,
        indicators=figures,
        grid=numbers,
        moved=later,
        moved_open=still,
        changed=since,
        ahead=coming,
        reviews=looked_at,
        owners=leads,
        groups=whole,
        rules=rules(setting),
        glossary=terms,
    )


def _changed(setting: Setting, views: Sequence[ActionView], earlier: Earlier | None) -> Changed | None:
    """None where there is nothing to compare with; then what tells of changes need not be loaded."""
    if earlier is None:
        return None
    from hsplan.report.changed import changed

    return changed(setting, views, earlier)


def _indicators(setting: Setting) -> tuple[IndicatorView, ...]:
    if not setting.plan.indicators:
        return ()  # and what judges them need not be loaded
    from hsplan.report.indicators import indicators

    return indicators(setting)
