"""The background papers: what the report rests on, as a council has to list it beside a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hsplan.document import Map
from hsplan.findings import full_stop, listed
from hsplan.plan.period import past
from hsplan.plan.values import text, texts
from hsplan.report.records import Point, Section
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import past_words
from hsplan.timescale.wording import words

_MOST_MINUTES, _MOST_LINKS = 4, 12


def background(setting: Setting) -> Iterator[Section]:
    """The plan's source, the strategy behind it, linked strategies, minutes; nothing where the plan names none."""
    points = tuple(Point(full_stop(each), "", ()) for each in _papers(setting))
    if points:
        yield Section("background", "Background papers", "recommendations", "", points, None)


def _papers(setting: Setting) -> Iterator[str]:
    plan, as_at = setting.plan, setting.state.as_at
    if plan.source:
        yield f"The action plan: {clean(plan.source)}"
    strategy = plan.node.get("strategy")
    if isinstance(strategy, Map) and text(strategy, "title"):
        yield f"The strategy: {clean(text(strategy, 'title'))}{_published(strategy)}"
    links = dict.fromkeys((*texts(plan.node, "links"), *(link for each in plan.actions for link in each.links)))
    if links:
        named = "; ".join(clean(link) for link in list(links)[:_MOST_LINKS])
        more = f"; and {len(links) - _MOST_LINKS} others, named in the plan" if len(links) > _MOST_LINKS else ""
        yield f"Linked strategies and protocols: {named}{more}"
    minutes = [
        f"{clean(each.body) or 'the meeting'}, {words(each.date)} ({clean(each.minutes)})"
        for each in plan.meetings
        if each.date and each.minutes and each.date <= as_at
    ]
    if minutes:
        yield f"Minutes: {'; '.join(minutes[-_MOST_MINUTES:])}"


def _published(strategy: Map) -> str:
    """ ", published in 2007", from one date or from those of the organisations."""
    said = strategy.get("published")
    found = [said] if isinstance(said, str) else list(said.values()) if isinstance(said, Mapping) else []
    dates = [known for each in found if (known := past(each))]
    return f", published {listed(list(dict.fromkeys(past_words(each) for each in dates)))}" if dates else ""
