"""The background papers: what the report rests on, as a council has to list it beside a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hsplan.document import Map
from hsplan.findings import counted, full_stop, listed
from hsplan.plan.period import past, past_words
from hsplan.plan.values import text, texts
from hsplan.report.records import Point, Section
from hsplan.report.setting import Setting
from hsplan.report.text import clean
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
    if isinstance(strategy, Map):
        if reviewed := past(strategy.get("review_published")):
            yield f"The homelessness review, published {past_words(reviewed)}"
        if title := clean(text(strategy, "title")):
            yield f"The strategy: {title}{_published(strategy)}"
    if links := _links(setting):
        named, left = "; ".join(links[:_MOST_LINKS]), len(links) - _MOST_LINKS
        more = f"; and {counted(left, 'other')}, named in the plan" if left > 0 else ""
        yield f"Linked strategies and protocols: {named}{more}"
    minutes = [
        f"{clean(each.body) or 'the meeting'}, {words(each.date)} ({clean(each.minutes)})"
        for each in plan.meetings
        if each.date and each.minutes and each.date <= as_at
    ]
    if minutes:
        yield f"Minutes: {'; '.join(minutes[-_MOST_MINUTES:])}"


def _links(setting: Setting) -> list[str]:
    """Every other strategy that the plan names, once: at its top, on its themes and goals, on its actions."""
    plan = setting.plan
    groups = (link for group in (*plan.themes, *plan.goals) for link in texts(group.node, "links"))
    own = (link for each in setting.state.actions for link in each.action.links)
    found = (*texts(plan.node, "links"), *groups, *own)
    return list(dict.fromkeys(clean(link) for link in found))


def _published(strategy: Map) -> str:
    """ ", published July 2007"; where organisations did so at different times, with whose each date is."""
    said = strategy.get("published")
    if isinstance(said, str):
        known = past(said)
        return f", published {past_words(known)}" if known else ""
    by_date: dict[str, list[str]] = {}
    for name, each in said.items() if isinstance(said, Mapping) else ():
        if known := past(each):
            by_date.setdefault(past_words(known), []).append(clean(name))
    if len(by_date) > 1:
        return f", published {listed(f'{when} ({listed(names)})' for when, names in by_date.items())}"
    return f", published {next(iter(by_date))}" if by_date else ""
